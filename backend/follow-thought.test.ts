import { expect, test } from 'vitest'
import { BackendSession, pair } from '../extension/reasoner/backend-session.ts'
import { Reasoner, type ReasonerDoors } from '../extension/reasoner/reasoner.ts'
import { PlayedLoop } from '../extension/turn/played-loop.ts'
import type { PageText } from '../shared/percepts/page-text.ts'
import { readCode } from '../shared/thoughts/proof.ts'
import { startBackend } from './started.ts'

/** A loop in which somebody asks about the page, and a backend that it is paired with. */
async function asked(page: PageText) {
  // Nobody there: a test does not reach the web.
  const env = { ASIDE_SEARCH: 'searxng', ASIDE_SEARCH_ADDRESS: 'http://127.0.0.1:9/' }
  const backend = await startBackend({ env })
  const pairing = await pair(readCode(backend.code()) ?? '', { fetch, ports: [backend.port] })
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(400)
  loop.send('What does the distributive law say?')
  await loop.turn()
  const sent = new Map<string, string>()
  let reads = 0
  const doors: ReasonerDoors = {
    now: () => 0,
    session: () => BackendSession.begin(pairing, { fetch, ports: [backend.port] }),
    async readPage() {
      reads += 1
      return page
    },
    conversation: async () => [],
    sent: async (id) => sent.get(id) ?? null,
    keep: async ({ id, body }) => void sent.set(id, body),
    wait: async () => undefined,
  }
  /** Follows the loop's memory, as a new document does, until the answer has ended. */
  const follow = async () => {
    const ended = Promise.withResolvers<void>()
    const kinds: string[] = []
    new Reasoner(doors).follow(loop.state, (percept) => {
      if (percept.from !== 'reasoner') return
      loop.reasoner(percept.it)
      const kind = percept.it.kind === 'part' ? percept.it.part.kind : percept.it.kind
      kinds.push(kind)
      if (kind === 'done' || kind === 'error' || kind === 'unanswered') ended.resolve()
    })
    await ended.promise
    return kinds
  }
  return { backend, loop, sent, follow, reads: () => reads }
}

const text = 'The distributive law says a(b + c) = ab + ac.'
const pageAt = (origin: string): PageText => ({ origin, passages: [{ text, place: { path: '#p', text } }] })

test('what was sent is kept before it leaves; a new document sends the same and reads nothing', async () => {
  const { backend, sent, follow, reads } = await asked(pageAt('http://page'))
  await using _backend = backend
  expect((await follow())[0]).toBe('sent')
  expect([...sent.values()][0]).toContain('The distributive law says')
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
  expect([...sent.values()].join('')).not.toContain('The distributive law says')
})
