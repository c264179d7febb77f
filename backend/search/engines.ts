import * as v from 'valibot'
import type { Language } from '../../shared/catalogue/languages.ts'
import { PUBLIC, publicAnd } from './fetch-public.ts'
import { readPage } from './read-page.ts'
import { type Found, type Search, SearchError } from './search.ts'

/** Hits that are asked for. */
const HITS = 8
/** How long an engine may take (ms), and its longest answer in bytes. */
const ENGINE_MS = 10_000
const ANSWER_BYTES = 2_000_000

/** Which engine to ask: with a key, or at an address of the person's own. */
export const SearchChoiceSchema = v.variant('engine', [
  v.object({ engine: v.picklist(['brave', 'tavily', 'exa']), key: v.pipe(v.string(), v.minLength(1)) }),
  v.object({ engine: v.literal('searxng'), address: v.pipe(v.string(), v.url()) }),
  /** `address` of its api.php; without one, Wikipedia in the person's language. */
  v.object({ engine: v.literal('mediawiki'), address: v.exactOptional(v.pipe(v.string(), v.url())) }),
])
export type SearchChoice = v.InferOutput<typeof SearchChoiceSchema>

const Hit = { title: v.optional(v.nullable(v.string()), ''), url: v.string() }
const Text = v.optional(v.nullable(v.string()), '')
const BraveSchema = v.object({
  web: v.optional(v.object({ results: v.array(v.object({ ...Hit, description: Text })) }), { results: [] }),
})
const ContentSchema = v.object({ results: v.array(v.object({ ...Hit, content: Text })) })
const ExaSchema = v.object({ results: v.array(v.object({ ...Hit, text: Text })) })
const MediaWikiSchema = v.object({
  query: v.optional(
    v.object({
      pages: v.array(
        v.object({ title: v.string(), fullurl: v.string(), index: v.optional(v.number(), 0), extract: Text }),
      ),
    }),
    { pages: [] },
  ),
})

type Ask = (query: string) => { address: URL; init?: RequestInit; read(answer: unknown): Found[] }

/** The engine that was chosen. Reading is the same for all. */
export function searchBy(choice: SearchChoice, language: Language): Search {
  const own = choice.engine === 'mediawiki' ? choice.address : undefined
  const reach = own === undefined ? PUBLIC : publicAnd(own)
  return {
    name: NAMES[choice.engine],
    needsKey: 'key' in choice,
    read: (address, signal) => readPage(address, signal, reach),
    async find(query, signal) {
      const { address, init, read: readHits } = askOf(choice, language)(query)
      const answer = await fetchJson(address, init, AbortSignal.any([signal, AbortSignal.timeout(ENGINE_MS)]))
      try {
        return readHits(answer).filter(({ address: hit }) => /^https?:\/\//u.test(hit) && URL.canParse(hit))
      } catch {
        throw new SearchError('garbled')
      }
    },
  }
}

const NAMES = {
  brave: 'Brave Search',
  tavily: 'Tavily',
  exa: 'Exa',
  searxng: 'SearXNG',
  mediawiki: 'Wikipedia',
}

function askOf(choice: SearchChoice, language: Language): Ask {
  switch (choice.engine) {
    case 'brave':
      return (query) => ({
        address: withQuery('https://api.search.brave.com/res/v1/web/search', {
          q: query,
          count: String(HITS),
        }),
        init: { headers: { 'x-subscription-token': choice.key } },
        read: (answer) =>
          v.parse(BraveSchema, answer).web.results.map(({ description, ...hit }) => found(hit, description)),
      })
    case 'tavily':
      return (query) => ({
        address: new URL('https://api.tavily.com/search'),
        init: post({ query, max_results: HITS }, { authorization: `Bearer ${choice.key}` }),
        read: readContent,
      })
    case 'exa':
      return (query) => ({
        address: new URL('https://api.exa.ai/search'),
        init: post(
          { query, numResults: HITS, contents: { text: { maxCharacters: 1000 } } },
          { 'x-api-key': choice.key },
        ),
        read: (answer) => v.parse(ExaSchema, answer).results.map(({ text, ...hit }) => found(hit, text)),
      })
    case 'searxng':
      return (query) => ({
        address: withQuery(new URL('search', withSlash(choice.address)).href, {
          q: query,
          format: 'json',
          language,
        }),
        read: readContent,
      })
    case 'mediawiki':
      return (query) => ({
        address: withQuery(choice.address ?? `https://${language}.wikipedia.org/w/api.php`, {
          action: 'query',
          format: 'json',
          formatversion: '2',
          generator: 'search',
          gsrsearch: query,
          gsrlimit: String(HITS),
          prop: 'info|extracts',
          inprop: 'url',
          exintro: '1',
          explaintext: '1',
          exlimit: 'max',
        }),
        read: (answer) =>
          v
            .parse(MediaWikiSchema, answer)
            .query.pages.toSorted((a, b) => a.index - b.index)
            .map(({ title, fullurl, extract }) => found({ title, url: fullurl }, extract)),
      })
  }
}

const readContent = (answer: unknown) =>
  v.parse(ContentSchema, answer).results.map(({ content, ...hit }) => found(hit, content))

function found({ title, url }: { title: string | null; url: string }, text: string | null): Found {
  const snippet = (text ?? '').replaceAll(/<[^>]{0,200}>/gu, '').slice(0, 1_200)
  return { title: (title ?? '').slice(0, 500), address: url, snippet }
}

const withSlash = (address: string) => (address.endsWith('/') ? address : `${address}/`)

function withQuery(address: string, query: Record<string, string>): URL {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

function post(body: unknown, headers: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  }
}

async function fetchJson(address: URL, init: RequestInit | undefined, signal: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json', 'user-agent': 'Aside/0.1', ...init?.headers }
  const answer = await fetch(address, { ...init, headers, redirect: 'error', signal }).catch(() => {
    signal.throwIfAborted()
    throw new SearchError('no-network')
  })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new SearchError(refusalOf(answer.status))
  }
  const bytes = await readUpTo(answer)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new SearchError('garbled')
  }
}

async function readUpTo({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    // Leaving the loop cancels the rest.
    if (length > ANSWER_BYTES) throw new SearchError('too-large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function refusalOf(status: number): SearchError['why'] {
  if (status === 401 || status === 403) return 'wrong-key'
  return status === 429 ? 'busy' : 'refused'
}
