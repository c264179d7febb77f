import { signal } from '@preact/signals'
import type { EvidenceFigure } from './evidence-figure.tsx'
import type { PlotFigure } from './plot-figure.tsx'

interface Figures {
  EvidenceFigure: typeof EvidenceFigure
  PlotFigure: typeof PlotFigure
}

/** Reading and evaluating mathematics is more code than the panel: loaded with the first picture. null: not here. */
export const figures = signal<Figures | null>(null)
let asked = false

export function loadPictures(): void {
  if (asked) return
  asked = true
  Promise.all([import('./evidence-figure.tsx'), import('./plot-figure.tsx')]).then(
    ([{ EvidenceFigure }, { PlotFigure }]) => {
      figures.value = { EvidenceFigure, PlotFigure }
    },
    () => {
      // The text says it too; the next picture asks again.
      asked = false
    },
  )
}
