import { isPaused } from '../../shared/manner.ts'
import { isAboutImage } from '../../shared/thoughts/image-question.ts'
import type { ThoughtTask } from '../../shared/thoughts/thought-request.ts'
import { adoptAhead } from './ahead.ts'
import { type AskedTabs, askedTabs, isNeverSent } from './asked-tabs.ts'
import { tutoringOf } from './loop-state.ts'
import { contextOf, contextOfTabs } from './thought-context.ts'
import type { ThoughtState } from './thought-state.ts'
import { isPaired, thoughtsOf } from './thoughts.ts'
import { newId, putEntry, texts, type Work } from './work.ts'

/** Thoughts at once; a further one ends the oldest. */
const THOUGHTS = 6

export interface Asked {
  task: ThoughtTask
  question: string
  level?: string
  /** false: what is known here is enough, whatever the task. */
  web?: boolean
}

/** Hands a question to the reasoner, and says at once that it is being thought about. */
export function startThought(work: Work, id: string, asked: Asked): void {
  const { state } = work
  const says = texts(work).thoughts
  const say = (text: string) => void putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
  if (!isPaired(state)) return say(says.noBackend)
  if (state.manner.exam) return say(texts(work).computing.exam)
  for (const other of thoughtsOf(state)) other.overtaken = true
  const tabs = isPaused(state.manner, state.now) ? NO_TABS : askedTabs(state, id, asked.question)
  const thought = thoughtFor(work, id, asked, tabs)
  // What was thought about it ahead may be said at once.
  const begun = adoptAhead(work, thought) ?? thought
  state.thoughts = [...thoughtsOf(state).slice(-THOUGHTS + 1), begun]
  if (begun.text !== '') return
  const filler = asked.task === 'look-up' ? says.lookingUp : says.thinking
  const alone = thought.alone && tutoringOf(state, id) !== undefined ? [says.alone] : []
  say([filler, ...alone, ...saidOfTabs(work, tabs)].join(' '))
}

/** A question as the reasoner is given it, with what is known here. */
export function thoughtFor(work: Work, id: string, asked: Asked, tabs: AskedTabs = NO_TABS): ThoughtState {
  const { state } = work
  const tutoring = tutoringOf(state, id)
  const paused = isPaused(state.manner, state.now)
  const alone = paused || (tutoring !== undefined && isNeverSent(state, tutoring.row.origin))
  const own = alone ? { facts: [], noticed: [] } : contextOf(state, tutoring)
  const theirs = contextOfTabs(state, tabs.tutorings)
  return {
    id: newId(work, 't'),
    tutoring: id,
    ...asked,
    at: state.now,
    web: asked.web !== false && wantsWeb(asked, tabs),
    alone,
    tabs: tabs.tutorings,
    selection: alone ? '' : (tutoring?.selection ?? ''),
    facts: [...own.facts, ...theirs.facts],
    noticed: [...own.noticed, ...theirs.noticed],
    results: [],
    call: null,
    seq: 0,
    places: [],
    entry: null,
    text: '',
    sources: [],
    hushed: false,
    overtaken: false,
    offered: false,
    ended: null,
  }
}

const NO_TABS: AskedTabs = { tutorings: [], never: [], none: false }
const WITHOUT_WEB: ReadonlySet<ThoughtTask> = new Set(['summarise', 'translate', 'quiz'])

/** Two tabs are compared with each other, and what a picture of the page shows no search tells. */
const wantsWeb = ({ task, question }: Asked, { tutorings }: AskedTabs): boolean =>
  !WITHOUT_WEB.has(task) && !(task === 'compare' && tutorings.length > 0) && !isAboutImage(question)

/** Which other tabs go along, which do not, in a sentence each. */
function saidOfTabs(work: Work, { tutorings, never, none }: AskedTabs): string[] {
  const says = texts(work).thoughts
  const titles = tutorings.map((id) => tutoringOf(work.state, id)?.row.title.slice(0, 100) ?? '')
  return [
    ...(titles.length === 0 ? [] : [says.tabsToo(titles)]),
    ...never.map((title) => says.tabNever(title.slice(0, 100))),
    ...(none ? [says.noOtherTab] : []),
  ]
}
