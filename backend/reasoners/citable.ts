import type { Source } from '../../shared/thoughts/part.ts'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'

/** A text that an answer can refer to as "[n]". */
export interface Citable {
  n: number
  title: string
  address: string
  text: string
  /** Its id in the request; null: from the web. */
  passage: string | null
}

/** The passages of the request, numbered from 1 over all pages: the same numbers whenever it is posted again. */
export function citablesOf({ pages }: Pick<ThoughtRequest, 'pages'>): Citable[] {
  return pages
    .flatMap(({ title, address, passages }) =>
      passages.map(({ id, text }) => ({ title, address, text, passage: id })),
    )
    .map((citable, at) => ({ n: at + 1, ...citable }))
}

/** Numbers that one stream of a thought may use for the web. */
const WEB_NUMBERS = 100

/** The first number for what is found on the web: one that no earlier stream of this thought has used. */
export function firstWebNumber(request: ThoughtRequest): number {
  return citablesOf(request).length + 1 + WEB_NUMBERS * request.results.length
}

/** The source that a quote of a citable is; null where its address can't be opened. */
export function sourceOf({ n, title, address, passage }: Citable, quote: string): Source | null {
  if (!/^https?:\/\//u.test(address) || address.length > 2_000) return null
  return { n, title: title.slice(0, 500), address, quote: quote.slice(0, 2_000), passage }
}
