import * as v from 'valibot'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../shared/catalogue/languages.ts'
import { HealthSchema } from '../shared/thoughts/meeting.ts'
import type { Environment } from './configuration.ts'
import { startBackend } from './started.ts'

const NOWHERE = 'http://127.0.0.1:9'
/** A command, an address, or a variable to start the backend with. */
const WAY = /`[^`]+`|https?:\/\/\S+|ASIDE_[A-Z_]+=\S/u

/** How a backend can lack something, and what of it must be named. */
const LACKING: readonly [string, Environment, string][] = [
  ['anthropic', {}, 'https://console.anthropic.com/settings/keys'],
  ['openai', {}, 'https://platform.openai.com/api-keys'],
  ['google', {}, 'https://aistudio.google.com/apikey'],
  ['compatible', {}, 'http://127.0.0.1:8080/v1'],
  ['compatible', { ASIDE_COMPATIBLE_ADDRESS: `${NOWHERE}/v1` }, `${NOWHERE}/v1`],
  ['compatible', { ASIDE_COMPATIBLE_ADDRESS: `${NOWHERE}/v1`, ASIDE_COMPATIBLE_MODEL: 'm' }, NOWHERE],
  ['ollama', {}, '`ollama pull qwen3:4b`'],
  ['ollama', { ASIDE_OLLAMA_MODEL: 'gemma3:4b' }, '`ollama pull gemma3:4b`'],
  ['embedded', {}, 'https://huggingface.co/onnx-community/Qwen2.5-0.5B-Instruct'],
  ['embedded', { ASIDE_HUB: 'http://mirror.example' }, 'http://mirror.example/onnx-community/'],
  ['embedded', { ASIDE_EMBEDDED_MODEL: 'unheard-of' }, 'qwen2.5-0.5b-instruct, smollm2-135m-instruct'],
  ['embedded', { ASIDE_MODEL_FOLDER: '/nowhere' }, '/nowhere'],
  ['search', { ASIDE_SEARCH: 'brave' }, 'https://api-dashboard.search.brave.com/app/keys'],
  ['search', { ASIDE_SEARCH: 'tavily' }, 'https://app.tavily.com/home'],
  ['search', { ASIDE_SEARCH: 'exa' }, 'https://dashboard.exa.ai/api-keys'],
  ['search', { ASIDE_SEARCH: 'searxng' }, '`docker run -p 8888:8080 searxng/searxng`'],
]

/** Everything that the health of a backend tells of, by its id. */
async function toldOf(env: Environment, language: string) {
  await using backend = await startBackend({ env })
  const caller = await backend.caller()
  const answer = await caller.fetch('GET', `/health?language=${language}`)
  const { providers, search } = v.parse(HealthSchema, await answer.json())
  return [...providers, { id: 'search', state: 'how' in search ? 'lacking' : 'ready', ...search }]
}

test.each(LACKING)('%s with %j: how to get what is missing is told', async (id, env, named) => {
  const [english, german] = [await toldOf(env, 'en'), await toldOf(env, 'de')]
  for (const told of [english, german]) {
    expect(told.find((it) => it.id === id)?.how).toContain(named)
    for (const { id, state, how } of told)
      if (state === 'ready') expect({ id, how }).toEqual({ id, how: undefined })
      else expect({ id, how }).toEqual({ id, how: expect.stringMatching(WAY) })
  }
  const same = english.filter(({ how }, at) => how !== undefined && how === german[at]?.how)
  expect(same).toEqual([])
  expect(LANGUAGES).toEqual(['en', 'de'])
})

test('a download that failed is told of, with another way', async () => {
  await using backend = await startBackend({ env: { ASIDE_HUB: NOWHERE, ASIDE_EMBEDDED_DOWNLOAD: '1' } })
  const caller = await backend.caller()
  const embedded = async () => {
    const { providers } = v.parse(HealthSchema, await (await caller.fetch('GET', '/health')).json())
    return providers.find(({ id }) => id === 'embedded')
  }
  await embedded()
  await expect.poll(async () => (await embedded())?.state).toBe('not-downloaded')
  expect((await embedded())?.how).toMatch(/could not be fetched from http:\/\/127\.0\.0\.1:9.*ASIDE_HUB=/u)
})
