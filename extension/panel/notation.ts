import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import { MANNER, type Manner, NEW_MANNER, parseManner } from '../../shared/manner.ts'
import { inNotation, type Notation, USUAL_NOTATION } from '../../shared/notation.ts'
import type { Database } from '../store/database.ts'
import { type Ends, liveSignal } from './live-signal.ts'
import { language } from './messages.ts'

/** How numbers and products are written in what a page draws itself; what was said stands as it was said. */
export const notation = signal<Notation>(USUAL_NOTATION)

/** How the person wants Aside to be; undefined until it is read. The page's own notation follows it. */
export function liveManner(database: Database, ends: Ends): ReadonlySignal<Manner | undefined> {
  const manner = liveSignal(() => async () => parseManner((await database.settings.get(MANNER))?.value), ends)
  const stop = effect(() => {
    const { decimal, times } = manner.value ?? NEW_MANNER
    const known = notation.peek()
    if (decimal !== known.decimal || times !== known.times) notation.value = { decimal, times }
  })
  ends.ended.addEventListener('abort', stop)
  return manner
}

/** A printed expression, or a sentence about some, as the person writes its numbers and products. */
export const written = (printed: string): string =>
  inNotation(printed, notation.value, catalogueOf(language.value).evidence.decimal)
