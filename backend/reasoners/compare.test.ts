import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedPassages, compareSubject } from './compare.ts'
import { requestOf } from './given-thought.ts'

const subject = (question: string, title = 'Noether’s theorem - Wikipedia') =>
  compareSubject(
    requestOf({ task: 'compare', question, pages: [{ title, address: 'https://a.example/', passages: [] }] }),
  )

test.each([
  ['Compare this with another source', 'Noether’s theorem'],
  ['/compare', 'Noether’s theorem'],
  ['Vergleiche das mit einer anderen Quelle', 'Noether’s theorem'],
  ['compare what the page says about symmetry with other sources', 'symmetry'],
  ['Compare quicksort with mergesort', 'quicksort mergesort'],
])('%s is about %s', (question, about) => expect(subject(question)).toBe(about))

test('no question or title throws or takes long; of a title a few words are searched for', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (question, title) => void subject(question, title)))
  for (const letter of ['compare ', '/', 'a', ' - ', '| '])
    subject(letter.repeat(60_000 / letter.length), letter.repeat(500 / letter.length))
  expect(subject('/compare', 'alpha beta gamma delta epsilon zeta eta theta iota kappa')).toBe(
    'alpha beta gamma delta epsilon zeta eta theta',
  )
})

test('no passage of the other source stands beside two of the page', () => {
  const of = (texts: string[], first: number) =>
    texts.map((text, at) => ({ n: first + at, title: '', address: '', text, passage: null }))
  const word = fc.constantFrom('bracket', 'law', 'cat', 'term', 'area')
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')))
  fc.assert(
    fc.property(texts, texts, (own, others) => {
      const pairs = comparedPassages('law of brackets', of(own, 1), of(others, 1_000))
      const numbers = pairs.map(([, { n }]) => n)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(pairs.length > 0).toBe(own.length > 0 && others.length > 0)
    }),
  )
})
