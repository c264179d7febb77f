import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'

/** What a model wanted and was not given: the `what` of the part `blocked`. */
export type Blocked = 'tool' | 'address' | 'limit'

/**
 * Stands between a model and everything that leaves the machine. A model has read text of strangers, so whatever it
 * asks for may be their wish: it may search in a few words of its own, and read what a search or the person named.
 */
export interface Guard {
  /** Why a query may not go to the search engine; null: it may. */
  refusesQuery(query: string): Blocked | null
  refusesReading(address: string): Blocked | null
  /** Of a tool that the client would carry out. */
  refusesCall(name: string, input: unknown): Blocked | null
  /** Whether an address may stand in the answer. */
  mayShow(address: string): boolean
  /** Takes note of addresses that a search gave. */
  found(addresses: readonly string[]): void
  /** Takes note of text that the model has read. */
  read(text: string): void
}

/** Searches and readings in one stream, and the longest query, in UTF-16 units and words. */
const SEARCHES = 4
const READINGS = 4
const QUERY_LENGTH = 160
const QUERY_WORDS = 20

/** Words in a row that are a quote: "the fundamental theorem of calculus" is none yet. */
const QUOTE_WORDS = 6
/** The same for words that were disguised, which nobody does by accident. */
const DISGUISED_WORDS = 3

export function guardOf(request: ThoughtRequest): Guard {
  const { question, conversation, pages, selection, noticed, facts, results, tools } = request
  const said = [question, ...conversation.filter(({ who }) => who === 'person').map(({ text }) => text)]
  const given = new Set(said.flatMap(addressesIn))
  const shown = new Set([...given, ...pages.map(({ address }) => address)])
  const leaks = new Leaks(question)
  leaks.read(
    ...pages.flatMap(({ title, address, passages }) => [title, address, ...passages.map(({ text }) => text)]),
    ...(selection === undefined ? [] : [selection]),
    ...noticed,
    ...facts,
    ...conversation.map(({ text }) => text),
    ...results.map(({ result }) => result),
  )
  const offered = new Set(tools.map(({ name }) => name))
  let searches = 0
  let readings = 0
  return {
    refusesQuery(query) {
      if (query.length > QUERY_LENGTH || wordsOf(query).length > QUERY_WORDS) return 'limit'
      if (leaks.tells(query)) return 'tool'
      searches += 1
      return searches > SEARCHES ? 'limit' : null
    },
    refusesReading(address) {
      if (!given.has(address)) return 'address'
      readings += 1
      return readings > READINGS ? 'limit' : null
    },
    refusesCall(name, input) {
      if (!offered.has(name)) return 'tool'
      return addressesIn(JSON.stringify(input)).every((address) => shown.has(address)) ? null : 'address'
    },
    mayShow: (address) => shown.has(address),
    found(addresses) {
      for (const address of addresses) {
        given.add(address)
        shown.add(address)
      }
    },
    read: (text) => leaks.read(text),
  }
}

function addressesIn(text: string): string[] {
  const found = text.match(
    /(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s<>"'`\\]+|\b(?:www\.|mailto:|data:|javascript:)[^\s<>"'`\\]+/giu,
  )
  return (found ?? []).map((address) => address.replace(/[)\].,;:!?]+$/u, ''))
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Recognises queries that carry what a model has read, also over several queries. What the person asks may be searched. */
class Leaks {
  readonly #asked: ReadonlySet<string>
  readonly #question: string
  readonly #words: string[] = []
  readonly #places = new Map<string, number[]>()
  /** Places of words that queries have told already. */
  readonly #told = new Set<number>()
  readonly #unsorted: string[] = []
  #joined = ''

  constructor(question: string) {
    const words = wordsOf(question)
    this.#asked = new Set(words)
    this.#question = ` ${words.join(' ')} `
  }

  read(...texts: readonly string[]): void {
    this.#unsorted.push(...texts)
  }

  /** Few thoughts search, and half a megabyte takes 50 ms: what was read is sorted when the first query asks. */
  #sort(): void {
    for (const text of this.#unsorted.splice(0)) {
      const words = wordsOf(text)
      for (const word of words) {
        const places = this.#places.get(word)
        if (places === undefined) this.#places.set(word, [this.#words.length])
        else places.push(this.#words.length)
        this.#words.push(word)
      }
      // Between two texts stands a word that nothing is.
      this.#words.push('')
      this.#joined += `${words.join('')} `
    }
  }

  tells(query: string): boolean {
    this.#sort()
    return query.includes('://') || this.#isOdd(query) || this.#isDisguised(query) || this.#isQuote(query)
  }

  /** Single words that no search needs unless the person named them: numbers, keys, addresses, letters spelled out. */
  #isOdd(query: string): boolean {
    const words = wordsOf(query)
    if (/(?:(?<![\p{L}\p{N}])[\p{L}\p{N}](?![\p{L}\p{N}])[^\p{L}\p{N}]*){5}/u.test(query)) return true
    const strange = words.filter((word) => !this.#asked.has(word))
    const digits = strange.filter((word) => /^\p{N}+$/u.test(word)).join('').length
    if (digits > 8 || strange.some((word) => /\p{N}{5}/u.test(word))) return true
    if (query.split(/\s+/u).some((piece) => piece.includes('@') && !this.#question.includes(piece)))
      return true
    const isMixed = (word: string): boolean => /\p{L}/u.test(word) && /\p{N}/u.test(word)
    if (
      strange.some(
        (word) => isMixed(word) && (word.length >= 12 || (word.length >= 6 && this.#places.has(word))),
      )
    )
      return true
    if (strange.some((word) => word.length >= 16 && !this.#places.has(word) && this.#joined.includes(word)))
      return true
    const caseTurns = /(?:\p{Ll}\p{Lu}.*){2}/u
    return (
      query
        .split(/\s+/u)
        .some(
          (piece) => piece.length >= 10 && caseTurns.test(piece) && !this.#asked.has(piece.toLowerCase()),
        ) || strange.some((word) => word.length > 40)
    )
  }

  #isDisguised(query: string): boolean {
    const turned = (text: string): string => [...text].reverse().join('')
    const words = wordsOf(query)
    const disguises = [wordsOf(turned(query)), words.map(turned), words.map(rotated), words.toReversed()]
    return disguises.some((disguise) => this.#runs(disguise).some(({ length }) => length >= DISGUISED_WORDS))
  }

  #isQuote(query: string): boolean {
    for (const { at, length } of this.#runs(wordsOf(query))) {
      for (let place = at; place < at + length; place += 1) this.#told.add(place)
    }
    return [...this.#told].some((place) => {
      for (let on = 0; on < QUOTE_WORDS; on += 1) if (!this.#told.has(place + on)) return false
      return true
    })
  }

  /** Where two or more words in a row stand in what was read, but not in the question. */
  #runs(words: readonly string[]): { at: number; length: number }[] {
    return words.flatMap((word, first) =>
      (this.#places.get(word) ?? []).flatMap((at) => {
        let length = 1
        while (first + length < words.length && this.#words[at + length] === words[first + length])
          length += 1
        const run = words.slice(first, first + length).join(' ')
        return length < 2 || this.#question.includes(` ${run} `) ? [] : [{ at, length }]
      }),
    )
  }
}

/** ROT13, the disguise that every model knows. */
function rotated(word: string): string {
  return word.replaceAll(/[a-z]/gu, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  )
}
