import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import type { Found, ReadPage, Search } from '../search/search.ts'
import { type NewPart, type Reason, type ReasonDoors, USUAL_BUDGET } from './reason.ts'

/** For tests: a question about two passages of a page, with nothing else known. */
export function requestOf(change: Partial<ThoughtRequest> = {}): ThoughtRequest {
  return {
    thought: 't1',
    task: 'answer',
    question: 'How is a bracket multiplied out?',
    language: 'en',
    conversation: [],
    pages: [
      {
        title: 'Brackets',
        address: 'https://school.example/brackets',
        passages: [
          {
            id: 'p1',
            text: 'A bracket is multiplied out term by term. The distributive law says a(b + c) = ab + ac.',
          },
          { id: 'p2', text: 'Like terms are gathered afterwards. Cats are not part of algebra.' },
        ],
      },
    ],
    noticed: [],
    facts: [],
    tools: [],
    results: [],
    web: false,
    ...change,
  }
}

/** For tests: the part that cites the first sentence of `requestOf`'s page. */
export const FIRST_SENTENCE: NewPart = {
  kind: 'source',
  source: {
    n: 1,
    title: 'Brackets',
    address: 'https://school.example/brackets',
    quote: 'A bracket is multiplied out term by term.',
    passage: 'p1',
  },
}

/** For tests: a search that finds and reads what it was given, and keeps what it was asked. */
export class GivenSearch implements Search {
  readonly name = 'Given'
  readonly needsKey = false
  readonly queries: string[] = []
  readonly reads: string[] = []
  readonly #found: readonly Found[]
  readonly #pages: readonly ReadPage[]

  constructor(found: readonly Found[] = [], pages: readonly ReadPage[] = []) {
    this.#found = found
    this.#pages = pages
  }

  async find(query: string): Promise<Found[]> {
    this.queries.push(query)
    return [...this.#found]
  }

  async read(address: string): Promise<ReadPage> {
    this.reads.push(address)
    return this.#pages.find((page) => page.address === address) ?? { title: '', address, passages: [] }
  }
}

/** For tests: all parts of a thought. */
export async function partsOf(
  reason: Reason,
  request: ThoughtRequest,
  doors: Partial<ReasonDoors> = {},
): Promise<NewPart[]> {
  const parts: NewPart[] = []
  const all = {
    search: new GivenSearch(),
    signal: new AbortController().signal,
    budget: USUAL_BUDGET,
    ...doors,
  }
  for await (const part of reason(request, all)) parts.push(part)
  return parts
}

/** For tests: the text of an answer, whole. */
export function textOf(parts: readonly NewPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
