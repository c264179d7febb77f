import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedMatches, foldText } from './fold-text.ts'

const found = (text: string, phrase: string) =>
  foldedMatches(text, foldText(phrase)).map(({ start, end }) => text.slice(start, end))

test('case and white space do not matter', () => {
  expect(found('A Quadratic\n   Formula, a quadratic formula', 'quadratic formula')).toEqual([
    'Quadratic\n   Formula',
    'quadratic formula',
  ])
  expect(found('ΟΔΟΣ οδος', 'οδος')).toEqual(['ΟΔΟΣ', 'οδος'])
  expect(found('İstanbul 😀 x', '😀 X')).toEqual(['😀 x'])
})

test('whatever is found reads like the phrase', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (text, phrase) => {
        const folded = foldText(phrase)
        for (const each of found(text + phrase + text, phrase)) expect(foldText(each)).toBe(folded)
      },
    ),
  )
})

test('a megabyte of words is folded as fast as it is long', () => {
  const much = 'a b '.repeat(250_000)
  expect(foldedMatches(much, foldText('b a b'))).toHaveLength(125_000)
})
