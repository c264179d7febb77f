import { marked } from 'marked'
import { expect, test } from 'vitest'
import { SearchError } from '../search/search.ts'
import { escapeMarkdown, extracts } from './extracts.ts'
import { FIRST_SENTENCE, GivenSearch, partsOf, requestOf, textOf } from './given-thought.ts'

const WEB = [{ title: 'Law', address: 'https://wiki.example/law', snippet: 'A law of brackets.' }]
const WEB_PAGE = {
  title: 'Law',
  address: 'https://wiki.example/law',
  passages: ['Every bracket obeys the distributive law.', 'Nothing here.'],
}

test('the passages that bear on a question are quoted, with their sources', async () => {
  const parts = await partsOf(extracts, requestOf())
  expect(parts).toContainEqual(FIRST_SENTENCE)
  expect(textOf(parts)).toMatch(/^No language model is set up/u)
  expect(textOf(parts)).toContain('> A bracket is multiplied out term by term.')
  expect(textOf(parts)).not.toContain('Cats')
  expect(parts.at(-1)).toEqual({ kind: 'done', by: 'extracts', model: null, tokens: null })
})

test('where the web may be searched, its passages come after those of the page', async () => {
  const search = new GivenSearch(WEB, [WEB_PAGE])
  const parts = await partsOf(extracts, requestOf({ web: true }), { search })
  expect(search.queries).toEqual(['bracket multiplied out'])
  const sources = parts.flatMap((part) => (part.kind === 'source' ? [part.source] : []))
  expect(sources.map(({ n, passage }) => [n, passage])).toEqual([
    [1, 'p1'],
    [3, null],
  ])
  expect(sources[1]?.quote).toBe('Every bracket obeys the distributive law.')
})

test('what checkers found is said first', async () => {
  const facts = ['Line 3 does not follow: at x = 1 the bracket gives 8 and 5.', 'Line 9 follows.']
  const text = textOf(await partsOf(extracts, requestOf({ question: 'Why is my bracket wrong?', facts })))
  expect(text.indexOf('Line 3')).toBeGreaterThan(0)
  expect(text.indexOf('Line 3')).toBeLessThan(text.indexOf('> A bracket'))
})

test.each(['translate', 'quiz'] as const)('to %s needs a model, and one sentence says so', async (task) => {
  const search = new GivenSearch(WEB)
  const parts = await partsOf(extracts, requestOf({ task, language: 'de', web: true }), { search })
  expect(textOf(parts)).toContain('Sprachmodell')
  expect(parts.map(({ kind }) => kind)).toEqual(['text', 'done'])
  expect(search.queries).toEqual([])
})

const OWN = { title: 'Brackets', address: 'https://www.school.example/brackets/#law', snippet: 'Itself.' }

test('two sources are compared by passages of both, the page itself is no other source', async () => {
  const search = new GivenSearch([OWN, ...WEB], [WEB_PAGE])
  const asked = { task: 'compare' as const, question: 'Compare this with another source', web: true }
  const parts = await partsOf(extracts, requestOf(asked), { search })
  expect(search).toMatchObject({ queries: ['Brackets'], reads: ['https://wiki.example/law'] })
  const text = textOf(parts)
  const places = ['**Brackets**', '> A bracket is multiplied', '**Law**', '> Every bracket obeys']
  expect(places.map((place) => text.indexOf(place))).toEqual(
    places.map((place) => text.indexOf(place)).toSorted((a, b) => a - b),
  )
  expect(text).toContain(places[3])
  const sources = parts.flatMap((part) => (part.kind === 'source' ? [part.source] : []))
  expect(sources.map(({ address, passage }) => [address, passage])).toEqual([
    ['https://school.example/brackets', 'p1'],
    ['https://wiki.example/law', null],
  ])
})

test('where no other source is found, that is said, and another tab is one', async () => {
  const asked = { task: 'compare' as const, question: 'Compare it with other sources', web: true }
  const alone = await partsOf(extracts, requestOf(asked), { search: new GivenSearch([OWN]) })
  expect(textOf(alone)).toContain('no other source')
  const [page] = requestOf().pages
  const tab = {
    title: 'Tab',
    address: 'https://b.example/',
    passages: [{ id: 'p3', text: 'Brackets first, then powers.' }],
  }
  const search = new GivenSearch(WEB)
  const pages = page === undefined ? [] : [page, tab]
  const two = await partsOf(
    extracts,
    requestOf({ ...asked, question: 'Compare with my other tab', web: false, pages }),
    { search },
  )
  expect(search.queries).toEqual([])
  expect(textOf(two)).toMatch(/\*\*Brackets\*\*[\s\S]*\*\*Tab\*\*\n\n> Brackets first/u)
})

test('what a picture shows is what the page says of it, and that no more is known', async () => {
  const text = 'See [image: A triangle with a right angle](x) here.'
  const pages = [{ title: 'T', address: 'https://a.example/', passages: [{ id: 'p1', text }] }]
  const search = new GivenSearch(WEB)
  const asked = { question: 'What does this picture show?', web: true, pages }
  const parts = await partsOf(extracts, requestOf(asked), { search })
  expect(textOf(parts)).toMatch(/^I do not see pictures\./u)
  expect(textOf(parts)).toContain('> A triangle with a right angle\n')
  expect(search.queries).toEqual([])
  expect(textOf(await partsOf(extracts, requestOf({ ...asked, pages: [] })))).toContain('describes none')
})

test('without network only a question for which the page has nothing fails', async () => {
  const search = new GivenSearch()
  search.find = () => Promise.reject(new SearchError('no-network'))
  const nothing = await partsOf(extracts, requestOf({ question: 'Zebras?', web: true }), { search })
  expect(nothing.at(-1)).toEqual({ kind: 'error', error: 'no-network' })
  const page = await partsOf(extracts, requestOf({ web: true }), { search })
  expect(textOf(page)).toContain('The search did not answer')
  expect(page.at(-1)).toMatchObject({ kind: 'done' })
})

test('nothing found is said, and a summary is how the page begins', async () => {
  expect(textOf(await partsOf(extracts, requestOf({ question: 'Zebras?' })))).toContain('found nothing')
  const summary = await partsOf(extracts, requestOf({ task: 'summarise', question: 'Zusammenfassen' }))
  expect(summary.filter(({ kind }) => kind === 'source')).toHaveLength(2)
})

test('of an enormous page the passage is found that bears on the question', async () => {
  const passages = Array.from({ length: 100 }, (_, at) => ({
    id: `p${at}`,
    text: at === 77 ? 'Zebras are striped so that flies lose their way.' : 'Lorem ipsum dolor. '.repeat(250),
  }))
  const pages = [{ title: 'Zoo', address: 'https://zoo.example/', passages }]
  const parts = await partsOf(extracts, requestOf({ question: 'Why are zebras striped?', pages }))
  const sources = parts.flatMap((part) => (part.kind === 'source' ? [part.source.passage] : []))
  expect(sources).toEqual(['p77'])
})

test('given up it ends with what ended it', async () => {
  for (const [reason, error] of [
    [new DOMException('', 'TimeoutError'), 'timed-out'],
    [new DOMException('', 'AbortError'), 'cancelled'],
  ] as const) {
    const giving = new AbortController()
    const search = new GivenSearch()
    search.find = () => {
      giving.abort(reason)
      return Promise.reject(reason)
    }
    const parts = await partsOf(extracts, requestOf({ web: true }), { search, signal: giving.signal })
    expect(parts.at(-1)).toEqual({ kind: 'error', error })
  }
})

test('text of strangers makes no link, image, code or HTML', () => {
  const hostile =
    '![x](https://evil.example/?q=1) [y](//evil.example) <img src=//evil.example> https://evil.example www.evil.example a@evil.example `c` *b* &lt;b&gt;'
  const html = marked.parse(`> ${escapeMarkdown(hostile)}`, { async: false })
  expect(html).not.toMatch(/<(?:a|img|code|em)\b/u)
  expect(html).toContain('https://evil.example')
})
