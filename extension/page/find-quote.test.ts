import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import { findQuote } from './find-quote.ts'

const line = (text: string, quote: string, nth = 0) => {
  let start = text.indexOf(quote)
  for (let i = 0; i < nth; i += 1) start = text.indexOf(quote, start + 1)
  return anchorOf('textarea', text, start, start + quote.length)
}
const at = (text: string, place: { start: number; end: number } | null) =>
  place && text.slice(place.start, place.end)

describe('a line is found again', () => {
  const work = '2x+3=10\n2x=7\nx=3'
  test('where it was', () => expect(findQuote(work, line(work, '2x=7'))).toEqual({ start: 8, end: 12 }))
  test('after something was written above it', () => {
    const text = `Exercise 1\n${work}`
    expect(findQuote(text, line(work, '2x=7'))).toEqual({ start: 19, end: 23 })
  })
  test('after the next line was begun', () =>
    expect(at(`${work}\n`, findQuote(`${work}\n`, line(work, 'x=3')))).toBe('x=3'))
  test('with a space typed behind it', () => {
    const text = '2x+3=10 \n2x=7\nx=3'
    expect(findQuote(text, line(work, '2x+3=10'))).toEqual({ start: 0, end: 7 })
  })
  test('among lines that read the same', () => {
    const text = 'x=3\ny=1\nx=3\ny=1'
    expect(findQuote(text, line(text, 'x=3', 1))).toEqual({ start: 8, end: 11 })
  })
})

describe('a line is gone', () => {
  const first = line('2x+3=10\nx=3', '2x+3=10')
  for (const text of ['2x+3=104\nx=3', '12x+3=10\nx=3', '2x+3=10 + 1\nx=3', '2x+3=1\nx=3', '']) {
    test(`when the text is ${JSON.stringify(text)}`, () => expect(findQuote(text, first)).toBeNull())
  }
  test('when two places could be it', () => expect(findQuote('x\nx\nx', line('x\nx', 'x', 1))).toBeNull())
  test('when it was deleted and only a line like it is left', () => {
    const text = 'x=3\ny=1\n\nx=3\nz=2'
    expect(findQuote('y=1\n\nx=3\nz=22', line(text, 'x=3'))).toBeNull()
  })
  test('when a long line, quoted by its beginning, starts differently', () => {
    const long = `${'a+'.repeat(300)}b`
    const anchor = line(`${long}\nc`, long)
    expect(findQuote(`${long}\nc`, anchor)).toEqual({ start: 0, end: 400 })
    expect(findQuote(`b+${long}\nc`, anchor)).toBeNull()
  })
})

test('a quote that stands at thousands of places is told from none of them', () => {
  const text = ' '.repeat(1_000_000)
  expect(findQuote(text, anchorOf('p', text, 500, 501))).toBeNull()
})

test('a word of a sentence is not found inside a longer word', () => {
  const anchor = line('the cat sat', 'cat')
  expect(findQuote('the cat sat down', anchor)).toEqual({ start: 4, end: 7 })
  expect(findQuote('the cats sat', anchor)).toBeNull()
})

/** Texts that fit into the contexts of an anchor, with few letters, so that lines repeat. */
const smallText = fc
  .array(fc.constantFrom('x', 'x=1', '2x', '', 'x ', 'y'), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.join('\n'))
const edit = fc.record({
  from: fc.nat(40),
  remove: fc.nat(12),
  insert: fc.constantFrom('', 'x', '\n', '1', 'x\n', '\nx=1\n', ' '),
})

test('after any edit the line is found where it went, or is gone', () => {
  fc.assert(
    fc.property(smallText, fc.nat(7), edit, (text, pick, { from, remove, insert }) => {
      const lines = text.split('\n')
      const index = pick % lines.length
      const quote = lines[index] ?? ''
      fc.pre(quote.trim() !== '')
      const start = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0)
      const cut = Math.min(from, text.length)
      const after = text.slice(0, cut) + insert + text.slice(cut + remove)
      const found = findQuote(after, anchorOf('p', text, start, start + quote.length))
      if (!found) return
      expect(after.slice(found.start, found.end)).toBe(quote)
      // One edit explains the new text with the line unharmed: it lies wholly behind the line, or wholly before it.
      const editedBehind = after.slice(0, found.end) === text.slice(0, start + quote.length)
      const editedBefore = after.slice(found.start) === text.slice(start)
      expect(editedBehind || editedBefore).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('a line that stands alone survives every edit of the other lines', () => {
  fc.assert(
    fc.property(smallText, smallText, smallText, smallText, (above, below, above2, below2) => {
      const text = `${above}\nUNIQUE\n${below}`
      const anchor = line(text, 'UNIQUE')
      expect(at(`${above2}\nUNIQUE\n${below}`, findQuote(`${above2}\nUNIQUE\n${below}`, anchor))).toBe(
        'UNIQUE',
      )
      expect(at(`${above}\nUNIQUE\n${below2}`, findQuote(`${above}\nUNIQUE\n${below2}`, anchor))).toBe(
        'UNIQUE',
      )
    }),
  )
})
