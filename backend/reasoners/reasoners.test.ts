import { createServer } from 'node:http'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ProviderId } from '../../shared/thoughts/configuration.ts'
import { Configurations } from '../configuration.ts'
import type { EmbeddedFound } from './embedded/embedded.ts'
import { partsOf, requestOf, textOf } from './given-thought.ts'
import { openReasoners, Reasoners } from './reasoners.ts'
import { ScriptedModel } from './scripted-model.ts'

const scripted = new ScriptedModel()
let address: string
const { signal } = new AbortController()
const NOWHERE = 'http://127.0.0.1:9'

beforeAll(async () => {
  address = await scripted.listen()
})
afterAll(() => scripted[Symbol.asyncDispose]())
beforeEach(() => {
  scripted.asked.length = 0
})

function reasonersOf(env: Record<string, string>, prices = {}): Reasoners {
  const configurations = new Configurations('/nowhere', { ASIDE_OLLAMA_ADDRESS: NOWHERE, ...env })
  const missing: EmbeddedFound = { thinker: null, state: { state: 'not-downloaded', bytes: 5 } }
  const embedded = { find: () => missing, close: async () => {} }
  return new Reasoners({ configuration: () => configurations.current(), prices, embedded })
}
const stateOf = async (reasoners: Reasoners, id: ProviderId): Promise<unknown> =>
  (await reasoners.health('en', signal)).providers.find((provider) => provider.id === id)?.state

test('with nothing set up answers are extracts, and health says what is missing', async () => {
  const reasoners = reasonersOf({})
  const parts = await partsOf(reasoners.reason, requestOf())
  expect(parts.at(-1)).toMatchObject({ kind: 'done', by: 'extracts' })
  const health = await reasoners.health('en', signal)
  expect(health.model).toBeNull()
  expect(Object.fromEntries(health.providers.map(({ id, state }) => [id, state]))).toEqual({
    compatible: 'missing-address',
    anthropic: 'missing-key',
    openai: 'missing-key',
    google: 'missing-key',
    ollama: 'unreachable',
    embedded: 'not-downloaded',
  })
})

test('a server that speaks the wire format is asked with its first model, or the one that is named', async () => {
  const reasoners = reasonersOf({ ASIDE_COMPATIBLE_ADDRESS: address })
  expect((await reasoners.health('en', signal)).model).toEqual({
    name: 'scripted',
    provider: 'compatible',
    local: true,
  })
  expect(textOf(await partsOf(reasoners.reason, requestOf()))).toBe('Hello.')
  const named = reasonersOf({ ASIDE_COMPATIBLE_ADDRESS: address, ASIDE_COMPATIBLE_MODEL: 'mine' })
  await partsOf(named.reason, requestOf())
  expect(scripted.asked.map(({ model }) => model)).toEqual(['scripted', 'mine'])
})

test('a server that was named and is not there is said to be unreachable, not silently replaced', async () => {
  const reasoners = reasonersOf({ ASIDE_COMPATIBLE_ADDRESS: `${NOWHERE}/v1` })
  expect(await stateOf(reasoners, 'compatible')).toBe('unreachable')
  expect(await partsOf(reasoners.reason, requestOf())).toEqual([
    { kind: 'error', error: 'model-unreachable' },
  ])
})

test.each<[ProviderId, string]>([
  ['openai', 'OpenAI'],
  ['anthropic', 'Anthropic'],
  ['google', 'Google'],
])('%s is ready with a key, and says in one word that it refuses', async (id, name) => {
  await using refusing = new ScriptedModel(() => [{ status: 401 }])
  const own = (await refusing.listen()).replace('/v1', '')
  const variable = id.toUpperCase()
  const reasoners = reasonersOf({ [`ASIDE_${variable}_KEY`]: 'k', [`ASIDE_${variable}_ADDRESS`]: own })
  const health = await reasoners.health('en', signal)
  expect(health.model).toMatchObject({ provider: id, local: false })
  expect(health.providers).toContainEqual({ id, name, state: 'ready' })
  expect((await partsOf(reasoners.reason, requestOf())).at(-1)).toEqual({
    kind: 'error',
    error: 'model-refused',
  })
})

test('a price that is configured bounds what a thought costs', async () => {
  const budget = { tokens: 4_000, cents: 1, steps: 2, silenceMs: 1_000 }
  const env = { ASIDE_COMPATIBLE_ADDRESS: address }
  const dear = reasonersOf(env, { scripted: { in: 1e9, out: 1e9 } })
  expect(await partsOf(dear.reason, requestOf(), { budget })).toEqual([{ kind: 'error', error: 'too-dear' }])
  expect(scripted.asked).toEqual([])
  expect(textOf(await partsOf(reasonersOf(env).reason, requestOf(), { budget }))).toBe('Hello.')
  const configurations = new Configurations('/nowhere', {})
  expect(() => openReasoners({ ASIDE_PRICES: '[1' }, '/nowhere', () => configurations.current())).toThrow(
    /ASIDE_PRICES/u,
  )
})

test('what nobody has asked yet is thought about by a model on this machine alone, and without the web', async () => {
  await using remote = new ScriptedModel()
  const elsewhere = (await remote.listen()).replace('/v1', '')
  const hosted = reasonersOf({ ASIDE_OPENAI_KEY: 'k', ASIDE_OPENAI_ADDRESS: elsewhere })
  const ahead = { ...requestOf(), ahead: true as const, web: true }
  expect(await partsOf(hosted.reason, ahead)).toEqual([{ kind: 'error', error: 'no-model' }])
  expect(remote.asked).toEqual([])
  expect(await partsOf(reasonersOf({}).reason, ahead)).toEqual([{ kind: 'error', error: 'no-model' }])
  const local = reasonersOf({ ASIDE_COMPATIBLE_ADDRESS: address })
  const parts = await partsOf(local.reason, ahead)
  expect(textOf(parts)).toBe('Hello.')
  expect(JSON.stringify(scripted.asked)).not.toContain('search_web')
})

test('Ollama is found by itself, with the first model that can chat, and its tools only where it has them', async () => {
  const capabilities: Record<string, string[]> = {
    'embed:1b': ['embedding'],
    'chat:7b': ['completion'],
    'big:120b-cloud': ['completion'],
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const told =
      request.url === '/api/tags'
        ? { models: Object.keys(capabilities).map((name) => ({ name })) }
        : { capabilities: capabilities[v.parse(v.object({ model: v.string() }), JSON.parse(body)).model] }
    response.end(JSON.stringify(told))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const at = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  const { model } = await reasonersOf({ ASIDE_OLLAMA_ADDRESS: at }).health('en', signal)
  expect(model).toEqual({ name: 'chat:7b', provider: 'ollama', local: true })
  const other = reasonersOf({ ASIDE_OLLAMA_ADDRESS: at, ASIDE_OLLAMA_MODEL: 'embed:1b' })
  expect((await other.health('en', signal)).model).toBeNull()
  const cloud = reasonersOf({ ASIDE_OLLAMA_ADDRESS: at, ASIDE_OLLAMA_MODEL: 'big:120b-cloud' })
  expect((await cloud.health('en', signal)).model).toMatchObject({ name: 'big:120b-cloud', local: false })
  server.closeAllConnections()
  server.close()
})

test('a provider that was chosen and is not ready is not replaced by another', async () => {
  const reasoners = reasonersOf({ ASIDE_PROVIDER: 'ollama', ASIDE_COMPATIBLE_ADDRESS: address })
  expect((await reasoners.health('en', signal)).model).toBeNull()
  expect(await partsOf(reasoners.reason, requestOf())).toEqual([
    { kind: 'error', error: 'model-unreachable' },
  ])
  const embedded = reasonersOf({ ASIDE_PROVIDER: 'embedded', ASIDE_COMPATIBLE_ADDRESS: address })
  expect((await partsOf(embedded.reason, requestOf())).at(-1)).toMatchObject({ by: 'extracts' })
})
