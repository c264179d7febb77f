import { type RankedPassage, rankPassages } from './passages.ts'

/** One hit of a search engine: untrusted. */
export interface Found {
  title: string
  /** http(s). */
  address: string
  snippet: string
}

/** The readable text of a page, without its menus: untrusted. */
export interface ReadPage {
  title: string
  /** Where it was in the end, after redirects. */
  address: string
  /** Paragraphs in order, each at most PASSAGE_LENGTH UTF-16 units. */
  passages: string[]
}

/** Why nothing was found or read. `status`: of the answer, where there was one. */
export class SearchError extends Error {
  readonly why:
    | 'no-network'
    | 'refused'
    | 'wrong-key'
    | 'busy'
    | 'garbled'
    | 'private-address'
    | 'too-large'
    | 'not-text'
  constructor(why: SearchError['why']) {
    super(why)
    this.why = why
  }
}

/** Searches the web, and reads what was found. Both reject with a SearchError, or with the signal's reason. */
export interface Search {
  /** Shown to the person: "Brave", "Wikipedia". */
  name: string
  needsKey: boolean
  find(query: string, signal: AbortSignal): Promise<Found[]>
  read(address: string, signal: AbortSignal): Promise<ReadPage>
}

/** Pages that are read for one question, and how long for each (ms). */
const PAGES = 3
const PAGE_MS = 8_000

export interface LookUpDoors {
  search: Search
  signal: AbortSignal
  /** Told before each step, for the person to see. */
  tell?: (doing: 'searching' | 'reading', about: string) => void
}

/**
 * Searches, reads the first pages at once, and gives the passages that matter most to the question, best first. A
 * page that cannot be read counts with its snippet. Rejects only where the search itself fails.
 */
export async function lookUp(
  question: string,
  { search, signal, tell }: LookUpDoors,
  most = 6,
): Promise<RankedPassage[]> {
  const query = keywords(question)
  tell?.('searching', query)
  const found = await search.find(query, signal)
  const first = found.slice(0, PAGES)
  for (const { address } of first) tell?.('reading', new URL(address).host)
  const pages = await Promise.all(
    first.map(async (hit): Promise<ReadPage> => {
      try {
        return await search.read(hit.address, AbortSignal.any([signal, AbortSignal.timeout(PAGE_MS)]))
      } catch {
        signal.throwIfAborted()
        return { title: hit.title, address: hit.address, passages: hit.snippet === '' ? [] : [hit.snippet] }
      }
    }),
  )
  return rankPassages(question, pages, most)
}

/** Words that search for nothing. */
const EMPTY = new Set(
  `a an the of in on at to for from by with and or is are was were be been do does did can could would should will
  what which who whom whose when where why how that this these those it its i me my you your we our please tell
  explain about look up find search mean means der die das den dem des ein eine einen einem einer eines und oder ist
  sind war waren wird werden was welche welcher welches wer wen wem wann wo warum wieso wie dass dies diese dieser es
  ich mir mein du dein wir bitte sag erkläre über suche nach bedeutet heißt im am zum zur von mit für auf`.split(
    /\s+/u,
  ),
)

/** Engines that want every word of a query find nothing for a whole question: its words that matter, at most 12. */
export function keywords(question: string): string {
  const kept = wordsThatMatter(question)
  return (kept.length > 0 ? kept : wordsOf(question)).slice(0, 12).join(' ').slice(0, 200)
}

/** None where a question names nothing. */
export function wordsThatMatter(question: string): string[] {
  return wordsOf(question)
    .map((word) => word.replace(/[.'’-]+$/u, ''))
    .filter((word) => !EMPTY.has(word.toLowerCase()))
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu) ?? []
