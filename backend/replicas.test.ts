import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Part } from '../shared/thoughts/part.ts'
import { Caller } from './pairing/caller.ts'
import { noRedis, startRedis } from './real-redis.ts'
import { requestOf } from './reasoners/given-thought.ts'
import type { Reason } from './reasoners/reason.ts'
import { startRelay } from './relay.ts'
import { partsIn, type Started, startBackend } from './started.ts'

/** Says one word and waits to be given up. */
const half: Reason = async function* (_request, { signal }) {
  yield { kind: 'text', text: 'half' }
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

const whole: Reason = async function* ({ results }) {
  yield { kind: 'text', text: results.length === 0 ? 'first' : 'second' }
  yield results.length === 0
    ? { kind: 'tool-call', call: 'c1', name: 'plot', arguments: {} }
    : { kind: 'done', by: 'model', model: null, tokens: null }
}

const result = { call: 'c1', name: 'plot', arguments: {}, result: 'drawn' }

async function read(parts: AsyncIterable<Part>): Promise<string[]> {
  const brief: string[] = []
  for await (const part of parts)
    brief.push(part.kind === 'text' ? part.text : part.kind === 'error' ? part.error : part.kind)
  return brief
}

const post = (caller: Caller, ...args: Parameters<typeof requestOf>) =>
  caller.fetch('POST', '/thoughts', requestOf(...args))
const parts = async (caller: Caller, headers = {}) =>
  partsIn(await caller.fetch('GET', '/thoughts/t1/parts', undefined, { headers }))

test('restarted without Redis, a thought is lost, numbered on, and a new session is all it takes', async () => {
  await using before = await startBackend({ reason: half })
  const token = await Caller.pair(before.port, before.code())
  const old = await Caller.begin(before.port, token)
  const stream = partsIn(await post(old))
  expect((await stream.next()).value).toMatchObject({ seq: 1, text: 'half' })
  await before.stop()
  // Whoever still listens is told, or cut off.
  await read(stream).catch(() => {})

  await using after = await startBackend({ folder: before.folder, env: { ASIDE_PORT: String(before.port) } })
  expect(after.said).toEqual([`backend: http://127.0.0.1:${before.port}`])
  expect((await old.fetch('GET', '/health')).status).toBe(401)
  const caller = await old.again()
  const lost = await parts(caller, { 'last-event-id': '1' })
  expect((await lost.next()).value).toEqual({ seq: 2, kind: 'error', error: 'lost' })
  // Asked again, under a name of its own, it is answered.
  expect((await read(partsIn(await post(caller, { thought: 't2' })))).at(-1)).toBe('done')
})

describe.skipIf(noRedis)(`with Redis${noRedis ? ` (${noRedis})` : ''}`, () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => await redis[Symbol.asyncDispose]())

  /** Two replicas that share a data folder. */
  async function two(reason: Reason, env = {}) {
    const shared = { reason, env: { ASIDE_REDIS: redis.address, ...env } }
    const first = await startBackend(shared)
    const second = await startBackend({ ...shared, folder: first.folder })
    return [first, second] as const
  }

  /** Pairs with one of them; a session with each. */
  async function meet(...replicas: readonly [Started, Started]) {
    const [first, second] = replicas
    // Each shows a code while no browser is paired, and the last one holds.
    const token = await Caller.pair(first.port, second.code())
    return [await Caller.begin(first.port, token), await Caller.begin(second.port, token)] as const
  }

  test('a thought that began at one is read at the other, and ended from there', async () => {
    const [first, second] = await two(half)
    await using _first = first
    await using _second = second
    const [here, there] = await meet(first, second)
    const began = partsIn(await post(here))
    expect((await began.next()).value).toMatchObject({ seq: 1, text: 'half' })
    const followed = await parts(there)
    expect((await followed.next()).value).toMatchObject({ seq: 1, text: 'half' })
    expect((await there.fetch('DELETE', '/thoughts/t1')).status).toBe(204)
    expect(await read(began)).toEqual(['cancelled'])
    expect(await read(followed)).toEqual(['cancelled'])
    expect((await there.fetch('GET', '/health').then((answer) => answer.json())).log).toBe('redis')
  })

  test('a tool that was called for by one is answered to the other', async () => {
    const [first, second] = await two(whole)
    await using _first = first
    await using _second = second
    const [here, there] = await meet(first, second)
    expect(await read(partsIn(await post(here)))).toEqual(['first', 'tool-call'])
    expect(await read(partsIn(await post(there, { results: [result] })))).toEqual(['first', 'second', 'done'])
  })

  test('behind a balancer one session serves all replicas, and each request counts once', async () => {
    let turn = 0
    const targets: number[] = []
    await using balancer = await startRelay(
      () => targets[turn++ % targets.length] ?? 0,
      () => undefined,
    )
    const [first, second] = await two(whole, { ASIDE_CALLED_PORT: String(balancer.port) })
    await using _first = first
    await using _second = second
    targets.push(first.port, second.port)
    const token = await Caller.pair(balancer.port, second.code())
    const caller = await Caller.begin(balancer.port, token)
    for (let at = 0; at < 6; at += 1) expect((await caller.fetch('GET', '/health')).status).toBe(200)
    expect(await read(partsIn(await post(caller)))).toEqual(['first', 'tool-call'])
    expect(await read(partsIn(await post(caller, { results: [result] })))).toEqual([
      'first',
      'second',
      'done',
    ])
    const headers = { ...(await caller.headers('GET', '/health')), host: `127.0.0.1:${balancer.port}` }
    const repeat = () => fetch(`http://127.0.0.1:${balancer.port}/health`, { headers })
    expect([(await repeat()).status, (await repeat()).status]).toEqual([200, 401])
  })

  test('restarted, what was said is still there, its end is told, and the session holds', async () => {
    await using before = await startBackend({ reason: half, env: { ASIDE_REDIS: redis.address } })
    const token = await Caller.pair(before.port, before.code())
    const caller = await Caller.begin(before.port, token)
    const stream = partsIn(await post(caller))
    await stream.next()
    await before.stop()
    const env = { ASIDE_REDIS: redis.address, ASIDE_PORT: String(before.port) }
    await using _after = await startBackend({ reason: whole, folder: before.folder, env })
    expect(await read(await parts(caller))).toEqual(['half', 'lost'])
    expect(await read(await parts(caller, { 'last-event-id': '1' }))).toEqual(['lost'])
    expect(await read(partsIn(await post(caller, { thought: 't2' })))).toEqual(['first', 'tool-call'])
  })

  test('Redis goes away mid-thought and comes back: the backend lives, says so, and thinks again', async () => {
    const own = await startRedis()
    const go = Promise.withResolvers<void>()
    await using backend = await startBackend({
      env: { ASIDE_REDIS: own.address },
      async *reason() {
        yield { kind: 'text', text: 'half' }
        await go.promise
        yield { kind: 'done', by: 'model', model: null, tokens: null }
      },
    })
    const caller = await backend.caller()
    const stream = partsIn(await post(caller))
    expect((await stream.next()).value).toMatchObject({ text: 'half' })
    await own[Symbol.asyncDispose]()
    go.resolve()
    expect((await caller.fetch('GET', '/health')).status).toBe(500)
    expect(backend.said).toContain('Redis does not answer; thoughts fail until it does.')

    mkdirSync(own.folder)
    await using _again = await startRedis(own.folder)
    // Sessions lay there too: the next one begins once the connection is back.
    let next: Caller | null = null
    while (!next) next = await caller.again().catch(() => null)
    expect(await read(partsIn(await post(next, { thought: 't2' })))).toEqual(['half', 'done'])
    expect(backend.said).toContain('Redis answers again.')
    await stream.return(undefined)
  })
})
