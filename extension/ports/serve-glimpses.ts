import * as v from 'valibot'
import { AskGlimpsesSchema, GLIMPSES, type Glimpse } from '../../shared/messages/glimpse.ts'

/** The part of a BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

/** Tells the last micro-turns to whoever of the extension's own pages asks. Until the signal. */
export function serveGlimpses(
  glimpses: readonly Glimpse[],
  ended: AbortSignal,
  channel: Channel = new BroadcastChannel(GLIMPSES),
): void {
  channel.onmessage = ({ data }) => {
    if (v.is(AskGlimpsesSchema, data)) channel.postMessage({ kind: 'glimpses', glimpses: [...glimpses] })
  }
  ended.addEventListener('abort', () => channel.close())
}
