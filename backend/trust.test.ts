import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { expect, test } from 'vitest'
import { HEADERS } from '../shared/thoughts/meeting.ts'
import { newNonce } from '../shared/thoughts/proof.ts'
import { REQUEST_BYTES } from '../shared/thoughts/thought-request.ts'
import { Caller } from './pairing/caller.ts'
import { requestOf } from './reasoners/given-thought.ts'
import { startRelay } from './relay.ts'
import { startBackend } from './started.ts'

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** A request that may say anything, unlike `fetch`. */
function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string | undefined>,
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const asked = request({ host: '127.0.0.1', port, method, path, headers: Object.fromEntries(given) })
    asked.once('error', reject)
    asked.once('response', async (answer) => {
      let text = ''
      for await (const chunk of answer) text += chunk
      resolve({ status: answer.statusCode, headers: answer.headers, body: text })
    })
    asked.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const ask = JSON.stringify({ client: newNonce() })

test('whoever calls by another name, or from a web page, is refused without a word', async () => {
  await using backend = await startBackend()
  const { port } = backend
  const token = await Caller.pair(port, backend.code())
  const own = `127.0.0.1:${port}`
  const strangers: Record<string, string | undefined>[] = [
    { host: `evil.example:${port}` },
    { host: '127.0.0.1' },
    { host: `127.0.0.1:${port + 1}` },
    { host: `0.0.0.0:${port}` },
    { host: `[::1]:${port}` },
    { host: `127.0.0.1:${port}.evil.example` },
    { host: own, origin: 'https://evil.example' },
    { host: own, origin: `http://127.0.0.1:${port}` },
    { host: own, origin: 'null' },
    { host: own, origin: 'chrome-extension://abc.evil.example' },
    { host: own, origin: 'https://chrome-extension://abc' },
  ]
  for (const stranger of strangers) {
    const { status, body } = await send(port, 'POST', '/session', { ...json, ...stranger }, ask)
    // 400: a Host that is no name at all does not even get that far.
    expect([400, 403]).toContain(status)
    expect(body).toBe('')
  }
  for (const friend of [
    { host: own },
    { host: `localhost:${port}` },
    { host: own, origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' },
    { host: own, origin: 'moz-extension://7a6e1ae2-5f0a-4a73-a8d0-6a0f4b6f7c1d' },
  ])
    expect(await send(port, 'POST', '/session', { ...json, ...friend }, ask)).toMatchObject({ status: 200 })
  // Also with a right proof.
  const caller = await Caller.begin(port, token)
  const proven = await caller.headers('GET', '/health')
  expect((await send(port, 'GET', '/health', { ...proven, host: 'evil.example' })).status).toBe(403)
})

test('no answer carries a CORS header, and no preflight is granted', async () => {
  await using backend = await startBackend()
  const { port } = backend
  const caller = await backend.caller()
  const host = `127.0.0.1:${port}`
  const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'
  const preflight = { host, origin, 'access-control-request-method': 'POST' }
  const answers = [
    await send(port, 'OPTIONS', '/thoughts', preflight),
    await send(port, 'OPTIONS', '/thoughts', { ...preflight, origin: 'https://evil.example' }),
    await send(port, 'GET', '/health', { host, origin, ...(await caller.headers('GET', '/health')) }),
    await send(port, 'GET', '/health', { host, origin }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 401])
  for (const { headers } of answers)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('without a right proof there is nothing: no path, no content, no second time', async () => {
  await using backend = await startBackend()
  const { port } = backend
  const caller = await backend.caller()
  const host = `127.0.0.1:${port}`
  for (const path of ['/', '/health', '/thoughts/t1/parts', '/configuration', '/nowhere'])
    expect(await send(port, 'GET', path, { host })).toMatchObject({
      status: 401,
      body: '{"refused":"wrong-proof"}',
    })
  const proven = await caller.headers('GET', '/health')
  const changed = [
    { [HEADERS.proof]: '0'.repeat(64) },
    { [HEADERS.count]: '7' },
    { [HEADERS.count]: '-1' },
    { [HEADERS.session]: newNonce() },
    { [HEADERS.session]: undefined },
  ]
  for (const change of changed)
    expect((await send(port, 'GET', '/health', { host, ...proven, ...change })).status).toBe(401)
  // Of another path, with a query, and of another method.
  expect((await send(port, 'GET', '/configuration', { host, ...proven })).status).toBe(401)
  expect((await send(port, 'GET', '/health?a=1', { host, ...proven })).status).toBe(401)
  expect((await send(port, 'DELETE', '/health', { host, ...proven })).status).toBe(401)
  expect((await send(port, 'GET', '/health', { host, ...proven })).status).toBe(200)
  expect((await send(port, 'GET', '/health', { host, ...proven })).status).toBe(401)
  const put = await caller.headers('PUT', '/configuration', '{}')
  expect((await send(port, 'PUT', '/configuration', { host, ...put }, '{"provider":null}')).status).toBe(401)
})

test('a wrong token finds that the backend is none of its own', async () => {
  await using backend = await startBackend()
  await expect(Caller.begin(backend.port, 'a'.repeat(64))).rejects.toThrow('not-paired')
  await Caller.pair(backend.port, backend.code())
  await expect(Caller.begin(backend.port, 'a'.repeat(64))).rejects.toThrow('not-paired')
})

test('a stranger on the port who passes everything on to the real backend gets nothing', async () => {
  await using backend = await startBackend()
  await using stranger = await startRelay(() => backend.port)
  // Pairing through it fails on both sides, and costs a try.
  await expect(Caller.pair(stranger.port, backend.code())).rejects.toThrow('wrong-code')
  const token = await Caller.pair(backend.port, backend.code())
  await expect(Caller.begin(stranger.port, token)).rejects.toThrow('does not know the token')
  expect(stranger.heard.join('')).not.toContain(token)
})

test('a stranger that invents its answers is found out before anything is sent', async () => {
  await using backend = await startBackend()
  const token = await Caller.pair(backend.port, backend.code())
  let heard = ''
  const stranger = createServer(async (asked, answer) => {
    for await (const chunk of asked) heard += chunk
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify({ session: 's', server: newNonce(), proof: newNonce() + newNonce() }))
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const address = stranger.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(Caller.begin(port, token)).rejects.toThrow('does not know the token')
  expect(Object.keys(JSON.parse(heard))).toEqual(['client', 'pairing'])
  stranger.closeAllConnections()
  await new Promise((resolve) => stranger.close(resolve))
})

test('bodies that are no JSON, not as they should be, or too large', async () => {
  await using backend = await startBackend()
  const { port } = backend
  const caller = await backend.caller()
  const host = `127.0.0.1:${port}`
  const post = async (body: string, headers: Record<string, string | undefined> = {}) => {
    const proven = await caller.headers('POST', '/thoughts', body)
    const { status, body: said } = await send(
      port,
      'POST',
      '/thoughts',
      { host, ...proven, ...headers },
      body,
    )
    return `${status} ${said}`
  }
  const malformed = '400 {"refused":"malformed"}'
  expect(await post('{"thought":')).toBe(malformed)
  expect(await post('null')).toBe(malformed)
  expect(await post(JSON.stringify({ ...requestOf(), thought: '../../etc' }))).toBe(malformed)
  expect(await post(JSON.stringify({ ...requestOf(), question: '' }))).toBe(malformed)
  expect(await post(JSON.stringify(requestOf()), { 'content-type': 'text/plain' })).toBe(malformed)
  expect(await post(JSON.stringify(requestOf()), { 'content-type': undefined })).toBe(malformed)
  expect(await post(JSON.stringify(requestOf()), { 'last-event-id': 'x' })).toBe(malformed)
  const large = '413 {"refused":"too-large"}'
  const megabyte = JSON.stringify({ ...requestOf(), noticed: ['x'.repeat(1_000_000)] })
  expect(await post(megabyte)).toBe(large)
  // Without saying how long it is.
  expect(await post(megabyte, { 'transfer-encoding': 'chunked' })).toBe(large)
  // Also before there is a session.
  expect((await send(port, 'POST', '/session', { host, ...json }, megabyte)).status).toBe(413)
  const umlauts = JSON.stringify({ ...requestOf(), noticed: ['ä'.repeat(REQUEST_BYTES / 2)] })
  expect(umlauts.length).toBeLessThan(REQUEST_BYTES)
  expect(await post(umlauts)).toBe(large)
  expect(await post(JSON.stringify(requestOf()))).toContain('200 id: 1')
})

test('nothing that was asked or answered is logged', async () => {
  const logged: string[] = []
  const { log, error } = console
  console.log = console.error = (...said: unknown[]) => void logged.push(said.join(' '))
  try {
    await using backend = await startBackend({
      // biome-ignore lint/correctness/useYield: it fails before its first part
      async *reason() {
        throw new TypeError('what was asked: marzipan')
      },
    })
    const caller = await backend.caller()
    await (await caller.fetch('POST', '/thoughts', requestOf({ question: 'marzipan?' }))).text()
    await (await caller.fetch('POST', '/thoughts', { question: 'marzipan' })).text()
    logged.push(...backend.said)
  } finally {
    Object.assign(console, { log, error })
  }
  expect(logged.join('\n')).toContain('thought failed: TypeError')
  expect(logged.join('\n')).not.toContain('marzipan')
})

test('asking too often is refused, and others go on', async () => {
  await using backend = await startBackend()
  const { port } = backend
  const caller = await backend.caller()
  const host = `127.0.0.1:${port}`
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => send(port, 'POST', '/session', { host, ...json }, ask)),
  )
  const statuses = new Set(answers.map(({ status }) => status))
  expect(statuses).toEqual(new Set([200, 429]))
  expect((await caller.fetch('GET', '/health')).status).toBe(200)
})
