import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainFormula } from './plain-formula.ts'

test.each([
  ['2(x+3)=2x+6', '2(x+3)=2x+6'],
  ['\\frac{x+1}{2}', '(x+1)/2'],
  ['\\frac12x', '1/2x'],
  ['\\dfrac{1}{2}\\cdot\\frac{a}{b}', '1/2·a/b'],
  ['x^{2}-x^10', 'x²-x¹⁰'],
  ['x^{10}', 'x¹⁰'],
  ['x^{n+1}', 'xⁿ⁺¹'],
  ['e^{-kx}', 'e^(-kx)'],
  ['a_1+a_{12}+a_n', 'a₁+a₁₂+a_n'],
  ['\\sqrt{x+1}', '√(x+1)'],
  ['\\sqrt2 \\le \\sqrt[3]{x}', '√2 ≤ ∛x'],
  ['\\sqrt[4]{16}', '⁴√16'],
  ['\\left(\\frac{1}{x}\\right)^{2}', '(1/x)²'],
  ['\\sin x\\cos\\left(2x\\right)', 'sin x cos(2x)'],
  ['andwords', 'andwords'],
  ['2\\sin{x}', '2 sin x'],
  ['2\\pi r', '2π r'],
  ['x=1\\text{ or }x=-1', 'x=1 or x=-1'],
  ['\\frac{\\frac{1}{2}}{3}', '(1/2)/3'],
  ['\\frac{(a)(b)}{c}', '((a)(b))/c'],
  ['45^\\circ', '45°'],
  ['\\{1;2\\}', '{1;2}'],
  ['\\frac{1', '1/'],
  ['\\constructor x', 'constructor x'],
  ['3\\$', '3$'],
])('%s reads %s', (latex, plain) => {
  expect(plainFormula(latex)).toBe(plain)
})

test('whatever it is given, it is text without commands', () => {
  const piece = fc.constantFrom(
    '\\frac',
    '\\sqrt',
    '[',
    ']',
    '{',
    '}',
    '^',
    '_',
    'x',
    '12',
    ' ',
    '\\',
    '\\\\',
    '$',
    '&',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(piece).map((all) => all.join('')),
      ),
      (latex) => {
        expect(plainFormula(latex)).not.toMatch(/\\/)
      },
    ),
  )
})
