import type { Glimpse } from '../../../shared/messages/glimpse.ts'
import { BELIEFS } from '../../turn/interaction/networks.ts'
import { TURN_MS } from '../../turn/loop-state.ts'

const MINUTE_MS = 60_000

export type BeliefName = (typeof BELIEFS)[number]

/** A stretch of the strip, in the units of its width. */
export interface Stretch {
  from: number
  to: number
}

interface Belief {
  name: BeliefName
  /** Where it was held and how much, 0..1; one list for each time without a gap. */
  runs: (Stretch & { share: number })[][]
  /** How much it was held last, 0..1. */
  last: number
}

export interface MinuteDrawing {
  /** Where micro-turns ran. Everywhere else Aside was at rest and decided nothing. */
  ran: Stretch[]
  person: Stretch[]
  tutor: Stretch[]
  acts: { x: number; act: Done }[]
  /** None where nothing but rules decided. */
  beliefs: Belief[]
}

/** What can be done besides keeping still. */
export type Done = Exclude<Glimpse['act'], 'hold'>

/** What one sees at a glance, in words. */
export interface Summary {
  floor: Glimpse['floor']
  /** The last thing done; null: it kept still all the minute. */
  act: { act: Done; agoMs: number } | null
  /** What was held likelier than not, the likeliest first. */
  believed: { name: BeliefName; share: number }[]
  /** Who decided last; late: nobody did in time. */
  decider: 'network' | 'rules' | 'late'
}

/** The micro-turns of the minute before `now` (ms since the epoch). */
function within(glimpses: readonly Glimpse[], now: number): readonly Glimpse[] {
  return glimpses.filter(({ at }) => at > now - MINUTE_MS && at <= now)
}

/**
 * The minute before `now` as places on a strip, its end at `width`; null: nothing happened in it.
 * @param now ms since the epoch
 * @param width of a minute, in any unit
 */
export function drawMinute(
  glimpses: readonly Glimpse[],
  { now, width }: { now: number; width: number },
): MinuteDrawing | null {
  const minute = within(glimpses, now)
  if (minute.length === 0) return null
  const xOf = (at: number) => (Math.min(Math.max(at - now + MINUTE_MS, 0), MINUTE_MS) * width) / MINUTE_MS
  const stretchOf = ({ at }: Glimpse): Stretch => ({ from: xOf(at), to: xOf(at + TURN_MS) })
  const where = (holds: (glimpse: Glimpse) => boolean) => joined(minute.filter(holds).map(stretchOf))
  return {
    ran: where(() => true),
    person: where(({ floor }) => floor === 'person' || floor === 'both'),
    tutor: where(({ floor }) => floor === 'tutor' || floor === 'both'),
    acts: minute.flatMap(({ at, act }) => (act === 'hold' ? [] : [{ x: xOf(at), act }])),
    beliefs: BELIEFS.flatMap((name) => {
      const held = minute.flatMap((glimpse) => {
        const share = glimpse.beliefs[name]
        return share === undefined ? [] : [{ ...stretchOf(glimpse), share }]
      })
      const last = held.at(-1)
      return last === undefined ? [] : [{ name, runs: unbroken(held), last: last.share }]
    }),
  }
}

/** The same minute in words; null: nothing happened in it. */
export function sumUpMinute(glimpses: readonly Glimpse[], now: number): Summary | null {
  const minute = within(glimpses, now)
  const last = minute.at(-1)
  if (last === undefined) return null
  const done = minute.findLast(({ act }) => act !== 'hold')
  return {
    floor: last.floor,
    act: done === undefined || done.act === 'hold' ? null : { act: done.act, agoMs: now - done.at },
    believed: BELIEFS.map((name) => ({ name, share: last.beliefs[name] ?? 0 }))
      .filter(({ share }) => share > 0.5)
      .sort((one, other) => other.share - one.share),
    decider: last.by === null ? 'late' : last.by.startsWith('network') ? 'network' : 'rules',
  }
}

/** Cut wherever the next one does not begin where the last one ended: micro-turns between them were not run. */
function unbroken<Of extends Stretch>(stretches: readonly Of[]): Of[][] {
  const parts: Of[][] = []
  for (const stretch of stretches) {
    const part = parts.at(-1)
    const before = part?.at(-1)
    if (part === undefined || before === undefined || stretch.from > before.to) parts.push([stretch])
    else part.push(stretch)
  }
  return parts
}

/** What touches is one stretch. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  return unbroken(stretches).map((part) => ({ from: part[0]?.from ?? 0, to: part.at(-1)?.to ?? 0 }))
}
