/** Longest stretch of work between two chances for the page, ms. */
const SLICE = 4
/** Looking at the clock costs about as much as looking at a node. */
const CLOCK_EVERY = 64

/**
 * Paces long work so that the page stays fluent: `await` what it returns whenever that is a promise.
 * It throws the signal's reason once the work is no longer wanted.
 * @param every steps between two looks at the clock: few where a step is long
 */
export function slices(signal: AbortSignal, every = CLOCK_EVERY): () => Promise<void> | undefined {
  let began = performance.now()
  let steps = 0
  return () => {
    steps += 1
    if (steps % every !== 0 || performance.now() - began < SLICE) return undefined
    return breathe().then(() => {
      signal.throwIfAborted()
      began = performance.now()
    })
  }
}

/** A task in turn with the page's own. `background` tasks would never run in a page that is always busy. */
function breathe(): Promise<void> {
  if ('scheduler' in globalThis) return scheduler.postTask(() => undefined, { priority: 'user-visible' })
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
