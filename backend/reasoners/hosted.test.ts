import { describe, expect, test } from 'vitest'
import { partsOf, requestOf, textOf } from './given-thought.ts'
import { type HostedId, hosted } from './hosted.ts'
import { modelReasoner } from './model-reasoner.ts'
import type { NewPart } from './reason.ts'
import { promptTextOf, ScriptedModel, type ScriptLine } from './scripted-model.ts'
import { anthropicWire, googleWire, openAiWire, type Wire } from './scripted-wires.ts'

const WIRES: readonly [HostedId, Wire, number][] = [
  ['openai', openAiWire, 503],
  ['anthropic', anthropicWire, 529],
  ['google', googleWire, 503],
]
const TOOL = { name: 'remind', description: 'Reminds', parameters: { type: 'object', properties: {} } }

/** Each stands in for a model that costs money: what is shown is that its provider's wire format is spoken. */
describe.each(WIRES)('a scripted server that speaks the wire format of %s', (id, wire, busy) => {
  async function think(script: readonly ScriptLine[], request = requestOf()) {
    await using model = new ScriptedModel(() => script, wire)
    const thinker = hosted(id, 'KEY', { address: await model.listen(), model: 'scripted-1' })
    const parts = await partsOf(modelReasoner(thinker), request)
    return { parts, asked: model.asked }
  }
  const last = (parts: readonly NewPart[]) => parts.at(-1)

  test('streams an answer: its text, its source, its end and its tokens are read', async () => {
    const { parts, asked } = await think([
      { text: 'Term by ' },
      { text: 'term [1: "multiplied out term by' },
      { text: ' term"].' },
    ])
    expect(textOf(parts)).toBe('Term by term [1].')
    expect(parts).toContainEqual(expect.objectContaining({ kind: 'source' }))
    expect(last(parts)).toMatchObject({ kind: 'done', by: 'model', model: 'scripted-1', tokens: { out: 12 } })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.model).toBe('scripted-1')
    const prompt = asked.map(promptTextOf).join('')
    expect(prompt).toContain('A bracket is multiplied out term by term.')
    expect(prompt).toContain('How is a bracket multiplied out?')
  })

  test('calls a tool that it was offered', async () => {
    const call = { call: 'remind', arguments: { minutes: 5 } }
    const { parts, asked } = await think([{ text: 'One moment. ' }, call], requestOf({ tools: [TOOL] }))
    expect(asked[0]?.tools.map((tool) => tool.function.name)).toEqual(['remind'])
    expect(last(parts)).toMatchObject({ kind: 'tool-call', name: 'remind', arguments: { minutes: 5 } })
  })

  test('is cut where its answer is too long, and that is said', async () => {
    const { parts } = await think([{ text: 'Term by term' }, 'cut'])
    expect(parts.slice(-2)).toMatchObject([{ kind: 'blocked', what: 'limit' }, { kind: 'done' }])
  })

  test.each([
    [401, 'model-refused', 1],
    [429, 'model-busy', 2],
    [500, 'model-busy', 2],
  ])('answers %i before a word: %s', async (status, error, times) => {
    const { parts, asked } = await think([{ status, headers: { 'retry-after': '0' } }])
    expect(parts).toEqual([{ kind: 'error', error }])
    expect(asked).toHaveLength(times)
  })

  test('fails in the middle of its stream: what had come stays, and it is not asked again', async () => {
    const { parts, asked } = await think([{ text: 'Term by term.\n' }, { error: busy }])
    expect(textOf(parts)).toBe('Term by term.\n')
    expect(last(parts)).toEqual({ kind: 'error', error: 'model-busy' })
    expect(asked).toHaveLength(1)
  })

  test('dies in the middle of its stream', async () => {
    const { parts } = await think([{ text: 'Term by term.\n' }, { waitMs: 20 }, 'die'])
    expect(textOf(parts)).toBe('Term by term.\n')
    expect(last(parts)).toEqual({ kind: 'error', error: 'model-stopped' })
  })
})
