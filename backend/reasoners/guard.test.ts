import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestOf } from './given-thought.ts'
import { guardOf } from './guard.ts'

const PAGE = `The distributive law of multiplication over addition says that a bracket is multiplied out term by term.
Euclid proved it with areas in 300 BC; the French Revolution of 1789 has nothing to do with it. My number is 030 123 45 67.`
const request = requestOf({
  question: 'Who found the law, and when was call 0800 1234567 made?',
  pages: [{ title: 'Brackets', address: 'https://school.example/', passages: [{ id: 'p', text: PAGE }] }],
  conversation: [{ who: 'person', text: 'See https://given.example/a?b=1, please.' }],
  web: true,
})

describe('a query', () => {
  test.each([
    'distributive law history',
    'the distributive law of multiplication',
    'Euclid proof distributive law areas',
    'French Revolution 1789 causes',
    'wer hat das Distributivgesetz gefunden',
    'call 0800 1234567',
    'H2O boiling point at 2 bar',
    'COVID-19 vaccine 2021 study',
    'ISO 8601 week date',
    'f(x) = x^2 + 3x derivative',
    'Donaudampfschifffahrtsgesellschaft Geschichte',
  ])('of one’s own words goes out: %s', (query) => {
    expect(guardOf(request).refusesQuery(query)).toBeNull()
  })

  test.each([
    ['says that a bracket is multiplied out', 'tool'],
    ['030 123 45 67', 'tool'],
    ['somebody@mail.example', 'tool'],
    ['word '.repeat(30), 'limit'],
  ])('that carries what was read does not: %s', (query, refused) => {
    expect(guardOf(request).refusesQuery(query)).toBe(refused)
  })

  test('may hold what was read since only as little as any other', () => {
    const guard = guardOf(request)
    const text = 'The tower was rebuilt after the great storm of that winter.'
    expect(guard.refusesQuery('rebuilt after the great storm of')).toBeNull()
    guard.read(text)
    expect(guard.refusesQuery('rebuilt after the great storm of')).toBe('tool')
  })

  test('with six words in a row of a page is never let out, whatever stands around them', () => {
    const words = PAGE.match(/\p{L}{2,}/gu) ?? []
    fc.assert(
      fc.property(
        fc.nat(words.length - 7),
        fc.array(fc.constantFrom('lighthouse', 'history', 'of', 'the'), { maxLength: 4 }),
        fc.constantFrom(' ', ', ', ' - ', '  '),
        (from, around, between) => {
          const run = words.slice(from, from + 6)
          // Only words that really stand side by side are a quote.
          fc.pre(new RegExp(run.join('[^\\p{L}\\p{N}]+'), 'u').test(PAGE))
          expect(guardOf(request).refusesQuery([...around, ...run].join(between))).not.toBeNull()
        },
      ),
    )
  })
})

test('pages are read that the person or a search has named, exactly', () => {
  const guard = guardOf(request)
  expect(guard.refusesReading('https://given.example/a?b=1')).toBeNull()
  expect(guard.refusesReading('https://given.example/a?b=12')).toBe('address')
  expect(guard.refusesReading('https://school.example/')).toBe('address')
  guard.found(['https://found.example/'])
  expect(guard.refusesReading('https://found.example/')).toBeNull()
  expect(guard.mayShow('https://found.example/')).toBe(true)
  expect(guard.mayShow('https://school.example/')).toBe(true)
  expect(guard.mayShow('https://other.example/')).toBe(false)
})
