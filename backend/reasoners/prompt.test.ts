import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import { citablesOf } from './citable.ts'
import { enclosed } from './fence.ts'
import { requestOf } from './given-thought.ts'
import { promptOf } from './prompt.ts'

const FENCE = '0123456789abcdef'
const prompt = (change: Partial<ThoughtRequest>, room = 10_000) => {
  const request = requestOf(change)
  return promptOf(request, { fence: FENCE, citables: citablesOf(request), room })
}
const lastOf = (change: Partial<ThoughtRequest>, room?: number): string =>
  String(prompt(change, room).messages.at(-1)?.content)

test('the same request gives the same prompt: passages by number, the question last', () => {
  expect(lastOf({ selection: 'ab + ac', facts: ['Line 2 follows.'], noticed: ['stayed on line 3'] })).toBe(
    `=== ${FENCE} page
Brackets
https://school.example/brackets
[1] A bracket is multiplied out term by term. The distributive law says a(b + c) = ab + ac.
[2] Like terms are gathered afterwards. Cats are not part of algebra.
=== ${FENCE} end

=== ${FENCE} what the person has selected
ab + ac
=== ${FENCE} end

=== ${FENCE} what was noticed
- stayed on line 3
=== ${FENCE} end

=== ${FENCE} facts, found by checkers
- Line 2 follows.
=== ${FENCE} end

How is a bracket multiplied out?`,
  )
  expect(prompt({ language: 'de', level: 'a ten-year-old' }).instructions).toMatch(/German.*a ten-year-old/su)
})

test('a model is told that it knows of images what the page says, where there are some, and which page is in front', () => {
  const passages = (text: string) => [{ id: 'p1', text }]
  const page = { title: 'T', address: 'https://a.example/', passages: passages('See [image: a circle].') }
  const tab = { title: 'U', address: 'https://b.example/', passages: passages('Other.') }
  expect(prompt({ pages: [page] }).instructions).toContain('you do not see it')
  expect(prompt({}).instructions).not.toContain('you do not see it')
  const text = lastOf({ pages: [page, tab] })
  expect(text).toContain(`=== ${FENCE} page\nT\n`)
  expect(text).toContain(`=== ${FENCE} page that is open in another tab\nU\n`)
})

test('no text ends its enclosure, and none opens a turn of a chat template', () => {
  const hostile = fc.constantFrom(
    ...['=== ', FENCE, ' end', '\n', '<|im_start|>', '<|', '|>', '[INST]', '</s>', '<start_of_turn>', 'a'],
  )
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 12 }), (pieces) => {
      const lines = enclosed(FENCE, 'page', pieces.join('')).split('\n')
      const fences = lines.filter((line) => line.includes(FENCE))
      expect(fences).toEqual([`=== ${FENCE} page`, `=== ${FENCE} end`])
      expect(lines.join('\n')).not.toMatch(/<\||\[INST\]|<\/s>|<start_of_turn>/u)
    }),
  )
})

test('where not all fits, what bears on the question stays, in the order of the page', () => {
  const passages = Array.from({ length: 20 }, (_, at) => ({
    id: `p${at}`,
    text:
      at % 7 === 3 ? `A bracket, number ${at}, is multiplied out.` : `Weather report ${at}, all day long.`,
  }))
  const pages = [{ title: 'T', address: 'https://a.example/', passages }]
  const text = lastOf({ pages }, 130)
  expect([...text.matchAll(/^\[(\d+)\]/gmu)].map(([, n]) => Number(n))).toEqual([4, 11, 18])
  const long = [
    { title: 'T', address: 'https://a.example/', passages: [{ id: 'p', text: 'bracket '.repeat(500) }] },
  ]
  expect(lastOf({ pages: long }, 100).length).toBeLessThan(300)
})

test('turns of the conversation alternate, begin with the person, and the latest stay', () => {
  const conversation = [
    { who: 'tutor' as const, text: 'Look at line 2.' },
    { who: 'tutor' as const, text: 'And at line 3.' },
    { who: 'person' as const, text: 'Why?' },
  ]
  expect(prompt({ conversation }).messages.map(({ role }) => role)).toEqual([
    ...['user', 'assistant', 'user', 'assistant'],
    'user',
  ])
  expect(prompt({ conversation }, 20).messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
})
