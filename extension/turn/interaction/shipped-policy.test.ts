import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameOf } from '../frame.ts'
import { newLoopState } from '../loop-state.ts'
import { rulePolicy } from '../rule-policy.ts'
import { NETWORK_VERSION } from './network-policy.ts'
import { type NetworkWorker, ShippedPolicy } from './shipped-policy.ts'

const frame = frameOf(newLoopState(0, 0))
const decision = { act: { kind: 'hold' }, beliefs: { stuck: 0.5 }, state: { network: [1] } } as const

/** A worker that answers as the test says. */
class Played implements NetworkWorker {
  static started: Played[] = []
  onmessage: ((event: MessageEvent) => void) | null = null
  onerror: ((event: ErrorEvent) => unknown) | null = null
  ended = false
  asked: number[] = []
  constructor() {
    Played.started.push(this)
  }
  postMessage({ id }: { id: number }): void {
    this.asked.push(id)
  }
  terminate(): void {
    this.ended = true
  }
  say(data: unknown): void {
    this.onmessage?.(new MessageEvent('message', { data }))
  }
  answer(said: unknown = decision): void {
    this.say({ id: this.asked.at(-1), decision: said })
  }
}

function shipped() {
  let now = 0
  const one = new ShippedPolicy(
    () => new Played(),
    () => now,
  )
  const decide = () => one.policy(frame, {})
  return {
    one,
    decide,
    later: (ms: number) => {
      now += ms
    },
    worker: () => Played.started.at(-1) ?? new Played(),
  }
}

async function loaded() {
  const all = shipped()
  await all.decide()
  all.worker().say({ id: 0, decision: null })
  return all
}

beforeEach(() => {
  vi.useFakeTimers()
  Played.started = []
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the shipped policy', () => {
  it('decides by rules until the network is loaded, then by the network', async () => {
    const { one, decide, worker } = shipped()
    expect(await decide()).toMatchObject({ beliefs: {} })
    expect(one.policy.version).toBe(rulePolicy.version)
    worker().say({ id: 0, decision: null })
    expect(one.policy.version).toBe(NETWORK_VERSION)
    const decided = decide()
    worker().answer()
    expect(await decided).toEqual(decision)
  })

  it.each([
    ['cannot be loaded', (worker: Played) => worker.say({ id: -1 })],
    ['dies', (worker: Played) => worker.onerror?.(new Event('error') as ErrorEvent)],
    ['answers nonsense', (worker: Played) => worker.answer({ act: { kind: 'shout' } })],
    ['believes more than all', (worker: Played) => worker.answer({ ...decision, beliefs: { stuck: 2 } })],
    [
      'believes no number',
      (worker: Played) => worker.answer({ ...decision, beliefs: { stuck: Number.NaN } }),
    ],
    ['fails', (worker: Played) => worker.answer(null)],
  ])('decides by rules at once when the network %s', async (_, happens) => {
    const { one, decide, worker } = await loaded()
    const decided = decide()
    happens(worker())
    expect(await decided).toMatchObject({ beliefs: {}, state: {} })
    expect(worker().ended).toBe(true)
    expect(one.policy.version).toBe(rulePolicy.version)
  })

  it('misses one deadline as a micro-turn that holds, and two in a row as a failure', async () => {
    const { one, decide, worker } = await loaded()
    const late = expect(decide()).rejects.toThrow('deadline')
    await vi.advanceTimersByTimeAsync(100)
    await late
    const intime = decide()
    worker().answer()
    expect(await intime).toEqual(decision)
    const again = expect(decide()).rejects.toThrow('deadline')
    await vi.advanceTimersByTimeAsync(100)
    await again
    const last = decide()
    await vi.advanceTimersByTimeAsync(100)
    expect(await last).toMatchObject({ beliefs: {} })
    expect(one.policy.version).toBe(rulePolicy.version)
  })

  it('tries a failed network again after a minute, then two', async () => {
    const { decide, worker, later } = await loaded()
    for (const minutes of [1, 2, 4]) {
      worker().say({ id: -1 })
      const before = Played.started.length
      later(minutes * 60_000 - 1)
      await decide()
      expect(Played.started).toHaveLength(before)
      later(1)
      await decide()
      expect(Played.started).toHaveLength(before + 1)
      worker().say({ id: 0 })
    }
  })
})
