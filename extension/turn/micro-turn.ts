import { type Act, HOLD } from '../../shared/acts/act.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import { expire } from './agenda.ts'
import { type Frame, frameOf } from './frame.ts'
import { guard } from './guard.ts'
import { keepCues } from './keep-cues.ts'
import { keepPromises } from './keep-promises.ts'
import { type LoopState, TURN_MS } from './loop-state.ts'
import { offerHelp, offerPractice } from './offers.ts'
import { perceive } from './perceive.ts'
import type { Decision } from './policy.ts'
import { notePraise } from './praise.ts'
import { carryOutRemovals } from './removals.ts'
import { noteSlip } from './slip-record.ts'
import { beginSpeech, goOn, saySome, stopSpeech } from './speech.ts'
import { answerFinds } from './take-found.ts'
import { offerToGoOn } from './take-up.ts'
import { thinkAhead } from './think-ahead.ts'
import { sayThoughts } from './thoughts.ts'
import { beginWork, changeRemark, findItem, putEntry, putManner, type Work } from './work.ts'

/** A micro-turn between its percepts and its decision. */
export interface Perceived {
  work: Work
  frame: Frame
}

/** First half of a micro-turn: percepts go in, a frame comes out. Pure: `state` is not changed. */
export function perceiveAll(state: LoopState, turn: number, percepts: readonly Percept[]): Perceived {
  const work = beginWork(state)
  work.state.turn = turn
  work.state.now = state.run + turn * TURN_MS
  work.state.person.sent = null
  const { pausedUntil } = work.state.manner
  if (pausedUntil !== null && pausedUntil <= work.state.now) putManner(work, { pausedUntil: null })
  for (const percept of percepts) perceive(work, percept)
  answerFinds(work)
  expire(work)
  carryOutRemovals(work)
  offerPractice(work)
  offerHelp(work)
  offerToGoOn(work)
  thinkAhead(work)
  const { speech, front } = work.state
  // Only the tab in front is spoken about; a reload leaves no tab in front for a moment and cuts nothing.
  if (speech !== null && front !== null && speech.entry.tutoring !== front) stopSpeech(work)
  return { work, frame: frameOf(work.state) }
}

/** Second half: the decision, past the guard, becomes an act; words that are due are said. */
export function enact(work: Work, decision: Decision | null): Act {
  const speaking = work.state.speech !== null
  const act = guard(work.state, decision?.act ?? HOLD)
  if (decision !== null) work.state.policy = decision.state
  switch (act.kind) {
    case 'hold':
      break
    case 'yield':
      stopSpeech(work)
      break
    case 'backchannel': {
      const found = findItem(work.state, act.remark)
      if (found === null) break
      changeRemark(work, found.item, { state: 'marked' })
      noteSlip(work, found.item)
      break
    }
    case 'speak':
      if (act.reply === true) break
      if (act.remark === null) goOn(work)
      else speakRemark(work, act.remark)
      break
  }
  if (speaking && act.kind === 'hold') saySome(work)
  sayThoughts(work, act.kind === 'speak' && act.reply === true)
  keepPromises(work)
  keepCues(work)
  return act
}

function speakRemark(work: Work, id: string): void {
  const found = findItem(work.state, id)
  if (found === null) return
  const { tutoring, item } = found
  item.spoken = true
  changeRemark(work, item, { state: 'said' })
  noteSlip(work, item)
  notePraise(work, tutoring, item)
  const entry = putEntry(work, {
    tutoring: tutoring.row.id,
    who: 'tutor',
    kind: 'remark',
    text: item.remark.text,
    remark: id,
  })
  beginSpeech(work, entry)
}
