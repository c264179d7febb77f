import 'fake-indexeddb/auto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backendDoor } from '../extension/reasoner/backend-door.ts'
import { pair } from '../extension/reasoner/backend-session.ts'
import { writePairing } from '../extension/store/backend-pairing.ts'
import { Database } from '../extension/store/database.ts'
import type { ConfigurationChange } from '../shared/thoughts/configuration.ts'
import { readCode } from '../shared/thoughts/proof.ts'
import { type Started, startBackend } from './started.ts'

// The settings page begins sessions through the module that also reads pages; that part is not used here.
vi.mock('wxt/browser', () => ({ browser: {} }))

/** The settings page's door to a backend that it is paired with. */
async function doorTo(backend: Started, name: string) {
  const database = new Database(name)
  const code = readCode(backend.code()) ?? ''
  await writePairing(database, await pair(code, { fetch, ports: [backend.port] }))
  return backendDoor(database, new AbortController().signal)
}

const CHANGES: readonly ConfigurationChange[] = [
  { provider: 'ollama' },
  { providers: { ollama: { model: 'qwen3:4b' }, anthropic: { model: 'claude-sonnet-5-5' } } },
  { embedded: { model: 'smollm2-135m-instruct' } },
  { limits: { seconds: 30 } },
  { limits: { tokens: 1_000, cents: 2.5 } },
]

test('what is set on the settings page lies in the backend, and is there at its next start', async () => {
  await using first = await startBackend()
  const door = await doorTo(first, 'settings-kept')
  for (const change of CHANGES) expect(await door.change(change)).toBeNull()
  const kept = {
    provider: 'ollama',
    providers: { ollama: { model: 'qwen3:4b' }, anthropic: { model: 'claude-sonnet-5-5' } },
    embedded: { model: 'smollm2-135m-instruct', download: false },
    limits: { seconds: 30, tokens: 1_000, cents: 2.5 },
  }
  expect(await door.look('en')).toMatchObject({ configuration: kept, port: first.port })
  await first.stop()
  // The session has ended with the process; the page begins a new one by itself.
  await using again = await startBackend({
    folder: first.folder,
    env: { ASIDE_PORT: String(first.port), ASIDE_SECONDS: '60' },
  })
  expect(again.port).toBe(first.port)
  expect(await door.look('en')).toMatchObject({
    configuration: {
      ...kept,
      limits: { ...kept.limits, seconds: 60 },
      fixed: ['providers.ollama.address', 'limits.seconds'],
    },
  })
  expect(await door.change({ limits: { seconds: null, tokens: null } })).toBeNull()
  expect(await door.look('en')).toMatchObject({ configuration: { limits: { tokens: null, cents: 2.5 } } })
})

test('what the backend does not take, or cannot keep, is said to be so', async () => {
  await using backend = await startBackend()
  const door = await doorTo(backend, 'settings-refused')
  expect(await door.change({ limits: { seconds: 1 } })).toBe('malformed')
  expect(await door.change({ providers: { ollama: { address: 'ftp://127.0.0.1' } } })).toBe('malformed')
  expect(await door.look('en')).toMatchObject({ configuration: { limits: { seconds: null } } })
  // Something stands where the file is written.
  mkdirSync(join(backend.folder, `configuration.json.${process.pid}.new`))
  expect(await door.change({ limits: { seconds: 30 } })).toBe('not-saved')
})
