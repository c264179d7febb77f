import { signal } from '@preact/signals'
import type { EvidenceFigure } from './evidence-figure.tsx'

interface Figures {
  EvidenceFigure: typeof EvidenceFigure
}

/** Reading and evaluating mathematics is more code than the panel: loaded with the first picture. null: not here. */
export const figures = signal<Figures | null>(null)
let asked = false

export function loadPictures(): void {
  if (asked) return
  asked = true
  import('./evidence-figure.tsx').then(
    ({ EvidenceFigure }) => {
      figures.value = { EvidenceFigure }
    },
    () => {
      // The text says it too; the next picture asks again.
      asked = false
    },
  )
}
