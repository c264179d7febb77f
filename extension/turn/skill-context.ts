import { type AskedProblem, askedProblem } from '../../shared/math/asked-problem.ts'
import { splitLines } from '../../shared/math/finished-lines.ts'
import type { SkillContext } from '../../shared/skills/skill.ts'
import { isMarked } from './agenda.ts'
import type { AgendaItem, LoopState, TutoringState } from './loop-state.ts'
import { notedOf } from './notice.ts'

/** What the person can mean by "why?": what is marked now, the latest of it. */
export function standingItem(state: LoopState, tutoring: TutoringState | undefined): AgendaItem | null {
  return tutoring?.agenda.findLast((item) => isMarked(state, item)) ?? null
}

/** What the person looks at: what they have selected, else the working they wrote last, else what the page asks. */
function problemInView(tutoring: TutoringState | undefined): AskedProblem | null {
  if (tutoring === undefined) return null
  const field = tutoring.fields.toSorted((a, b) => a.editedAt - b.editedAt).at(-1)
  const problem =
    tutoring.problems.findLast(({ path }) => path === field?.field.path) ?? tutoring.problems.at(-1) ?? null
  const selected = askedProblem(problem, [tutoring.selection])
  return (tutoring.selection === '' ? null : selected) ?? askedProblem(problem, splitLines(field?.text ?? ''))
}

/** What a skill may know of the loop, at a time (ms since the epoch). */
export function contextOf(state: LoopState, tutoring: TutoringState | undefined, now: number): SkillContext {
  const item = standingItem(state, tutoring)
  return {
    now,
    timeZone: state.timeZone,
    language: state.language,
    notation: state.manner,
    promises: state.promises,
    lastKept: state.lastKept ?? null,
    activity:
      tutoring === undefined
        ? null
        : {
            ...tutoring.activity,
            startedAt: tutoring.row.startedAt,
            label: tutoring.fields.at(-1)?.field.label ?? '',
          },
    noted: { ...notedOf(tutoring), diary: state.diary ?? [] },
    problem: problemInView(tutoring),
    selection: tutoring?.selection ?? '',
    remark: item && { why: item.remark.evidence.text, right: item.help?.right?.text ?? null },
  }
}
