import { readFileSync } from 'node:fs'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { rulePolicy } from '../../../../extension/turn/rule-policy.ts'
import { playConversation } from '../../timing/play-conversation.ts'
import { eager, silenceTimeout, waitForSend } from '../../timing/policies.ts'
import { addScore, type Count, noScore, scoreConversation } from '../../timing/score-timing.ts'
import { type TimingCase, TimingCaseSchema, type Truth } from '../../timing/timing-case.ts'
import { MODES } from './cast.ts'
import { generateTiming } from './generate-timing.ts'
import { playInformed } from './informed-reader.ts'

const SEED = 4711
const texts = generateTiming(2000, SEED)
const OVERLAPS: readonly Truth['is'][] = ['backchannel', 'interruption', 'elsewhere']

const share = ({ hit, of }: Count) => hit / of

async function scoreAll(
  cases: readonly TimingCase[],
  play: (one: TimingCase) => ReturnType<typeof playInformed>,
) {
  const sum = noScore()
  for (const one of cases) addScore(sum, scoreConversation(one, await play(one)))
  return sum
}

describe('conversations drawn by machine', () => {
  it('are the same for the same seed, and others for another', () => {
    for (const mode of MODES) expect(generateTiming(20, SEED, mode)).toEqual(generateTiming(20, SEED, mode))
    expect(generateTiming(20, SEED + 1)).not.toEqual(generateTiming(20, SEED))
    expect(generateTiming(10, SEED)).toEqual(texts.slice(0, 10))
  })

  it('match the schema, in each mode', () => {
    const strange = MODES.flatMap((mode) => generateTiming(200, SEED, mode)).filter(
      (one) => !safeParse(TimingCaseSchema, one).success,
    )
    expect(strange).toEqual([])
    expect(
      generateTiming(50, SEED, 'heard')
        .flatMap(({ events }) => events)
        .filter(({ e }) => e === 'voice'),
    ).toEqual([])
  })

  it('have at least 500 overlaps of each kind in 2,000, and enough of all else', () => {
    const count = (is: Truth['is']) =>
      texts.flatMap(({ truth }) => truth.filter((each) => each.is === is)).length
    for (const is of OVERLAPS) expect(count(is), is).toBeGreaterThan(700)
    for (const is of ['turn', 'open', 'closed'] as const) expect(count(is), is).toBeGreaterThan(800)
  })

  it.each(MODES)('have events in order, and spans from one sign of the person on: %s', (mode) => {
    const wrong: string[] = []
    for (const { id, events, truth } of generateTiming(400, SEED, mode)) {
      const place = ({ on, t }: { on?: number | undefined; t: number }) => 1e9 * (on ?? 0) + t
      if (events.some((event, at) => at > 0 && place(event) < place(events[at - 1] ?? event))) wrong.push(id)
      for (const span of truth) {
        const { is, on, from, to } = span
        const evident = span.is === 'interruption' ? span.evident : from
        const begins = events.some((event) => event.on === on && event.t === from && event.e !== 'reply')
        if (from > evident || evident > to || !begins) wrong.push(`${id} ${is} ${from}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('never let an answer wait through a silence in which a turn looks finished', () => {
    const unfair: string[] = []
    for (const { id, events, truth } of texts.slice(0, 800))
      for (const { on, from, to } of truth.filter(({ is }) => is === 'turn')) {
        const inTurn = events.filter((each) => each.on === on && each.t >= from && each.t <= to)
        const reply = inTurn.find(({ e }) => e === 'reply')
        const signs = inTurn.filter(({ e }) => e === 'draft' || e === 'send')
        for (const [index, { t, text = '' }] of signs.entries()) {
          const next = signs[index + 1]
          if (reply === undefined || next === undefined || next.t - Math.max(t, reply.t) <= 600) continue
          if (/\?\s*$/.test(text)) unfair.push(`${id} at ${t}: ${text}`)
        }
      }
    expect(unfair).toEqual([])
  })
})

describe('the figures', () => {
  it.each(MODES)(
    'can be reached by a reader who knows what was meant, no sooner than anybody could: %s',
    async (mode) => {
      const sum = await scoreAll(generateTiming(80, SEED, mode), playInformed)
      expect(share(sum.cutIn)).toBeLessThanOrEqual(0.02)
      expect(share(sum.inClosed)).toBeLessThanOrEqual(0.05)
      for (const rate of [sum.answered, sum.yielded, sum.wentOn, sum.unmoved, sum.inOpen])
        expect(share(rate)).toBeGreaterThanOrEqual(0.99)
      for (const overlaps of [sum.yielded, sum.wentOn, sum.unmoved]) expect(overlaps.of).toBeGreaterThan(12)
    },
  )

  it('are missed by the baselines, each in its own direction', async () => {
    const some = texts.slice(0, 40)
    const against = (policy: typeof eager, guarded = false) =>
      scoreAll(some, (one) => playConversation(one, { policy, guarded }))
    expect(share((await against(silenceTimeout(600))).cutIn)).toBeGreaterThan(0.15)
    expect(share((await against(eager)).inClosed)).toBeGreaterThan(0.5)
    const waiting = await against(waitForSend)
    expect(waiting.inClosed.of).toBe(0)
    expect(share(waiting.wentOn)).toBeLessThan(0.5)
    expect(share((await against(rulePolicy, true)).wentOn)).toBeLessThan(0.9)
  })
})

describe('the development file', () => {
  it('is what `npm run -s conversations -- text 200 7` draws', () => {
    const file = readFileSync(`${import.meta.dirname}/../../data/timing.jsonl`, 'utf8')
    const drawn = generateTiming(200, 7).map((one) => `${JSON.stringify(one)}\n`)
    expect(file === drawn.join('')).toBe(true)
    expect(file.length).toBeLessThan(1_500_000)
  })
})
