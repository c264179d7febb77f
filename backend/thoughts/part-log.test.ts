import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Part } from '../../shared/thoughts/part.ts'
import { openRedis } from '../open-redis.ts'
import { noRedis, startRedis } from '../real-redis.ts'
import type { NewPart } from '../reasoners/reason.ts'
import { MemoryLog } from './memory-log.ts'
import { follow, KEPT_MS, type PartLog } from './part-log.ts'
import { RedisLog } from './redis-log.ts'

const text = (words: string): NewPart => ({ kind: 'text', text: words })
const done: NewPart = { kind: 'done', by: 'model', model: null, tokens: null }
const call: NewPart = { kind: 'tool-call', call: 'c', name: 'plot', arguments: {} }
const signal = new AbortController().signal

/** What `follow` gives from here to the end. */
async function whole(log: PartLog, thought: string, after = 0): Promise<Part[]> {
  const parts: Part[] = []
  for await (const some of follow(log, thought, { after, quietMs: 60_000, signal })) parts.push(...some)
  return parts
}

const brief = (parts: readonly Part[]) =>
  parts.map((part) => `${part.seq} ${part.kind === 'text' ? part.text : part.kind}`)

/** What holds for every log; two of them, as two replicas have it, may be one. */
function holds(open: () => Promise<readonly [PartLog, PartLog]>): void {
  let log: PartLog
  let other: PartLog
  let thought: string
  let count = 0
  beforeEach(async () => {
    ;[log, other] = await open()
    count += 1
    thought = `p.t${count}`
  })

  test('one caller of many is to do the work', async () => {
    const begun = await Promise.all([log, other, log, other].map((one) => one.begin(thought, 0, 0)))
    expect(begun.filter(Boolean)).toHaveLength(1)
  })

  test('what is appended at one is read at the other, as it comes', async () => {
    expect((await other.read(thought, 0)).state).toBe('unknown')
    await log.begin(thought, 0, 0)
    const followed = follow(other, thought, { after: 0, quietMs: 60_000, signal })
    const first = followed.next()
    await log.append(thought, 0, text('one'))
    expect(brief((await first).value ?? [])).toEqual(['1 one'])
    const rest = followed.next()
    await log.append(thought, 0, done)
    expect(brief((await rest).value ?? [])).toEqual(['2 done'])
    expect((await followed.next()).done).toBe(true)
    expect(brief(await whole(log, thought, 1))).toEqual(['2 done'])
    expect(await whole(log, thought, 2)).toEqual([])
    expect(await log.append(thought, 0, text('late'))).toBe(false)
  })

  test('silence is told, so that a heartbeat can be sent', async () => {
    await log.begin(thought, 0, 0)
    const followed = follow(other, thought, { after: 0, quietMs: 1, signal })
    expect((await followed.next()).value).toEqual([])
    expect((await followed.next()).value).toEqual([])
    await log.append(thought, 0, done)
    await followed.return(undefined)
  })

  test('a reader that goes away ends at once', async () => {
    await log.begin(thought, 0, 0)
    const gone = new AbortController()
    const followed = follow(other, thought, { after: 0, quietMs: 60_000, signal: gone.signal })
    const next = followed.next()
    gone.abort()
    expect((await next).value ?? []).toEqual([])
    expect((await followed.next()).done).toBe(true)
  })

  test('a tool call opens it again for its result only, at either replica', async () => {
    await log.begin(thought, 0, 0)
    await log.append(thought, 0, call)
    expect(brief(await whole(other, thought))).toEqual(['1 tool-call'])
    expect(await other.begin(thought, 0, 0)).toBe(false)
    expect(await other.begin(thought, 1, 0)).toBe(true)
    expect(await log.append(thought, 0, text('of before'))).toBe(false)
    await other.append(thought, 1, text('on'))
    await other.append(thought, 1, done)
    expect(brief(await whole(log, thought))).toEqual(['2 on', '3 done'])
    expect(await log.begin(thought, 2, 0)).toBe(false)
  })

  test('numbers go on after what the client has of a thought that is unknown here', async () => {
    await log.begin(thought, 1, 6)
    await log.append(thought, 1, done)
    expect(brief(await whole(other, thought, 6))).toEqual(['7 done'])
    expect(brief(await whole(other, thought, 0))).toEqual(['7 done'])
  })

  test('it is given up from the other replica: while open, before it came, and while it waits for a tool', async () => {
    await log.begin(thought, 0, 0)
    const heard = Promise.withResolvers<boolean>()
    const stop = await log.listen(thought, heard.resolve)
    await other.cancel(thought)
    expect(await heard.promise).toBe(true)
    stop()
    expect(await log.append(thought, 0, text('late'))).toBe(false)
    expect(await whole(log, thought)).toEqual([{ seq: 1, kind: 'error', error: 'cancelled' }])

    await other.cancel(`${thought}-early`)
    expect(await log.begin(`${thought}-early`, 0, 0)).toBe(false)

    await log.begin(`${thought}-tool`, 0, 0)
    await log.append(`${thought}-tool`, 0, call)
    await other.cancel(`${thought}-tool`)
    expect(await log.begin(`${thought}-tool`, 1, 0)).toBe(false)
    expect(brief(await whole(log, `${thought}-tool`))).toEqual(['2 error'])
    // One that is done stays as it is.
    await log.begin(`${thought}-done`, 0, 0)
    await log.append(`${thought}-done`, 0, done)
    await other.cancel(`${thought}-done`)
    expect(brief(await whole(log, `${thought}-done`))).toEqual(['1 done'])
  })

  test('twenty readers and three hundred parts: each sees each part once, in order', async () => {
    await log.begin(thought, 0, 0)
    const readers = Array.from({ length: 20 }, (_, at) => whole(at % 2 ? log : other, thought))
    for (let at = 1; at < 300; at += 1) await log.append(thought, 0, text('x'))
    await log.append(thought, 0, done)
    const expected = Array.from({ length: 300 }, (_, at) => at + 1)
    for (const parts of await Promise.all(readers)) expect(parts.map(({ seq }) => seq)).toEqual(expected)
  })
}

describe('in memory', () => {
  holds(async () => {
    const log = new MemoryLog()
    return [log, log]
  })

  test('what has ended is kept for a while, by a clock that cannot be set; what is open stays', async () => {
    let now = 0
    const log = new MemoryLog(() => now)
    await log.begin('ended', 0, 0)
    await log.append('ended', 0, done)
    await log.begin('open', 0, 0)
    now += KEPT_MS - 1
    expect((await log.read('ended', 0)).state).toBe('ended')
    now += 1
    expect((await log.read('ended', 0)).state).toBe('unknown')
    expect((await log.read('open', 0)).state).toBe('open')
    for (let at = 0; at < 2_000; at += 1) await log.cancel(`t${at}`)
    expect((await log.read('t0', 0)).state).toBe('unknown')
    expect((await log.read('t1999', 0)).state).toBe('ended')
  })
})

describe.skipIf(noRedis)(`in Redis${noRedis ? ` (${noRedis})` : ''}`, () => {
  let server: Awaited<ReturnType<typeof startRedis>>
  let logs: readonly [RedisLog, RedisLog]
  const openLog = async () => new RedisLog(await openRedis(server.address, () => {}))
  beforeAll(async () => {
    server = await startRedis()
    logs = [await openLog(), await openLog()]
  })
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close()))
    await server[Symbol.asyncDispose]()
  })
  holds(async () => logs)

  test('whose process has died is lost, after what it had said', async () => {
    const [log, other] = logs
    await log.begin('p.dies', 0, 0)
    await log.append('p.dies', 0, text('half'))
    expect((await other.read('p.dies', 0)).state).toBe('open')
    // As if ALIVE_MS had passed three times without a sign.
    const redis = await openRedis(server.address, () => {})
    await redis.del('aside:{p.dies}:alive')
    expect(brief(await whole(other, 'p.dies'))).toEqual(['1 half', '2 error'])
    expect(await log.append('p.dies', 0, done)).toBe(false)
    await log.begin('p.lives', 0, 0)
    await redis.del('aside:{p.lives}:alive')
    await log.keepAlive('p.lives')
    expect((await other.read('p.lives', 0)).state).toBe('open')
    redis.disconnect()
  })

  test('nothing of it stays for ever', async () => {
    const [log] = logs
    await log.begin('p.kept', 0, 0)
    await log.append('p.kept', 0, call)
    await log.cancel('p.kept-early')
    const redis = await openRedis(server.address, () => {})
    const keys = await redis.keys('aside:*')
    expect(keys.length).toBeGreaterThan(4)
    for (const key of keys) expect(await redis.pttl(key), key).toBeGreaterThan(0)
    for (const key of keys) expect(await redis.pttl(key), key).toBeLessThanOrEqual(KEPT_MS)
    redis.disconnect()
  })

  test('where Redis is not, the backend does not start, and shows no password', async () => {
    await expect(openRedis('redis://:secret@127.0.0.1:1', () => {})).rejects.toThrow(
      /^Redis does not answer at ASIDE_REDIS/u,
    )
  })
})
