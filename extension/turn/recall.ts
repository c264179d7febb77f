import type { AgendaItem, TutoringState } from './loop-state.ts'
import { quoted } from './quoted.ts'
import { texts, type Work } from './work.ts'

/** A longer line is not quoted, only named. */
const QUOTED = 40

/** States of a remark that the person took as it was meant. */
const TAKEN: readonly AgendaItem['remark']['state'][] = ['said', 'resolved', 'outdated']

type Place = Pick<AgendaItem, 'check' | 'path' | 'line' | 'before'>

/**
 * What reminds of the same slip in another line of this tutoring, to begin a question with; '' where there was
 * none. Another try at the same line is no other line, and in exam mode nothing is recalled.
 */
export function recallOf(work: Work, { agenda }: TutoringState, place: Place, known: boolean): string {
  if (work.state.manner.exam || !known) return ''
  const last = agenda.findLast(
    (item) =>
      item.check === place.check &&
      item.spoken &&
      TAKEN.includes(item.remark.state) &&
      item.line !== place.line &&
      (item.path !== place.path || item.before === null || item.before !== place.before),
  )
  if (last === undefined) return ''
  const line = last.line.trim()
  return `${texts(work).loop.recall(last.index + 1, line.length > QUOTED ? '' : quoted(line))} `
}
