import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Health, HealthSchema } from '../shared/thoughts/meeting.ts'
import type { Part } from '../shared/thoughts/part.ts'
import { asideFolder } from '../tools/folders.ts'
import { requestOf } from './reasoners/given-thought.ts'
import { partsIn, startBackend } from './started.ts'

const ID = 'smollm2-135m-instruct'
const folder = join(asideFolder, 'models', ID)

/** A mirror of the hub that has the small model. */
async function startMirror(): Promise<{ address: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    const path = /^\/aside\/smollm2-135m-instruct\/resolve\/main\/([\w./-]+)$/u.exec(request.url ?? '')?.[1]
    const file = join(folder, path ?? 'none')
    if (path === undefined || path.includes('..') || !existsSync(file))
      return void response.writeHead(404).end()
    response.setHeader('content-length', statSync(file).size)
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The one test in which a language model really runs: a few tokens, for it writes 5 to 40 a second here. */
test('a small real model is downloaded, answers, and is stopped', { timeout: 90_000 }, async (context) => {
  if (!existsSync(folder))
    context.skip('the small model is not here: `npm run small-model` makes it, or says what it lacks')
  await using mirror = await startMirror()
  await using backend = await startBackend({
    env: {
      ASIDE_HUB: mirror.address,
      ASIDE_EMBEDDED_MODEL: ID,
      ASIDE_EMBEDDED_DOWNLOAD: '1',
      ASIDE_TOKENS: '100',
    },
  })
  const caller = await backend.caller()
  const health = async (): Promise<Health> =>
    v.parse(HealthSchema, await (await caller.fetch('GET', '/health')).json())
  expect((await health()).providers).toContainEqual(
    expect.objectContaining({ id: 'embedded', state: 'downloading', bytes: 137_862_057 }),
  )
  await expect
    .poll(async () => (await health()).model, { timeout: 60_000, interval: 200 })
    .toEqual({ name: 'SmolLM2 135M Instruct', provider: 'embedded', local: true })

  const question = requestOf({ task: 'define', question: 'Name one fruit.' })
  const parts: Part[] = []
  for await (const part of partsIn(await caller.fetch('POST', '/thoughts', question))) parts.push(part)
  expect(parts[0]).toMatchObject({ kind: 'status', doing: 'loading-model' })
  const text = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
  // Greedy text differs from processor to processor: that it is words is what can be said of it.
  expect(text).toMatch(/\p{L}{2,} \p{L}{2,}/u)
  expect(parts.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(1)
  // It ends by itself or at its bound, which is the model's doing.
  expect(parts.at(-1)).toMatchObject({ kind: 'done', by: 'model', model: 'SmolLM2 135M Instruct' })

  const more = partsIn(await caller.fetch('POST', '/thoughts', { ...question, thought: 'more' }))
  expect((await more.next()).value).toMatchObject({ kind: 'text' })
  await caller.fetch('DELETE', '/thoughts/more')
  let last: Part | undefined
  for await (const part of more) last = part
  expect(last).toMatchObject({ kind: 'error', error: 'cancelled' })
})
