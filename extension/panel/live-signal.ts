import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { liveQuery } from 'dexie'

export interface Ends {
  ended: AbortSignal
  failed(error: unknown): void
}

/**
 * The newest result of a query of the database; undefined until the first. The query is made again when the
 * tables it read have changed, or a signal that `ask` reads.
 */
export function liveSignal<T>(
  ask: () => () => Promise<T>,
  { ended, failed }: Ends,
): ReadonlySignal<T | undefined> {
  const newest = signal<T | undefined>(undefined)
  const stop = effect(() => {
    const subscription = liveQuery(ask()).subscribe({
      next: (result) => {
        newest.value = result
      },
      error: failed,
    })
    return () => subscription.unsubscribe()
  })
  ended.addEventListener('abort', stop)
  return newest
}
