import * as v from 'valibot'

/** Longest words that a cue waits for, in UTF-16 units. */
export const CUE_WORDS = 100
const Words = v.pipe(v.string(), v.minLength(1), v.maxLength(CUE_WORDS))

/** Signs of mathematics that have a name in a request; how each may be written says `written-signs.ts`. */
export const SIGNS = [
  'minus',
  'plus',
  'times',
  'divided',
  'equals',
  'bracket',
  'closing-bracket',
  'fraction',
  'root',
  'power',
  'square',
  'less',
  'greater',
  'percent',
  'pi',
  'decimal',
  'number',
] as const
export type Sign = (typeof SIGNS)[number]

/** Parts of a page that can be counted. */
export const PLACES = ['paragraph', 'heading', 'picture', 'formula', 'table', 'list'] as const
export type PlaceKind = (typeof PLACES)[number]

/** A place of the page: one of its parts by number from 1 (-1: the last), its beginning, middle or end, or the part that holds words. */
export const PlaceSchema = v.variant('at', [
  v.object({
    at: v.picklist(PLACES),
    number: v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(999)),
  }),
  v.object({ at: v.picklist(['top', 'middle', 'end']) }),
  v.object({ at: v.literal('words'), text: Words }),
])
export type Place = v.InferOutput<typeof PlaceSchema>

/** What a person can do that has no more to it. */
export const DEEDS = [
  'returned',
  'left',
  'scrolled',
  'selected',
  'began-writing',
  'hinted',
  'corrected',
  'cleared',
] as const
export type Deed = (typeof DEEDS)[number]

const Ms = v.pipe(v.number(), v.minValue(1000), v.maxValue(366 * 86_400_000))
const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))

/** What is waited for: something that percepts or findings show. */
export const MomentSchema = v.variant('when', [
  /** Neither written nor said anything for so many ms. */
  v.object({ when: v.literal('silent'), ms: Ms }),
  /** So many more lines: finished ones, or such as the checker has found to follow, or not to. */
  v.object({ when: v.literal('line'), verdict: v.nullable(v.picklist(['right', 'wrong'])), count: Count }),
  /** The line of this number, from 1: begun, finished, or found to follow or not to. */
  v.object({
    when: v.literal('line-number'),
    number: Count,
    state: v.picklist(['begun', 'finished', 'right', 'wrong']),
  }),
  /** Away from the page for so many ms without a break. */
  v.object({ when: v.literal('away'), ms: Ms }),
  /** No line finished for so many ms, since the last one or the promise; `once`: only since the promise. */
  v.object({ when: v.literal('no-line'), ms: Ms, once: v.boolean() }),
  /** Signs or words one after the other, as somebody writes them in a field. */
  v.object({
    when: v.literal('written'),
    signs: v.pipe(
      v.array(v.union([v.picklist(SIGNS), v.object({ text: Words })])),
      v.minLength(1),
      v.maxLength(6),
    ),
  }),
  /** Words that the person says to Aside. */
  v.object({ when: v.literal('said'), text: Words }),
  /** A place of the page comes into view. */
  v.object({ when: v.literal('reached'), place: PlaceSchema }),
  v.object({ when: v.literal('did'), deed: v.picklist(DEEDS) }),
])
export type Moment = v.InferOutput<typeof MomentSchema>

/** A promise to say something not at a time but at a moment that is noticed. */
export const CueSchema = v.object({
  moment: MomentSchema,
  /** Each time, not only the first. */
  again: v.boolean(),
  /** What is said is how often it has been. */
  counts: v.exactOptional(v.literal(true)),
  /** Only every so many times: "the third time I look at the hint". Of lines, their `count` says it. */
  nth: v.exactOptional(Count),
  /** Only lines one after the other: a verdict of the other kind begins anew. */
  inRow: v.exactOptional(v.literal(true)),
  /** It is said so many ms after the moment. */
  delay: v.exactOptional(Ms),
  /** It ends after it was said so often. */
  times: v.exactOptional(Count),
  /** How often its moment has been; of several lines, how many there were. */
  seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Of silence, absence and a line that does not come: since when it lasted, when it was kept (ms since the epoch). */
  after: v.exactOptional(v.number()),
  /** Of absence, when it began; of a line that does not come, when the last one was finished (ms since the epoch). */
  since: v.exactOptional(v.number()),
  /** Of moments with a delay: when it is to be said (ms since the epoch), the next one first. */
  dues: v.exactOptional(v.pipe(v.array(v.number()), v.maxLength(100))),
})
export type Cue = v.InferOutput<typeof CueSchema>
