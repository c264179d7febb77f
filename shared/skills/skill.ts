import type { GenericSchema } from 'valibot'
import type { Language } from '../catalogue/languages.ts'
import type { AskedProblem } from '../math/asked-problem.ts'
import type { Plot } from '../math/pictures/plot.ts'
import type { Notation } from '../notation.ts'
import type { Task } from '../percepts/computation.ts'
import type { Cue, Deed } from '../percepts/cue.ts'
import type { ThoughtTask } from '../thoughts/thought-request.ts'
import type { PractiseDeed } from './practise.ts'

/** A promise that is still to be kept: a row of the promises as a skill sees it. */
export interface OpenPromise {
  id: string
  kind: 'remind' | 'watch' | 'cue'
  /** What to say, or what to look for on the page. */
  text: string
  /** ms since the epoch of the next time; null for a watch and a cue. */
  due: number | null
  /** ms between repetitions; null for once. */
  every: number | null
  /** ms since the epoch of the last moment at which it may be due; null for none. */
  until: number | null
  /** How often it was kept. */
  kept: number
  /** Of a cue: what it waits for. */
  cue?: Cue
  /** Its text is a question: what is said is the answer at that time. */
  asks?: true
  /** The words of the person that end it: "until I say pineapple". */
  ends?: string
}

export type NewPromise = Pick<
  OpenPromise,
  'kind' | 'text' | 'due' | 'every' | 'until' | 'cue' | 'asks' | 'ends'
>

/** What becomes of an open promise. */
export type PromiseChange = Pick<OpenPromise, 'id'> &
  Partial<Pick<OpenPromise, 'text' | 'due' | 'every' | 'until' | 'cue'>>

/** What was noticed in the tutored page; times are ms since the epoch. */
export interface Activity {
  startedAt: number
  firstEditAt: number | null
  lastEditAt: number | null
  /** ms in which the person was really writing. */
  activeMs: number
  /** Finished lines, in order. */
  lines: readonly { at: number; text: string }[]
  /** Name of the field, or ''. */
  label: string
}

/** What was noticed of the person, for "how often" and "what was I doing"; times are ms since the epoch, the last one last. */
export interface Noted {
  /** Lines that the checker found to follow, and such that it did not. */
  right: number
  wrong: number
  /** When the person did each of these, as far as it is remembered. */
  deeds: Partial<Record<Deed, { count: number; at: number }>>
  diary: readonly DiaryItem[]
}

/** Something that the person did, in whichever tab, from a time to another. */
export interface DiaryItem {
  tutoring: string
  at: number
  to: number
  what:
    | 'wrote'
    | 'line'
    | 'right'
    | 'wrong'
    | 'hinted'
    | 'corrected'
    | 'left'
    | 'returned'
    | 'selected'
    | 'scrolled'
    | 'said'
  /** The line, what was selected or asked, or the name of the field; cut. */
  text: string
}

/** The remark that stands: what proves it, and the learner's last line that is right, from which an answer can be worked out. */
export interface StandingRemark {
  why: string
  right?: string | null
}

/** What a skill may know: values only. */
export interface SkillContext {
  /** ms since the epoch. */
  now: number
  /** Offset from UTC in minutes, as -Date.getTimezoneOffset(): 120 is UTC+2. */
  timeZone: number
  /** The language to answer in. */
  language: Language
  /** How numbers and products are written; left out: as the language has it. */
  notation?: Notation
  promises: readonly OpenPromise[]
  /** The words of the reminder that was said last; null before the first. */
  lastKept?: string | null
  activity: Activity | null
  noted?: Noted | null
  /** What the working in view is about; null where that is not sure. */
  problem?: AskedProblem | null
  /** Text selected on the page, or ''. */
  selection: string
  /** What a "why?" is about; null when nothing is pointed at. */
  remark: StandingRemark | null
  /** Whether an exercise waits for its answer. */
  practising?: boolean
}

/** What a skill asks of the loop. Everything is optional but `say`. */
export interface Outcome {
  /** '' when nothing is to be said now (an answer comes later: check, find). */
  say: string
  promise?: NewPromise
  /** More promises of the same request: "remind me in 5 minutes to stretch and in 10 to drink". */
  morePromises?: readonly NewPromise[]
  /** Ids of promises to end. */
  endPromises?: readonly string[]
  changePromises?: readonly PromiseChange[]
  /** Text to find on the page. */
  find?: string
  /** Text to check; null: the working in the field last edited. */
  check?: string | null
  /** Have the worked solution on the page checked. */
  derivation?: true
  /** What to work out; with the text '' it is about the last line in the field last edited. */
  compute?: Task
  /** What to show as a plot, with what is said. */
  plot?: Plot
  /** Draw the evidence of the remark that stands beside what is said, where a picture says more. */
  evidence?: true
  /** A question for the reasoner; `level`: for whom, or into which language. */
  think?: { task: ThoughtTask; question: string; level?: string }
  /** Stop speaking, or go on with what was held. */
  voice?: 'stop' | 'go-on'
  /** What is to become of the remark that stands; hint, step: its next rung of help, which the loop says. */
  remark?: 'wrong' | 'hint' | 'step'
  /** An exercise is wanted, or this is to become of the one that is open. */
  practise?: 'begin' | PractiseDeed | { answer: string }
  /** ms since the epoch until which no unasked remark is made; null: quiet is over. */
  quietUntil?: number | null
}

/**
 * Something Aside can do on request. It works by plain phrases (`understand`) and is a tool for language
 * models: they read `description` and `schema` and give the arguments themselves.
 */
export interface Skill<Args> {
  name: string
  description: string
  schema: GenericSchema<unknown, Args>
  /** Phrases that it understands. */
  examples: readonly string[]
  /** The arguments in a person's words; null when the words ask for something else. */
  understand(text: string, context: SkillContext): Args | null
  run(args: Args, context: SkillContext): Outcome
}
