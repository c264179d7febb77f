import { expect, test } from 'vitest'
import { en } from '../../shared/catalogue/en.ts'
import { PlayedLoop } from './played-loop.ts'
import { thoughtsOf } from './thoughts.ts'

const says = en.thoughts

/** A wrong line was spoken of, and its evidence was asked for. */
async function explained(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  loop.write('2(x+3)=10\n2x+3=10\n')
  await loop.pass(6_000)
  await say(loop, 'why?')
  return loop
}

async function say(loop: PlayedLoop, text: string): Promise<string | undefined> {
  loop.send(text)
  await loop.pass(400)
  return loop.said.at(-1)
}

const questions = ({ state }: PlayedLoop) => thoughtsOf(state).map(({ question }) => question)

test('what a remark shows is told first, then its rungs; only then is it thought about', async () => {
  const loop = await explained()
  const evidence = loop.said.at(-1)
  expect(questions(loop)).toEqual([])
  const rung = await say(loop, "I don't get it")
  expect(rung).not.toBe(evidence)
  expect([...loop.remarks.values()].at(-1)?.rungs?.map(({ kind }) => kind)).toEqual(['rule'])
  expect(questions(loop)).toEqual([])
  expect(await say(loop, 'but why?')).toBe(says.thinking)
  const [thought] = thoughtsOf(loop.state)
  expect(thought).toMatchObject({ task: 'explain', web: false })
  expect(thought?.question).toMatch(/^but why\? .*Line 2.*2\(x\+3\)=10 {2}→ {2}2x\+3=10/u)
  expect(thought?.facts[0]).toMatch(/^Line 2 /u)
})

test('a hint after the last one is thought about', async () => {
  const loop = await explained()
  await say(loop, 'a hint')
  expect(questions(loop)).toEqual([])
  await say(loop, 'another hint, please')
  expect(questions(loop)).toHaveLength(1)
})

test('nothing is thought about that nobody asked about, however long it stands', async () => {
  const loop = await explained()
  await loop.later(600_000)
  expect(questions(loop)).toEqual([])
})

test.each([
  ['in exam mode', (loop: PlayedLoop) => loop.panel({ kind: 'manner', change: { exam: true } })],
  [
    'on a site of which nothing is sent',
    (loop: PlayedLoop) => loop.panel({ kind: 'send-site', pattern: 'http://page/*', sent: false }),
  ],
  ['without a backend', (loop: PlayedLoop) => loop.door({ kind: 'paired', paired: false })],
])('%s nothing is', async (_, change) => {
  const loop = await explained()
  await say(loop, 'a hint')
  change(loop)
  await loop.pass(400)
  await say(loop, 'why?')
  await say(loop, 'another hint')
  expect(questions(loop)).toEqual([])
})
