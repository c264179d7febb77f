import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import { bestSentence, type RankedPassage } from '../search/passages.ts'
import { keywords, type LookUpDoors, lookUp, type Search, wordsThatMatter } from '../search/search.ts'
import { bearing } from './bearing.ts'
import { type Citable, citablesOf } from './citable.ts'

/** Words of a query that is taken from a title. */
const TITLE_WORDS = 8
/** Passages of each side that are shown. */
const PAIRS = 3
/** By so much of the page passages of others are ranked, in UTF-16 units. */
const RANKED_BY = 1_500

/** Words that ask for a comparison and name nothing that is compared. */
const COMMAND =
  /(?<![\p{L}\p{N}])(?:\/?(?:compare[sd]?|comparison|contrast|vergleich(?:e|en)?)|against|versus|vs|says?|sagt|steht|another|others?|different|second|ander(?:e[mnrs]?)|zweite[mnrs]?|sources?|quellen?|pages?|seiten?|texts?|articles?|artikel|selection|auswahl|sites?|web|internet|net|netz|online|kannst|könntest)(?![\p{L}\p{N}])/giu

/**
 * What a comparison is about, as a query: what the question names, else what the page in front is called, without the
 * name of its site.
 */
export function compareSubject({ question, pages }: ThoughtRequest): string {
  const named = question.replaceAll(COMMAND, ' ')
  if (wordsThatMatter(named).some((word) => word.length > 2)) return keywords(named)
  const [title = ''] = (pages[0]?.title ?? '').split(/ [-–—|·] /u)
  return wordsThatMatter(title).slice(0, TITLE_WORDS).join(' ').slice(0, 200) || keywords(question)
}

/**
 * Looks up another source on what is compared. Its passages are ranked by what the page says too; asked for is the
 * subject alone.
 */
export function lookUpOther(
  request: ThoughtRequest,
  { search, signal }: Pick<LookUpDoors, 'search' | 'signal'>,
  most: number,
): Promise<RankedPassage[]> {
  const subject = compareSubject(request)
  const own = citablesOf({ pages: request.pages.slice(0, 1) }).map(({ text }) => text)
  const best = [...bearing(subject, own, 2), ...own].slice(0, 2)
  const about = [subject, request.selection ?? '', ...best].join(' ').slice(0, RANKED_BY)
  const others = otherSources(search, request)
  return lookUp(
    about,
    { signal, search: { ...others, find: (_, until) => others.find(subject, until) } },
    most,
  )
}

/** A search in which the pages that were sent along are not found: another source is one that is not open already. */
export function otherSources(search: Search, { pages }: ThoughtRequest): Search {
  const own = new Set(pages.map(({ address }) => placeOf(address)))
  return {
    name: search.name,
    needsKey: search.needsKey,
    read: (address, signal) => search.read(address, signal),
    find: async (query, signal) =>
      (await search.find(query, signal)).filter(({ address }) => !own.has(placeOf(address))),
  }
}

/** An address as far as it tells a page from others. */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, pathname, search } = new URL(address)
  return `${hostname.replace(/^(?:www|m)\.|(?<=^[a-z]{2,3}\.)m\./u, '')}${pathname.replace(/\/+$/u, '')}${search}`
}

/** Passages of a page, each with the one of another source that bears most on it, none twice; else the first of each. */
export function comparedPassages(
  subject: string,
  own: readonly Citable[],
  others: readonly Citable[],
): [Citable, Citable][] {
  const best = bearing(
    subject,
    own.map(({ text }) => text),
    PAIRS,
  ).flatMap((text) => own.find((citable) => citable.text === text) ?? [])
  const left = [...others]
  const pairs = (best.length > 0 ? best : own.slice(0, PAIRS)).flatMap((citable): [Citable, Citable][] => {
    const [text] = bearing(
      `${subject} ${bestSentence(subject, citable.text)}`,
      left.map((other) => other.text),
      1,
    )
    const at = left.findIndex((other) => other.text === text)
    const [other] = at < 0 ? [] : left.splice(at, 1)
    return other === undefined ? [] : [[citable, other]]
  })
  const [first] = best.length > 0 ? best : own
  const [other] = others
  return pairs.length > 0 || first === undefined || other === undefined ? pairs : [[first, other]]
}
