import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import type { Cue } from '../../shared/percepts/cue.ts'
import { sayCounted } from '../../shared/skills/cues/say-moment.ts'
import { countWritten } from '../../shared/skills/cues/written-signs.ts'
import { dueText } from '../../shared/skills/promise-schedule.ts'
import type { PromiseRow } from '../store/rows.ts'
import { sayKept } from './keep-promises.ts'
import type { LoopState } from './loop-state.ts'
import type { Noticed } from './notice.ts'
import { putPromise, type Work } from './work.ts'

/*
 *  open ──moment──▶ said ──▶ ended           once
 *    ▲                │
 *    └────────────────┘ again: each time
 */

/** Says what was promised for moments that this micro-turn noticed, once for each cue however often it was. */
export function keepCues(work: Work): void {
  const { state } = work
  for (const promise of state.promises) {
    const { cue, madeAt } = promise
    // Its own words must not set it off.
    if (cue === undefined || madeAt >= state.now) continue
    const { moment } = cue
    if (moment.when === 'silent') {
      const last = lastSign(state, promise)
      if (cue.after === last || state.now < last + moment.ms) continue
      keep(work, { ...promise, cue: { ...cue, seen: cue.seen + 1, after: last } }, true, last + moment.ms)
      continue
    }
    const times = work.noticed.reduce((sum, noticed) => sum + timesOf(cue, promise.id, noticed), 0)
    if (times === 0) continue
    const seen = cue.seen + times
    const each = moment.when === 'line' ? moment.count : 1
    keep(work, { ...promise, cue: { ...cue, seen } }, Math.floor(seen / each) > Math.floor(cue.seen / each))
  }
}

/** @param due when its moment was, where that is known */
function keep(
  work: Work,
  promise: PromiseRow & { cue: Cue },
  isDue: boolean,
  due: number | null = null,
): void {
  const { cue } = promise
  if (!isDue) return putPromise(work, promise)
  putPromise(work, { ...promise, kept: promise.kept + 1, state: cue.again ? 'open' : 'ended' })
  const { language, now } = work.state
  const text = cue.counts
    ? catalogueOf(language).cues.countIs(sayCounted(cue, language), cue.seen)
    : dueText({ ...promise, due }, now, language)
  sayKept(work, promise, text)
}

/** How often a cue's moment is in one thing that was noticed. */
function timesOf({ moment }: Cue, id: string, noticed: Noticed): number {
  switch (moment.when) {
    case 'silent':
      return 0
    case 'line':
      if (moment.verdict === null)
        return noticed.what === 'lines' ? Math.max(0, noticed.after - noticed.before) : 0
      return noticed.what === 'judged' && noticed.right === (moment.verdict === 'right') ? 1 : 0
    case 'line-number': {
      if (noticed.what === 'judged')
        return moment.state === 'finished' && noticed.line === moment.number ? 1 : 0
      if (noticed.what !== 'lines') return 0
      const needed = moment.state === 'begun' ? moment.number - 1 : moment.number
      return noticed.before < needed && noticed.after >= needed ? 1 : 0
    }
    case 'written':
      if (noticed.what !== 'written') return 0
      return Math.max(
        0,
        countWritten(noticed.after, moment.signs) - countWritten(noticed.before, moment.signs),
      )
    case 'said':
      return noticed.what === 'said' && isSaid(noticed.text, moment.text) ? 1 : 0
    case 'reached':
      return noticed.what === 'reached' && noticed.promise === id ? 1 : 0
    case 'did':
      return noticed.what === 'did' && noticed.deed === moment.deed ? 1 : 0
  }
}

function isSaid(text: string, words: string): boolean {
  const fold = (said: string) =>
    ` ${said
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return fold(words).trim() !== '' && fold(text).includes(fold(words))
}

/** The person's last sign that they write or say something, or the promise itself (ms since the epoch). */
function lastSign({ person, now }: LoopState, { madeAt }: PromiseRow): number {
  const signs = [person.keyAt, person.draftAt, person.sentAt, madeAt]
  return Math.max(0, ...signs.flatMap((at) => (at != null && at <= now ? [at] : [])))
}

/** When the first silence that is waited for will have lasted long enough; Infinity: none is. */
export function silenceDue(state: LoopState): number {
  let due = Infinity
  for (const promise of state.promises) {
    if (promise.cue?.moment.when !== 'silent') continue
    const last = lastSign(state, promise)
    if (promise.cue.after !== last) due = Math.min(due, last + promise.cue.moment.ms)
  }
  return due
}
