import type { Part } from '../../shared/thoughts/part.ts'
import type { ThoughtTask, ToolResult } from '../../shared/thoughts/thought-request.ts'
import type { AnswerSource, Entry } from '../store/rows.ts'

/** A thought in the reasoner's hands, from the question until its answer has been said. */
export interface ThoughtState {
  id: string
  tutoring: string
  task: ThoughtTask
  question: string
  /** For whom to explain, or into which language to translate, in the person's words. */
  level?: string
  /** When it was asked (ms since the epoch). */
  at: number
  /** Whether the web may be searched. */
  web: boolean
  /** It is thought about before it is asked, and on this machine alone (see ahead.ts). */
  ahead?: true
  /** Whether nothing of the page is sent along: its site is never sent. */
  alone: boolean
  /** Tutorings of other tabs that were asked about. */
  tabs?: string[]
  /** Text selected on the page, or ''. */
  selection: string
  /** What checkers have found in the person's work, and what was noticed, a sentence each. */
  facts: string[]
  noticed: string[]
  /** What the tools that it called have answered; each ended a stream. */
  results: ToolResult[]
  /** The call that waits for its result. */
  call: Extract<Part, { kind: 'tool-call' }> | null
  /** What the reasoner said last that it is doing. */
  doing?: Omit<Extract<Part, { kind: 'status' }>, 'seq' | 'kind'>
  /** The last part taken. */
  seq: number
  /** Whether some of the answer has come since it was last posted: then it is taken up and not posted anew. */
  underWay?: boolean
  /** Elements of the passages that were sent along, and the texts that anchors in them quote. */
  places: { passage: string; path: string; text: string }[]
  /** What has been said of its answer; null before the first words. */
  entry: Entry | null
  /** All that has come of the answer. */
  text: string
  sources: AnswerSource[]
  /** Equations of finished sentences, with their checks, and those that were false; none at first. */
  claims?: { text: string; check: string }[]
  struck?: NonNullable<Entry['answer']>['struck']
  /** The person stopped its words: what comes is kept, not said. */
  hushed: boolean
  /** The person has asked something else since: if it comes late, it is offered before it is told. */
  overtaken: boolean
  offered: boolean
  /** Null as long as more may come. */
  ended: { by: 'model' | 'extracts'; model: string | null } | { error: string } | null
}

/** What a tool of a thought is working on: its call waits for this check or computation. */
export const toolRequestId = ({ id, results }: ThoughtState): string => `${id}.${results.length}`
