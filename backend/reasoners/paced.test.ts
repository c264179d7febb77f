import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from './paced.ts'
import type { NewPart } from './reason.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const blocked: NewPart = { kind: 'blocked', what: 'image' }

/** Parts after so many ms each. */
async function* given(...parts: [ms: number, part: NewPart][]): AsyncGenerator<NewPart> {
  for (const [ms, part] of parts) {
    await new Promise((resolve) => setTimeout(resolve, ms))
    yield part
  }
}
const text = (said: string): NewPart => ({ kind: 'text', text: said })

/** What comes, with the time at which it came. */
async function played(parts: AsyncIterable<NewPart>, ms: number): Promise<[number, NewPart][]> {
  const begun = performance.now()
  const come: [number, NewPart][] = []
  void (async () => {
    for await (const part of paced(parts)) come.push([performance.now() - begun, part])
  })()
  await vi.advanceTimersByTimeAsync(ms)
  return come
}

test('a fast model makes at most twenty parts of text a second, and loses no word', async () => {
  const pieces = Array.from({ length: 250 }, (_, at): [number, NewPart] => [4, text(`${at} `)])
  const come = await played(given(...pieces), 2_000)
  expect(come.length).toBeLessThanOrEqual(21)
  const whole = come.map(([, part]) => (part.kind === 'text' ? part.text : '')).join('')
  expect(whole).toBe(Array.from({ length: 250 }, (_, at) => `${at} `).join(''))
})

test('the first words come at once, what follows within the pace though nothing more comes', async () => {
  expect(await played(given([5, text('a')], [10, text('b')], [60_000, text('c')]), 1_000)).toEqual([
    [5, text('a')],
    [55, text('b')],
  ])
})

test('other parts keep their place and wait for nothing, nor does the end', async () => {
  expect(await played(given([0, text('a')], [1, text('b')], [1, blocked], [1, text('c')]), 100)).toEqual([
    [0, text('a')],
    [2, text('b')],
    [2, blocked],
    [3, text('c')],
  ])
})
