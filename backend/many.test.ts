import { expect, test } from 'vitest'
import { STREAMS_PER_THOUGHT } from './app.ts'
import { requestOf } from './reasoners/given-thought.ts'
import type { Reason } from './reasoners/reason.ts'
import { allPartsIn, partsIn, startBackend } from './started.ts'

/** Three words, each after all other thoughts had their turn. */
const slow: Reason = async function* ({ question }) {
  for (const word of ['a', 'b', question]) {
    await new Promise(setImmediate)
    yield { kind: 'text', text: word }
  }
  yield { kind: 'done', by: 'model', model: 'scripted', tokens: null }
}

test('a hundred thoughts at once: each stream has its own words, whole and in order', async () => {
  await using backend = await startBackend({ reason: slow })
  const caller = await backend.caller()
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, at) => {
      const request = requestOf({ thought: `t${at}`, question: `question ${at}` })
      const parts = await allPartsIn(await caller.fetch('POST', '/thoughts', request))
      return parts.map((part) => `${part.seq} ${part.kind === 'text' ? part.text : part.kind}`).join(', ')
    }),
  )
  expect(answers).toEqual(Array.from({ length: 100 }, (_, at) => `1 a, 2 b, 3 question ${at}, 4 done`))
})

const THOUGHTS = ['t0', 't1', 't2', 't3', 't4']

test('readers that vanish mid-stream leave no stream open, and no thought undone', async () => {
  const go = Promise.withResolvers<void>()
  let finished = 0
  await using backend = await startBackend({
    env: { ASIDE_THOUGHTS: String(THOUGHTS.length) },
    async *reason() {
      yield { kind: 'text', text: 'first' }
      await go.promise
      finished += 1
      yield { kind: 'done', by: 'model', model: null, tokens: null }
    },
  })
  const caller = await backend.caller()
  for (let round = 0; round < 2 * STREAMS_PER_THOUGHT; round += 1) {
    const gone = new AbortController()
    for (const thought of THOUGHTS) {
      const init = { signal: gone.signal }
      const answer = await caller.fetch('POST', '/thoughts', requestOf({ thought }), init)
      if (answer.ok) await partsIn(answer).next()
    }
    gone.abort()
  }
  // Streams end a moment after their readers, and not with their thoughts only; else this would wait for ever.
  let last = await caller.fetch('GET', '/thoughts/t0/parts')
  while (last.status === 429) last = await caller.fetch('GET', '/thoughts/t0/parts')
  expect(finished).toBe(0)
  go.resolve()
  expect((await allPartsIn(last)).map(({ kind }) => kind)).toEqual(['text', 'done'])
  for (const thought of THOUGHTS) await allPartsIn(await caller.fetch('GET', `/thoughts/${thought}/parts`))
  expect(finished).toBe(THOUGHTS.length)
})
