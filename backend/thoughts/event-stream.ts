import type { Part } from '../../shared/thoughts/part.ts'

const encoder = new TextEncoder()

/**
 * Parts as server-sent events, their number as id; an empty list as a comment, so that both ends see that the other
 * lives. Pulled by the reader: one that is slow, or gone, holds up nobody.
 */
export function eventStream(parts: AsyncGenerator<readonly Part[]>, onEnd: () => void): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await parts.next()
          if (!done) return controller.enqueue(encoder.encode(eventsOf(value)))
          controller.close()
        } catch (error) {
          controller.error(error)
        }
        onEnd()
      },
      cancel() {
        onEnd()
        void parts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  })
}

function eventsOf(parts: readonly Part[]): string {
  if (parts.length === 0) return ':\n\n'
  return parts.map((part) => `id: ${part.seq}\ndata: ${JSON.stringify(part)}\n\n`).join('')
}
