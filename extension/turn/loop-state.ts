import type { Language } from '../../shared/catalogue/languages.ts'
import { type Manner, NEW_MANNER } from '../../shared/manner.ts'
import type { Exercise } from '../../shared/math/practice/practice-lines.ts'
import type { SlipId } from '../../shared/math/verdict.ts'
import type { Anchor } from '../../shared/percepts/anchor.ts'
import type { ComputeRequest, Task } from '../../shared/percepts/computation.ts'
import type { EditHow } from '../../shared/percepts/edit-how.ts'
import type { Field, Problem } from '../../shared/percepts/page-percept.ts'
import type { CheckRequest } from '../../shared/percepts/percept.ts'
import type { NotedSlip } from '../../shared/practice/noted-slip.ts'
import type { Rated } from '../../shared/practice/schedule.ts'
import type { DiaryItem, Noted } from '../../shared/skills/skill.ts'
import type { Entry, PromiseRow, Remark, Removal, Tutoring } from '../store/rows.ts'
import type { Ahead } from './ahead.ts'
import { type BackOff, type Disputed, NO_BACK_OFF } from './back-off.ts'
import type { CheckedAnswer } from './check-answer.ts'
import type { PolicyState } from './policy.ts'
import type { ThoughtState } from './thought-state.ts'

/** Length of a micro-turn in ms (DESIGN). */
export const TURN_MS = 200

/** A remark with what the agenda needs to know of it beside its row. */
export interface AgendaItem {
  remark: Remark
  /** The same slip at the same place has the same key: it is raised once. */
  key: string
  /** Which check raised it; "you were wrong" quiets this check here. */
  check: string
  path: string
  /** The wrong line and the line it was compared with, as written; null where it stands on its own. */
  line: string
  before: string | null
  /** Index of the wrong line. */
  index: number
  /** Whether its words were begun. */
  spoken: boolean
  /** Whether its evidence was told in words. */
  explained?: boolean
  /** Whether it answers what the person asked; in exam mode only such a remark is marked. */
  asked: boolean
  /** It is about what the person is writing in the composer: said in a pause of the draft, or not at all. */
  cutsIn?: boolean
  /** That its slip went into the record: what stood there before, when, and whether it was put right since. */
  noted?: { before: NotedSlip | null; at: number; corrected: boolean }
  /** Not there in what was raised before there was a ladder. */
  help?: Help
}

/** What a remark about a step can say beyond its question. */
export interface Help {
  slip: SlipId | null
  /** The learner's last line that is right: its number from 1, and whether the checker has judged it or it is the start. */
  right: { line: number; text: string; start: boolean } | null
  /** What the line becomes when the rule is followed, verified; null where that is not known. */
  step: string | null
}

/** A field as it was last reported. */
export interface FieldState {
  field: Field
  text: string
  editedAt: number
  /** Whether the person has edited it: what a page wrote by itself is nobody's working. */
  edited: boolean
  /** Whether the person was told that it is too long to be read whole: once is enough. */
  cut?: boolean
}

/** What was noticed of the person's work in one tutoring; answers "how long did that take me?". */
export interface ActivityState {
  firstEditAt: number | null
  lastEditAt: number | null
  /** Sum of the gaps between edits, pauses left out, in ms. */
  activeMs: number
  lines: { at: number; text: string }[]
}

/** Words being looked for in all documents of a tab. */
export interface Find {
  id: string
  text: string
  /** The entry that will hold the answer. */
  entry: string
  /** What documents have answered so far, each once; `frame` is the way to it, '' at the top. */
  heard?: { frame: string; count: number; places: Anchor[] }[]
  /** How many frames answer too, and how long they are waited for: known once the top document has answered. */
  frames?: number
  until?: number
  /** A frame that is out of reach. */
  missed?: { site: string | null }
}

export interface TutoringState {
  row: Tutoring
  /** Whether its page is connected now: the eye. */
  connected: boolean
  visible: boolean
  /** Whether its page has the focus. */
  focused?: boolean
  /** When the person was last known to come to it (ms since the epoch). */
  frontAt?: number
  fields: FieldState[]
  /** What the page asks near its fields, the last ones told. */
  problems: (Problem & { path: string })[]
  agenda: AgendaItem[]
  /** Checks that the person called wrong here. */
  disputed?: Disputed[]
  /** The edit after which it was last asked whether the person is stuck, and the problems at which help was offered. */
  asked?: number
  helped?: string[]
  activity: ActivityState
  /** What was counted here, and the verdicts that were; none at first. */
  noted?: Omit<Noted, 'diary'>
  judged?: { path: string; text: string; right: boolean }[]
  selection: string
  finds: Find[]
  /** Watches of which the person was told that they do not reach everywhere. */
  missed?: string[]
  /**
   * Worked solutions of the page that are to be checked; `anchors` of their lines once it has told them. With a `task` they are
   * what that is about, and not checked.
   */
  derivations?: { id: string; anchors: (Anchor | null)[] | null; task?: Task }[]
  /** Places that answers point at; by default they were found. */
  places: { id: string; anchor: Anchor; tone?: 'slip' | 'found'; label?: string }[]
  show: { id: string; nonce: number } | null
}

/** Where the person was noticed while Aside spoke. */
export type SignOf = 'draft' | 'page' | 'voice'

/** What Aside is saying, or was saying when it was held. */
export interface Speech {
  entry: Entry
  /** Fraction of a word that is due already, 0..1. */
  carry: number
  held: { at: number; by: SignOf } | null
  /** The overlap that goes on; one that was let pass is no reason to hold again. */
  overlap?: { by: SignOf; from: number; last: number; passed: boolean }
  /** Words a second; reading pace without it. */
  pace?: number
  /** When it was cut (ms since the epoch), and whether the person wants no more of it. */
  cutAt?: number
  unwanted?: boolean
}

export interface Person {
  /** The composer's text now. */
  draft: string
  draftAt: number | null
  /** Gaps between edits of the composer's text in ms, newest last, at most 30; pauses left out. */
  draftGaps?: number[]
  /** What finished clauses of the draft claim, each with the id of its check; null: it is not checked. */
  claims?: { text: string; check: string | null }[]
  /** The last edit, on a page or of the draft, where nothing was written by it (see unwritten.ts). */
  unwritten?: { how: EditHow; at: number }
  /** Last trusted edit on a page. */
  keyAt: number | null
  /** The person's last gaps between edits in ms, newest last, at most 30; pauses left out. */
  gaps: number[]
  /** Thinking pauses in ms, newest last, at most 30. */
  pauses?: number[]
  selectedAt: number | null
  scrolledAt: number | null
  /** What was sent in this micro-turn, or null: the person's turn has just ended. */
  sent: string | null
  /** When the person's last turn ended (ms since the epoch). */
  sentAt?: number
  /** What it was. */
  sentText?: string
}

/** An exercise, as far as it has come; `slip` null: one like another, on no slip. */
export interface Practice extends Exercise {
  slip: SlipId | null
  /** The conversation it is in. */
  tutoring: string
  /** When the person last had to do with it (ms since the epoch). */
  at: number
  /** Steps that stand. */
  lines: string[]
  /** What is being checked. */
  check: { id: string; lines: string[] } | null
  rated: Rated | null
  /** Answers that were wrong. */
  tries: number
}

/** Praise so far: longer each time until the next; the rules that were praised, and the problems, the last ones. */
export interface Praise extends BackOff {
  given: { slip: SlipId; at: number }[]
  problems: string[]
}

/** The loop's whole memory between two micro-turns; plain JSON. */
export interface LoopState {
  version: 1
  run: number
  turn: number
  /** ms since the epoch at which this micro-turn stands on the grid. */
  now: number
  /** Counts ids given out in this run. */
  ids: number
  tutorings: Record<string, TutoringState>
  /** The tab in front: the only one spoken about. */
  front: string | null
  /** Since when the person is known to be there (ms since the epoch). */
  frontAt: number
  /** Tab that each open panel faces. */
  panels: Record<string, number | null>
  person: Person
  speech: Speech | null
  /** What was cut off last; "go on" takes it up again, and it may be offered (see take-up.ts). */
  cut: Speech | null
  promises: PromiseRow[]
  /** Promises that the person ended last, newest last: they can be kept after all. */
  endedPromises: PromiseRow[]
  /** The words of the reminder that was said last; none at first. */
  lastKept?: string
  /** The record of slips, the last noted last. */
  slips: NotedSlip[]
  practice: Practice | null
  /** When practice was last offered, and when a panel was opened that may yet show an offer; ms since the epoch. */
  practiceOfferedAt: number
  openedAt: number | null
  /** What the person did in the last day, oldest first, in all tutorings; none at first. */
  diary?: DiaryItem[]
  /** Tutorings that are to be forgotten soon. */
  removals: Removal[]
  /** Reminders said while nothing was tutored: the next tutoring shows them. */
  homeless: Entry[]
  manner: Manner
  /** No unasked words or marks before this time. */
  quietUntil: number | null
  /** After dismissals: how many, and until when no unasked words come. */
  backOff: BackOff
  /** What was praised, and until when nothing more is; not there before the first time. */
  praise?: Praise
  /** Checks asked for and not yet answered. */
  asks: CheckRequest[]
  /** What is being worked out. */
  computations: ComputeRequest[]
  /** Whether a backend is paired, to which questions can be handed. */
  paired?: boolean
  /** What is in the reasoner's hands, and answers of it whose equations are being checked; none at first. */
  thoughts?: ThoughtState[]
  /** What is thought about before it is asked, until when nothing is, and what was begun of this draft; none at first. */
  ahead?: Ahead
  aheadOffUntil?: number
  aheadTried?: string[]
  answers?: CheckedAnswer[]
  /** `at` of the newest entry. */
  lastEntryAt: number
  /** Entries made while no panel was open. */
  unseen: number
  /** Ids of the last utterances heard: one that is sent twice counts once. */
  heard: string[]
  /** Offset of the person's clock from UTC in minutes. */
  timeZone: number
  /** What Aside says is said in this language. */
  language: Language
  policy: PolicyState
}

export function newLoopState(run: number, timeZone: number): LoopState {
  return {
    version: 1,
    run,
    turn: 0,
    now: run,
    ids: 0,
    tutorings: {},
    front: null,
    frontAt: 0,
    panels: {},
    person: {
      draft: '',
      draftAt: null,
      keyAt: null,
      gaps: [],
      selectedAt: null,
      scrolledAt: null,
      sent: null,
    },
    speech: null,
    cut: null,
    promises: [],
    endedPromises: [],
    slips: [],
    practice: null,
    practiceOfferedAt: 0,
    openedAt: null,
    removals: [],
    homeless: [],
    manner: NEW_MANNER,
    quietUntil: null,
    backOff: NO_BACK_OFF,
    asks: [],
    computations: [],
    lastEntryAt: 0,
    unseen: 0,
    heard: [],
    timeZone,
    language: 'en',
    policy: {},
  }
}

/** The open tutoring of this id. Ids come from outside: `constructor` is none. */
export function tutoringOf(state: LoopState, id: string): TutoringState | undefined {
  return Object.hasOwn(state.tutorings, id) ? state.tutorings[id] : undefined
}
