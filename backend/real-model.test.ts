import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { HealthSchema } from '../shared/thoughts/meeting.ts'
import type { Part } from '../shared/thoughts/part.ts'
import { asideFolder } from '../tools/folders.ts'
import { requestOf } from './reasoners/given-thought.ts'
import { partsIn, startBackend } from './started.ts'

const folder = join(asideFolder, 'models', 'smollm2-135m-instruct')

/** The one test in which a language model really runs: a few tokens, for it answers 5 to 40 a second here. */
test('a small real model answers a question about a page, end to end', {
  timeout: 60_000,
}, async (context) => {
  if (!existsSync(folder))
    context.skip(
      'the small model is not here: `node models/make-small-model.ts` makes it and says what it lacks',
    )
  await using backend = await startBackend({ env: { ASIDE_MODEL_FOLDER: folder, ASIDE_TOKENS: '100' } })
  const caller = await backend.caller()
  const health = v.parse(HealthSchema, await (await caller.fetch('GET', '/health')).json())
  expect(health.model).toEqual({ name: 'smollm2-135m-instruct', provider: 'embedded', local: true })
  const answer = await caller.fetch(
    'POST',
    '/thoughts',
    requestOf({ task: 'define', question: 'Name one fruit.' }),
  )
  const parts: Part[] = []
  for await (const part of partsIn(answer)) parts.push(part)
  expect(parts[0]).toMatchObject({ kind: 'status', doing: 'loading-model' })
  const text = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
  // Greedy text differs from processor to processor: that it is words is what can be said of it.
  expect(text).toMatch(/\p{L}{2,} \p{L}{2,}/u)
  expect(parts.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(1)
  // It ends by itself or at its bound, which is the model's doing.
  expect(parts.at(-1)).toMatchObject({ kind: 'done', by: 'model', model: 'smollm2-135m-instruct' })
})
