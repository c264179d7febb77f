import { expect, test } from 'vitest'
import { PlayedLoop } from './played-loop.ts'

async function asked(text: string): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.send(text)
  await loop.turn()
  expect(loop.state.promises).toHaveLength(1)
  return loop
}

/** What was said because it was promised. */
const kept = (loop: PlayedLoop) =>
  [...loop.entries.values()].filter(({ kind }) => kind === 'reminder').map(({ text }) => text)

test('signs that are written are told of in the same micro-turn, each time anew and not while they only stand there', async () => {
  const loop = await asked('each time I write a minus before a bracket, remind me to check the signs')
  loop.write('5 ')
  await loop.turn()
  loop.write('5 -(x')
  await loop.turn()
  expect(kept(loop)).toEqual(['Reminder: check the signs'])
  loop.write('5 -(x+1)')
  await loop.turn()
  expect(kept(loop)).toHaveLength(1)
  loop.write('5 -(x+1) \\left(2\\right) -\\left(3\\right)')
  await loop.turn()
  expect(kept(loop)).toHaveLength(2)
})

test('silence is measured from the person’s last sign, wakes the rest, and is told once until they stir again', async () => {
  const loop = await asked('each time I have been silent for 20 seconds ask me what I am thinking')
  await loop.later(15_000)
  loop.draft('hm')
  await loop.later(19_000)
  expect(kept(loop)).toEqual([])
  await loop.later(1200)
  expect(kept(loop)).toEqual(['Reminder: what I am thinking'])
  await loop.later(600_000)
  expect(kept(loop)).toHaveLength(1)
  loop.write('x')
  await loop.later(21_000)
  expect(kept(loop)).toHaveLength(2)
})

test('correct lines are counted by the checker’s verdicts, each line once', async () => {
  const loop = await asked('count my correct lines')
  loop.write('2(x+3)=10\n2x+6=10\n')
  await loop.pass(2000)
  loop.write('2(x+3)=10\n2x+6=10\n2x=5\n')
  await loop.pass(2000)
  loop.write('2(x+3)=10\n2x+6=10\n2x=4\n')
  await loop.pass(2000)
  expect(kept(loop)).toEqual(['correct lines: 1', 'correct lines: 2'])
  loop.send('how many lines did I get right?')
  await loop.turn()
  expect(loop.said.at(-1)).toBe('2 lines of yours followed, 1 did not.')
})

test('after the next correct line it is said once, and the promise is over', async () => {
  const loop = await asked('after the next correct line say well done')
  loop.write('2x=4\nx=3\n')
  await loop.pass(2000)
  expect(kept(loop)).toEqual([])
  loop.write('2x=4\nx=2\n')
  await loop.pass(2000)
  expect(kept(loop)).toEqual(['Reminder: well done'])
  expect(loop.state.promises).toEqual([])
})

test('a place is ordered from the page that it is in, told once it is reached, and ends with its page', async () => {
  const loop = await asked('when I reach the second paragraph tell me to take notes')
  const id = loop.state.promises[0]?.id ?? ''
  loop.page({ kind: 'reached', id: 'of another' })
  await loop.turn()
  expect(kept(loop)).toEqual([])
  loop.page({ kind: 'reached', id })
  await loop.turn()
  expect(kept(loop)).toEqual(['Reminder: take notes'])
  loop.send('tell me when I reach the end')
  await loop.turn()
  loop.door({ kind: 'tutoring-ended', tutoring: PlayedLoop.tutoring, why: 'closed' })
  await loop.turn()
  expect(loop.state.promises).toEqual([])
})

test('what was promised is kept in exam mode and in quiet, and “stop” ends what repeats', async () => {
  const loop = await asked('say oops each time I make a mistake')
  loop.panel({ kind: 'manner', change: { exam: true } })
  loop.send('be quiet for 10 minutes')
  loop.write('2x=4\nx=3\n')
  await loop.pass(2000)
  expect(kept(loop)).toEqual(['Reminder: oops'])
  loop.send('stop')
  await loop.turn()
  expect(loop.state.promises).toEqual([])
})

test('words that set it off are heard, but not its own', async () => {
  const loop = await asked('when I say banana, say apple')
  await loop.turn()
  expect(kept(loop)).toEqual([])
  loop.send('Banana!')
  await loop.turn()
  expect(kept(loop)).toEqual(['Reminder: apple'])
})

test('its words and whether it repeats can be edited', async () => {
  const loop = await asked('when I come back tell me to check line 2')
  const id = loop.state.promises[0]?.id ?? ''
  loop.panel({ kind: 'edit-promise', promise: id, text: 'sit up', due: null, every: null, again: true })
  for (const here of [false, true, false, true]) {
    loop.page({ kind: 'shown', visible: here, focused: here })
    await loop.turn()
  }
  expect(kept(loop)).toEqual(['Reminder: sit up', 'Reminder: sit up'])
})

test('what the person did is remembered, for how often and for when', async () => {
  const loop = new PlayedLoop(Date.UTC(2026, 2, 2, 9, 58))
  await loop.turn()
  loop.write('2x=4\n')
  await loop.later(120_000)
  loop.write('2x=4\nx=3\n')
  await loop.later(300_000)
  for (const { id, kind } of loop.remarks.values())
    if (kind === 'step') loop.panel({ kind: 'remark', remark: id, what: 'hint' })
  await loop.later(60_000)
  loop.send('how often did I look at the hint?')
  await loop.turn()
  expect(loop.said.at(-1)).toBe('once: you look at a hint. The last time was 1 minute ago.')
  loop.send('what was I doing at ten?')
  await loop.turn()
  expect(loop.said.at(-1)).toContain('“x=3” did not follow')
  loop.panel({ kind: 'remove-tutorings', tutorings: [PlayedLoop.tutoring] })
  await loop.later(20_000)
  expect(loop.state.diary).toEqual([])
})

test('a moment with a delay is told of so long after it', async () => {
  const loop = await asked('five seconds after I leave the field say units')
  await loop.turn()
  loop.page({ kind: 'shown', visible: false, focused: false })
  await loop.pass(4800)
  expect(kept(loop)).toEqual([])
  await loop.later(400)
  expect(kept(loop)).toEqual(['Reminder: units'])
  expect(loop.state.promises).toEqual([])
})

test('an absence counts from its beginning, and a return ends it', async () => {
  const loop = await asked('if I am away for more than 30 seconds say homework')
  await loop.turn()
  loop.page({ kind: 'shown', visible: false, focused: false })
  await loop.later(20_000)
  loop.page({ kind: 'shown', visible: true, focused: true })
  await loop.later(60_000)
  expect(kept(loop)).toEqual([])
  loop.page({ kind: 'shown', visible: false, focused: false })
  await loop.later(30_400)
  expect(kept(loop)).toEqual(['Reminder: homework'])
})

test('a line that does not come in time is told of, and one that comes ends the promise', async () => {
  const late = await asked("if I haven't finished another line within half a minute, say go on")
  await late.later(30_400)
  expect(kept(late)).toEqual(['Reminder: go on'])
  const quick = await asked("if I haven't finished another line within half a minute, say go on")
  quick.write('x=1\n')
  await quick.later(60_000)
  expect(kept(quick)).toEqual([])
  expect(quick.state.promises).toEqual([])
})

test('only lines in a row count where that was asked for', async () => {
  const loop = await asked('two right in a row: say double')
  for (const text of ['2x=4\nx=2\n', '2x=4\nx=2\nx=3\n', '2x=4\nx=2\nx=3\n3x=9\n3x=6+3\n']) {
    loop.write(text)
    await loop.pass(2000)
  }
  expect(kept(loop)).toEqual(['Reminder: double'])
})

test('a question about the work is answered when it is due', async () => {
  const loop = await asked('in 20 seconds tell me how many lines I have finished')
  loop.write('2x=4\nx=2\n')
  await loop.later(20_400)
  expect(kept(loop)).toEqual(['You have finished 2 lines.'])
})

test('it ends after so many times, and with the words that were agreed on', async () => {
  const loop = await asked('say ouch each time I come back, up to two times')
  for (const here of [false, true, false, true, false, true]) {
    loop.page({ kind: 'shown', visible: here, focused: here })
    await loop.turn()
  }
  expect(kept(loop)).toHaveLength(2)
  const drill = await asked('every 5 seconds say go until I say pineapple')
  drill.send('pineapple')
  await drill.turn()
  expect(drill.state.promises).toEqual([])
})
