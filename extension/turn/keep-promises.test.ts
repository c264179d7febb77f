import { expect, test } from 'vitest'
import { PlayedLoop } from './played-loop.ts'

const MINUTE = 60_000

async function reminded(text = 'remind me every 10 minutes to stretch'): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.send(text)
  await loop.turn()
  return loop
}

const only = (loop: PlayedLoop) => {
  const [promise, ...more] = loop.state.promises
  if (promise === undefined || more.length > 0) throw new Error('One promise was expected.')
  return promise
}

test('an ended promise is kept after all, and what was due meanwhile is left out', async () => {
  const loop = await reminded()
  const { id, due } = only(loop)
  loop.panel({ kind: 'end-promise', promise: id })
  await loop.pass(25 * MINUTE)
  expect(loop.state.promises).toEqual([])
  const said = loop.said.length
  loop.panel({ kind: 'keep-promise', promise: id })
  await loop.turn()
  expect(only(loop)).toMatchObject({ id, state: 'open', due: (due ?? 0) + 20 * MINUTE })
  expect(loop.said).toHaveLength(said)
  await loop.pass(6 * MINUTE)
  expect(loop.said.at(-1)).toBe('Reminder: stretch')
})

test('a reminder whose time has passed, and a watch whose page has gone, stay ended', async () => {
  const loop = await reminded('remind me in 1 minute to stretch')
  loop.send('tell me when the page says “in stock”')
  await loop.turn()
  const ids = loop.state.promises.map(({ id }) => id)
  for (const promise of ids) loop.panel({ kind: 'end-promise', promise })
  await loop.pass(2 * MINUTE)
  loop.door({ kind: 'tutoring-ended', tutoring: PlayedLoop.tutoring, why: 'closed' })
  for (const promise of ids) loop.panel({ kind: 'keep-promise', promise })
  await loop.turn()
  expect(loop.state.promises).toEqual([])
})

test('text, time and interval can be edited, and edited back', async () => {
  const loop = await reminded()
  const before = only(loop)
  const due = loop.state.now + MINUTE
  loop.panel({ kind: 'edit-promise', promise: before.id, text: 'drink', due, every: null })
  await loop.turn()
  expect(only(loop)).toMatchObject({ text: 'drink', due, every: null })
  loop.panel({
    kind: 'edit-promise',
    promise: before.id,
    text: before.text,
    due: before.due,
    every: before.every,
  })
  await loop.turn()
  expect(only(loop)).toEqual(before)
  loop.panel({ kind: 'edit-promise', promise: before.id, text: 'drink', due, every: null })
  await loop.pass(2 * MINUTE)
  expect(loop.said.filter((text) => text === 'Reminder: drink')).toHaveLength(1)
  expect(loop.state.promises).toEqual([])
})

test('an edited time that has passed is due now', async () => {
  const loop = await reminded()
  const { id } = only(loop)
  loop.panel({ kind: 'edit-promise', promise: id, text: 'drink', due: loop.state.now - 1000, every: MINUTE })
  await loop.turn()
  expect(loop.said.at(-1)).toBe('Reminder: drink')
  expect(only(loop).due).toBeGreaterThan(loop.state.now)
})

test('of a watch only the text can be edited', async () => {
  const loop = await reminded('tell me when the page says “in stock”')
  const { id } = only(loop)
  loop.panel({ kind: 'edit-promise', promise: id, text: 'sold out', due: 5, every: 1000 })
  await loop.turn()
  expect(only(loop)).toMatchObject({ text: 'sold out', due: null, every: null })
})
