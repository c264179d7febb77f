import { expect, test } from 'vitest'
import { BackendSession, pair } from '../extension/reasoner/backend-session.ts'
import { Reasoner, type ReasonerDoors } from '../extension/reasoner/reasoner.ts'
import type { Sent } from '../extension/store/rows.ts'
import type { LoopState } from '../extension/turn/loop-state.ts'
import { PlayedLoop } from '../extension/turn/played-loop.ts'
import type { PageText } from '../shared/percepts/page-text.ts'
import { readCode } from '../shared/thoughts/proof.ts'
import { ScriptedModel } from './reasoners/scripted-model.ts'
import { startBackend } from './started.ts'

/** A loop in which somebody asks about the page, and a backend that it is paired with. */
async function asked(page: PageText, calls: string[] = []) {
  // Nobody there: a test does not reach the web.
  const env = { ASIDE_SEARCH: 'searxng', ASIDE_SEARCH_ADDRESS: 'http://127.0.0.1:9/' }
  const backend = await startBackend({ env })
  const pairing = await pair(readCode(backend.code()) ?? '', { fetch, ports: [backend.port] })
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(400)
  loop.send('What does the distributive law say?')
  await loop.turn()
  const sent = new Map<string, Sent>()
  const door: typeof fetch = (address, init) => {
    calls.push(`${init?.method} ${new URL(String(address)).pathname}`)
    return fetch(address, init)
  }
  let reads = 0
  const doors: ReasonerDoors = {
    now: () => 0,
    session: () => BackendSession.begin(pairing, { fetch: door, ports: [backend.port] }),
    async readPage() {
      reads += 1
      return page
    },
    conversation: async () => [],
    sent: async (id) => sent.get(id)?.body ?? null,
    keep: async (row) => void sent.set(row.id, row),
    async correct(id, to) {
      const row = sent.get(id)
      if (row !== undefined) sent.set(id, { ...row, ...to })
    },
    wait: async () => undefined,
  }
  /** Follows the loop's memory, as a new document does, until the answer has ended. */
  const follow = async (reasoner = new Reasoner(doors), state = loop.state) => {
    const ended = Promise.withResolvers<void>()
    const kinds: string[] = []
    reasoner.follow(state, (percept) => {
      if (percept.from !== 'reasoner') return
      loop.reasoner(percept.it)
      const kind = percept.it.kind === 'part' ? percept.it.part.kind : percept.it.kind
      kinds.push(kind)
      if (kind === 'done' || kind === 'error' || kind === 'unanswered') ended.resolve()
    })
    await ended.promise
    return kinds
  }
  /** The question once more, as a thought of its own. */
  const anew = (id: string): LoopState => ({
    ...loop.state,
    thoughts: (loop.state.thoughts ?? []).map((thought) => ({
      ...thought,
      id,
      ended: null,
      seq: 0,
      underWay: false,
    })),
  })
  return { backend, loop, sent, doors, follow, anew, reads: () => reads }
}

const text = 'The distributive law says a(b + c) = ab + ac.'
const pageAt = (origin: string): PageText => ({ origin, passages: [{ text, place: { path: '#p', text } }] })

test('what was sent is kept before it leaves; a new document sends the same and reads nothing', async () => {
  const { backend, sent, follow, reads } = await asked(pageAt('http://page'))
  await using _backend = backend
  expect((await follow())[0]).toBe('sent')
  expect([...sent.values()][0]?.body).toContain('The distributive law says')
  expect(reads()).toBe(1)
  const again = await follow()
  expect(again).not.toContain('sent')
  expect(again.at(-1)).toBe('done')
  expect(reads()).toBe(1)
})

test('of a tab that has gone to another site meanwhile nothing is sent', async () => {
  const { backend, sent, follow } = await asked(pageAt('http://elsewhere'))
  await using _backend = backend
  await follow()
  expect([...sent.values()].map(({ body }) => body).join('')).not.toContain('The distributive law says')
})

test('a question that nobody has sent yet goes to a model on this machine, and to no other', async () => {
  const calls: string[] = []
  const { backend, loop, sent, doors, follow } = await asked(pageAt('http://page'), calls)
  await using _backend = backend
  await using model = new ScriptedModel()
  const session = await doors.session()
  const set = async (change: object) =>
    expect((await session.send('PUT', '/configuration', { body: JSON.stringify(change) })).ok).toBe(true)
  const ahead = (id: string): LoopState => {
    const [thought] = loop.state.thoughts ?? []
    if (thought === undefined) throw new Error('Nothing is thought about.')
    return { ...loop.state, thoughts: [], ahead: { thought: { ...thought, id, ahead: true }, parts: [] } }
  }
  const address = await model.listen()
  await set({ provider: 'openai', providers: { openai: { key: 'k', address: address.replace('/v1', '') } } })
  calls.length = 0
  expect(await follow(undefined, ahead('away'))).toEqual(['unanswered'])
  expect(calls).not.toContain('POST /thoughts')
  expect(model.asked).toEqual([])
  expect(sent.size).toBe(0)
  await set({ provider: 'compatible', providers: { compatible: { address } } })
  expect((await follow(undefined, ahead('here'))).at(-1)).toBe('done')
  expect([...sent.values()]).toMatchObject([{ id: 'here.0', ahead: true, model: { local: true } }])
})

test('only the first thought waits to be told who thinks; later ones are noted as it was, and put right', async () => {
  const calls: string[] = []
  const { backend, sent, doors, follow, anew } = await asked(pageAt('http://page'), calls)
  await using _backend = backend
  const reasoner = new Reasoner(doors)
  const wayOf = async (id: string) => {
    calls.length = 0
    await follow(reasoner, anew(id))
    // Without what gives up the thought before, which nobody wants any more.
    return calls.filter((call) => call === 'GET /health' || call === 'POST /thoughts')
  }
  expect(await wayOf('first')).toEqual(['GET /health', 'POST /thoughts'])
  expect(sent.get('first.0')?.model).toBeNull()
  await using model = new ScriptedModel()
  const change = { providers: { compatible: { address: await model.listen() } } }
  const session = await doors.session()
  expect((await session.send('PUT', '/configuration', { body: JSON.stringify(change) })).ok).toBe(true)
  expect((await wayOf('second'))[0]).toBe('POST /thoughts')
  await expect.poll(() => sent.get('second.0')?.model).toEqual({ name: 'scripted', local: true })
  expect((await wayOf('third'))[0]).toBe('POST /thoughts')
  expect(sent.get('third.0')?.model).toEqual({ name: 'scripted', local: true })
  await expect.poll(() => calls).toContain('GET /health')
  // What is not to be had is asked anew once it is there again.
  await backend.stop()
  await follow(reasoner, anew('fourth'))
  await using back = await startBackend({ folder: backend.folder, env: { ASIDE_PORT: String(backend.port) } })
  expect(back.port).toBe(backend.port)
  expect(await wayOf('fifth')).toEqual(['GET /health', 'POST /thoughts'])
})
