import { jsonSchema, type ToolSet } from 'ai'
import * as v from 'valibot'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import { rankPassages } from '../search/passages.ts'
import { keywords, lookUp, SearchError } from '../search/search.ts'
import { type Citable, citablesOf, firstWebNumber } from './citable.ts'
import { compareSubject, lookUpOther, otherSources } from './compare.ts'
import type { Guard } from './guard.ts'
import { passagesText } from './prompt.ts'
import type { NewPart, ReasonDoors } from './reason.ts'

/** Hits of a search, and passages of a page or of a look-up, that a model is told. */
const HITS = 6
const PASSAGES = 6

const QuerySchema = v.object({ query: v.pipe(v.string(), v.trim(), v.minLength(1)) })
const AddressSchema = v.object({ address: v.pipe(v.string(), v.url()) })

/** The tools that the backend carries out itself. */
export const WEB_TOOLS: ToolSet = {
  search_web: {
    description: 'Searches the web. A few words that name the subject; nothing copied from the page.',
    inputSchema: jsonSchema({
      type: 'object',
      properties: { query: { type: 'string', maxLength: 160 } },
      required: ['query'],
      additionalProperties: false,
    }),
  },
  read_page: {
    description: 'Reads a page that search_web found, or whose address the person gave.',
    inputSchema: jsonSchema({
      type: 'object',
      properties: { address: { type: 'string' } },
      required: ['address'],
      additionalProperties: false,
    }),
  },
}

/** What a tool answers: our own words, or text of strangers that is to be enclosed. */
export interface ToolAnswer {
  words: string
  data?: string
}

/** Searches and reads for a model, as far as the guard lets it, and numbers what is found. */
export class WebTools {
  /** All that may be cited so far. */
  readonly citables: Citable[]
  readonly #request: ThoughtRequest
  readonly #doors: ReasonDoors
  readonly #guard: Guard
  #nextNumber: number

  constructor(request: ThoughtRequest, doors: ReasonDoors, guard: Guard) {
    this.#request = request
    this.#doors =
      request.task === 'compare' ? { ...doors, search: otherSources(doors.search, request) } : doors
    this.#guard = guard
    this.citables = citablesOf(request)
    this.#nextNumber = firstWebNumber(request)
  }

  /** Looks up the person's own question, or what they want compared. Gives the failure where nothing is left to answer from, else null. */
  async *lookUp(): AsyncGenerator<NewPart, NewPart | null> {
    const { search, signal } = this.#doors
    const { task, question, pages } = this.#request
    const isCompared = task === 'compare'
    const about = isCompared ? compareSubject(this.#request) : keywords(question)
    yield { kind: 'status', doing: 'searching', about }
    try {
      const doors = { search, signal }
      const found = isCompared
        ? await lookUpOther(this.#request, doors, PASSAGES)
        : await lookUp(question, doors, PASSAGES)
      this.#guard.found(found.map(({ address }) => address))
      this.#number(found)
      return null
    } catch (error) {
      signal.throwIfAborted()
      return whyOf(error) === 'no-network' && pages.length === 0
        ? { kind: 'error', error: 'no-network' }
        : null
    }
  }

  async *carryOut(name: string, input: unknown): AsyncGenerator<NewPart, ToolAnswer> {
    if (name === 'search_web' && v.is(QuerySchema, input)) return yield* this.#search(input.query.trim())
    if (name === 'read_page' && v.is(AddressSchema, input)) return yield* this.#read(input.address)
    return { words: 'Wrong arguments.' }
  }

  async *#search(query: string): AsyncGenerator<NewPart, ToolAnswer> {
    const refused = this.#guard.refusesQuery(query)
    if (refused !== null) {
      yield { kind: 'blocked', what: refused }
      return { words: 'This was not searched for: a query may hold a few words of your own only.' }
    }
    yield { kind: 'status', doing: 'searching', about: query.slice(0, 300) }
    const { search, signal } = this.#doors
    try {
      const found = (await search.find(query, signal)).slice(0, HITS)
      this.#guard.found(found.map(({ address }) => address))
      const hits = this.#number(
        found.map(({ title, address, snippet }) => ({ title, address, text: snippet })),
      )
      if (hits.length === 0) return { words: 'Nothing was found.' }
      const texts = hits.map((hit) => passagesText(`${hit.title}\n${hit.address}`, [hit]))
      return { words: 'Found on the web:', data: texts.join('\n\n') }
    } catch (error) {
      signal.throwIfAborted()
      return { words: `The search failed: ${whyOf(error)}.` }
    }
  }

  async *#read(address: string): AsyncGenerator<NewPart, ToolAnswer> {
    const refused = this.#guard.refusesReading(address)
    if (refused !== null) {
      yield { kind: 'blocked', what: refused }
      return { words: 'This was not read: only what search_web found or the person named may be read.' }
    }
    yield { kind: 'status', doing: 'reading', about: new URL(address).host.slice(0, 300) }
    const { search, signal } = this.#doors
    try {
      const page = await search.read(address, signal)
      const passages = this.#number(rankPassages(this.#request.question, [page], PASSAGES))
      if (passages.length === 0) return { words: 'Nothing on that page bears on the question.' }
      this.#guard.found([page.address])
      return { words: 'The page:', data: passagesText(`${page.title}\n${page.address}`, passages) }
    } catch (error) {
      signal.throwIfAborted()
      return { words: `The page was not read: ${whyOf(error)}.` }
    }
  }

  #number(found: readonly { title: string; address: string; text: string }[]): Citable[] {
    const numbered = found.map(({ title, address, text }, at) => ({
      n: this.#nextNumber + at,
      title,
      address,
      text,
      passage: null,
    }))
    this.#nextNumber += numbered.length
    this.citables.push(...numbered)
    for (const { title, text } of numbered) this.#guard.read(`${title} ${text}`)
    return numbered
  }
}

function whyOf(error: unknown): string {
  return error instanceof SearchError ? error.why : 'garbled'
}
