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
] as const
export type Deed = (typeof DEEDS)[number]

const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))

/** What is waited for: something that percepts or findings show. */
export const MomentSchema = v.variant('when', [
  /** Neither written nor said anything for so many ms. */
  v.object({
    when: v.literal('silent'),
    ms: v.pipe(v.number(), v.minValue(1000), v.maxValue(366 * 86_400_000)),
  }),
  /** So many more lines: finished ones, or such as the checker has found to follow, or not to. */
  v.object({ when: v.literal('line'), verdict: v.nullable(v.picklist(['right', 'wrong'])), count: Count }),
  /** The line of this number, from 1: begun or finished. */
  v.object({ when: v.literal('line-number'), number: Count, state: v.picklist(['begun', 'finished']) }),
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
  /** How often its moment has been; of several lines, how many there were. */
  seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Of silence: the person's last sign (ms since the epoch) after which it was kept. */
  after: v.exactOptional(v.number()),
})
export type Cue = v.InferOutput<typeof CueSchema>
