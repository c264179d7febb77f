import { beforeEach, expect, test } from 'vitest'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'

let loop: PlayedLoop
beforeEach(async () => {
  loop = new PlayedLoop()
  await loop.pass(400)
})

const tutoring = () => loop.state.tutorings[PlayedLoop.tutoring]
const answer = () => [...loop.entries.values()].findLast((entry) => entry.who === 'tutor')

async function ask(): Promise<string> {
  loop.send('find slope on this page')
  await loop.turn()
  return tutoring()?.finds[0]?.id ?? ''
}

const place = (path: string) => anchorOf(path, 'the slope is 3', 4, 9)
const found = (id: string, frame: string, count: number, more: object = {}) =>
  loop.page({
    kind: 'found',
    id,
    frame,
    count,
    places: Array.from({ length: count }, (_, index) =>
      place(frame === '' ? `p${index}` : `${frame} |> p${index}`),
    ),
    ...more,
  })

test('a find is answered once all documents have: the top’s places first, then those of frames in order', async () => {
  const id = await ask()
  found(id, '#b |> iframe', 1)
  found(id, 'iframe:nth-of-type(10)', 1)
  await loop.turn()
  found(id, '', 1, { frames: 4 })
  found(id, 'iframe:nth-of-type(2)', 2)
  await loop.pass(400)
  expect(answer()).toBeUndefined()
  found(id, 'iframe:nth-of-type(1)', 0)
  await loop.turn()
  expect(answer()?.text).toBe('“slope” is on this page 5 times.')
  expect(tutoring()?.places.map(({ anchor }) => anchor.path)).toEqual([
    'p0',
    '#b |> iframe |> p0',
    'iframe:nth-of-type(2) |> p0',
    'iframe:nth-of-type(2) |> p1',
    'iframe:nth-of-type(10) |> p0',
  ])
  expect(tutoring()?.finds).toEqual([])
  expect((await replay(loop.trace, { mode: 'recorded' })).parting).toBeNull()
})

test('a document that answers anew, to a loop that came back, counts once', async () => {
  const id = await ask()
  found(id, '#a', 1)
  found(id, '', 1, { frames: 2 })
  found(id, '#a', 1)
  await loop.turn()
  expect(tutoring()?.finds).toHaveLength(1)
  found(id, '#b', 0)
  await loop.turn()
  expect(answer()?.text).toBe('“slope” is on this page 2 times.')
})

test('a frame that never answers is waited for, not for ever, and named', async () => {
  const id = await ask()
  found(id, '', 0, { frames: 1 })
  await loop.pass(2800)
  expect(tutoring()?.finds).toHaveLength(1)
  await loop.pass(600)
  expect(answer()?.text).toBe(
    'I do not find “slope” on this page. A part of this page did not answer, so I have not looked there.',
  )
})

test('a frame out of reach is named beside what was found', async () => {
  const id = await ask()
  found(id, '', 1, { frames: 0, missed: { site: 'https://sheets.example' } })
  await loop.turn()
  expect(answer()?.text).toContain(
    'once. I may not look into the part of this page that comes from sheets.example',
  )
})

test('a watch that misses a frame says so once, and goes on', async () => {
  loop.send('tell me when the page says "all done"')
  await loop.turn()
  const [watch] = loop.state.promises
  const missed = { kind: 'watch-missed', id: watch?.id ?? '', site: null } as const
  loop.page(missed)
  loop.page(missed)
  loop.page({ ...missed, id: 'unknown' })
  await loop.turn()
  expect(loop.said.filter((text) => text.startsWith('I cannot watch'))).toHaveLength(1)
  expect(loop.state.promises).toHaveLength(1)
})
