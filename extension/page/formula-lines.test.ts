import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulaLines } from './formula-lines.ts'

const SEVERAL: [string, string[]][] = [
  ['\\displaylines{2(x+3)=10\\\\ 2x+6=10}', ['2(x+3)=10', '2x+6=10']],
  ['\\displaylines{2(x+3)=10\\\\ }', ['2(x+3)=10', '']],
  ['\\displaylines{}', ['']],
  ['\\displaylines{x=2}', ['x=2']],
  ['\\begin{aligned}2x+6 & =10\\\\ 2x & =4\\end{aligned}', ['2x+6 =10', '2x =4']],
  ['\\begin{aligned}[t]a&=b\\\\[2pt]&=c\\end{aligned}', ['a=b', '=c']],
  ['\\begin{alignedat}{2}a&=b\\\\c&=d\\end{alignedat}', ['a=b', 'c=d']],
  ['\\begin{gathered}a\\\\ b\\end{gathered}', ['a', 'b']],
  ['\\begin{align*}a&=b\\\\c&=d\\end{align*}', ['a=b', 'c=d']],
  ['\\displaylines{\\begin{aligned}a&=b\\\\c&=d\\end{aligned}}', ['a=b', 'c=d']],
  ['\\displaylines{\\frac{a}{b}\\\\ [x]=\\{1\\}}', ['\\frac{a}{b}', '[x]=\\{1\\}']],
]

test.each(SEVERAL)('%s has its lines', (latex, lines) => {
  expect(formulaLines(latex).map((line) => line.replace(/\s+/g, ' '))).toEqual(lines)
})

const ONE = [
  'x=2',
  '',
  '\\begin{cases}x=1\\\\y=2\\end{cases}',
  '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
  '\\displaylines{a}+\\frac{b}{c}',
  '\\begin{aligned}a\\end{aligned}+\\begin{aligned}b\\end{aligned}',
  '\\displaylines{a\\\\{b}',
  '\\begin{aligned}a\\\\b\\end{gathered}',
]

test.each(ONE)('%s is one line', (latex) => {
  expect(formulaLines(latex)).toEqual([latex])
})

test('what stands in braces, a matrix or cases parts no line', () => {
  const system = '\\begin{cases}x=1\\\\y=2\\end{cases}'
  expect(formulaLines(`\\displaylines{A=\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\\\ ${system}}`)).toEqual([
    'A=\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    system,
  ])
})

const LINE = fc
  .array(fc.constantFrom('x', '2', '+', '=', '\\frac{1}{2}', '\\sqrt{x}', '\\{', '\\&', '(', '\\cdot '), {
    minLength: 1,
    maxLength: 8,
  })
  .map((tokens) => tokens.join('').trim())

test('any lines come out as they were put in', () => {
  fc.assert(
    fc.property(fc.array(LINE, { minLength: 2, maxLength: 6 }), fc.boolean(), (lines, aligned) => {
      const body = lines.join('\\\\ ')
      const latex = aligned ? `\\begin{aligned}${body}\\end{aligned}` : `\\displaylines{${body}}`
      expect(formulaLines(latex)).toEqual(lines)
    }),
  )
})

test('nothing throws', () => {
  const piece = fc.constantFrom(
    '\\displaylines{',
    '\\begin{aligned}',
    '\\end{aligned}',
    '\\\\',
    '{',
    '}',
    '&',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(formulaLines(pieces.join('')).length).toBeGreaterThan(0)
    }),
  )
})
