import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarkdown } from './answers/read-markdown.ts'
import { plainMaths } from './plain-maths.ts'
import { readOut, splitFormulas } from './split-formulas.ts'

const PIECES = '$ $$ \\( \\) \\ x^2 5 and word \n ( ) √ sqrt( ½ _ = <b> & 🙂 \ud800'.split(' ')
const TEXT = fc.oneof(
  fc.array(fc.constantFrom(...PIECES, ' '), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
)

test('what is said is split without a letter lost, however far it is said', () => {
  fc.assert(
    fc.property(TEXT, fc.nat(200), (text, spoken) => {
      const whole = splitFormulas(text, text.length, false)
      expect(
        whole.map((stretch) => (stretch.kind === 'words' ? stretch.text : stretch.source)).join(''),
      ).toBe(text)
      const part = splitFormulas(text, Math.min(spoken, text.length), true)
      const said = part.map((stretch) => (stretch.kind === 'words' ? stretch.text : stretch.source)).join('')
      expect(text.startsWith(said)).toBe(true)
      expect(readOut(text).length).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 1500 },
  )
})

test('any line is mathematics or none', () => {
  fc.assert(
    fc.property(TEXT, (line) => {
      const latex = plainMaths(line)
      expect(latex === null || latex.length > 0).toBe(true)
    }),
    { numRuns: 1500 },
  )
})

const MARKS = '# > - 1. ** * _ ~~ ` ``` | --- [1] [a](https://a.example) ![a](b) &lt; <p> </p> \t'.split(' ')
const ANSWER = fc
  .array(fc.oneof(fc.constantFrom(...MARKS, ...PIECES, ' ', '\n', '\n\n'), fc.string({ unit: 'binary' })), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join('').replace(/\r\n?/g, '\n'))

/** Blanks at an item's mark may become others. */
const letters = (text: string) => text.replace(/\s+/g, '')

test('whatever a model writes is read without a letter lost', () => {
  fc.assert(
    fc.property(ANSWER, (text) => {
      const read = readMarkdown(text).map(({ raw }) => raw)
      expect(letters(read.join(''))).toBe(letters(text))
    }),
    { numRuns: 1000, examples: [['*\t']] },
  )
})

test.each(PIECES.filter((piece) => piece !== ''))('a megabyte of “%s” is split', (piece) => {
  const much = piece.repeat(Math.floor(1_000_000 / piece.length))
  expect(splitFormulas(much, much.length, true).length).toBeGreaterThanOrEqual(0)
  expect(readOut(much).length).toBeLessThanOrEqual(much.length)
  expect(plainMaths(much)).toBeNull()
})
