import { anchorOf } from '../../shared/percepts/anchor.ts'
import type { ThoughtPercept } from '../../shared/percepts/thought-percept.ts'
import { isShown, type Part, type Source } from '../../shared/thoughts/part.ts'
import type { Entry } from '../store/rows.ts'
import { isBetweenWords } from './boundary.ts'
import { checkAnswer, checkSoFar } from './check-answer.ts'
import { type LoopState, tutoringOf } from './loop-state.ts'
import { quotedStretch } from './quoted-stretch.ts'
import { resumeCut, silence } from './speech.ts'
import type { ThoughtState } from './thought-state.ts'
import { callTool } from './thought-tools.ts'
import { newId, putEntry, texts, type Work } from './work.ts'

/** An answer that begins later than this, after another question, is offered and not told (ms). */
const LATE_MS = 20_000
/** Longest answer, in UTF-16 units. */
const ANSWER_LENGTH = 60_000

export const isPaired = (state: LoopState): boolean => state.paired === true
export const thoughtsOf = (state: LoopState): ThoughtState[] => state.thoughts ?? []

/** "Never mind", in words or by the button: said, where there was something to give up. @returns whether there was */
export function giveUpThoughts(work: Work, tutoring: string): boolean {
  if (!dropThoughts(work, tutoring)) return false
  putEntry(work, { tutoring, who: 'tutor', kind: 'said', text: texts(work).thoughts.dropped })
  return true
}

/** The thoughts of this conversation are given up. @returns whether there were any */
export function dropThoughts(work: Work, tutoring: string): boolean {
  const { state } = work
  const dropped = thoughtsOf(state).filter((each) => each.tutoring === tutoring)
  for (const thought of dropped) change(work, thought, { state: 'cut' })
  state.thoughts = thoughtsOf(state).filter((each) => each.tutoring !== tutoring)
  return dropped.length > 0
}

/** The person took the floor: words stop, thoughts go on. */
function hushAnswers(work: Work): void {
  for (const thought of thoughtsOf(work.state)) {
    thought.hushed = true
    change(work, thought, { state: 'cut' })
  }
}

/** "Go on", or "yes" to an answer that came late. @returns whether there was one */
export function resumeAnswers(work: Work, tutoring: string): boolean {
  const waiting = thoughtsOf(work.state).filter(
    (each) => (each.hushed || each.offered) && each.tutoring === tutoring,
  )
  for (const thought of waiting) {
    thought.hushed = false
    thought.offered = false
    thought.overtaken = false
  }
  return waiting.length > 0
}

/** Whether an answer was offered in this conversation, and is not taken yet. */
export function offersAnswer(state: LoopState, tutoring: string): boolean {
  return thoughtsOf(state).some((each) => each.offered && each.tutoring === tutoring)
}

/** "No" to an answer that came late. */
export function declineAnswers(work: Work, tutoring: string): void {
  const { state } = work
  state.thoughts = thoughtsOf(state).filter((each) => !(each.offered && each.tutoring === tutoring))
  putEntry(work, { tutoring, who: 'tutor', kind: 'said', text: texts(work).thoughts.declined })
}

/** What is thought about and has given no words yet, since when (ms since the epoch). */
export function thinkingOf(state: LoopState) {
  return thoughtsOf(state)
    .filter(({ ended, text }) => ended === null && text === '')
    .map(({ tutoring, at, doing = { doing: 'thinking' as const } }) => ({ tutoring, at, ...doing }))
}

/** Takes what came of a thought: a part counts once, and only the next. */
export function takeThought(work: Work, percept: ThoughtPercept): void {
  const thought = thoughtsOf(work.state).find(({ id }) => id === percept.thought)
  if (thought === undefined || thought.ended !== null) return
  switch (percept.kind) {
    case 'sent':
      thought.places = percept.places
      for (const title of percept.unread ?? []) {
        const text = texts(work).thoughts.tabUnread(title.slice(0, 100))
        putEntry(work, { tutoring: thought.tutoring, who: 'notice', kind: 'notice', text })
      }
      return
    case 'unanswered':
      thought.ended = { error: percept.why }
      return
    case 'part':
      if (percept.part.seq <= thought.seq) return
      thought.seq = percept.part.seq
      return takePart(work, thought, percept.part)
  }
}

/** What a part of its answer says is kept with the thought; it is said when it is time. */
export function takePart(work: Work, thought: ThoughtState, part: Part): void {
  if (isShown(part)) thought.underWay = true
  switch (part.kind) {
    case 'text':
      thought.text = (thought.text + part.text).slice(0, ANSWER_LENGTH)
      return
    case 'source':
      thought.sources.push({ source: part.source, mark: markOf(work, thought, part.source) })
      return
    case 'tool-call':
      thought.call = part
      return callTool(work, thought, part)
    case 'remark':
      thought.text = `${thought.text}${thought.text === '' ? '' : '\n\n'}${part.text}`.slice(0, ANSWER_LENGTH)
      return
    case 'blocked':
      return void putEntry(work, {
        tutoring: thought.tutoring,
        who: 'notice',
        kind: 'notice',
        text: texts(work).thoughts.blocked[part.what],
      })
    case 'error':
      thought.ended = { error: part.error }
      return
    case 'done':
      thought.ended = { by: part.by, model: part.model }
      return
    case 'status': {
      const { seq: _seq, kind: _kind, ...doing } = part
      thought.doing = doing
      return
    }
  }
}

/** A quote from the page that was sent along is marked where it stands. */
function markOf(work: Work, thought: ThoughtState, source: Source): string | null {
  const place = thought.places.find(({ passage }) => passage === source.passage)
  const tutoring = tutoringOf(work.state, thought.tutoring)
  const found = place === undefined ? null : quotedStretch(place.text, source.quote)
  if (place === undefined || tutoring === undefined || found === null) return null
  const id = newId(work, 'm')
  const anchor = anchorOf(place.path, place.text, found.start, found.end)
  const label = texts(work).thoughts.sourceMark(source.n)
  tutoring.places = [...tutoring.places.slice(-MARKS + 1), { id, anchor, tone: 'found', label }]
  return id
}

/** Marks of sources and finds on one page, the last ones. */
const MARKS = 60

/**
 * Says what has come of thoughts, as fast as it comes, where the person is not just writing: at the end of their
 * turn, in a pause, after a finished line, and wherever the policy sees a moment. What stops is the words, not the thought.
 * @param asked whether the policy wants it now
 */
export function sayThoughts(work: Work, asked: boolean): void {
  const { state } = work
  const free = asked || isBetweenWords(state)
  for (const thought of thoughtsOf(state)) {
    if (thought.hushed || thought.offered || !hasNews(thought)) continue
    if (!free) change(work, thought, { state: 'held' })
    else if (isLate(state, thought)) offerLate(work, thought)
    else say(work, thought)
  }
  state.thoughts = thoughtsOf(state).filter(({ ended, entry }) => ended === null || entry?.state !== 'done')
}

/** Whether there is something that has not been said: more words, or that these were all. */
function hasNews({ text, ended, entry }: ThoughtState): boolean {
  return text.length > (entry?.text.length ?? 0) || (ended !== null && entry?.state !== 'done')
}

/** Whether something waits for the floor: then the loop does not rest. */
export function thoughtsWait(state: LoopState): boolean {
  return thoughtsOf(state).some((each) => !each.hushed && !each.offered && hasNews(each))
}

function isLate({ now }: LoopState, { at, overtaken, ended, entry }: ThoughtState): boolean {
  return entry === null && overtaken && ended !== null && !('error' in ended) && now - at > LATE_MS
}

function offerLate(work: Work, thought: ThoughtState): void {
  thought.offered = true
  const text = texts(work).thoughts.late(thought.question.slice(0, 120))
  putEntry(work, { tutoring: thought.tutoring, who: 'tutor', kind: 'said', text })
}

function say(work: Work, thought: ThoughtState): void {
  const { ended, text, tutoring } = thought
  const errors = texts(work).thoughts.errors
  const error =
    ended !== null && 'error' in ended
      ? (errors[ended.error as keyof typeof errors] ?? errors.internal)
      : null
  if (text === '') {
    thought.entry = putEntry(work, {
      tutoring,
      who: 'tutor',
      kind: 'said',
      text: error ?? errors['model-garbled'],
    })
    return
  }
  thought.entry ??= putEntry(work, { tutoring, who: 'tutor', kind: 'said', text: '' })
  const state = ended === null ? 'speaking' : 'done'
  change(work, thought, { text, spoken: text.length, state, answer: answerOf(thought) })
  if (error !== null) putEntry(work, { tutoring, who: 'notice', kind: 'notice', text: error })
  else if (ended === null) checkSoFar(work, thought)
  else if (thought.entry !== null) checkAnswer(work, thought.entry, thought.claims)
}

function answerOf({ id, sources, struck = [], ended }: ThoughtState): NonNullable<Entry['answer']> {
  const known = ended !== null && 'by' in ended ? ended : { by: null, model: null }
  return { thought: id, sources: [...sources], ...known, struck }
}

function change(work: Work, thought: ThoughtState, to: Partial<Entry>): void {
  if (thought.entry === null) return
  thought.entry = { ...thought.entry, ...to }
  work.writes.entries.set(thought.entry.id, thought.entry)
}

/** Words stop, or go on: what is being said, and answers that come. */
export function setVoice(work: Work, what: 'stop' | 'go-on'): void {
  if (what === 'stop') {
    silence(work)
    hushAnswers(work)
  } else {
    resumeCut(work)
    for (const id of Object.keys(work.state.tutorings)) resumeAnswers(work, id)
  }
}
