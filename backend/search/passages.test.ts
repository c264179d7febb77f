import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestSentence, PASSAGE_LENGTH, rankPassages, sentences, splitPassages } from './passages.ts'
import { keywords } from './search.ts'

test('a text is cut at paragraphs, long ones at sentences, and nothing is lost but blanks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('One sentence here. ', 'word ', '\n\n', 'x'.repeat(700), ' \n ')),
      (pieces) => {
        const text = pieces.join('')
        const passages = splitPassages(text)
        expect(passages.every((passage) => passage.length > 0 && passage.length <= PASSAGE_LENGTH)).toBe(true)
        const bare = (each: string) => each.replaceAll(/\s/gu, '')
        expect(bare(passages.join(''))).toBe(bare(text))
      },
    ),
  )
})

const page = (title: string, ...passages: string[]) => ({
  title,
  address: `https://a.example/${title}`,
  passages,
})

test('the passage that answers comes first, and its sentence is quoted as it stands', () => {
  const ranked = rankPassages(
    'When did Noether prove her theorem?',
    [
      page('Cats', 'Cats are small. They were tamed long ago.'),
      page(
        'Emmy Noether',
        'She was born in Erlangen.',
        'Her work was long overlooked. Noether proved the theorem in 1915, and published it in 1918.',
      ),
    ],
    3,
  )
  expect(ranked[0]).toMatchObject({
    title: 'Emmy Noether',
    quote: 'Noether proved the theorem in 1915, and published it in 1918.',
  })
  expect(ranked.length).toBeLessThanOrEqual(3)
  for (const { text, quote } of ranked) expect(text).toContain(quote)
})

test('a page on which nothing matches yields nothing', () => {
  expect(rankPassages('zebra', [page('Cats', 'They sleep.')], 3)).toEqual([])
  expect(rankPassages('', [page('Cats', 'They sleep.')], 3)).toEqual([])
})

test('a quote is a sentence of the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (text, question) => {
      const quote = bestSentence(question, text)
      expect(text.includes(quote)).toBe(true)
      expect(sentences(text).join('').length).toBeLessThanOrEqual(text.length)
    }),
  )
})

test.each([
  ['What is the capital of Mongolia?', 'capital Mongolia'],
  ['Please look up: when did Emmy Noether prove her theorem?', 'Emmy Noether prove her theorem'],
  ['Was ist der Satz des Pythagoras?', 'Satz Pythagoras'],
  ['What is it?', 'What is it'],
  ['', ''],
])('%s searches for %s', (question, query) => {
  expect(keywords(question)).toBe(query)
})
