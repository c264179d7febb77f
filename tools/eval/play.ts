import { PlayedLoop } from '../../extension/turn/played-loop.ts'
import type { PlayedEvent, Utterance } from './time.ts'

/**
 * Plays one case against the product's own micro-turns on a virtual clock: no browser, no database, no waiting.
 * @param events with `t` in ms from the start, in any order
 * @param untilMs how long to play
 * @returns every utterance of the tutor, with `t` in ms from the start
 */
export async function play(events: readonly PlayedEvent[], untilMs: number): Promise<Utterance[]> {
  const loop = new PlayedLoop()
  const utterances: Utterance[] = []
  const heard = new Set<string>()
  const queue = events.toSorted((a, b) => a.t - b.t)
  let draft = ''
  while (loop.t <= untilMs) {
    for (let event = queue[0]; event !== undefined && event.t <= loop.t; event = queue[0]) {
      queue.shift()
      if (event.e === 'draft') draft = event.text ?? ''
      take(loop, event, draft)
      if (event.e === 'send') draft = ''
    }
    await loop.turn()
    for (const entry of loop.entries.values()) {
      if (entry.who !== 'tutor' || heard.has(entry.id)) continue
      heard.add(entry.id)
      utterances.push({ t: loop.t, text: entry.text, asked: entry.kind === 'said' })
    }
  }
  return utterances
}

function take(loop: PlayedLoop, event: PlayedEvent, draft: string): void {
  switch (event.e) {
    case 'draft':
      return loop.draft(draft, event.t)
    case 'send':
      return loop.send(event.text ?? draft, event.t)
    case 'click':
      return event.what === 'stop' ? loop.panel({ kind: 'voice', what: 'stop' }, event.t) : undefined
    case 'page':
      if (event.what === 'scroll') return loop.page({ kind: 'scrolled' }, event.t)
      if (event.what === 'leave' || event.what === 'return') {
        const here = event.what === 'return'
        return loop.page({ kind: 'shown', visible: here, focused: here }, event.t)
      }
  }
}
