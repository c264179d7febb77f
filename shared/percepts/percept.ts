import * as v from 'valibot'
import { slips } from '../catalogue/en/slips.ts'
import { LANGUAGES } from '../catalogue/languages.ts'
import { CHANGES } from '../math/name-change.ts'
import { PanelToLoopSchema } from '../messages/panel-message.ts'
import { ComputedSchema } from './computation.ts'
import { ExerciseSchema } from './exercise.ts'
import { LangSchema, PagePerceptSchema, ProblemSchema } from './page-percept.ts'
import { ThoughtPerceptSchema } from './thought-percept.ts'

const At = v.number()
const Id = v.string()

/** The point at which two lines differ, as the checker proved it (see shared/math/verdict.ts). */
const SideValueSchema = v.object({
  line: v.number(),
  side: v.picklist(['left', 'right', 'whole']),
  text: v.string(),
  value: v.union([v.number(), v.nan()]),
})
const AssignmentSchema = v.record(v.string(), v.number())
const ProofSchema = v.variant('kind', [
  v.object({
    kind: v.literal('sides-differ'),
    at: AssignmentSchema,
    values: v.tuple([SideValueSchema, SideValueSchema]),
  }),
  v.object({
    kind: v.picklist(['solution-lost', 'solution-gained']),
    at: AssignmentSchema,
    values: v.array(SideValueSchema),
  }),
  v.object({
    kind: v.literal('false-equality'),
    at: AssignmentSchema,
    values: v.tuple([SideValueSchema, SideValueSchema]),
  }),
])
/** Their texts are in the catalogue by these ids. */
const SlipSchema = v.object({
  id: v.picklist(keysOf(slips.rules)),
  question: v.object({ id: v.picklist(keysOf(slips.questions)), about: v.array(v.string()) }),
  step: v.exactOptional(v.string()),
})

function keysOf<Known extends object>(known: Known): (keyof Known)[] {
  return Object.keys(known) as (keyof Known)[]
}
const LineVerdictSchema = v.variant('verdict', [
  v.object({ verdict: v.literal('follows'), line: v.number(), from: v.nullable(v.number()) }),
  v.object({
    verdict: v.literal('does-not-follow'),
    line: v.number(),
    from: v.nullable(v.number()),
    proof: ProofSchema,
    slip: v.nullable(SlipSchema),
  }),
  v.object({
    verdict: v.literal('cannot-tell'),
    line: v.number(),
    why: v.picklist(['first', 'prose', 'unfinished', 'too-long', 'not-parsed', 'undecided']),
  }),
])

/** What the first line is beside the page's problem (see shared/math/check-copy.ts). */
const CopyVerdictSchema = v.variant('verdict', [
  v.object({ verdict: v.literal('copied'), line: v.number(), formula: v.string() }),
  v.object({
    verdict: v.literal('miscopied'),
    line: v.number(),
    formula: v.string(),
    written: v.string(),
    change: v.object({ kind: v.picklist(CHANGES), from: v.string(), to: v.string() }),
  }),
])

/** One piece of working that was, or is to be, checked. */
export const CheckRequestSchema = v.object({
  id: Id,
  tutoring: Id,
  /** The field it stands in; null for text the person gave in the panel. */
  path: v.nullable(v.string()),
  /** The whole text in which the lines stand, to anchor them. */
  text: v.string(),
  lines: v.array(v.string()),
  /** The last line is still being written: it is not judged. */
  lastUnfinished: v.boolean(),
  /** The person had stopped writing: what the next line might mend counts now. */
  paused: v.boolean(),
  /** Seed of the checker's sampling. */
  seed: v.number(),
  /** What the page asks near the field; null where that is not known. */
  problem: v.optional(v.nullable(ProblemSchema), null),
  /** The language it is written in, where that is known. */
  lang: v.exactOptional(LangSchema),
  /** The person writes decimals with a comma: 3,5 is first read as one number. */
  decimalComma: v.exactOptional(v.boolean()),
  /** Whether the person asked ("check this"): then every verdict is answered. */
  asked: v.boolean(),
  /** The lines after the first answer this exercise. */
  practice: v.exactOptional(ExerciseSchema),
})
export type CheckRequest = v.InferOutput<typeof CheckRequestSchema>

/** What the checker found; `failed` when it could not be made to answer. */
export const FindingSchema = v.object({
  request: CheckRequestSchema,
  verdicts: v.array(LineVerdictSchema),
  copy: v.optional(v.nullable(CopyVerdictSchema), null),
  failed: v.boolean(),
  /** How far the answer to an exercise has come. */
  reached: v.exactOptional(v.picklist(['answer', 'other', 'open'])),
})
export type Finding = v.InferOutput<typeof FindingSchema>

/** What happens to the parts around the loop: tabs, panels, clocks. */
export const DoorPerceptSchema = v.variant('kind', [
  v.object({
    kind: v.literal('page-joined'),
    tutoring: Id,
    tab: v.number(),
    origin: v.string(),
    address: v.string(),
    title: v.string(),
    /** A new document, not one that came back after the loop or its port was gone. */
    fresh: v.boolean(),
  }),
  v.object({ kind: v.literal('page-left'), tutoring: Id }),
  /** Its tab was discarded and has another id. */
  v.object({ kind: v.literal('tab-replaced'), tutoring: Id, tab: v.number() }),
  /** why the tutoring ends: the tab is closed, or has gone where the grant does not reach, or it was stopped. */
  v.object({
    kind: v.literal('tutoring-ended'),
    tutoring: Id,
    why: v.picklist(['closed', 'unreadable', 'moved', 'stopped']),
  }),
  v.object({ kind: v.literal('panel-joined'), panel: Id }),
  v.object({ kind: v.literal('panel-left'), panel: Id }),
  /** The person's clock has another offset from UTC now, in minutes. */
  v.object({ kind: v.literal('time-zone'), offset: v.number() }),
  /** The person is to be spoken to in another language from now on. */
  v.object({ kind: v.literal('language'), language: v.picklist(LANGUAGES) }),
  /** Whether a backend is paired now. */
  v.object({ kind: v.literal('paired'), paired: v.boolean() }),
  /** The loop did not run for this many micro-turns. */
  v.object({ kind: v.literal('late'), turns: v.number() }),
  /** The policy missed its deadline or failed: the micro-turn held. */
  v.object({ kind: v.literal('policy-late') }),
  /** The person's clock was set back by so many ms. */
  v.object({ kind: v.literal('set-back'), by: v.pipe(v.number(), v.minValue(0)) }),
  /** What was kept is gone from the disk: deleted by hand, or by the browser when it was damaged. */
  v.object({ kind: v.literal('store-emptied') }),
])
export type DoorPercept = v.InferOutput<typeof DoorPerceptSchema>

/** One thing noticed, immutable, timestamped (ms since the epoch), with its source. */
export const PerceptSchema = v.variant('from', [
  v.object({ from: v.literal('page'), at: At, tutoring: Id, it: PagePerceptSchema }),
  v.object({ from: v.literal('panel'), at: At, panel: Id, it: PanelToLoopSchema }),
  v.object({ from: v.literal('checker'), at: At, it: FindingSchema }),
  v.object({ from: v.literal('solver'), at: At, it: ComputedSchema }),
  v.object({ from: v.literal('reasoner'), at: At, it: ThoughtPerceptSchema }),
  v.object({ from: v.literal('door'), at: At, it: DoorPerceptSchema }),
])
export type Percept = v.InferOutput<typeof PerceptSchema>
