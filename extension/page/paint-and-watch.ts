import type { Orders } from '../../shared/percepts/orders.ts'
import { type Marks, paintMarks } from './marks/paint-marks.ts'
import { type PlaceWatch, watchPlaces } from './watch-places.ts'

export type Painted = Marks & {
  /** Places that are waited for; undefined: none. */
  reach(reaches: Orders['reaches']): void
}

/** What a page needs only once something is marked or waited for in it: put beside the content script then. */
export function paintAndWatch(options: Parameters<typeof paintMarks>[0]): Painted {
  const { document, now, send, signal } = options
  const marks = paintMarks(options)
  let places: PlaceWatch | null = null
  return {
    ...marks,
    reach(reaches = []) {
      if (reaches.length > 0)
        places ??= watchPlaces({
          document,
          onReached: (id) => send([{ kind: 'reached', at: now(), id }]),
          signal,
        })
      places?.set(reaches)
    },
    check() {
      marks.check()
      places?.check()
    },
  }
}
