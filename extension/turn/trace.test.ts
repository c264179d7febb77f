import { expect, it } from 'vitest'
import { newLoopState } from './loop-state.ts'
import { newRun } from './new-run.ts'
import { tutoringsKept } from './trace.ts'

it('names the ended tutorings of which the memory, and so a run’s first row, still holds something', () => {
  const state = newLoopState(0, 0)
  expect(tutoringsKept(state)).toEqual([])
  const item = { tutoring: 'ended', at: 1, to: 2, what: 'line' as const, text: '2x+3=10' }
  expect(tutoringsKept({ ...state, diary: [item] })).toEqual(['ended'])
})

it('begins a run without what was sent last, of whichever tutoring it was', () => {
  const state = newLoopState(0, 0)
  state.person.sentText = '2x+3=10'
  expect(JSON.stringify(newRun(state, 5))).not.toContain('2x+3')
})
