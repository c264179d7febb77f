import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FIRST_PORT, PORTS } from '../shared/thoughts/meeting.ts'
import { startBackend } from '../tools/start-backend.ts'
import { openRedis } from './open-redis.ts'
import { Caller } from './pairing/caller.ts'
import { noRedis, startRedis } from './real-redis.ts'
import { requestOf } from './reasoners/given-thought.ts'
import { ScriptedModel } from './reasoners/scripted-model.ts'
import { allPartsIn, partsIn } from './started.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aside-main-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Whether somebody listens there. */
async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

test('the command takes the first port that is free, on the loopback alone, and pairs a second browser while it runs', async () => {
  const env = { ASIDE_DATA: folder, ASIDE_PORT: '' }
  const said: string[] = []
  await using first = await startBackend({ env, say: (line) => said.push(line) })
  expect(first.port).toBeGreaterThanOrEqual(FIRST_PORT)
  expect(first.port).toBeLessThan(FIRST_PORT + PORTS)
  await Caller.pair(first.port, await first.code)

  await using second = await startBackend({ env })
  expect(second.port).toBeGreaterThan(first.port)

  const others = Object.values(networkInterfaces()).flat()
  for (const host of ['127.0.0.2', ...others.flatMap((one) => (one && !one.internal ? [one.address] : []))])
    expect(await answers(host, first.port), host).toBe(false)
  expect(await answers('127.0.0.1', first.port)).toBe(true)

  const shown: string[] = []
  await expect(startBackend({ env, args: ['pair'], say: (line) => shown.push(line) })).rejects.toThrow()
  const code = shown.find((line) => line.startsWith('pairing code: '))?.slice(14) ?? ''
  const token = await Caller.pair(first.port, code)
  const caller = await Caller.begin(second.port, token)
  expect((await caller.fetch('GET', '/health')).status).toBe(200)
  expect(said).toEqual([
    `backend: http://127.0.0.1:${first.port}`,
    `pairing code: ${await first.code}`,
    "Type it in Aside's settings within 10 minutes.",
    'A browser was paired.',
    'A browser was paired.',
  ])
})

test('what it cannot do it says in a sentence, without a trace of calls', async () => {
  const start = (env: Record<string, string>, ...args: string[]) =>
    startBackend({ env: { ASIDE_DATA: folder, ASIDE_PORT: '0', ...env }, args })
  await expect(start({}, 'fly')).rejects.toThrow(/backend: There is no "fly"\. npm run backend: starts it/u)
  await expect(start({ ASIDE_REDIS: 'redis://:secret@127.0.0.1:1' })).rejects.toThrow(
    /^The backend did not start\. backend: Redis does not answer at ASIDE_REDIS\.[^\n]*$/u,
  )
  await using taken = await start({})
  await expect(start({ ASIDE_PORT: String(taken.port) })).rejects.toThrow(
    `backend: Port ${taken.port} is taken. Set ASIDE_PORT to another, or leave it out.`,
  )
})

test('it ends with whoever started it, however that ends', async () => {
  await using backend = await startBackend({ env: { ASIDE_DATA: folder, ASIDE_PORT: '0' } })
  const ended = once(backend.child, 'exit')
  backend.child.disconnect()
  expect(await ended).toEqual([0, null])
})

test.skipIf(noRedis)(
  'killed mid-thought with Redis, the next process tells what was said and that the rest is lost',
  async () => {
    await using redis = await startRedis()
    await using model = new ScriptedModel(() => [{ text: 'half a ' }, 'hang'])
    const env = {
      ASIDE_DATA: folder,
      ASIDE_PORT: '0',
      ASIDE_REDIS: redis.address,
      ASIDE_PROVIDER: 'compatible',
      ASIDE_COMPATIBLE_ADDRESS: await model.listen(),
    }
    await using before = await startBackend({ env })
    const token = await Caller.pair(before.port, await before.code)
    const answer = await (await Caller.begin(before.port, token)).fetch('POST', '/thoughts', requestOf())
    for await (const part of partsIn(answer)) if (part.kind === 'text') break
    const killed = once(before.child, 'exit')
    before.child.kill('SIGKILL')
    await killed

    await using after = await startBackend({ env })
    // Its sign of life, which would have gone by itself within ten seconds.
    const connection = await openRedis(redis.address, () => {})
    for (const key of await connection.keys('aside:*:alive')) await connection.del(key)
    connection.disconnect()
    const caller = await Caller.begin(after.port, token)
    const parts = await allPartsIn(await caller.fetch('GET', '/thoughts/t1/parts'))
    expect(parts.find(({ kind }) => kind === 'text')).toMatchObject({ text: 'half a ' })
    expect(parts.at(-1)).toMatchObject({ kind: 'error', error: 'lost' })
  },
)
