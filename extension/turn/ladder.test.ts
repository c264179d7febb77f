import { describe, expect, test } from 'vitest'
import { findingOf } from '../senses/finding-of.ts'
import { type Remark, rungsOf } from '../store/rows.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'
import { parseSnapshot } from './snapshot.ts'

const START = '2(x+3) = 10\n'
const WRONG = `${START}2x+3 = 10\n`
const RULE = {
  kind: 'rule',
  parts: [
    { text: 'You start from line 1:', lines: ['2(x+3) = 10'] },
    { text: 'A factor before a bracket multiplies every term inside it.', lines: [] },
    { text: 'With other numbers:', lines: ['7(a + 4) = 7a + 28'] },
  ],
}
const STEP = {
  kind: 'step',
  parts: [
    { text: 'You start from line 1:', lines: ['2(x+3) = 10'] },
    { text: 'This is the step itself. Line 2 becomes:', lines: ['2x + 2·3 = 10'] },
  ],
}

/** A loop in which this was written and its remark has been said. */
async function told(text: string, loop = new PlayedLoop()): Promise<PlayedLoop> {
  loop.write('')
  loop.write(text)
  await loop.pass(12_000)
  return loop
}

function newest(loop: PlayedLoop): Remark {
  const remark = [...loop.remarks.values()].at(-1)
  if (remark === undefined) throw new Error('Nothing was remarked.')
  return remark
}

async function press(loop: PlayedLoop, what: 'hint' | 'step'): Promise<void> {
  loop.panel({ kind: 'remark', remark: newest(loop).id, what })
  await loop.turn()
}

async function ask(loop: PlayedLoop, text: string): Promise<string> {
  loop.send(text)
  await loop.pass(600)
  return loop.said.at(-1) ?? ''
}

describe('the ladder', () => {
  test('unasked goes no further than the question', async () => {
    const loop = await told(WRONG)
    expect(loop.said.at(-1)).toBe('Line 2: What happens to the 3 when the bracket opens?')
    expect(rungsOf(newest(loop))).toEqual([])
    await loop.pass(120_000)
    expect(rungsOf(newest(loop))).toEqual([])
  })

  test('each press climbs one rung; there is none above the rule that was not offered', async () => {
    const loop = await told(WRONG)
    await press(loop, 'hint')
    expect(newest(loop).rungs).toEqual([{ ...RULE, said: false }])
    const said = loop.said.length
    await press(loop, 'hint')
    await press(loop, 'hint')
    expect(newest(loop).rungs).toHaveLength(1)
    expect(loop.said).toHaveLength(said)
  })

  test('in words too, and each is said', async () => {
    const loop = await told(WRONG)
    expect(await ask(loop, 'give me a hint')).toBe(
      'You start from line 1: 2(x+3) = 10\nA factor before a bracket multiplies every term inside it.\nWith other numbers: 7(a + 4) = 7a + 28',
    )
    expect(newest(loop).rungs).toEqual([{ ...RULE, said: true }])
    expect(await ask(loop, 'another hint')).toMatch(/^That is my last hint.*show me the step/)
    expect(newest(loop).rungs).toHaveLength(1)
  })

  test('a hint before the question was said is the question', async () => {
    const loop = new PlayedLoop()
    loop.write(WRONG)
    while ([...loop.remarks.values()].at(-1)?.state !== 'marked' && loop.t < 5000) await loop.turn()
    expect(loop.said).toEqual([])
    expect(await ask(loop, 'hint')).toBe('Line 2: What happens to the 3 when the bracket opens?')
    expect(newest(loop)).toMatchObject({ state: 'said' })
    expect(rungsOf(newest(loop))).toEqual([])
    expect(await ask(loop, 'hint')).toContain('multiplies every term')
  })

  test('the step comes when it is asked for by name, marked as such and never unsaid', async () => {
    const loop = await told(WRONG)
    const said = 'You start from line 1: 2(x+3) = 10\nThis is the step itself. Line 2 becomes: 2x + 2·3 = 10'
    expect(await ask(loop, 'show me the step')).toBe(said)
    expect(newest(loop).rungs).toEqual([{ ...STEP, said: true }])
    expect(await ask(loop, 'show me the step')).toBe(said)
    expect(newest(loop).rungs).toHaveLength(1)
  })

  test('the answer comes only when it is asked for, from what is right, and is marked as the answer', async () => {
    const loop = await told(WRONG)
    expect(await ask(loop, 'what is the answer?')).toMatch(/\nAnswer: \$x = 2\$\.$/)
    expect(rungsOf(newest(loop))).toEqual([])
    loop.panel({ kind: 'manner', change: { exam: true } })
    expect(await ask(loop, 'what is the answer?')).not.toContain('x = 2')
  })

  test('German has all of it', async () => {
    const loop = new PlayedLoop()
    loop.door({ kind: 'language', language: 'de' })
    await told('2(x+3) = 10\n2x+6 = 10\n2x = 16\n', loop)
    expect(await ask(loop, 'ein Tipp')).toMatch(
      /^Zeile 2 ist richtig: 2x\+6 = 10\n.*Vorzeichen\.\nMit anderen Zahlen: 7x \+ 8 = 4x \+ 20 /,
    )
    expect(await ask(loop, 'zeig mir den Schritt')).toBe(
      'Das ist der Schritt selbst. Aus Zeile 3 wird: 2x = 10 − 6',
    )
  })

  test('where no slip is known there is the general rule, and no step', async () => {
    const loop = await told(`${START}7x = 12\n`)
    await press(loop, 'hint')
    expect(newest(loop).rungs?.[0]?.parts.at(-1)).toEqual({
      text: 'Each line must say the same as the line before it: do the same thing to both sides.',
      lines: [],
    })
    expect(await ask(loop, 'hint')).toMatch(/^That is all the help I have here/)
    expect(await ask(loop, 'show me the step')).toMatch(/^I cannot tell you this step/)
    expect(newest(loop).rungs).toHaveLength(1)
  })

  test('a miscopied problem has its one hint', async () => {
    const loop = new PlayedLoop()
    loop.page({ kind: 'problem', path: '#working', text: 'Solve 2(x+3) = 10', formulas: [] })
    await told('2(x+3) = 16\n', loop)
    await press(loop, 'hint')
    expect(newest(loop).rungs?.[0]?.parts).toEqual([
      { text: 'Compare line 1 with the page, number by number and sign by sign.', lines: [] },
    ])
    expect(await ask(loop, 'show me the step')).toMatch(/^I cannot tell you this step/)
  })

  test('a first line that is as on the page is right', async () => {
    const loop = new PlayedLoop()
    loop.page({ kind: 'problem', path: '#working', text: 'Solve 2(x+3) = 10', formulas: [] })
    await told(WRONG, loop)
    expect(await ask(loop, 'hint')).toMatch(/^Line 1 is right: 2\(x\+3\) = 10\n/)
  })

  test('the example is never the learner’s own line', async () => {
    const loop = await told('7(a+4) = 35\n7a+4 = 35\n')
    expect(await ask(loop, 'hint')).not.toContain('28')
  })
})

describe('honest attempts', () => {
  test('after two other lines that are wrong too the step is offered, and Hint climbs to it', async () => {
    const loop = await told(WRONG)
    expect(newest(loop).offersStep).toBeUndefined()
    await told(`${START}2x+5 = 10\n`, loop)
    await told(`${START}2x + 3 = 10\n`, loop)
    expect(newest(loop).offersStep).toBeUndefined()
    await told(`${START}2*x+3 = 10+0\n`, loop)
    expect(newest(loop).offersStep).toBe(true)
    expect(rungsOf(newest(loop))).toEqual([])
    await press(loop, 'hint')
    await press(loop, 'hint')
    expect(newest(loop).rungs).toEqual([
      { ...RULE, said: false },
      { ...STEP, parts: STEP.parts.slice(1), said: false },
    ])
    expect(await ask(loop, 'hint')).toContain('the step itself')
    expect(newest(loop).rungs).toHaveLength(2)
  })
})

describe('the same slip again', () => {
  const AGAIN = `${START}2x+6 = 10\n\nb) 5(x+4) = 40\n5x+4 = 40\n`

  test('is recalled, with the line it was in', async () => {
    const loop = await told(WRONG)
    await told(AGAIN, loop)
    expect(loop.said.at(-1)).toBe(
      'Line 5: Like in line 2 before: 2x+3 = 10. What happens to the 4 when the bracket opens?',
    )
  })

  test('another slip, or the same line once more, is not', async () => {
    const loop = await told(WRONG)
    await told(`${START}2 x + 3 = 10\n`, loop)
    expect(loop.said.at(-1)).toBe('Line 2: What happens to the 3 when the bracket opens?')
    await told(`${START}2x+6 = 10\n2x = 16\n`, loop)
    expect(loop.said.at(-1)).toBe('Line 3: What happens to the sign of 6 when it moves to the other side?')
  })

  test('one that was taken back is not', async () => {
    const loop = await told(WRONG)
    loop.panel({ kind: 'remark', remark: newest(loop).id, what: 'dismiss' })
    await told(AGAIN, loop)
    expect(newest(loop).text).toBe('Line 5: What happens to the 4 when the bracket opens?')
  })

  test('in exam mode nothing is recalled', async () => {
    const loop = await told(WRONG)
    loop.panel({ kind: 'manner', change: { exam: true } })
    await told(AGAIN, loop)
    expect(await ask(loop, 'check this')).toBe('Line 5: What happens to the 4 when the bracket opens?')
  })
})

describe('a corrected line', () => {
  const corrected = `${START}6 + 2x = 10\n`

  test('is acknowledged with what is right now, after a hint', async () => {
    const loop = await told(WRONG)
    await press(loop, 'hint')
    await told(corrected, loop)
    expect(loop.said.at(-1)).toBe('Line 2 follows now: every term of the bracket is multiplied.')
    await loop.pass(30_000)
    expect(loop.said.at(-1)).toMatch(/^Line 2 follows now/)
  })

  test('without a hint, or in another way, only briefly', async () => {
    const loop = await told(WRONG)
    await told(corrected, loop)
    expect(loop.said.at(-1)).toBe('Line 2 follows now.')
    const other = await told(WRONG)
    await press(other, 'hint')
    await told(`${START}x+3 = 5\n`, other)
    expect(other.said.at(-1)).toBe('Line 2 follows now.')
  })
})

describe('in exam mode', () => {
  test('nothing comes unasked, not even after attempts', async () => {
    const loop = new PlayedLoop()
    loop.panel({ kind: 'manner', change: { exam: true } })
    for (const line of ['2x+3 = 10', '2x+5 = 10', '2x + 3 = 10+0']) await told(`${START}${line}\n`, loop)
    expect(loop.said).toEqual([])
    expect([...loop.remarks.values()].some(({ offersStep }) => offersStep === true)).toBe(false)
    expect(await ask(loop, 'hint')).toMatch(/^There is nothing marked/)
    expect(await ask(loop, 'show me the step')).toMatch(/^I do not work it out/)
  })

  test('what was checked on request has its ladder', async () => {
    const loop = new PlayedLoop()
    loop.panel({ kind: 'manner', change: { exam: true } })
    await told(WRONG, loop)
    await ask(loop, 'check this')
    expect(await ask(loop, 'hint')).toContain('multiplies every term')
  })
})

describe('what is kept', () => {
  const recomputed = { mode: 'recomputed', policy: rulePolicy, check: findingOf } as const

  test('a climbed ladder replays, recorded and recomputed', async () => {
    const loop = await told(WRONG)
    await press(loop, 'hint')
    await ask(loop, 'show me the step')
    const rows = JSON.parse(JSON.stringify(loop.trace))
    expect((await replay(rows, { mode: 'recorded' })).parting).toBeNull()
    expect((await replay(rows, recomputed)).parting).toBeNull()
  })

  test('a trace from before steps were told is replayed too', async () => {
    const loop = await told(WRONG)
    const before = JSON.stringify(loop.trace).replaceAll(/,"step":"[^"]*"/g, '')
    expect(before).not.toContain('2x + 2·3')
    expect((await replay(JSON.parse(before), recomputed)).parting).toBeNull()
  })

  test('a snapshot from before there was a ladder climbs without a step', async () => {
    const loop = await told(WRONG)
    const old = JSON.parse(JSON.stringify(loop.state))
    for (const item of old.tutorings[PlayedLoop.tutoring].agenda) delete item.help
    loop.state = parseSnapshot(old)
    await press(loop, 'hint')
    expect(newest(loop).rungs?.[0]?.parts).toEqual([
      { text: 'A factor before a bracket multiplies every term inside it.', lines: [] },
    ])
    expect(await ask(loop, 'show me the step')).toMatch(/^I cannot tell you this step/)
  })
})
