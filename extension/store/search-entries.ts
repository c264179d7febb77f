import Dexie from 'dexie'
import { foldText } from '../page/fold-text.ts'
import type { Database } from './database.ts'
import type { Tutoring } from './rows.ts'

/** What was found in one tutoring. */
export interface SearchHit {
  tutoring: string
  /** Entries that hold all words. */
  entries: number
  /** The text of the newest of them, whole, as `shown` gives it; null when only title or site hold the words. */
  text: string | null
  /** Its id. */
  entry: string | null
}

/** A search under way. */
export interface Sought {
  /** What was found until now, in the order of the tutorings. */
  hits: readonly SearchHit[]
  /** How much of all tutorings was looked through, 0..1; 1 when it is done. */
  share: number
}

interface Searched {
  id: string
  text: string
  folded: string
}

/** Tutorings looked through at once: then what was found is told, and a search that is not wanted any more ends. */
const SOME = 25

/**
 * The words of all entries in memory, read at the first search, tutoring by tutoring, and again only of a tutoring that
 * has other entries now. 50,000 entries in 500 tutorings (2 cores, loaded): the first are found after 0.1 s, all
 * after 1.9 s at first and 0.3 s from then on, the longest task 65 ms. An index of words would not find parts of words and of formulas ("2x+3").
 */
export class EntrySearch {
  readonly #database: Database
  readonly #shown: (text: string) => string
  readonly #known = new Map<string, Searched[]>()

  /** @param shown a text as a person sees it: both this and what is stored is searched */
  constructor(database: Database, shown: (text: string) => string = (text) => text) {
    this.#database = database
    this.#shown = shown
  }

  /**
   * Finds the tutorings in which one entry, or title and site together, hold every word asked for; case and white space
   * do not matter.
   * @param told what was found so far, again and again
   */
  async find(
    query: string,
    tutorings: readonly Tutoring[],
    signal: AbortSignal,
    told: (sought: Sought) => void,
  ): Promise<void> {
    const words = foldText(query).split(' ').filter(Boolean)
    const holds = (folded: string) => words.every((word) => folded.includes(word))
    const hits: SearchHit[] = []
    for (let from = 0; from < tutorings.length && words.length > 0; from += SOME) {
      const some = tutorings.slice(from, from + SOME)
      await this.#read(some)
      signal.throwIfAborted()
      for (const tutoring of some) hits.push(...this.#search(tutoring, holds))
      told({ hits: [...hits], share: Math.min(1, (from + SOME) / tutorings.length) })
    }
    if (words.length === 0 || tutorings.length === 0) told({ hits, share: 1 })
  }

  #search({ id, title, address }: Tutoring, holds: (folded: string) => boolean): SearchHit[] {
    const found = (this.#known.get(id) ?? []).filter(({ folded }) => holds(folded))
    const newest = found.at(-1)
    if (newest !== undefined)
      return [{ tutoring: id, entries: found.length, text: newest.text, entry: newest.id }]
    return holds(foldText(`${title} ${address}`))
      ? [{ tutoring: id, entries: 0, text: null, entry: null }]
      : []
  }

  /** Reads the entries of those that have not as many as are known. */
  async #read(tutorings: readonly Tutoring[]): Promise<void> {
    const { entries } = this.#database
    await this.#database.transaction('r', entries, () =>
      Promise.all(
        tutorings.map(async ({ id }) => {
          const own = entries.where('[tutoring+at]').between([id, Dexie.minKey], [id, Dexie.maxKey])
          if ((await own.count()) === (this.#known.get(id)?.length ?? 0)) return
          const rows = await own.toArray()
          this.#known.set(
            id,
            rows.map(({ id, text: stored }) => {
              const text = this.#shown(stored)
              return { id, text, folded: foldText(text === stored ? text : `${text}\n${stored}`) }
            }),
          )
        }),
      ),
    )
  }
}
