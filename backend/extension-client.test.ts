import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BackendSession, type Pairing, pair } from '../extension/reasoner/backend-session.ts'
import { think, type Wanted } from '../extension/reasoner/think.ts'
import type { Part } from '../shared/thoughts/part.ts'
import { readCode } from '../shared/thoughts/proof.ts'
import { requestOf } from './reasoners/given-thought.ts'
import { modelReasoner } from './reasoners/model-reasoner.ts'
import type { Reason } from './reasoners/reason.ts'
import { ScriptedModel, scriptedThinker } from './reasoners/scripted-model.ts'
import { type Started, startBackend } from './started.ts'

const model = new ScriptedModel()
let reason: Reason

beforeAll(async () => {
  reason = modelReasoner(await scriptedThinker(model))
})
afterAll(() => model[Symbol.asyncDispose]())
beforeEach(() => {
  model.asked.length = 0
  model.leftEarly = 0
})

const question = requestOf({ thought: 't1' })
const asked: Wanted = { thought: 't1', body: JSON.stringify(question), seq: 0 }
const never = new AbortController().signal

function codeOf(backend: Started): string {
  const code = readCode(backend.code())
  if (code === null) throw new Error('The backend shows no code.')
  return code
}

const pairWith = (backend: Started) => pair(codeOf(backend), { fetch, ports: [backend.port] })

/** The doors of `think`, without its waits; `ports` as they are now. */
function doorsTo(pairing: Pairing, ports: () => readonly number[], door: typeof fetch = fetch) {
  return {
    session: () => BackendSession.begin(pairing, { fetch: door, ports: ports() }),
    wait: async () => undefined,
  }
}

/** All parts of the question that is asked, thought by whoever is there. */
const thinkAt = (pairing: Pairing, ports: readonly number[]): Promise<Part[]> =>
  all(
    think(
      asked,
      never,
      doorsTo(pairing, () => ports),
    ),
  )

async function all(parts: AsyncIterable<Part>): Promise<Part[]> {
  const list: Part[] = []
  for await (const part of parts) list.push(part)
  return list
}

const wordsOf = (parts: readonly Part[]) =>
  parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')

/** Breaks each connection off after its first event that holds `after`. */
function breaking(after: string): typeof fetch {
  let broken = false
  return async (...args) => {
    const answer = await fetch(...args)
    if (broken || answer.body === null) return answer
    const decoder = new TextDecoder()
    const body = answer.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, to) {
          to.enqueue(chunk)
          if (broken || !decoder.decode(chunk, { stream: true }).includes(after)) return
          broken = true
          queueMicrotask(() => to.error(new TypeError('network error')))
        },
      }),
    )
    return new Response(body, answer)
  }
}

test('the extension pairs, and its thought is thought by a model over the wire', async () => {
  await using backend = await startBackend({ reason })
  const pairing = await pairWith(backend)
  expect(pairing.port).toBe(backend.port)
  model.say([{ text: 'Term by ' }, { text: 'term [1: "multiplied out term by term"].' }])
  const parts = await thinkAt(pairing, [backend.port])
  expect(parts.map(({ seq }) => seq)).toEqual(parts.map((_, at) => at + 1))
  expect(wordsOf(parts)).toBe('Term by term [1].')
  expect(parts).toContainEqual(
    expect.objectContaining({ kind: 'source', source: expect.objectContaining({ passage: 'p1' }) }),
  )
  expect(parts.at(-1)).toMatchObject({ kind: 'done', by: 'model', model: 'Scripted' })
})

test('a wrong code pairs nobody, and says so', async () => {
  await using backend = await startBackend({ reason })
  const doors = { fetch, ports: [backend.port] }
  await expect(pair('000000000000', doors)).rejects.toMatchObject({ why: 'wrong-code' })
  await expect(pairWith(backend)).resolves.toMatchObject({ port: backend.port })
})

test('over a connection that breaks off each part comes once, in order, and the model is asked once', async () => {
  await using backend = await startBackend({ reason })
  const pairing = await pairWith(backend)
  model.say([{ text: 'One. ' }, { waitMs: 150 }, { text: 'Two. ' }, { waitMs: 150 }, { text: 'Three.' }])
  const parts = await all(
    think(
      asked,
      never,
      doorsTo(pairing, () => [backend.port], breaking('Two')),
    ),
  )
  expect(parts.map(({ seq }) => seq)).toEqual(parts.map((_, at) => at + 1))
  expect(wordsOf(parts)).toBe('One. Two. Three.')
  expect(model.asked).toHaveLength(1)
})

test('what is given up is given up at the model too', async () => {
  await using backend = await startBackend({ reason })
  const pairing = await pairWith(backend)
  const doors = doorsTo(pairing, () => [backend.port])
  model.say([{ text: 'One. ' }, 'hang'])
  const gone = new AbortController()
  const parts = think(asked, gone.signal, doors)
  for await (const part of parts) if (part.kind === 'text') break
  gone.abort()
  const session = await doors.session()
  expect((await session.send('DELETE', '/thoughts/t1')).status).toBe(204)
  expect(await all(think({ ...asked, seq: 1 }, never, doors))).toEqual([
    { seq: 2, kind: 'error', error: 'cancelled' },
  ])
  await expect.poll(() => model.leftEarly).toBe(1)
})

test('a backend that is stopped in the middle, and stays away, is told of after what had come', async () => {
  await using backend = await startBackend({ reason })
  const pairing = await pairWith(backend)
  model.say([{ text: 'One. ' }, 'hang'])
  const parts: Part[] = []
  const thought = async () => {
    for await (const part of think(
      asked,
      never,
      doorsTo(pairing, () => [backend.port]),
    )) {
      parts.push(part)
      if (part.kind === 'text') await backend.stop()
    }
  }
  await expect(thought()).rejects.toMatchObject({ why: 'absent' })
  expect(wordsOf(parts)).toBe('One. ')
})

test('a backend that died in the middle and came back at another port does not begin anew', async () => {
  await using died = await startBackend({ reason })
  const pairing = await pairWith(died)
  await using back = await startBackend({ reason, folder: died.folder })
  let ports = [died.port]
  model.say([{ text: 'One. ' }, 'hang'])
  const door = breaking('One')
  const parts = think(asked, never, {
    session: () => BackendSession.begin(pairing, { fetch: door, ports }),
    wait: async () => {
      await died.stop()
      ports = [died.port, back.port]
    },
  })
  const list = await all(parts)
  expect(wordsOf(list)).toBe('One. ')
  expect(list.at(-1)).toMatchObject({ seq: list.length, kind: 'error', error: 'lost' })
  expect(model.asked).toHaveLength(1)
})

test('where nothing was shown yet, a backend that came back thinks it anew', async () => {
  await using died = await startBackend({ reason })
  const pairing = await pairWith(died)
  await died.stop()
  await using back = await startBackend({ reason, folder: died.folder })
  model.say([{ text: 'One.' }])
  const list = await all(
    think(
      { ...asked, seq: 3 },
      never,
      doorsTo(pairing, () => [died.port, back.port]),
    ),
  )
  expect(wordsOf(list)).toBe('One.')
  expect(list[0]?.seq).toBe(4)
})

test('a token that the backend does not know is refused', async () => {
  await using backend = await startBackend({ reason })
  await pairWith(backend)
  const stale = { token: 'a'.repeat(64), port: backend.port }
  await expect(thinkAt(stale, [backend.port])).rejects.toMatchObject({ why: 'not-paired' })
  expect(model.asked).toHaveLength(0)
})

/** Somebody else's server, which answers as if it were the backend. */
async function startStranger() {
  const heard: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.once('end', () => {
      heard.push(`${request.url} ${body}`)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ session: 's', server: '0'.repeat(32), proof: '0'.repeat(64) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    heard,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

test('a stranger on the port is told nothing, and the backend is found behind it', async () => {
  await using backend = await startBackend({ reason })
  const pairing = await pairWith(backend)
  await using stranger = await startStranger()
  const { heard } = stranger
  await expect(thinkAt(pairing, [stranger.port])).rejects.toMatchObject({ why: 'stranger' })
  model.say([{ text: 'One.' }])
  const parts = await thinkAt(pairing, [stranger.port, backend.port])
  expect(wordsOf(parts)).toBe('One.')
  expect(heard).toHaveLength(2)
  for (const each of heard) {
    expect(each).toMatch(/^\/session \{"client":"[0-9a-f]{32}","pairing":"[0-9a-f]{16}"\}$/)
    expect(each).not.toContain(pairing.token)
  }
})

test('nobody there is said to be so', async () => {
  await using backend = await startBackend({ reason })
  const pairing = await pairWith(backend)
  await backend.stop()
  await expect(thinkAt(pairing, [backend.port])).rejects.toMatchObject({ why: 'absent' })
})
