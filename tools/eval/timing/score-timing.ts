import { TURN_MS } from '../../../extension/turn/loop-state.ts'
import type { Played } from './play-conversation.ts'
import type { Said } from './said.ts'
import type { TimingCase, Truth } from './timing-case.ts'

/** Counts of one or more conversations; after tau-voice (MIT). Lists hold ms. */
export interface TimingScore {
  latencies: number[]
  answered: Count
  cutIn: Count
  holds: number[]
  yielded: Count
  wentOn: Count
  unmoved: Count
  inOpen: Count
  inClosed: Count
}
export interface Count {
  hit: number
  of: number
}

/** Words that must be left for an overlap to count (s). */
const LEFT_S = 1
const ANSWERED_MS = 2000
/** From when on an interruption must have been given way to, after it was evident. */
const YIELD_MS = 800
const GO_ON_MS = 1000

/** What went well and what did not in one conversation. */
export function scoreConversation(one: TimingCase, { said, truth, events }: Played): TimingScore {
  const score = noScore()
  const replies = events.filter(({ e }) => e === 'reply')
  const remarks = events.filter(({ e }) => e === 'remark')
  const spans = (is: Truth['is']) => truth.filter((each) => each.is === is)
  const opens = spans('open')
  const within = (t: number, { from, to }: { from: number; to: number }) => t >= from && t < to
  for (const turn of spans('turn')) {
    const began = said.some(
      ({ kind, start }) =>
        within(start, turn) && !(kind === 'remark' && opens.some((open) => within(start, open))),
    )
    tally(score.cutIn, began)
    if (!replies.some(({ t }) => t >= turn.from && t <= turn.to + GO_ON_MS)) continue
    const first = said.find(({ kind, start }) => kind === 'reply' && start >= turn.to)
    const latency = first === undefined ? Infinity : first.start - turn.to
    tally(score.answered, latency <= ANSWERED_MS)
    if (latency <= ANSWERED_MS) score.latencies.push(latency)
  }
  for (const span of truth) {
    if (span.is !== 'backchannel' && span.is !== 'interruption' && span.is !== 'elsewhere') continue
    const spoken = said.find((each) => isSpeakingAt(each, span.from))
    if (spoken === undefined || wordsLeft(spoken, span.from) < LEFT_S * one.rate) {
      if (span.is === 'elsewhere' && spoken === undefined)
        tally(score.unmoved, !isAnswered(span, said, replies))
      continue
    }
    // What is over within a micro-turn leaves nothing to hold.
    if (span.to - span.from >= TURN_MS) score.holds.push(holdDelay(spoken, span))
    if (span.is === 'interruption') tally(score.yielded, isSilent(spoken, said, span))
    else if (span.is === 'backchannel') tally(score.wentOn, goesOnAt(spoken, span.to + GO_ON_MS))
    else tally(score.unmoved, longestStop(spoken, span) <= GO_ON_MS && !isAnswered(span, said, replies))
  }
  for (const [index, { t }] of remarks.entries()) {
    const open = opens.find((each) => within(t, each))
    if (open === undefined) continue
    const utterance = said.find(({ kind, material }) => kind === 'remark' && material === index)
    tally(score.inOpen, utterance !== undefined && utterance.start >= open.from && utterance.start <= open.to)
  }
  for (const { kind, start } of said)
    if (kind === 'remark')
      tally(
        score.inClosed,
        spans('closed').some((each) => within(start, each)),
      )
  return score
}

export function noScore(): TimingScore {
  const none = (): Count => ({ hit: 0, of: 0 })
  return {
    latencies: [],
    answered: none(),
    cutIn: none(),
    holds: [],
    yielded: none(),
    wentOn: none(),
    unmoved: none(),
    inOpen: none(),
    inClosed: none(),
  }
}

export function addScore(sum: TimingScore, score: TimingScore): void {
  sum.latencies.push(...score.latencies)
  sum.holds.push(...score.holds)
  for (const name of ['answered', 'cutIn', 'yielded', 'wentOn', 'unmoved', 'inOpen', 'inClosed'] as const) {
    sum[name].hit += score[name].hit
    sum[name].of += score[name].of
  }
}

function tally(count: Count, hit: boolean): void {
  count.of += 1
  if (hit) count.hit += 1
}

/** Begun, not finished, and not held by something before. */
function isSpeakingAt({ start, words, length, cut, holds }: Said, t: number): boolean {
  const ended = cut !== null ? cut < t : words.length >= length && (words.at(-1) ?? start) < t
  return start < t && !ended && !holds.some(({ from, to }) => from < t && (to === null || to > t))
}

const wordsLeft = ({ words, length }: Said, t: number) => length - words.filter((at) => at <= t).length

function holdDelay({ holds, cut }: Said, span: Truth): number {
  const held = holds.find(({ from }) => from >= span.from)?.from ?? Infinity
  const stopped = Math.min(held, cut !== null && cut >= span.from ? cut : Infinity)
  return Math.min(stopped, Math.max(span.to, span.from + ANSWERED_MS)) - span.from
}

function isSilent(
  spoken: Said,
  said: readonly Said[],
  span: Extract<Truth, { is: 'interruption' }>,
): boolean {
  const from = span.evident + YIELD_MS
  // Who was done before that was not heard where the same sentence goes on after all.
  const until = Math.max(from + GO_ON_MS, span.to)
  // Once the person is done, their answer may come at once.
  const another = said.some(({ start }) => start >= span.from && start < span.to)
  return !another && spoken.words.every((at) => at < from || at >= until)
}

/** Whether it is going on with the sentence at this time, or has ended it. */
function goesOnAt({ cut, holds, words, length }: Said, t: number): boolean {
  if (cut !== null && cut <= t) return false
  if (words.length >= length && (words.at(-1) ?? 0) <= t) return true
  return !holds.some(({ from, to }) => from <= t && (to === null || to > t))
}

function longestStop({ holds, cut }: Said, { from, to }: Truth): number {
  const stops = holds
    .filter((hold) => hold.from < to && (hold.to === null || hold.to > from))
    .map((hold) => (hold.to ?? Infinity) - hold.from)
  return cut !== null && cut >= from && cut <= to + GO_ON_MS ? Infinity : Math.max(0, ...stops)
}

/** Whether it took what was not meant for it as a turn: begins an answer that had not waited before. */
function isAnswered({ from, to }: Truth, said: readonly Said[], replies: readonly { t: number }[]): boolean {
  return said.some(
    ({ kind, start, material }) =>
      kind === 'reply' &&
      start >= from &&
      start <= to + ANSWERED_MS &&
      (replies[material]?.t ?? from) >= from,
  )
}
