import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { followQuery } from '../store/follow-query.ts'

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
  const stop = effect(() =>
    followQuery(ask(), {
      next: (result) => {
        newest.value = result
      },
      error: failed,
    }),
  )
  ended.addEventListener('abort', stop)
  return newest
}
