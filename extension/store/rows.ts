import * as v from 'valibot'
import { PlotSchema } from '../../shared/math/pictures/plot.ts'
import { WitnessSchema } from '../../shared/math/pictures/witness.ts'
import { AnchorSchema } from '../../shared/percepts/anchor.ts'
import { CueSchema } from '../../shared/percepts/cue.ts'
import { SourceSchema } from '../../shared/thoughts/part.ts'

/** ms since the epoch. */
const At = v.number()
const Id = v.string()

/** One run of Aside on one tab, from start to stop. */
export const TutoringSchema = v.object({
  id: Id,
  tab: v.number(),
  /** Origin of the page, the border of the `activeTab` grant. */
  origin: v.string(),
  address: v.string(),
  title: v.string(),
  startedAt: At,
  endedAt: v.nullable(At),
})
export type Tutoring = v.InferOutput<typeof TutoringSchema>

/** Where a statement of an answer stands, and its mark on the page. */
const AnswerSourceSchema = v.object({ source: SourceSchema, mark: v.nullable(Id) })
export type AnswerSource = v.InferOutput<typeof AnswerSourceSchema>

/** What is known of an answer that the reasoner gave: its text is Markdown, and untrusted. */
const AnswerSchema = v.object({
  thought: Id,
  sources: v.array(AnswerSourceSchema),
  /** Null while it comes; extracts: passages that were found, no model was there. */
  by: v.nullable(v.picklist(['model', 'extracts'])),
  model: v.nullable(v.string()),
  /** Equations in it, as written, that the checker has found false, and its evidence. */
  struck: v.array(v.object({ text: v.string(), why: v.string() })),
})

/** One thing in the conversation, in the order of `at`, then `id`. */
export const EntrySchema = v.object({
  id: Id,
  tutoring: Id,
  at: At,
  who: v.picklist(['person', 'tutor', 'notice']),
  /**
   * said: the person's utterance, or an asked answer; remark: unasked, has a card (`remark`);
   * reminder: a promise kept; notice: what happened (started, stopped, line corrected).
   */
  kind: v.picklist(['said', 'remark', 'reminder', 'notice']),
  text: v.string(),
  /** How many UTF-16 units of `text` have been said; the panel shows no more than these. */
  spoken: v.number(),
  /** speaking: words still come; held: stopped at an overlap; cut: the person took the floor; done: all said. */
  state: v.picklist(['speaking', 'held', 'cut', 'done']),
  /** Its remark, if it has one. */
  remark: v.nullable(Id),
  /** Marks of places found on request, in the order of the page; "show" buttons. */
  places: v.array(v.object({ mark: Id, quote: v.string() })),
  /** What was asked to be plotted: drawn anew wherever it is shown. */
  plot: v.exactOptional(PlotSchema),
  /** Of an answer to "why?": the lines compared, as written, and where the proof was made; drawn as the card's evidence is. */
  proof: v.exactOptional(v.object({ lines: v.array(v.string()), witness: WitnessSchema })),
  /** Of what the reasoner said: `text` is Markdown. */
  answer: v.exactOptional(AnswerSchema),
})
export type Entry = v.InferOutput<typeof EntrySchema>

/** What was sent to the backend for one thought; the text itself, so that the person can read it. */
export const SentSchema = v.object({
  id: Id,
  tutoring: Id,
  at: At,
  /** Who thinks about it: the model's name, and whether it is on this machine; null: none, the web is searched. */
  model: v.nullable(v.object({ name: v.string(), local: v.boolean() })),
  /** The engine that may be asked, by name; null: nothing was to be searched. */
  search: v.nullable(v.string()),
  question: v.string(),
  /** It stood in the composer and was not asked yet. */
  ahead: v.exactOptional(v.literal(true)),
  /** The body as it was sent, JSON, and its length in bytes of UTF-8. */
  body: v.string(),
  bytes: v.number(),
  /** How often something was taken out before it was sent, by kind. */
  redacted: v.record(v.string(), v.number()),
})
export type Sent = v.InferOutput<typeof SentSchema>

/** One more piece of help about a line, climbed to on request; the question before it is the remark's text. */
export const RungSchema = v.object({
  /** rule: in words and with another example; step: what the line becomes by it. */
  kind: v.picklist(['rule', 'step']),
  /** Sentences, each with the lines of mathematics that stand under it (plain text or LaTeX). */
  parts: v.array(v.object({ text: v.string(), lines: v.array(v.string()) })),
  /** Whether it was also said in the conversation. */
  said: v.boolean(),
})
export type Rung = v.InferOutput<typeof RungSchema>

/** Something Aside said or marked unasked, with what a person can check. */
export const RemarkSchema = v.object({
  id: Id,
  tutoring: Id,
  at: At,
  /**
   * step: a line that does not follow; copy: a first line that is not quite what the page says; stuck, practice, resume:
   * help, an exercise, or to go on with what was cut, is offered; praise: a line that is new and exactly right.
   */
  kind: v.picklist(['step', 'copy', 'stuck', 'practice', 'resume', 'praise']),
  /** The one line that is said. */
  text: v.string(),
  /** One click away: sentences, and the two lines compared (as written, plain text or LaTeX). */
  evidence: v.object({
    text: v.string(),
    lines: v.array(v.object({ label: v.string(), text: v.string() })),
    /** Where the proof was made: what a picture of it is drawn from. Older remarks have none. */
    witness: v.exactOptional(WitnessSchema),
  }),
  /** More help, said on request: the rule. */
  hint: v.string(),
  /** Where it is marked; null: nowhere. */
  anchor: v.nullable(AnchorSchema),
  /** 0..1 each. */
  urgency: v.number(),
  confidence: v.number(),
  /** ms since the epoch after which it is not said any more. */
  expires: At,
  /**
   * waiting: on the agenda; marked: mark painted, not said; said; resolved: the person corrected it;
   * dismissed; wrong: "you were wrong"; muted: its kind is not to be raised any more; outdated: text changed before it was said; expired.
   */
  state: v.picklist([
    'waiting',
    'marked',
    'said',
    'resolved',
    'dismissed',
    'wrong',
    'muted',
    'outdated',
    'expired',
  ]),
  /** Whether its hint was asked for. */
  hinted: v.boolean(),
  /** The rungs climbed so far, in order. Rows from before there were any show their hint alone. */
  rungs: v.exactOptional(v.array(RungSchema)),
  /** The line was rewritten honestly and is still wrong: the step itself is offered. */
  offersStep: v.exactOptional(v.boolean()),
})
export type Remark = v.InferOutput<typeof RemarkSchema>

/** Whether it asks if the person wants something, and says nothing of a line. */
export const isOffer = (kind: Remark['kind']): boolean =>
  kind === 'stuck' || kind === 'practice' || kind === 'resume'

/** Whether it says that something is wrong in a line, which is marked and can be corrected. */
export const findsFault = (kind: Remark['kind']): boolean => kind === 'step' || kind === 'copy'

/** The rungs of a remark; where only its hint was kept, that. */
export function rungsOf({ rungs, hinted, hint }: Remark): readonly Rung[] {
  if (rungs !== undefined) return rungs
  return hinted ? [{ kind: 'rule', parts: [{ text: hint, lines: [] }], said: false }] : []
}

/** What one press climbs to from here; null at the top, above which nothing was offered. */
export function nextRung(remark: Remark): 'hint' | 'step' | null {
  const rungs = rungsOf(remark)
  if (rungs.some(({ kind }) => kind === 'step')) return null
  if (rungs.length === 0) return remark.hint === '' ? null : 'hint'
  return remark.offersStep === true ? 'step' : null
}

/** Something Aside has promised: a reminder, a watch, or a cue. */
export const PromiseSchema = v.object({
  id: Id,
  /** The tutoring it was made in; where it is said. */
  tutoring: Id,
  kind: v.picklist(['remind', 'watch', 'cue']),
  /** What to say, or what to look for on the page. */
  text: v.string(),
  madeAt: At,
  /** When it is due next; null for a watch and a cue. */
  due: v.nullable(At),
  /** ms between repetitions; null for once. */
  every: v.nullable(v.number()),
  /** The last moment at which it may repeat; null for none. */
  until: v.nullable(At),
  /** How often it was kept. */
  kept: v.number(),
  state: v.picklist(['open', 'ended']),
  /** Of a cue: what it waits for. */
  cue: v.exactOptional(CueSchema),
  /** Its text is a question: what is said is the answer at that time. */
  asks: v.exactOptional(v.literal(true)),
  /** The words of the person that end it: "until I say pineapple". */
  ends: v.exactOptional(v.string()),
})
export type PromiseRow = v.InferOutput<typeof PromiseSchema>

/** Key of the settings row that holds the removals not yet carried out. */
export const REMOVALS = 'removals'

/** Tutorings that the person has deleted: until `at` (ms since the epoch) they can be kept after all. */
export const RemovalSchema = v.object({
  tutorings: v.array(Id),
  at: At,
  /** Those that still went on and were stopped for it. */
  stopped: v.exactOptional(v.array(Id)),
})
export type Removal = v.InferOutput<typeof RemovalSchema>

/** The removals as they were stored; what does not parse removes nothing. */
export function parseRemovals(stored: unknown): Removal[] {
  const parsed = v.safeParse(v.array(RemovalSchema), stored)
  return parsed.success ? parsed.output : []
}
