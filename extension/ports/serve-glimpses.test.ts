import * as v from 'valibot'
import { expect, it } from 'vitest'
import { type Glimpse, GlimpsesSchema } from '../../shared/messages/glimpse.ts'
import { serveGlimpses } from './serve-glimpses.ts'

const glimpse: Glimpse = {
  at: 5,
  floor: 'both',
  act: 'yield',
  beliefs: { interruption: 0.9 },
  by: 'network-1',
}

function served() {
  const told: unknown[] = []
  const channel = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    closed: false,
    postMessage: (message: unknown) => void told.push(message),
    close() {
      this.closed = true
    },
  }
  const life = new AbortController()
  serveGlimpses([glimpse], life.signal, channel)
  return {
    told,
    channel,
    life,
    ask: (data: unknown) => channel.onmessage?.(new MessageEvent('message', { data })),
  }
}

it('tells the last micro-turns to who asks, and nothing to nonsense', () => {
  const { told, ask } = served()
  for (const nonsense of [null, 'ask', { kind: 'tell' }, { kind: 'glimpses', glimpses: [] }]) ask(nonsense)
  expect(told).toEqual([])
  ask({ kind: 'ask' })
  expect(told).toEqual([{ kind: 'glimpses', glimpses: [glimpse] }])
  expect(v.is(GlimpsesSchema, told[0])).toBe(true)
})

it('ends with the loop', () => {
  const { channel, life } = served()
  life.abort()
  expect(channel.closed).toBe(true)
})
