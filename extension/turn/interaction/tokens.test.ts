import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsOf, PIECES, ROWS, TOKENS, tokensOf, turnTextIds } from './tokens.ts'

const texts = (text: string) => tokensOf(text).map((token) => token.text)

test('words, numbers, marks and commands of LaTeX stand apart', () => {
  expect(texts("So I'd say 2.5x = \\frac{1}{2}, right??")).toEqual([
    ...['So', "I'd", 'say', '2.5', 'x', '=', '\\frac', '{', '1', '}', '{', '2', '}', ',', 'right', '??'],
  ])
})

test('dots that trail off are one mark, and offsets stand behind their tokens', () => {
  expect(tokensOf('um... ok')).toEqual([
    { text: 'um', end: 2 },
    { text: '...', end: 5 },
    { text: 'ok', end: 8 },
  ])
})

test('any text becomes an array of the same size with rows of the table, its first piece of each word a shape', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const ids = turnTextIds(text)
      expect(ids.length).toBe(TOKENS * PIECES)
      expect(ids.every((id) => id >= 0 && id < ROWS)).toBe(true)
      const read = Math.min(TOKENS, tokensOf(text).length)
      const shapes = ids.filter((_, index) => index % PIECES === 0)
      expect(shapes.every((shape, index) => shape > 0 === index < read)).toBe(true)
    }),
  )
})

test('only the last words count', () => {
  const tail = Array.from({ length: TOKENS }, (_, index) => `word${'abcdefgh'[index % 8]}`).join(' ')
  expect(turnTextIds(`something said before ${tail}`)).toEqual(turnTextIds(tail))
})

test('capitals change the shape alone, apostrophes and digits nothing, another word much', () => {
  const [upper, lower] = [idsOf(['Because']), idsOf(['because'])]
  expect(upper.slice(1)).toEqual(lower.slice(1))
  expect(upper[0]).not.toBe(lower[0])
  expect(idsOf(['don’t'])).toEqual(idsOf(["don't"]))
  expect(idsOf(['42'])).toEqual(idsOf(['17']))
  expect(idsOf(['because']).slice(1, 3)).not.toEqual(idsOf(['becausr']).slice(1, 3))
})

test('the rows are these: weights in use were trained on them', () => {
  expect([...idsOf(['wait'])].slice(0, PIECES)).toMatchInlineSnapshot(`
    [
      1,
      7423,
      2551,
      2795,
      0,
      10328,
      2147,
      0,
    ]
  `)
  expect([...idsOf(['multiplied'])].slice(0, PIECES)).toMatchInlineSnapshot(`
    [
      1,
      221,
      2324,
      8203,
      4102,
      9332,
      3326,
      10113,
    ]
  `)
})
