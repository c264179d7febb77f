import type { NewPart } from './reason.ts'

/** Text that comes within this time (ms) of the last piece is gathered: at most 20 parts a second. */
const PACE_MS = 50
/** Longest text of one part, UTF-16 units. */
const LONGEST = 10_000

/** The same parts with text gathered: the first at once, then what came since the last piece. */
export async function* paced(parts: AsyncIterable<NewPart>, paceMs = PACE_MS): AsyncGenerator<NewPart> {
  const iterator = parts[Symbol.asyncIterator]()
  let text = ''
  let until = 0
  let next = iterator.next()
  try {
    for (;;) {
      const arrived = text === '' ? await next : await within(next, until - performance.now())
      if (arrived !== null && !arrived.done && arrived.value.kind === 'text') {
        text += arrived.value.text
        next = iterator.next()
        if (performance.now() < until && text.length < LONGEST) continue
      }
      for (let at = 0; at < text.length; at += LONGEST)
        yield { kind: 'text', text: text.slice(at, at + LONGEST) }
      if (text !== '') until = performance.now() + paceMs
      text = ''
      if (arrived === null || (!arrived.done && arrived.value.kind === 'text')) continue
      if (arrived.done) return
      yield arrived.value
      next = iterator.next()
    }
  } finally {
    // Not awaited: a model that hangs would keep who has turned away.
    void iterator.return?.()
  }
}

/** What is awaited, or null where the time is up before. */
async function within<Value>(awaited: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const up = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, ms))
  })
  try {
    return await Promise.race([awaited, up])
  } finally {
    clearTimeout(timer)
  }
}
