import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { type SearchChoice, searchBy } from './engines.ts'
import { lookUp, type Search, SearchError } from './search.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})
const ever = new AbortController().signal

/** Stands where an engine that needs a key would be: answers once by a script and keeps what it was asked. */
function scripted(status: number, body: string) {
  const asked: { address: string; init: RequestInit | undefined }[] = []
  vi.stubGlobal('fetch', async (address: URL, init?: RequestInit) => {
    asked.push({ address: String(address), init })
    return new Response(body, { status })
  })
  return asked
}

const CHOICES: [SearchChoice, string, unknown][] = [
  [
    { engine: 'brave', key: 'k' },
    'https://api.search.brave.com/',
    { web: { results: [hit({ description: 'd' })] } },
  ],
  [{ engine: 'tavily', key: 'k' }, 'https://api.tavily.com/', { results: [hit({ content: 'd' })] }],
  [{ engine: 'exa', key: 'k' }, 'https://api.exa.ai/', { results: [hit({ text: 'd' })] }],
  [
    { engine: 'searxng', address: 'http://sx.example/s' },
    'http://sx.example/s/search',
    { results: [hit({ content: 'd' })] },
  ],
  [
    { engine: 'mediawiki' },
    'https://de.wikipedia.org/w/api.php',
    { query: { pages: [{ title: 't', fullurl: 'https://a.example/', index: 1, extract: 'd' }] } },
  ],
]
function hit(more: object) {
  return { title: 't', url: 'https://a.example/', ...more }
}

test.each(CHOICES)('%j', async (choice, address, answer) => {
  const asked = scripted(200, JSON.stringify(answer))
  const found = await searchBy(choice, 'de').find('pi', ever)
  expect(found).toEqual([{ title: 't', address: 'https://a.example/', snippet: 'd' }])
  expect(asked).toHaveLength(1)
  expect(asked[0]?.address.startsWith(address)).toBe(true)
  const sent = JSON.stringify(asked[0])
  expect(sent).toContain('pi')
  if ('key' in choice)
    expect(new Headers(asked[0]?.init?.headers).values().some((value) => /\bk$/u.test(value))).toBe(true)
})

test.each([
  [401, '{}', 'wrong-key'],
  [429, '{}', 'busy'],
  [500, '{}', 'refused'],
  [200, 'no json', 'garbled'],
  [200, '{"results":[{"url":5}]}', 'garbled'],
  [200, ' '.repeat(2_100_000), 'too-large'],
])('%i %.20s is %s', async (status, body, why) => {
  scripted(status, body)
  await expect(searchBy({ engine: 'tavily', key: 'k' }, 'en').find('pi', ever)).rejects.toMatchObject({ why })
})

const KEYS = 'web results title url description content text query pages fullurl index extract'.split(' ')
const leaf = fc.oneof(fc.constantFrom('https://a.example/', 'javascript:1', '', null, 7), fc.string())
const { answers } = fc.letrec((tie) => ({
  answers: fc.oneof(
    { depthSize: 'medium' },
    leaf,
    fc.array(tie('answers'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('answers'), { maxKeys: 4 }),
  ),
}))

test.each(CHOICES)('whatever %j answers is hits or garbled', async (choice, _, meant) => {
  const bent = answers.map((odd) => replaced(meant, odd))
  await fc.assert(
    fc.asyncProperty(fc.oneof(answers, bent), async (answer) => {
      scripted(200, JSON.stringify(answer))
      try {
        for (const { address, snippet } of await searchBy(choice, 'en').find('pi', ever)) {
          expect(address).toMatch(/^https?:/)
          expect(snippet.length).toBeLessThanOrEqual(1200)
        }
      } catch (error) {
        expect(error).toBeInstanceOf(SearchError)
        expect(error).toMatchObject({ why: 'garbled' })
      }
    }),
    { numRuns: 100 },
  )
})

/** With something else in the place of each hit's text. */
const replaced = (meant: unknown, odd: unknown): unknown =>
  JSON.parse(JSON.stringify(meant).replaceAll('"d"', () => JSON.stringify(odd)))

test('a hit that is no page of the web is left out', async () => {
  scripted(
    200,
    JSON.stringify({
      results: [
        { title: 'x', url: 'javascript:alert(1)' },
        { title: 'y', url: 'https://' },
      ],
    }),
  )
  expect(await searchBy({ engine: 'tavily', key: 'k' }, 'en').find('pi', ever)).toEqual([])
})

test('a question is looked up in a wiki of one’s own, and quoted from its pages', async () => {
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname === '/api.php') {
      const pages = [{ title: 'Noether', fullurl: `${origin}/wiki/Noether`, index: 1, extract: '' }]
      answer.end(JSON.stringify({ query: { pages } }))
    } else
      answer
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<article><p>She lived in Erlangen.</p><p>Noether published her theorem in 1918.</p></article>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const told: string[] = []
  const passages = await lookUp('When did Noether publish her theorem?', {
    search: searchBy({ engine: 'mediawiki', address: `${origin}/api.php` }, 'en'),
    signal: ever,
    tell: (doing, about) => told.push(`${doing} ${about}`),
  })
  server.closeAllConnections()
  server.close()
  expect(passages[0]).toMatchObject({ quote: 'Noether published her theorem in 1918.' })
  expect(told).toEqual(['searching Noether publish her theorem', `reading ${new URL(origin).host}`])
})

test('a page that cannot be read counts with its snippet; a search that fails is an error', async () => {
  const search: Search = {
    name: 'x',
    needsKey: false,
    find: async () => [{ title: 'Pi', address: 'https://a.example/', snippet: 'Pi is about 3.14.' }],
    read: () => Promise.reject(new Error('no')),
  }
  expect(await lookUp('What is pi?', { search, signal: ever })).toMatchObject([{ text: 'Pi is about 3.14.' }])
  const fails = { ...search, find: () => Promise.reject(new Error('down')) }
  await expect(lookUp('What is pi?', { search: fails, signal: ever })).rejects.toThrow('down')
})
