import { isPaused } from '../../shared/manner.ts'
import type { Outcome } from '../../shared/skills/skill.ts'
import { findsFault } from '../store/rows.ts'
import { isNeverSent } from './asked-tabs.ts'
import { canClimb, climb } from './ladder.ts'
import { type AgendaItem, tutoringOf } from './loop-state.ts'
import { startThought } from './start-thought.ts'
import { isPaired } from './thoughts.ts'
import { texts, type Work } from './work.ts'

/**
 * A remark is asked about further than checkers can tell: "why?" after its evidence was told, "a hint" after the last
 * rung. First the ladder is climbed; where it ends, the loop has it thought about. The verdict stays the checker's, and
 * nothing leaves but after such words of the person.
 *
 *   why? ──▶ evidence ──why?──▶ rungs that are left ──why?, hint──▶ thought
 *
 * @param text what the person has said
 * @returns whether it is dealt with
 */
export function goFurther(work: Work, item: AgendaItem, outcome: Outcome, text: string): boolean {
  const { state } = work
  const { tutoring: id, kind } = item.remark
  const again = outcome.evidence === true && item.explained === true
  if (outcome.evidence === true) item.explained = true
  if (state.manner.exam || !findsFault(kind) || !(again || outcome.remark === 'hint')) return false
  if (canClimb(item)) {
    if (again) climb(work, item, 'hint', 'words')
    return again
  }
  const origin = tutoringOf(state, id)?.row.origin
  const mayBeSent = origin !== undefined && !isNeverSent(state, origin) && !isPaused(state.manner, state.now)
  if (!isPaired(state) || !mayBeSent) return false
  const question = texts(work).thoughts.aboutRemark(text.slice(0, 500), item.remark.text, lineOf(item))
  startThought(work, id, { task: 'explain', question, web: false })
  return true
}

const lineOf = ({ before, line }: AgendaItem): string =>
  [before, line].filter((each) => each !== null).join('  →  ')
