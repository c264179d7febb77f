import * as v from 'valibot'

/** Counts from 1 within a thought; the `id` of its server-sent event. */
const Seq = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Where a statement stands: a passage of a page that was sent along, or of a page on the web. */
export const SourceSchema = v.object({
  /** The n of "[n]" in the text. */
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: v.pipe(v.string(), v.maxLength(500)),
  /** http(s) only. */
  address: v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\//u)),
  /** The sentence that says it, as it stands there. */
  quote: v.pipe(v.string(), v.maxLength(2_000)),
  /** The passage of the request that it is from; null: from the web. */
  passage: v.nullable(v.string()),
})
export type Source = v.InferOutput<typeof SourceSchema>

/** Why a thought failed; the panel has a sentence and a way out for each. */
export const THOUGHT_ERRORS = [
  'no-model',
  'model-unreachable',
  'model-refused',
  'model-busy',
  'model-garbled',
  'model-stopped',
  'no-network',
  'timed-out',
  'too-long',
  'too-dear',
  'lost',
  'cancelled',
  'internal',
] as const
export type ThoughtError = (typeof THOUGHT_ERRORS)[number]

/** What a thought yields, in order. After `tool-call`, `error` or `done` the stream ends. */
export const PartSchema = v.variant('kind', [
  /** What is being done now; the panel words it. `about`: what is searched for, or which host is read. */
  v.object({
    seq: Seq,
    kind: v.literal('status'),
    doing: v.picklist(['thinking', 'searching', 'reading', 'loading-model', 'checking']),
    about: v.exactOptional(v.pipe(v.string(), v.maxLength(300))),
    /** Fraction done, 0..1, where it is known. */
    progress: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  /** More of the answer, Markdown with "[n]" for sources: untrusted. */
  v.object({ seq: Seq, kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(20_000)) }),
  v.object({ seq: Seq, kind: v.literal('source'), source: SourceSchema }),
  /** A tool of the client's is wanted: do it (or not), and post the thought again with the result. */
  v.object({
    seq: Seq,
    kind: v.literal('tool-call'),
    call: v.string(),
    name: v.string(),
    arguments: v.record(v.string(), v.unknown()),
  }),
  /** Something worth saying unasked that came up. */
  v.object({ seq: Seq, kind: v.literal('remark'), text: v.pipe(v.string(), v.maxLength(1_000)) }),
  /** Something that was wanted, by a model or a page, and not done. `what` is a fixed word, never content. */
  v.object({
    seq: Seq,
    kind: v.literal('blocked'),
    what: v.picklist(['tool', 'address', 'image', 'limit']),
  }),
  v.object({ seq: Seq, kind: v.literal('error'), error: v.picklist(THOUGHT_ERRORS) }),
  v.object({
    seq: Seq,
    kind: v.literal('done'),
    /** extracts: no model was there; these are passages found, with their sources. */
    by: v.picklist(['model', 'extracts']),
    /** The model's name, to be shown. */
    model: v.nullable(v.pipe(v.string(), v.maxLength(200))),
    /** Tokens in and out; null where the provider does not say. */
    tokens: v.nullable(v.object({ in: v.number(), out: v.number() })),
  }),
])
export type Part = v.InferOutput<typeof PartSchema>

/** Whether nothing comes after it in its stream. */
export const endsStream = ({ kind }: Pick<Part, 'kind'>): boolean =>
  kind === 'tool-call' || kind === 'error' || kind === 'done'

/** Whether a person sees it in the answer: then what comes after may not begin anew. */
export const isShown = ({ kind }: Pick<Part, 'kind'>): boolean =>
  kind === 'text' || kind === 'source' || kind === 'remark'
