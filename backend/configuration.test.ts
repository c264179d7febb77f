import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigurationShownSchema } from '../shared/thoughts/configuration.ts'
import { HealthSchema } from '../shared/thoughts/meeting.ts'
import { Configurations, type Environment } from './configuration.ts'
import { dataFolderOf } from './data-folder.ts'
import { searchChoice } from './search-choice.ts'
import { readSettings } from './settings.ts'
import { startBackend } from './started.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aside-configuration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (env: Environment = {}) => new Configurations(folder, env)

test('without a word nothing is chosen, and nothing is downloaded', () => {
  const { provider, providers, embedded, search } = open().current()
  expect(provider).toBeNull()
  expect(providers.openai).toEqual({ key: null, address: null, model: null })
  expect(embedded).toEqual({ model: null, download: false })
  expect(searchChoice(search)).toEqual({ engine: 'mediawiki' })
})

test('a change is kept for the next start, in a file that only its owner reads; null takes it away', () => {
  open().change({ provider: 'openai', providers: { openai: { key: 'sk-1', model: 'm' } } })
  open().change({ providers: { openai: { model: 'n' }, anthropic: { key: 'a' } } })
  expect(open().current()).toMatchObject({
    provider: 'openai',
    providers: { openai: { key: 'sk-1', model: 'n' }, anthropic: { key: 'a' } },
  })
  expect(statSync(join(folder, 'configuration.json')).mode & 0o777).toBe(0o600)
  // Also for a replica that runs already.
  const replica = open()
  open().change({ provider: null, providers: { openai: { key: null } } })
  expect(open().current()).toMatchObject({ provider: null, providers: { openai: { key: null, model: 'n' } } })
  expect(replica.current()).toEqual(open().current())
})

test('a key is never shown, and goes to no address that was said later', () => {
  const configurations = open()
  const shown = configurations.change({
    providers: { compatible: { address: 'http://127.0.0.1:8000/v1', key: 'secret' } },
    search: { engine: 'brave', key: 'secret' },
  })
  expect(shown.providers.compatible).toEqual({
    hasKey: true,
    address: 'http://127.0.0.1:8000/v1',
    model: null,
  })
  expect(v.parse(ConfigurationShownSchema, shown)).toEqual(shown)
  expect(JSON.stringify(shown)).not.toContain('secret')
  configurations.change({
    providers: { compatible: { address: 'https://evil.example' } },
    search: { address: 'https://evil.example' },
  })
  expect(configurations.current().providers.compatible.key).toBeNull()
  expect(configurations.current().search.key).toBeNull()
})

test('the environment has the first word; its keys go to its own addresses only', () => {
  open().change({
    provider: 'ollama',
    providers: { openai: { address: 'https://evil.example', key: 'file', model: 'file' } },
  })
  const configurations = open({ ASIDE_OPENAI_KEY: 'env', ASIDE_PROVIDER: 'openai', ASIDE_SECONDS: '30' })
  expect(configurations.current()).toMatchObject({
    provider: 'openai',
    providers: { openai: { key: 'env', address: null, model: 'file' } },
    limits: { seconds: 30 },
  })
  expect(configurations.show().fixed).toEqual([
    'provider',
    'providers.openai.key',
    'providers.openai.address',
    'limits.seconds',
  ])
  // A key that lies there for other programs is nobody's consent.
  expect(open({ ANTHROPIC_API_KEY: 'x' }).show().providers.anthropic.hasKey).toBe(false)
})

test('who chooses another embedded model has not agreed to fetch that one too', () => {
  const configurations = open()
  configurations.change({ embedded: { download: true } })
  expect(configurations.change({ embedded: { model: 'smollm2-135m-instruct' } }).embedded).toEqual({
    model: 'smollm2-135m-instruct',
    download: false,
  })
  expect(configurations.change({ embedded: { model: null, download: true } }).embedded.download).toBe(true)
  // A folder of the person's own is the model, whatever is chosen.
  expect(open({ ASIDE_MODEL_FOLDER: '/m' }).show().fixed).toContain('embedded.model')
})

test('what cannot be is said by its name, never by its value', () => {
  expect(() => open({ ASIDE_PROVIDER: 'skynet' })).toThrow(/^ASIDE_PROVIDER is not what it should be/u)
  expect(() => open({ ASIDE_SECONDS: 'soon' })).toThrow(/^ASIDE_SECONDS/u)
  expect(() => open({ ASIDE_OLLAMA_ADDRESS: 'file:///etc/passwd' })).toThrow(/^ASIDE_OLLAMA_ADDRESS/u)
  expect(() => readSettings({ ASIDE_PORT: '99999' })).toThrow(/^ASIDE_PORT/u)
  expect(() => readSettings({ ASIDE_REDIS: 'http://:secret@x' })).toThrow(/^ASIDE_REDIS(?!.*secret)/u)
  writeFileSync(join(folder, 'configuration.json'), '{"providers":{"openai":{"key":["sk-secret"]}}}')
  expect(() => open()).toThrow(/at "providers\.openai\.key"(?!.*sk-secret)/u)
  writeFileSync(join(folder, 'configuration.json'), '{"provider":')
  expect(() => open()).toThrow(/is no JSON/u)
})

test('every engine is chosen with what it needs, and else MediaWiki', () => {
  const none = { engine: null, key: null, address: null }
  expect(searchChoice({ ...none, engine: 'tavily', key: 'k' })).toEqual({ engine: 'tavily', key: 'k' })
  expect(searchChoice({ ...none, engine: 'brave' })).toEqual({ engine: 'mediawiki' })
  expect(searchChoice({ ...none, engine: 'searxng', address: 'http://127.0.0.1:8888' })).toEqual({
    engine: 'searxng',
    address: 'http://127.0.0.1:8888',
  })
  expect(searchChoice({ ...none, address: 'http://127.0.0.1:1/api.php' })).toEqual({
    engine: 'mediawiki',
    address: 'http://127.0.0.1:1/api.php',
  })
})

test('the data folder is where the platform keeps such things', () => {
  expect(dataFolderOf({ ASIDE_DATA: '/d' }, 'linux')).toBe('/d')
  expect(dataFolderOf({}, 'linux', '/home/ada')).toBe('/home/ada/.local/share/aside')
  expect(dataFolderOf({ XDG_DATA_HOME: '/x' }, 'linux', '/home/ada')).toBe('/x/aside')
  expect(dataFolderOf({}, 'darwin', '/Users/ada')).toBe('/Users/ada/Library/Application Support/Aside')
})

test('the settings page configures through the backend, and is told what is there', async () => {
  await using backend = await startBackend({ folder, env: { ASIDE_CENTS: '5' } })
  const caller = await backend.caller()
  const health = v.parse(HealthSchema, await (await caller.fetch('GET', '/health')).json())
  expect(health).toMatchObject({ search: { name: 'Wikipedia', needsKey: false }, log: 'memory' })
  const change = { search: { engine: 'brave', key: 'sk-secret' } }
  const put = await (await caller.fetch('PUT', '/configuration', change)).text()
  const get = await (await caller.fetch('GET', '/configuration')).text()
  expect(put).toBe(get)
  expect(put).not.toContain('sk-secret')
  expect(v.parse(ConfigurationShownSchema, JSON.parse(put))).toMatchObject({
    search: { engine: 'brave', hasKey: true },
    fixed: expect.arrayContaining(['limits.cents']),
  })
  expect(await (await caller.fetch('GET', '/health')).json()).toMatchObject({
    search: { name: 'Brave Search', needsKey: true },
  })
  expect((await caller.fetch('PUT', '/configuration', { provider: 'skynet' })).status).toBe(400)
  expect((await caller.fetch('PUT', '/configuration', { unknown: 1 })).status).toBe(400)
})
