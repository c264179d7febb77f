import * as v from 'valibot'
import { EarlySchema } from '../manner.ts'
import { DecimalSchema, TimesSchema } from '../notation.ts'
import { EditHowSchema } from '../percepts/edit-how.ts'
import { NotedSlipSchema } from '../practice/noted-slip.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const Text = v.pipe(v.string(), v.maxLength(8000))

/** What the panel tells the loop. Ids are made by the panel, so that saying it twice does it once. */
export const PanelToLoopSchema = v.variant('kind', [
  /** The tab in front of this panel's window; null while none can be told. */
  v.object({ kind: v.literal('facing'), tab: v.nullable(v.number()) }),
  /** The whole draft after an edit; while an input method composes, as it was before. */
  v.object({
    kind: v.literal('draft'),
    at: v.number(),
    tutoring: Id,
    text: Text,
    how: v.exactOptional(EditHowSchema),
  }),
  /** `tutoring`: the conversation shown in the panel; `id` becomes the id of the entry. */
  v.object({
    kind: v.literal('send'),
    at: v.number(),
    tutoring: Id,
    id: Id,
    text: v.pipe(Text, v.minLength(1)),
  }),
  v.object({
    kind: v.literal('remark'),
    at: v.number(),
    remark: Id,
    /** evidence: unfolded; show: bring the place into view; hint, step: the next rung; wrong: "you were wrong". */
    what: v.picklist(['evidence', 'show', 'hint', 'step', 'dismiss', 'wrong', 'mute', 'undo']),
  }),
  /** Show a place found on the page. */
  v.object({ kind: v.literal('show-mark'), at: v.number(), mark: Id }),
  v.object({ kind: v.literal('end-promise'), at: v.number(), promise: Id }),
  /** Undo of `end-promise`. */
  v.object({ kind: v.literal('keep-promise'), at: v.number(), promise: Id }),
  /** The promise as it is to be from now on; `due` and `every` are null for a watch and a cue, `again` is of a cue. */
  v.object({
    kind: v.literal('edit-promise'),
    at: v.number(),
    promise: Id,
    text: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(600)),
    /** ms since the epoch. */
    due: v.nullable(v.number()),
    /** ms between repetitions, null for once. */
    every: v.nullable(v.pipe(v.number(), v.minValue(1000), v.maxValue(366 * 86_400_000))),
    again: v.exactOptional(v.boolean()),
  }),
  /** Stop speaking now; go on with what was held. */
  v.object({ kind: v.literal('voice'), at: v.number(), what: v.picklist(['stop', 'go-on']) }),
  /** "Never mind": what is thought about in this conversation is given up. */
  v.object({ kind: v.literal('drop-thoughts'), at: v.number(), tutoring: Id }),
  /** How Aside is to be from now on; what is not said stays as it is. */
  v.object({
    kind: v.literal('manner'),
    at: v.number(),
    change: v.object({
      exam: v.exactOptional(v.boolean()),
      early: v.exactOptional(EarlySchema),
      decimal: v.exactOptional(DecimalSchema),
      times: v.exactOptional(TimesSchema),
      record: v.exactOptional(v.boolean()),
    }),
  }),
  /** Forget these slips of the record; undo of that, with their rows. */
  v.object({ kind: v.literal('forget-slips'), at: v.number(), slips: v.pipe(v.array(Id), v.maxLength(500)) }),
  v.object({
    kind: v.literal('keep-slips'),
    at: v.number(),
    rows: v.pipe(v.array(NotedSlipSchema), v.maxLength(500)),
  }),
  /** Delete tutorings: stopped and hidden at once, gone for good after some seconds. */
  v.object({
    kind: v.literal('remove-tutorings'),
    at: v.number(),
    tutorings: v.pipe(v.array(Id), v.maxLength(20_000)),
  }),
  /** Undo of `remove-tutorings`, as long as it is time. */
  v.object({
    kind: v.literal('keep-tutorings'),
    at: v.number(),
    tutorings: v.pipe(v.array(Id), v.maxLength(20_000)),
  }),
  /** Whether sites of this match pattern may be read: never, or when asked to. */
  v.object({
    kind: v.literal('site'),
    at: v.number(),
    pattern: v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/*]+\/\*$/)),
    read: v.picklist(['never', 'ask']),
  }),
  /** Whether anything of sites of this match pattern may be sent to the backend. */
  v.object({
    kind: v.literal('send-site'),
    at: v.number(),
    pattern: v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/*]+\/\*$/)),
    sent: v.boolean(),
  }),
  /** Whether a kind of remark, by the check that raises it, is not to be raised. */
  v.object({
    kind: v.literal('mute'),
    at: v.number(),
    check: v.pipe(v.string(), v.maxLength(200)),
    rule: v.pipe(v.string(), v.maxLength(1000)),
    muted: v.boolean(),
  }),
  /** Nothing is read until this time (ms since the epoch); null: go on. */
  v.object({ kind: v.literal('pause'), at: v.number(), until: v.nullable(v.number()) }),
  v.object({ kind: v.literal('stop-tutoring'), at: v.number(), tutoring: Id }),
])
export type PanelToLoop = v.InferOutput<typeof PanelToLoopSchema>

/** What the loop tells a panel beside the database: which tabs it can read at this moment. */
export const LoopToPanelSchema = v.object({
  kind: v.literal('presence'),
  reading: v.array(v.object({ tab: v.number(), tutoring: Id })),
  /** What the person uses in a tab and Aside cannot read, since when (ms since the epoch). */
  beyond: v.array(
    v.object({
      tab: v.number(),
      at: v.number(),
      what: v.picklist(['frame', 'canvas', 'pdf', 'closed', 'file', 'error']),
      /** The origin of a frame, where the person could allow it. */
      site: v.nullable(v.string()),
    }),
  ),
  /** What the reasoner thinks about and has said nothing of yet, since when; `about`: untrusted. */
  thinking: v.exactOptional(
    v.array(
      v.object({
        tutoring: Id,
        at: v.number(),
        doing: v.picklist(['thinking', 'searching', 'reading', 'loading-model', 'checking']),
        about: v.exactOptional(v.string()),
        /** 0..1 */
        progress: v.exactOptional(v.number()),
      }),
    ),
  ),
  /** Tabs on which the button was pressed though their site is never read; the pattern that says so. */
  never: v.exactOptional(v.array(v.object({ tab: v.number(), pattern: v.string() }))),
  /** What is broken and what to do, in a sentence (the database is full, say); null when all is well. */
  fault: v.nullable(v.string()),
})
export type LoopToPanel = v.InferOutput<typeof LoopToPanelSchema>
