import * as v from 'valibot'
import { GLIMPSES, type Glimpse, GlimpsesSchema } from '../../../shared/messages/glimpse.ts'

/** What can be seen of the loop's last minute. */
export interface Seen {
  /** Oldest first, as they were told last. */
  glimpses: readonly Glimpse[]
  /** ms since the epoch. */
  now: number
  /** Whether the loop has answered lately. */
  answering: boolean
}

/** The part of a BroadcastChannel that is used. */
interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

interface Doors {
  ended: AbortSignal
  now(): number
  /** ms between two questions. */
  every: number
  channel?: Channel
}

/** Questions in a row that may go without an answer. */
const UNANSWERED = 3

/** Asks the loop for its last minute again and again, and shows what it tells. Until the signal. */
export function followGlimpses(
  show: (seen: Seen) => void,
  { ended, now, every, channel = new BroadcastChannel(GLIMPSES) }: Doors,
): void {
  let glimpses: readonly Glimpse[] = []
  let unanswered = 0
  channel.onmessage = ({ data }) => {
    const parsed = v.safeParse(GlimpsesSchema, data)
    if (!parsed.success) return
    glimpses = parsed.output.glimpses
    unanswered = 0
    show({ glimpses, now: now(), answering: true })
  }
  const ask = () => {
    // Without an answer the strip goes on all the same: time does.
    if (unanswered >= UNANSWERED) show({ glimpses, now: now(), answering: false })
    unanswered += 1
    channel.postMessage({ kind: 'ask' })
  }
  ask()
  const timer = setInterval(ask, every)
  ended.addEventListener('abort', () => {
    clearInterval(timer)
    channel.close()
  })
}
