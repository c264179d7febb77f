import { changeRemark, putPromise, type Work } from './work.ts'

const MINUTE_MS = 60_000

/**
 * The clock was set back by so many ms: what was to last a while lasts as long as before. A promise for a time
 * of day stays at that time; such times are whole minutes, and spans ("in 10 minutes") hardly ever end on one.
 */
export function setBack(work: Work, by: number): void {
  const { state } = work
  const earlier = (at: number) => at - by
  if (state.quietUntil !== null) state.quietUntil = earlier(state.quietUntil)
  const { backOff, speech } = state
  state.backOff = { ...backOff, until: earlier(backOff.until), before: earlier(backOff.before) }
  state.frontAt = earlier(state.frontAt)
  if (speech?.held != null) speech.held.at = earlier(speech.held.at)
  if (speech?.overlap !== undefined) {
    const { from, last } = speech.overlap
    speech.overlap = { ...speech.overlap, from: earlier(from), last: earlier(last) }
  }
  if (state.praise !== undefined) {
    const { until, before, given } = state.praise
    const earlierGiven = given.map(({ slip, at }) => ({ slip, at: earlier(at) }))
    state.praise = { ...state.praise, until: earlier(until), before: earlier(before), given: earlierGiven }
  }
  for (const tutoring of Object.values(state.tutorings)) {
    for (const item of tutoring.agenda) changeRemark(work, item, { expires: earlier(item.remark.expires) })
    tutoring.disputed = (tutoring.disputed ?? []).map((each) => ({
      ...each,
      until: earlier(each.until),
      before: earlier(each.before),
    }))
  }
  for (const promise of state.promises) {
    if (promise.cue !== undefined) {
      const until = promise.until === null ? null : earlier(promise.until)
      const { after, since, dues, ...cue } = promise.cue
      putPromise(work, {
        ...promise,
        madeAt: earlier(promise.madeAt),
        until,
        cue: {
          ...cue,
          // The person's last sign, with which that of silence is compared, is as it was.
          ...(after !== undefined && { after: cue.moment.when === 'silent' ? after : earlier(after) }),
          ...(since !== undefined && { since: earlier(since) }),
          ...(dues !== undefined && { dues: dues.map(earlier) }),
        },
      })
      continue
    }
    const span = (at: number | null) => (at === null || at % MINUTE_MS === 0 ? at : earlier(at))
    if (promise.due !== span(promise.due))
      putPromise(work, { ...promise, due: span(promise.due), until: span(promise.until) })
  }
}
