import { MANNER } from '../../shared/manner.ts'
import type { LoopState } from '../turn/loop-state.ts'
import type { Writes } from '../turn/work.ts'

/** Every row that the loop's memory still holds. */
export function rowsOf(state: LoopState): Writes {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
  const tutorings = Object.values(state.tutorings)
  const voiced = [state.cut, state.speech].flatMap((speech) => (speech === null ? [] : [speech.entry]))
  return {
    tutorings: byId(tutorings.map(({ row }) => row)),
    entries: byId([...state.homeless, ...voiced]),
    remarks: byId(tutorings.flatMap(({ agenda }) => agenda.map(({ remark }) => remark))),
    promises: byId(state.promises),
    slips: new Map(state.slips.map((row) => [row.id, row])),
    settings: new Map([[MANNER, state.manner]]),
  }
}
