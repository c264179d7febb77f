import type { DoorPercept } from '../../shared/percepts/percept.ts'
import { isLive } from './agenda.ts'
import { chooseFront } from './choose-front.ts'
import { endPromise, needsPage } from './keep-promises.ts'
import { tutoringOf } from './loop-state.ts'
import { stopSpeech } from './speech.ts'
import { dropThoughts } from './thoughts.ts'
import { changeRemark, putEntry, putTutoring, texts, type Work } from './work.ts'

type Ended = Extract<DoorPercept, { kind: 'tutoring-ended' }>

/** Nothing of its tab is read any more; what was said and noted stays until it is deleted. */
export function endTutoring(work: Work, id: string, why: Ended['why']): void {
  const tutoring = tutoringOf(work.state, id)
  if (tutoring === undefined) return
  if (work.state.speech?.entry.tutoring === id) stopSpeech(work)
  for (const item of tutoring.agenda) if (isLive(item)) changeRemark(work, item, { state: 'outdated' })
  for (const promise of work.state.promises)
    if (promise.tutoring === id && needsPage(promise)) endPromise(work, promise.id)
  dropThoughts(work, id)
  // Nothing of it is left in the loop's memory, so that deleting it deletes all.
  if (work.state.cut?.entry.tutoring === id) work.state.cut = null
  putTutoring(work, tutoring, { endedAt: work.state.now })
  if (why !== 'closed')
    putEntry(work, { tutoring: id, who: 'notice', kind: 'notice', text: texts(work).loop.farewell[why] })
  delete work.state.tutorings[id]
  chooseFront(work.state)
}
