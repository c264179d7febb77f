import { expect, test } from 'vitest'
import type { Part } from '../../shared/thoughts/part.ts'
import { GivenSearch, requestOf } from '../reasoners/given-thought.ts'
import { type NewPart, type Reason, USUAL_BUDGET } from '../reasoners/reason.ts'
import { allPartsIn, partsIn, startBackend } from '../started.ts'
import { MemoryLog } from './memory-log.ts'
import { follow } from './part-log.ts'
import { Thinking } from './thinking.ts'

const done: NewPart = { kind: 'done', by: 'model', model: 'scripted', tokens: null }

/** Says words one by one, each when it is let. */
class Spoken {
  readonly #turns: PromiseWithResolvers<string | null>[] = []
  #next = 0
  signal: AbortSignal | null = null
  begun = 0

  say(...words: (string | null)[]): void {
    for (const word of words) this.#turn(this.#next++).resolve(word)
  }

  readonly reason: Reason = (_request, { signal }) => this.#think(signal)

  async *#think(signal: AbortSignal): AsyncGenerator<NewPart> {
    this.begun += 1
    this.signal = signal
    for (let at = 0; ; at += 1) {
      const text = await this.#turn(at).promise
      yield text === null ? done : { kind: 'text', text }
    }
  }

  #turn(at: number) {
    this.#turns[at] ??= Promise.withResolvers<string | null>()
    return this.#turns[at]
  }
}

async function next(parts: AsyncGenerator<Part>): Promise<Part | undefined> {
  const { value, done: ended } = await parts.next()
  return ended ? undefined : value
}

const words = (parts: readonly Part[]) =>
  parts.map((part) => (part.kind === 'text' ? part.text : part.kind)).join(' ')

test('without a model a thought streams what the page says, with its source', async () => {
  await using backend = await startBackend()
  const caller = await backend.caller()
  const parts = await allPartsIn(await caller.fetch('POST', '/thoughts', requestOf()))
  expect(parts.map(({ seq }) => seq)).toEqual(parts.map((_, at) => at + 1))
  expect(parts.find(({ kind }) => kind === 'source')).toMatchObject({ source: { passage: 'p1' } })
  expect(parts.at(-1)).toMatchObject({ kind: 'done', by: 'extracts' })
})

test('parts come as they are thought, and a stream that broke off is taken up after the last one', async () => {
  const spoken = new Spoken()
  await using backend = await startBackend({ reason: spoken.reason })
  const caller = await backend.caller()
  const gone = new AbortController()
  const first = partsIn(await caller.fetch('POST', '/thoughts', requestOf(), { signal: gone.signal }))
  spoken.say('one')
  expect(await next(first)).toMatchObject({ seq: 1, text: 'one' })
  gone.abort()
  spoken.say('two', 'three')
  const resumed = partsIn(
    await caller.fetch('GET', '/thoughts/t1/parts', undefined, { headers: { 'last-event-id': '1' } }),
  )
  expect(await next(resumed)).toMatchObject({ seq: 2, text: 'two' })
  expect(await next(resumed)).toMatchObject({ seq: 3, text: 'three' })
  // Who asked is gone; the thought is not.
  expect(spoken.signal?.aborted).toBe(false)
  spoken.say(null)
  expect(await next(resumed)).toMatchObject({ seq: 4, kind: 'done' })
  expect(await next(resumed)).toBeUndefined()
  expect(words(await allPartsIn(await caller.fetch('GET', '/thoughts/t1/parts')))).toBe('one two three done')
})

test('posted again unchanged, a thought is thought once', async () => {
  const spoken = new Spoken()
  await using backend = await startBackend({ reason: spoken.reason })
  const caller = await backend.caller()
  const answers = await Promise.all([1, 2, 3].map(() => caller.fetch('POST', '/thoughts', requestOf())))
  spoken.say('one', null)
  for (const answer of answers) expect(words(await allPartsIn(answer))).toBe('one done')
  expect(words(await allPartsIn(await caller.fetch('POST', '/thoughts', requestOf())))).toBe('one done')
  expect(spoken.begun).toBe(1)
})

test('a tool call ends the stream; with the result the thought goes on, and its numbers too', async () => {
  const call = { call: 'c1', name: 'plot', arguments: {} }
  await using backend = await startBackend({
    async *reason({ results }) {
      yield { kind: 'text', text: results.length === 0 ? 'before' : `after ${results[0]?.result}` }
      yield results.length === 0 ? { kind: 'tool-call', ...call } : done
    },
  })
  const caller = await backend.caller()
  const first = await allPartsIn(await caller.fetch('POST', '/thoughts', requestOf()))
  expect(words(first)).toBe('before tool-call')
  const answered = requestOf({ results: [{ ...call, result: 'drawn' }] })
  const headers = { 'last-event-id': '2' }
  const second = await allPartsIn(await caller.fetch('POST', '/thoughts', answered, { headers }))
  expect(second.map(({ seq }) => seq)).toEqual([3, 4])
  expect(words(second)).toBe('after drawn done')
  // Read from the start, a call that was answered is nobody's to do again.
  expect(words(await allPartsIn(await caller.fetch('POST', '/thoughts', answered)))).toBe(
    'before after drawn done',
  )
})

test('a thought that is given up stops its model, ends its stream, and cannot be begun again', async () => {
  const spoken = new Spoken()
  await using backend = await startBackend({ reason: spoken.reason })
  const caller = await backend.caller()
  const parts = partsIn(await caller.fetch('POST', '/thoughts', requestOf()))
  spoken.say('one')
  await next(parts)
  expect((await caller.fetch('DELETE', '/thoughts/t1')).status).toBe(204)
  expect(await next(parts)).toMatchObject({ seq: 2, kind: 'error', error: 'cancelled' })
  expect(await next(parts)).toBeUndefined()
  expect(spoken.signal?.aborted).toBe(true)
  expect(words(await allPartsIn(await caller.fetch('POST', '/thoughts', requestOf())))).toBe('one error')
  // The word to give up may overtake the thought itself.
  expect((await caller.fetch('DELETE', '/thoughts/t2')).status).toBe(204)
  expect(
    await allPartsIn(await caller.fetch('POST', '/thoughts', requestOf({ thought: 't2' }))),
  ).toMatchObject([{ kind: 'error', error: 'cancelled' }])
  expect(spoken.begun).toBe(1)
})

test('an unknown thought is lost, after what the client has of it', async () => {
  await using backend = await startBackend()
  const caller = await backend.caller()
  const headers = { 'last-event-id': '7' }
  const answer = await caller.fetch('GET', '/thoughts/nobody/parts', undefined, { headers })
  expect(await allPartsIn(answer)).toEqual([{ seq: 8, kind: 'error', error: 'lost' }])
})

test('a model that throws, ends in silence or never stops ends in one error each', async () => {
  const reasons: Record<string, Reason> = {
    // biome-ignore lint/correctness/useYield: it fails before its first part
    async *throws() {
      throw new Error('the question was: secret')
    },
    async *silent() {},
    async *endless() {
      for (;;) yield { kind: 'text', text: 'x'.repeat(10_000) }
    },
  }
  const errors: Record<string, unknown> = {}
  for (const [name, reason] of Object.entries(reasons)) {
    await using backend = await startBackend({ reason })
    const caller = await backend.caller()
    const parts = await allPartsIn(await caller.fetch('POST', '/thoughts', requestOf()))
    const last = parts.at(-1)
    errors[name] = last?.kind === 'error' ? last.error : last
  }
  expect(errors).toEqual({ throws: 'internal', silent: 'internal', endless: 'too-long' })
})

test('a model that hangs, deaf to its signal, is late in the end', async () => {
  const log = new MemoryLog()
  const thinking = new Thinking({
    log,
    async *reason() {
      yield { kind: 'status', doing: 'thinking' }
      await new Promise(() => {})
    },
    searchIn: () => new GivenSearch(),
    bounds: () => ({ seconds: 0.01, budget: USUAL_BUDGET }),
    most: 1,
  })
  expect(await thinking.begin('t1', requestOf(), 0)).toBe('begun')
  const kinds: string[] = []
  const signal = new AbortController().signal
  for await (const parts of follow(log, 't1', { after: 0, quietMs: 60_000, signal }))
    kinds.push(...parts.map((part) => (part.kind === 'error' ? part.error : part.kind)))
  expect(kinds).toEqual(['status', 'timed-out'])
  await thinking.close()
  // Its place is free again.
  expect(await thinking.begin('t2', requestOf(), 0)).toBe('begun')
})

test('no more thoughts at once than are allowed; those that run can still be read', async () => {
  const spoken = new Spoken()
  await using backend = await startBackend({ reason: spoken.reason, env: { ASIDE_THOUGHTS: '2' } })
  const caller = await backend.caller()
  const post = (thought: string) => caller.fetch('POST', '/thoughts', requestOf({ thought }))
  const [first, second, third] = [await post('a'), await post('b'), await post('c')]
  expect([first.status, second.status, third.status]).toEqual([200, 200, 429])
  expect(await third.json()).toEqual({ refused: 'too-many' })
  const again = await post('a')
  spoken.say('one', null)
  for (const answer of [first, second, again]) expect(words(await allPartsIn(answer))).toBe('one done')
  expect((await post('c')).status).toBe(200)
})
