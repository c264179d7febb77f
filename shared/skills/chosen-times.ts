import type { PlacedClause } from './clause-reader.ts'
import type { Asking } from './find-asking.ts'
import { HOLES, type Piece, pieceOf } from './holed-request.ts'
import type { Reminder } from './remind.ts'
import type { SkillContext } from './skill.ts'

type Clock = Pick<SkillContext, 'now' | 'timeZone'>

/** The holes that say when; the others are words of what is to be said ("take a 5 minute break"). */
export function usedHoles(text: string, asking: Asking, pieces: readonly Piece[]): string[] {
  const holes = text.match(HOLES) ?? []
  const clauseOf = (hole: string): PlacedClause | null => pieceOf(hole, pieces)?.clause ?? null
  const every = holes.find((hole) => clauseOf(hole)?.kind === 'every')
  const period = every === undefined ? null : clauseOf(every)
  const starts = holes.filter((hole) => /^(?:in|at|cue|then)$/.test(clauseOf(hole)?.kind ?? ''))
  const first = starts[0]
  const isCued = first !== undefined && clauseOf(first)?.kind === 'cue'
  // "twice in the next minute"
  const rate =
    period === null &&
    first === undefined &&
    holes.some((hole) => clauseOf(hole)?.kind === 'times') &&
    holes.some((hole) => isStrong(clauseOf(hole)))
  const used = holes.filter((hole) => {
    const clause = clauseOf(hole)
    switch (clause?.kind) {
      case 'every':
        return hole === every
      case 'in':
      case 'at':
      case 'cue':
      case 'then':
        return (
          hole === first ||
          (isCued && clause.kind === 'in') ||
          (first !== undefined && areJoined(text, first, hole, starts))
        )
      case 'before':
        return true
      case 'for':
        return (
          rate ||
          (isCued && clause.strong) ||
          (period?.kind === 'every' && (clause.strong || clause.ms >= period.ms))
        )
      case 'until':
        return period !== null || isCued
      case 'times':
        return period !== null || isCued || rate
      case 'start':
        return true
      case 'filler':
        return true
      default:
        return false
    }
  })
  if (period !== null || rate || first !== undefined || used.some((hole) => clauseOf(hole)?.kind === 'start'))
    return used
  // "a 5 minute timer", "tea, 3 minutes": the only duration is the time, nearest to the asking first.
  const bare = holes.filter((hole) => /^(?:bare|for)$/.test(clauseOf(hole)?.kind ?? ''))
  const near = bare.filter((hole) => text.indexOf(hole) >= asking.start - 2)
  const chosen = near[0] ?? bare.at(-1)
  if (chosen === undefined || (!asking.takesBare && bare.length > 1)) return used
  return [
    ...used,
    ...(asking.isTimer ? bare.filter((hole) => areJoined(text, chosen, hole, bare)) : [chosen]),
  ]
}

const isStrong = (clause: PlacedClause | null): boolean => clause?.kind === 'for' && clause.strong

/** Whether nothing but commas and "and" stands between the two. */
function areJoined(text: string, first: string, hole: string, between: readonly string[]): boolean {
  const gap = [...text.slice(text.indexOf(first), text.indexOf(hole))]
    .filter((sign) => !between.includes(sign))
    .join('')
  return /^(?:[\s,;]|and|then|again|also|a|an|once more|another|one|for|the|other|second|timers?|reminders?|alarms?)*$/i.test(
    gap,
  )
}

function cueOf(clause: Extract<PlacedClause, { kind: 'cue' }>): NonNullable<Reminder['when']> {
  const { kind, start, end, ...waited } = clause
  return waited
}

/** One entry for each first time. @param base seconds to the time that was named before, for "ten seconds after that" */
export function timesOf(
  clauses: readonly PlacedClause[],
  { now }: Clock,
  base: number | null = null,
): Omit<Reminder, 'text'>[] {
  const times: Omit<Reminder, 'text'> = {
    after: null,
    at: null,
    every: null,
    for: null,
    until: null,
    times: null,
    when: null,
    asks: false,
    ends: null,
  }
  const early: number[] = []
  const afters: number[] = []
  const cues: Reminder['when'][] = []
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'every':
        times.every = clause.ms / 1000
        break
      case 'in':
        afters.push(...clause.ms.map((ms) => ms / 1000))
        break
      case 'at':
      case 'start':
        afters.push((clause.at - now) / 1000)
        break
      case 'cue':
        cues.push(cueOf(clause))
        break
      case 'for':
        if (clauses.some(({ kind }) => /^(?:every|cue|times)$/.test(kind))) times.for = clause.ms / 1000
        else afters.push(clause.ms / 1000)
        break
      case 'bare':
        afters.push(clause.ms / 1000)
        break
      case 'before':
        early.push(clause.ms / 1000)
        break
      case 'then':
        afters.push((base ?? 0) + clause.ms / 1000)
        break
      case 'until':
        if (clause.says !== undefined) times.ends = clause.says
        if (clause.at !== null) times.for = (clause.at - now) / 1000
        break
      case 'times':
        times.times = clause.count
        break
      case 'filler':
        break
    }
  }
  if (cues.length > 0) {
    const delay = afters[0]
    const limit = times.times === null ? {} : { times: times.times }
    const put = delay === undefined || delay < 1 ? {} : { delay: delay * 1000 }
    return cues.map((when) => ({
      ...times,
      every: null,
      times: null,
      when: when && { ...when, ...limit, ...put },
    }))
  }
  if (times.every === null && times.times !== null && times.for !== null && afters.length === 0)
    return [{ ...times, every: times.for / times.times, for: null }]
  if (early.length > 0) {
    const end = afters[0] ?? base
    return end == null ? [times] : early.map((each) => ({ ...times, after: end - each }))
  }
  return afters.length === 0 ? [times] : afters.map((after) => ({ ...times, after }))
}
