import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import type { Cue } from '../../shared/percepts/cue.ts'
import { sayCounted } from '../../shared/skills/cues/say-moment.ts'
import { countWritten } from '../../shared/skills/cues/written-signs.ts'
import type { PromiseRow } from '../store/rows.ts'
import { followed, isSpan, lastingSince } from './cue-spans.ts'
import { sayKept, wordsDue } from './keep-promises.ts'
import type { Noticed } from './notice.ts'
import { putPromise, type Work } from './work.ts'

/** Delayed sayings of one cue that are kept, the last ones. */
const DELAYED = 100

/*
 *  open ──moment──▶ (delay) ──▶ said ──▶ ended           once
 *    ▲                            │
 *    └────────────────────────────┘ again: each time
 */

type Cued = PromiseRow & { cue: Cue }

/** Says what was promised for moments that this micro-turn noticed, once for each cue however often it was. */
export function keepCues(work: Work): void {
  const { state } = work
  for (const promise of state.promises) {
    // Its own words must not set it off.
    if (promise.cue === undefined || promise.madeAt >= state.now) continue
    const cued = followed(work, { ...promise, cue: promise.cue })
    if (cued === null) putPromise(work, { ...promise, state: 'ended' })
    else if (sayDelayed(work, cued)) continue
    else if (isSpan(cued.cue.moment)) keepSpan(work, cued)
    else keepMoment(work, cued)
  }
}

/** Something that lasts: silence, absence, a line that does not come. */
function keepSpan(work: Work, promise: Cued): void {
  const { cue } = promise
  const lasting = lastingSince(work.state, promise)
  const due = lasting === null || !isSpan(cue.moment) ? Infinity : lasting + cue.moment.ms
  if (lasting === null || cue.after === lasting || work.state.now < due) {
    if (promise.cue.since !== work.state.promises.find(({ id }) => id === promise.id)?.cue?.since)
      putPromise(work, promise)
    return
  }
  keep(work, { ...promise, cue: { ...cue, seen: cue.seen + 1, after: lasting } }, due)
}

function keepMoment(work: Work, promise: Cued): void {
  const { cue } = promise
  const { moment } = cue
  let { seen } = cue
  let due = 0
  const each = moment.when === 'line' ? moment.count : (cue.nth ?? 1)
  for (const noticed of work.noticed) {
    const times = timesOf(cue, promise.id, noticed)
    if (times === 0 && breaksRow(cue, noticed)) seen = 0
    due += Math.floor((seen + times) / each) - Math.floor(seen / each)
    seen += times
  }
  if (seen === cue.seen) return
  const counted = { ...promise, cue: { ...cue, seen } }
  if (due === 0) return putPromise(work, counted)
  keep(work, counted)
}

/** A line of the other kind, where only lines in a row count. */
function breaksRow({ inRow, moment }: Cue, noticed: Noticed): boolean {
  return (
    inRow === true &&
    moment.when === 'line' &&
    noticed.what === 'judged' &&
    noticed.right !== (moment.verdict === 'right')
  )
}

/** Its moment is there: said now, or put off by its delay. @param due when it was, where that is known */
function keep(work: Work, promise: Cued, due: number | null = null): void {
  const { delay, dues = [], again } = promise.cue
  if (delay === undefined) return say(work, promise, due)
  const later = (due ?? work.state.now) + delay
  if (!again && dues.length > 0) return putPromise(work, promise)
  putPromise(work, { ...promise, cue: { ...promise.cue, dues: [...dues, later].slice(-DELAYED) } })
}

/** Says what a delay has put off until now; whether anything was said. */
function sayDelayed(work: Work, promise: Cued): boolean {
  const { dues: [next, ...rest] = [] } = promise.cue
  if (next === undefined || next > work.state.now) return false
  say(work, { ...promise, cue: { ...promise.cue, dues: rest } }, next)
  return true
}

function say(work: Work, promise: Cued, due: number | null): void {
  const { cue } = promise
  const kept = promise.kept + 1
  const goesOn = cue.again && kept < (cue.times ?? Infinity)
  putPromise(work, { ...promise, kept, state: goesOn ? 'open' : 'ended' })
  const { language } = work.state
  const text = cue.counts
    ? catalogueOf(language).cues.countIs(sayCounted(cue, language), cue.seen)
    : wordsDue(work, { ...promise, due })
  sayKept(work, promise, text)
}

/** How often a cue's moment is in one thing that was noticed. */
function timesOf({ moment }: Cue, id: string, noticed: Noticed): number {
  switch (moment.when) {
    case 'silent':
    case 'away':
    case 'no-line':
      return 0
    case 'line':
      if (moment.verdict === null)
        return noticed.what === 'lines' ? Math.max(0, noticed.after - noticed.before) : 0
      return noticed.what === 'judged' && noticed.right === (moment.verdict === 'right') ? 1 : 0
    case 'line-number': {
      if (noticed.what === 'judged') {
        if (noticed.line !== moment.number || moment.state === 'begun') return 0
        return moment.state === 'finished' || noticed.right === (moment.state === 'right') ? 1 : 0
      }
      if (noticed.what !== 'lines' || moment.state === 'right' || moment.state === 'wrong') return 0
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
