import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SearchError } from '../search/search.ts'
import { FIRST_SENTENCE, GivenSearch, partsOf, requestOf, textOf } from './given-thought.ts'
import { modelReasoner } from './model-reasoner.ts'
import { type NewPart, type Reason, USUAL_BUDGET } from './reason.ts'
import { promptTextOf, ScriptedModel, type ScriptLine, scriptedThinker } from './scripted-model.ts'
import type { Thinker } from './thinker.ts'

const scripted = new ScriptedModel()
let thinker: Thinker
let reason: Reason

beforeAll(async () => {
  thinker = { ...(await scriptedThinker(scripted)), prices: { in: 100, out: 1_000 } }
  reason = modelReasoner(thinker)
})
afterAll(() => scripted[Symbol.asyncDispose]())
beforeEach(() => {
  scripted.asked.length = 0
  scripted.leftEarly = 0
})

const last = (parts: readonly NewPart[]): NewPart | undefined => parts.at(-1)
const TOOL = { name: 'remind', description: 'Reminds', parameters: { type: 'object', properties: {} } }

test('an answer streams, is cited with the sentence that stands there, and says who gave it', async () => {
  scripted.say([{ text: 'Term by ' }, { text: 'term [1: "multiplied out term' }, { text: ' by term"].' }])
  const parts = await partsOf(reason, requestOf())
  expect(textOf(parts)).toBe('Term by term [1].')
  expect(parts).toContainEqual(FIRST_SENTENCE)
  expect(last(parts)).toMatchObject({ kind: 'done', by: 'model', model: 'Scripted', tokens: { out: 12 } })
})

test('text of strangers stands between lines that nobody can guess, the question outside of them', async () => {
  await partsOf(reason, requestOf({ facts: ['Line 3 is wrong.'], selection: 'a(b+c)' }))
  await partsOf(reason, requestOf())
  const [first, second] = scripted.asked.map(promptTextOf)
  const fences = [first, second].map((text) => /=== ([0-9a-f]{16}) page/u.exec(text ?? '')?.[1])
  expect(fences[0]).toBeDefined()
  expect(fences[0]).not.toBe(fences[1])
  expect(first).toContain(
    `=== ${fences[0]} facts, found by checkers\n- Line 3 is wrong.\n=== ${fences[0]} end`,
  )
  expect(first?.endsWith('How is a bracket multiplied out?')).toBe(true)
})

describe('tools', () => {
  test('one that the client has ends the stream, and its result is told when the thought is posted again', async () => {
    scripted.say([{ text: 'One moment. ' }, { call: 'remind', arguments: { minutes: 5 } }])
    const parts = await partsOf(reason, requestOf({ tools: [TOOL] }))
    expect(last(parts)).toMatchObject({ kind: 'tool-call', name: 'remind', arguments: { minutes: 5 } })
    scripted.say([{ text: 'Done.' }])
    const results = [{ call: 'c1', name: 'remind', arguments: { minutes: 5 }, result: 'set for 12:05' }]
    const more = await partsOf(reason, requestOf({ tools: [TOOL], results }))
    expect(textOf(more)).toBe('Done.')
    expect(scripted.asked.map(promptTextOf).at(-1)).toContain('remind({"minutes":5})\nset for 12:05')
  })

  test('to compare with another source, one is looked up before the model is asked, and it is not the page itself', async () => {
    const address = 'https://wiki.example/law'
    const own = { title: 'Brackets', address: 'https://school.example/brackets', snippet: 'Itself.' }
    const search = new GivenSearch(
      [own, { title: 'Law', address, snippet: 'On brackets.' }],
      [{ title: 'Law', address, passages: ['Euclid multiplied out a bracket with areas.'] }],
    )
    scripted.say([{ text: 'Both agree [1: "multiplied out term by term"] [3: "Euclid multiplied out"].' }])
    const asked = { task: 'compare' as const, question: 'Compare this with another source', web: true }
    const parts = await partsOf(reason, requestOf(asked), { search })
    expect(search).toMatchObject({ queries: ['Brackets'], reads: [address] })
    const sources = parts.flatMap((part) => (part.kind === 'source' ? [part.source.address] : []))
    expect(sources).toEqual(['https://school.example/brackets', address])
    expect(scripted.asked.map(promptTextOf).at(-1)).toContain('Euclid multiplied out a bracket with areas.')
  })

  test('the web is searched and read by the server, and cited', async () => {
    const address = 'https://wiki.example/law'
    const search = new GivenSearch(
      [{ title: 'Law', address, snippet: 'On brackets.' }],
      [{ title: 'Law', address, passages: ['Euclid multiplied out a bracket with areas.'] }],
    )
    scripted.say(({ messages }) => {
      const answers = messages.filter(({ role }) => role === 'tool').length
      if (answers === 0) return [{ call: 'search_web', arguments: { query: 'history brackets' } }]
      if (answers === 1) return [{ call: 'read_page', arguments: { address } }]
      return [{ text: 'Euclid used areas [4: "Euclid multiplied out a bracket"].' }]
    })
    const parts = await partsOf(reason, requestOf({ web: true }), { search })
    expect(search).toMatchObject({ queries: ['history brackets'], reads: [address] })
    expect(parts.slice(0, 2)).toEqual([
      { kind: 'status', doing: 'searching', about: 'history brackets' },
      { kind: 'status', doing: 'reading', about: 'wiki.example' },
    ])
    expect(parts).toContainEqual(
      expect.objectContaining({
        source: {
          n: 4,
          title: 'Law',
          address,
          quote: 'Euclid multiplied out a bracket with areas.',
          passage: null,
        },
      }),
    )
    expect(textOf(parts)).toBe('Euclid used areas [4].')
  })

  test('without leave to use the web it is neither offered nor done', async () => {
    scripted.say(({ messages }) =>
      messages.some(({ role }) => role === 'tool')
        ? [{ text: 'So be it.' }]
        : [{ call: 'search_web', arguments: { query: 'brackets' } }],
    )
    const search = new GivenSearch()
    const parts = await partsOf(reason, requestOf(), { search })
    expect(scripted.asked[0]?.tools).toEqual([])
    expect(search.queries).toEqual([])
    expect(parts.map(({ kind }) => kind)).toEqual(['blocked', 'text', 'done'])
  })

  test('a model without tools gets what the person’s own question finds', async () => {
    scripted.say([{ text: 'Found.' }])
    const search = new GivenSearch([
      { title: 'L', address: 'https://wiki.example/l', snippet: 'A bracket law.' },
    ])
    search.read = () => Promise.reject(new SearchError('refused'))
    await partsOf(modelReasoner({ ...thinker, tools: false }), requestOf({ web: true }), { search })
    expect(search.queries).toEqual(['bracket multiplied out'])
    expect(promptTextOf(scripted.asked[0] ?? { model: '', messages: [], tools: [] })).toContain(
      '[3] A bracket law.',
    )
    search.find = () => Promise.reject(new SearchError('no-network'))
    const parts = await partsOf(reason, requestOf({ task: 'look-up', pages: [], web: true }), { search })
    expect(last(parts)).toEqual({ kind: 'error', error: 'no-network' })
  })
})

test('a server that takes no tools is asked without, and the web looked up beforehand', async () => {
  scripted.say(({ tools }) =>
    tools.length > 0
      ? [{ status: 500, body: '{"error":{"message":"tools param requires --jinja flag"}}' }]
      : [{ text: 'Without.' }],
  )
  const search = new GivenSearch()
  expect(textOf(await partsOf(reason, requestOf({ web: true }), { search }))).toBe('Without.')
  expect(scripted.asked.map(({ tools }) => tools.length)).toEqual([2, 0])
  expect(search.queries).toEqual(['bracket multiplied out'])
})

describe('bounds', () => {
  test('a model that calls tools for ever is stopped', async () => {
    scripted.say([{ call: 'search_web', arguments: { query: 'more' } }])
    const search = new GivenSearch()
    const parts = await partsOf(reason, requestOf({ web: true }), { search })
    expect(scripted.asked).toHaveLength(USUAL_BUDGET.steps)
    expect(scripted.asked.at(-1)?.tools).toEqual([])
    expect(search.queries).toHaveLength(4)
    expect(parts).toContainEqual({ kind: 'blocked', what: 'limit' })
    expect(last(parts)).toEqual({ kind: 'error', error: 'model-garbled' })
  })

  test('tokens and money are asked for as far as they go, and a thought that is too dear is not begun', async () => {
    scripted.say([{ text: 'Half an ans' }, 'cut'])
    const long = await partsOf(reason, requestOf(), { budget: { ...USUAL_BUDGET, tokens: 200 } })
    expect(scripted.asked[0]?.max_tokens).toBe(200)
    expect(long.map(({ kind }) => kind)).toEqual(['text', 'blocked', 'done'])
    scripted.say(['cut'])
    const silent = await partsOf(reason, requestOf(), { budget: { ...USUAL_BUDGET, tokens: 200 } })
    expect(last(silent)).toEqual({ kind: 'error', error: 'too-long' })
    scripted.say([{ text: 'Half an ans' }, 'cut'])
    const dear = await partsOf(reason, requestOf(), { budget: { ...USUAL_BUDGET, cents: 0.5 } })
    expect(scripted.asked[2]?.max_tokens).toBeLessThan(500)
    expect(last(dear)).toEqual({ kind: 'error', error: 'too-dear' })
    expect(await partsOf(reason, requestOf(), { budget: { ...USUAL_BUDGET, cents: 0.01 } })).toEqual([
      { kind: 'error', error: 'too-dear' },
    ])
    expect(scripted.asked).toHaveLength(3)
  })
})

describe('bad days', () => {
  test.each<[string, readonly ScriptLine[], string]>([
    ['refuses the key', [{ status: 401 }], 'model-refused'],
    ['does not know the model', [{ status: 404 }], 'model-refused'],
    [
      'finds the prompt too long',
      [{ status: 400, body: '{"error":{"message":"maximum context length is 2048 tokens"}}' }],
      'too-long',
    ],
    [
      'has no money left',
      [{ status: 429, headers: { 'retry-after': '60' }, body: '{"error":{"message":"insufficient_quota"}}' }],
      'too-dear',
    ],
    ['is busy for long', [{ status: 429, headers: { 'retry-after': '60' } }], 'model-busy'],
    ['streams a page', [{ raw: '<html><body>Welcome</body></html>' }], 'model-garbled'],
    ['streams broken JSON', [{ text: 'Well, ' }, { raw: 'data: {"choices":[{"del\n\n' }], 'model-garbled'],
    ['streams JSON of another kind', [{ raw: 'data: {"choices":"none"}\n\n' }], 'model-garbled'],
    ['says nothing', [], 'model-garbled'],
    ['dies before it says anything', ['die'], 'model-unreachable'],
    ['dies mid-stream', [{ text: 'Well, ' }, { waitMs: 20 }, 'die'], 'model-stopped'],
    [
      'states an error mid-stream',
      [{ text: 'Well, ' }, { raw: 'data: {"error":{"message":"overloaded"}}\n\n' }],
      'model-busy',
    ],
  ])('a server that %s', async (_, lines, error) => {
    scripted.say(lines)
    const parts = await partsOf(reason, requestOf())
    expect(last(parts)).toEqual({ kind: 'error', error })
    expect(scripted.asked).toHaveLength(1)
  })

  test('one that ends without an end has stopped', async () => {
    scripted.say([{ text: 'Well, ' }, { waitMs: 20 }, { raw: '\n\n' }, 'die'])
    expect(last(await partsOf(reason, requestOf()))).toEqual({ kind: 'error', error: 'model-stopped' })
  })

  test.each([429, 500, 503])(
    '%i is asked once more before anything was shown, and not again',
    async (status) => {
      scripted.say(() => (scripted.asked.length === 1 ? [{ status }] : [{ text: 'Now.' }]))
      expect(textOf(await partsOf(reason, requestOf()))).toBe('Now.')
      scripted.asked.length = 0
      scripted.say([{ status }])
      expect(last(await partsOf(reason, requestOf()))).toEqual({ kind: 'error', error: 'model-busy' })
      expect(scripted.asked).toHaveLength(2)
    },
  )

  test('nothing is asked again once something was shown', async () => {
    scripted.say(({ messages }) =>
      messages.some(({ role }) => role === 'tool')
        ? [{ status: 500 }]
        : [{ call: 'search_web', arguments: { query: 'brackets' } }],
    )
    const parts = await partsOf(reason, requestOf({ web: true }))
    expect(last(parts)).toEqual({ kind: 'error', error: 'model-busy' })
    expect(scripted.asked).toHaveLength(2)
  })

  test.each<[string, readonly ScriptLine[]]>([
    ['at once', ['hang']],
    ['mid-stream', [{ text: 'Well, ' }, 'hang']],
  ])('one that hangs %s is given up, and hears of it', async (_, lines) => {
    scripted.say(lines)
    const parts = await partsOf(reason, requestOf(), { budget: { ...USUAL_BUDGET, silenceMs: 100 } })
    expect(last(parts)).toEqual({ kind: 'error', error: 'timed-out' })
    await expect.poll(() => scripted.leftEarly).toBe(1)
  })

  test.each([
    ['the person', new DOMException('', 'AbortError'), 'cancelled'],
    ['time', new DOMException('', 'TimeoutError'), 'timed-out'],
  ])('given up by %s it ends at once, and the model is told', async (_, why, error) => {
    scripted.say([{ text: 'Well, ' }, 'hang'])
    const giving = new AbortController()
    const parts: NewPart[] = []
    for await (const part of reason(requestOf(), {
      search: new GivenSearch(),
      signal: giving.signal,
      budget: USUAL_BUDGET,
    })) {
      parts.push(part)
      if (part.kind === 'text') giving.abort(why)
    }
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'error'])
    expect(last(parts)).toEqual({ kind: 'error', error })
    await expect.poll(() => scripted.leftEarly).toBe(1)
  })

  test('nobody there', async () => {
    const provider = createOpenAICompatible({ name: 'gone', baseURL: 'http://127.0.0.1:9/v1' })
    const gone = modelReasoner({ ...thinker, model: provider('gone') })
    expect(await partsOf(gone, requestOf())).toEqual([{ kind: 'error', error: 'model-unreachable' }])
  })
})
