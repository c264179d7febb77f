import { describe, expect, test } from 'vitest'
import { NEW_MANNER, neverPattern, parseManner } from '../../shared/manner.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { newLoopState } from './loop-state.ts'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import { parseSnapshot } from './snapshot.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'
type Change = Extract<PanelToLoop, { kind: 'manner' }>['change']

async function like(change: Change): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.panel({ kind: 'manner', change })
  await loop.turn()
  return loop
}

const marks = (loop: PlayedLoop) => ordersOf(loop.state, PlayedLoop.tutoring).marks
const firstWord = (loop: PlayedLoop) =>
  [...loop.entries.values()].find((entry) => entry.kind === 'remark')?.at ?? Number.NaN

describe('in exam mode', () => {
  test('a wrong step is neither marked nor spoken of, however long one waits', async () => {
    const loop = await like({ exam: true })
    await loop.type(WRONG)
    await loop.pass(100_000)
    expect(loop.acts).toEqual([])
    expect(loop.said).toEqual([])
    expect(marks(loop)).toEqual([])
  })

  test('“check this” is answered and marked, and its correction is not announced', async () => {
    const loop = await like({ exam: true })
    await loop.type(WRONG)
    loop.send('check this')
    await loop.pass(20_000)
    expect(loop.said).toEqual([expect.stringMatching(/^Line 2: /)])
    expect(marks(loop)).toHaveLength(1)
    loop.write('2(x+3)=10\n2x+6=10\n')
    await loop.pass(20_000)
    expect(loop.said).toHaveLength(1)
    expect(marks(loop)).toEqual([])
    expect([...loop.remarks.values()].map(({ state }) => state)).toEqual(['outdated'])
  })

  test('reminders are kept', async () => {
    const loop = await like({ exam: true })
    loop.send('remind me in 10 seconds to breathe')
    await loop.pass(12_000)
    expect(loop.said.at(-1)).toMatch(/breathe/)
  })

  test('a remark that is being said when it begins is cut off, and its mark goes', async () => {
    const loop = new PlayedLoop()
    await loop.type(WRONG)
    while (loop.state.speech === null) await loop.turn()
    loop.panel({ kind: 'manner', change: { exam: true } })
    const words = loop.said.length
    await loop.pass(5000)
    expect(loop.said).toHaveLength(words)
    expect(loop.state.speech).toBeNull()
    expect(marks(loop)).toEqual([])
  })

  test('what still stands when it ends is said as usual', async () => {
    const loop = await like({ exam: true })
    await loop.type(WRONG)
    await loop.pass(10_000)
    loop.panel({ kind: 'manner', change: { exam: false } })
    await loop.pass(2000)
    expect(marks(loop)).toHaveLength(1)
    expect(loop.said).toHaveLength(1)
  })

  test('it is the guard that forbids, whatever the policy wants', async () => {
    const eager = Object.assign(
      async (...[frame, state]: Parameters<typeof rulePolicy>) => {
        const remark = frame.remarks[0]?.id ?? 'any'
        return { act: { kind: 'speak' as const, remark }, beliefs: {}, state }
      },
      { version: 'eager' },
    )
    const loop = new PlayedLoop(undefined, eager)
    loop.panel({ kind: 'manner', change: { exam: true } })
    await loop.type(WRONG)
    await loop.pass(5000)
    expect(loop.acts).toEqual([])
  })
})

describe('how early it speaks', () => {
  /** A slow writer: 1.5 s between two keys. */
  async function slowly(change: Change): Promise<number> {
    const loop = await like(change)
    for (let keys = 1; keys <= WRONG.length; keys += 1) {
      loop.write(WRONG.slice(0, keys))
      await loop.pass(1400)
    }
    const finished = loop.state.person.keyAt ?? Number.NaN
    await loop.pass(15_000)
    expect(marks(loop)).toHaveLength(1)
    return firstWord(loop) - finished
  }

  test('at once: as soon as the floor is free; after a pause: twice the own gap; long: ten seconds', async () => {
    const waits = await Promise.all((['at-once', 'pause', 'long'] as const).map((early) => slowly({ early })))
    expect(waits).toEqual([600, 2800, 10_000])
  })

  test('the guard holds an early word back from a person who wants to be left alone', async () => {
    const eager = Object.assign(
      async (...[frame, state]: Parameters<typeof rulePolicy>) =>
        rulePolicy({ ...frame, early: 'at-once' }, state),
      { version: 'eager' },
    )
    const loop = new PlayedLoop(undefined, eager)
    loop.panel({ kind: 'manner', change: { early: 'long' } })
    await loop.type(WRONG)
    await loop.pass(9000)
    expect(loop.said).toEqual([])
  })
})

describe('the notation', () => {
  const WITH_DECIMALS = '1.5(x+0.25)=10\n1.5x+0.25=10\n'
  const wrong = async (change: Change, working: string) => {
    const loop = await like(change)
    await loop.type(working)
    await loop.pass(10_000)
    return { loop, remark: [...loop.remarks.values()][0] }
  }

  test('is that of the question and its evidence; lines are quoted as they were written', async () => {
    const { loop, remark } = await wrong({ decimal: 'comma', times: 'cross' }, WITH_DECIMALS)
    expect(remark?.text).toBe('Line 2: What happens to the 0,25 when the bracket opens?')
    expect(remark?.evidence.text).toBe('At x = 1 the left side of line 1 is 1,875, that of line 2 is 1,75.')
    expect(remark?.evidence.lines.map(({ text }) => text)).toEqual(WITH_DECIMALS.trim().split('\n'))
    expect(loop.said).toEqual([remark?.text])
  })

  test('goes by the language where nothing else was said', async () => {
    const { remark } = await wrong({}, WITH_DECIMALS)
    expect(remark?.text).toBe('Line 2: What happens to the 0.25 when the bracket opens?')
  })

  test('is that in which the working is read, and such a trace replays', async () => {
    const COMMAS = '1,5x = 3\nx = 3\n'
    const { loop, remark } = await wrong({ decimal: 'comma' }, COMMAS)
    expect(remark?.text).toMatch(/^Line 2: /)
    const recomputed = {
      mode: 'recomputed',
      policy: rulePolicy,
      check: findingOf,
      compute: computedOf,
    } as const
    expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
    // It can be read in no other way, whatever was chosen.
    expect((await wrong({}, COMMAS)).remark?.text).toMatch(/^Line 2: /)
  })

  test('is that of the language of the page where nothing else was said; such a trace replays', async () => {
    const on = async (lang: string | undefined, manner: Parameters<typeof like>[0] = {}) => {
      const loop = await like(manner)
      const field = { path: '#w', kind: 'textarea' as const, label: '', ...(lang ? { lang } : {}) }
      const keys = [loop.state.now]
      loop.page({ kind: 'text-changed', field, text: '1,5x = 3\nx = 3\n', cut: false, by: 'person', keys })
      await loop.pass(10_000)
      const recomputed = {
        mode: 'recomputed',
        policy: rulePolicy,
        check: findingOf,
        compute: computedOf,
      } as const
      expect((await replay(structuredClone(loop.trace), recomputed)).parting).toBeNull()
      return loop.remarks.size
    }
    expect(await on('de-DE')).toBe(1)
    // It can be read in no other way, whatever was chosen.
    expect(await on('de-DE', { decimal: 'point' })).toBe(1)
    expect(await on('en')).toBe(1)
    expect(await on(undefined)).toBe(1)
  })

  test('is the usual one in a manner stored before there was a choice', () => {
    const old = { exam: true, early: 'long', pausedUntil: null, never: [], muted: [] }
    expect(parseManner(old)).toEqual({
      ...old,
      decimal: 'language',
      times: 'dot',
      record: true,
      neverSent: [],
    })
    expect(parseSnapshot({ ...newLoopState(1, 0), manner: old }).manner).toEqual(parseManner(old))
  })

  test('holds for what was miscopied, the page being quoted as it stands', async () => {
    const loop = await like({ decimal: 'comma' })
    loop.page({ kind: 'problem', path: '#working', text: 'Solve 2.5x + 3 = 11', formulas: [] })
    await loop.type('3.5x + 3 = 11\n')
    await loop.pass(10_000)
    const [remark] = loop.remarks.values()
    expect(remark?.text).toBe('Line 1: The page says 2.5x + 3 = 11. Is that what you meant to copy?')
    expect(remark?.evidence.text).toBe('The page has 2,5 where line 1 has 3,5.')
  })

  test('holds for “check this” too', async () => {
    const loop = await like({ decimal: 'comma' })
    loop.send('check 2(x+1.5) = 2x+1.5')
    await loop.pass(10_000)
    expect(loop.said.at(-1)).toBe('That does not hold. At x = 1, 2(x+1.5) is 5, but 2x+1.5 is 3,5.')
  })
})

test('a trace with a change of manner replays, recomputed', async () => {
  const loop = await like({ exam: true })
  await loop.type(WRONG)
  loop.panel({ kind: 'manner', change: { exam: false, early: 'at-once' } })
  await loop.pass(5000)
  const recomputed = {
    mode: 'recomputed',
    policy: rulePolicy,
    check: findingOf,
    compute: computedOf,
  } as const
  const result = await replay(structuredClone(loop.trace), recomputed)
  expect(result.parting).toBeNull()
  expect(result.acts).not.toEqual([])
})

test('a memory from before there was a manner is taken as it was', () => {
  const { manner: _, ...old } = newLoopState(1, 0)
  expect(parseSnapshot(old).manner).toEqual(NEW_MANNER)
})

test('a site that is never to be read is left at once, and its pattern is remembered', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.panel({ kind: 'site', pattern: 'http://page/*', read: 'never' })
  await loop.turn()
  expect(loop.state.tutorings).toEqual({})
  expect(neverPattern(loop.state.manner, 'http://page:8080')).toBe('http://page/*')
  expect(neverPattern(loop.state.manner, 'http://other')).toBeNull()
  loop.panel({ kind: 'site', pattern: 'http://page/*', read: 'ask' })
  await loop.turn()
  expect(loop.state.manner.never).toEqual([])
})

test('a muted kind is neither marked nor spoken of anywhere, until it is unmuted', async () => {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  await loop.pass(10_000)
  const [remark] = loop.remarks.values()
  loop.panel({ kind: 'remark', remark: remark?.id ?? '', what: 'mute' })
  await loop.turn()
  expect([...loop.remarks.values()].map(({ state }) => state)).toEqual(['muted'])
  const [muted] = loop.state.manner.muted
  expect(muted?.rule).toBe(remark?.hint)
  const said = loop.said.length
  loop.write('')
  await loop.type('5(y+2)=20\n5y+2=20\n')
  await loop.pass(10_000)
  expect(loop.said).toHaveLength(said)
  expect(marks(loop)).toEqual([])
  loop.panel({ kind: 'mute', check: muted?.check ?? '', rule: '', muted: false })
  await loop.pass(5000)
  expect(loop.said).toHaveLength(said + 1)
})

test('muting is undone from the card', async () => {
  const loop = new PlayedLoop()
  await loop.type(WRONG)
  await loop.pass(10_000)
  const [id] = loop.remarks.keys()
  for (const what of ['mute', 'undo'] as const) {
    loop.panel({ kind: 'remark', remark: id ?? '', what })
    await loop.turn()
  }
  expect(loop.state.manner.muted).toEqual([])
  expect(marks(loop)).toHaveLength(1)
})
