import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

const shown = (text: string, query: string) =>
  excerptOf(text, query)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('')

test('all words are marked, whatever their case, in formulas too', () => {
  expect(shown('Line 2: did both terms get the 2? 2X+3', 'TERMS 2x+3')).toBe(
    'Line 2: did both [terms] get the 2? [2X+3]',
  )
})

test('a long text is cut around the first place, at a word', () => {
  const text = `${'some words before it '.repeat(10)}the slope ${'and words after '.repeat(20)}`
  expect(shown(text, 'slope')).toMatch(/^…\w[^[]{20,70}the \[slope\] and words .{20,140}…$/)
})

test('without a place the text begins at its beginning', () => {
  expect(shown('a b', 'slope')).toBe('a b')
})

test('the pieces are always a stretch of the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ maxLength: 5 }),
      (text, query) => {
        const pieces = excerptOf(text, query).map((piece) => piece.text)
        const inner = pieces.filter(
          (piece, index) => piece !== '…' || (index > 0 && index < pieces.length - 1),
        )
        expect(text).toContain(inner.join(''))
      },
    ),
  )
})
