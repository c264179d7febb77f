import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conversation } from './conversation.ts'
import { simulate } from './simulate.ts'

const MODES = [
  { mode: 'text', voiceActivity: false },
  { mode: 'voice', voiceActivity: true },
  { mode: 'voice', voiceActivity: false },
] as const
const drawn: readonly Conversation[] = MODES.flatMap((mode) =>
  Array.from({ length: 300 }, (_, seed) => simulate(seed + 1, mode)),
)

describe('a simulated conversation', () => {
  it('is the same for the same seed and another for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 3 }), fc.constantFrom(...MODES), (seed, mode) => {
        const once = simulate(seed, mode)
        expect(simulate(seed, mode)).toEqual(once)
        expect(simulate(seed + 1, mode)).not.toEqual(once)
      }),
      { numRuns: 50 },
    )
  })

  it('has whole, ordered times, and what is evident lies within its span', () => {
    for (const { events, truth, intents } of drawn) {
      for (const { t } of events) expect(Number.isInteger(t) && t >= 0).toBe(true)
      for (const span of [...truth, ...intents]) {
        expect(Number.isInteger(span.from) && Number.isInteger(span.to), JSON.stringify(span)).toBe(true)
        expect(span.from, JSON.stringify(span)).toBeLessThanOrEqual(span.to)
        if (span.is !== 'interruption' || !('evident' in span)) continue
        expect(span.evident).toBeGreaterThanOrEqual(span.from)
        expect(span.evident, JSON.stringify(span)).toBeLessThanOrEqual(span.to)
      }
    }
  })

  it('counts only from utterances for which there is something to say', () => {
    for (const { events, truth } of drawn) {
      const material = events.filter(({ e }) => e === 'reply' || e === 'remark').length
      for (const { on } of [...events, ...truth])
        if (on !== undefined) expect(on).toBeLessThanOrEqual(material)
    }
  })

  it('has signs of listening only while something is said', () => {
    for (const { events, truth, rate } of drawn) {
      const words = events.flatMap((event) =>
        event.e === 'reply' || event.e === 'remark' ? [event.words] : [],
      )
      const longest = (1000 * Math.max(0, ...words)) / rate
      for (const { is, on, from } of truth) {
        if (on === undefined || is !== 'backchannel') continue
        // Held words come later by as long as they were held: at most twice, and never longer than this.
        expect(from).toBeLessThan(longest + 6000)
      }
    }
  })

  it('has no voice in text and no draft in voice', () => {
    for (const { mode, events } of drawn)
      for (const { e } of events)
        expect(mode === 'text' ? ['voice', 'heard'] : ['draft', 'send']).not.toContain(e)
  })

  it('shows voice activity only where it is noticed, on and off in turn', () => {
    const [, , deaf] = MODES
    for (let seed = 1; seed < 100; seed++)
      expect(simulate(seed, deaf).events.some(({ e }) => e === 'voice')).toBe(false)
  })

  it('has every behaviour', () => {
    const has = (what: string, holds: (conversation: Conversation) => boolean) =>
      expect(drawn.filter(holds).length, what).toBeGreaterThan(5)
    for (const is of ['turn', 'backchannel', 'interruption', 'elsewhere', 'open', 'closed'] as const)
      has(is, ({ truth }) => truth.some((each) => each.is === is))
    for (const is of ['wait', 'stuck'] as const)
      has(is, ({ intents }) => intents.some((each) => each.is === is))
    for (const what of ['edit', 'line', 'scroll', 'select', 'leave', 'return', 'view'] as const)
      has(what, ({ events }) => events.some((each) => each.e === 'page' && each.what === what))
    for (const what of ['ok', 'stop', 'dismiss'] as const)
      has(what, ({ events }) => events.some((each) => each.e === 'click' && each.what === what))
    has('turns that are sent', ({ events }) => events.some(({ e }) => e === 'send'))
    has('turns that are not', ({ mode, events }) => mode === 'text' && !events.some(({ e }) => e === 'send'))
    has('long pauses within a turn', ({ events, truth }) =>
      truth.some(({ is, on, from, to }) => {
        const inside = events.filter(
          (each) => each.e === 'draft' && each.on === on && each.t >= from && each.t <= to,
        )
        return is === 'turn' && inside.some(({ t }, index) => t - (inside[index - 1]?.t ?? t) > 3000)
      }),
    )
    has('corrections', ({ events }) =>
      events.some((each, index) => {
        const before = events[index - 1]
        return each.e === 'draft' && before?.e === 'draft' && before.text.length > each.text.length
      }),
    )
    has('jumps', ({ events }) =>
      events.some((each, index) => {
        const before = events[index - 1]
        const stood = before?.e === 'draft' ? before.text.length : 0
        return each.e === 'draft' && each.text.length - stood > 30
      }),
    )
    has('replies before the end of a turn', ({ events, truth }) =>
      events.some(
        (each) =>
          each.e === 'reply' &&
          truth.some((turn) => turn.is === 'turn' && turn.on === each.on && each.t < turn.to),
      ),
    )
    has('remarks over which somebody writes on', ({ events, truth }) =>
      events.some(
        (each) =>
          each.e === 'remark' &&
          truth.some(
            (span) => span.is === 'closed' && span.on === each.on && each.t >= span.from && each.t < span.to,
          ),
      ),
    )
  })
})
