import { expect, it } from 'vitest'
import { PlayedLoop } from './played-loop.ts'
import type { Policy } from './policy.ts'

/** Says whatever is on the agenda, and never a mark first. */
const blurts: Policy = Object.assign(
  async (...[{ remarks }, state]: Parameters<Policy>) => {
    const [best] = remarks
    return {
      act: best ? ({ kind: 'speak', remark: best.id } as const) : ({ kind: 'hold' } as const),
      beliefs: {},
      state,
    }
  },
  { version: 'blurts' },
)

/** A wrong line, and keys after it without a pause; with an urgency that the checker does not give. */
async function writesOn(urgency: number, draft = ''): Promise<string[]> {
  const loop = new PlayedLoop(undefined, blurts)
  await loop.turn()
  loop.write('2(x+3)=10\n2x+3=10\n')
  if (draft !== '') loop.draft(draft)
  await loop.turn()
  for (const item of loop.state.tutorings[PlayedLoop.tutoring]?.agenda ?? []) item.remark.urgency = urgency
  await loop.type('2x=7 and')
  return loop.said
}

it('lets words come over somebody who writes on the page only if they are urgent', async () => {
  expect(await writesOn(0.8)).toEqual([])
  expect(await writesOn(0.9)).toHaveLength(1)
})

it('lets no remark come while somebody writes to Aside, however urgent it is', async () => {
  expect(await writesOn(0.9, 'why is')).toEqual([])
})
