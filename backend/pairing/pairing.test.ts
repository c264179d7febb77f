import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newNonce, prove, readCode } from '../../shared/thoughts/proof.ts'
import { writeSecret } from '../data-folder.ts'
import { requestOf } from '../reasoners/given-thought.ts'
import { allPartsIn, startBackend } from '../started.ts'
import { Caller } from './caller.ts'
import { PairingCode } from './code.ts'
import { MemorySessions } from './sessions.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aside-pairing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const port = 27_433

async function tryCode(code: PairingCode, typed: string) {
  const client = newNonce()
  const server = code.ask(client)
  if (server === null) return 'no-code'
  const meeting = { client, server, port }
  return await code.use(meeting, await prove(readCode(typed) ?? '', 'pair-client', meeting))
}

test('a code is used once', async () => {
  const code = new PairingCode(folder)
  expect(await tryCode(code, 'AAAA-AAAA-AAAA')).toBe('no-code')
  const shown = code.show()
  expect(await tryCode(code, shown)).toMatchObject({ token: expect.stringMatching(/^[0-9a-f]{64}$/u) })
  expect(await tryCode(code, shown)).toBe('no-code')
})

test('five wrong tries void a code, also when they come at once', async () => {
  const code = new PairingCode(folder)
  const shown = code.show()
  for (let at = 0; at < 4; at += 1) expect(await tryCode(code, 'AAAA-AAAA-AAAA')).toBe('wrong-code')
  expect(await tryCode(code, 'AAAA-AAAA-AAAA')).toBe('wrong-code')
  expect(await tryCode(code, shown)).toBe('no-code')

  const again = code.show()
  const wrong = Array.from({ length: 30 }, () => tryCode(code, 'AAAA-AAAA-AAAA'))
  const answers = await Promise.all(wrong)
  expect(answers.filter((answer) => answer === 'wrong-code')).toHaveLength(5)
  expect(await tryCode(code, again)).toBe('no-code')
})

test('two who know the code at the same instant: one is paired', async () => {
  const code = new PairingCode(folder)
  const shown = code.show()
  const answers = await Promise.all([tryCode(code, shown), tryCode(code, shown), tryCode(code, shown)])
  expect(answers.filter((answer) => typeof answer === 'object')).toHaveLength(1)
})

test('a proof for nonces that were never given here is wrong', async () => {
  const code = new PairingCode(folder)
  const shown = readCode(code.show()) ?? ''
  const meeting = { client: newNonce(), server: newNonce(), port }
  expect(await code.use(meeting, await prove(shown, 'pair-client', meeting))).toBe('wrong-code')
})

test('a code ends after ten minutes by either clock, however the time of day is set', async () => {
  let wall = 1_000_000_000
  let now = 0
  const code = new PairingCode(
    folder,
    () => wall,
    () => now,
  )
  const shown = code.show()
  wall += 9 * 60_000
  now += 9 * 60_000
  expect(code.ask(newNonce())).not.toBeNull()
  // Set back by eight minutes: by the time of day it would hold for nine minutes more.
  wall -= 8 * 60_000
  now += 10 * 60_000
  expect(await tryCode(code, shown)).toBe('no-code')
  code.show()
  wall += 11 * 60_000
  expect(code.ask(newNonce())).toBeNull()
  code.show()
  wall -= 3_600_000
  expect(code.ask(newNonce())).toBeNull()
})

test('a code of another process is the one that holds', async () => {
  const running = new PairingCode(folder)
  const old = running.show()
  const shown = new PairingCode(folder).show()
  expect(await tryCode(running, old)).toBe('wrong-code')
  expect(await tryCode(running, shown)).toHaveProperty('token')
})

test('a count is taken once; requests may overtake each other, but not by far', async () => {
  let now = 0
  const sessions = new MemorySessions(() => now)
  await sessions.add('s', { client: newNonce(), server: newNonce(), pairing: '' })
  expect(await sessions.claim('s', 2)).toBe(true)
  expect(await sessions.claim('s', 1)).toBe(true)
  expect(await sessions.claim('s', 2)).toBe(false)
  for (let count = 3; count <= 2_000; count += 1) expect(await sessions.claim('s', count)).toBe(true)
  for (let count = 1; count <= 2_000; count += 1) expect(await sessions.claim('s', count)).toBe(false)
  expect(await sessions.claim('t', 1)).toBe(false)
  now += 13 * 3_600_000
  expect(await sessions.find('s')).toBeNull()
})

test('sessions that ask for nothing do not end one that does', async () => {
  const sessions = new MemorySessions()
  const session = { client: newNonce(), server: newNonce(), pairing: '' }
  await sessions.add('used', session)
  await sessions.claim('used', 1)
  for (let at = 0; at < 2_000; at += 1) await sessions.add(`idle-${at}`, session)
  expect(await sessions.find('used')).toEqual(session)
  expect(await sessions.find('idle-0')).toBeNull()
})

test('pairing leaves one file that only its owner reads, and the code goes', async () => {
  await using backend = await startBackend({ folder })
  await Caller.pair(backend.port, backend.code().toLowerCase().replaceAll('-', ' '))
  expect(readdirSync(folder)).toEqual(['pairings.json'])
  expect(statSync(join(folder, 'pairings.json')).mode & 0o777).toBe(0o600)
  expect(backend.said.at(-1)).toBe('A browser was paired.')
})

test('one browser neither reads nor ends the thoughts of another', async () => {
  const go = Promise.withResolvers<void>()
  await using backend = await startBackend({
    folder,
    async *reason({ question }) {
      await go.promise
      yield { kind: 'text', text: question }
      yield { kind: 'done', by: 'model', model: null, tokens: null }
    },
  })
  const one = await Caller.begin(backend.port, await Caller.pair(backend.port, backend.code()))
  const shown = new PairingCode(folder).show()
  const other = await Caller.begin(backend.port, await Caller.pair(backend.port, shown))
  const own = await one.fetch('POST', '/thoughts', requestOf({ question: 'mine' }))
  expect(await allPartsIn(await other.fetch('GET', '/thoughts/t1/parts'))).toMatchObject([{ error: 'lost' }])
  expect((await other.fetch('DELETE', '/thoughts/t1')).status).toBe(204)
  go.resolve()
  expect(await allPartsIn(own)).toMatchObject([{ text: 'mine' }, { kind: 'done' }])
})

test('two browsers are paired side by side, and each finds its own token', async () => {
  await using backend = await startBackend({ folder })
  const first = await Caller.pair(backend.port, backend.code())
  const second = await Caller.pair(backend.port, new PairingCode(folder).show())
  for (const token of [first, second]) {
    const caller = await Caller.begin(backend.port, token)
    expect((await caller.fetch('GET', '/health')).status).toBe(200)
  }
  // Taken out of the file, one is paired no more, nor is its open session.
  const caller = await Caller.begin(backend.port, first)
  const file = JSON.parse(readFileSync(join(folder, 'pairings.json'), 'utf8'))
  writeSecret(join(folder, 'pairings.json'), { pairings: file.pairings.slice(1) })
  expect((await caller.fetch('GET', '/health')).status).toBe(401)
})
