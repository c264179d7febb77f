import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Picture, Range } from '../../../shared/math/pictures/picture.ts'
import type { Plot } from '../../../shared/math/pictures/plot.ts'
import { plotPicture } from '../../../shared/math/pictures/plot-picture.ts'
import { pictureMessages as texts } from '../messages.ts'
import { PictureFigure } from './picture-figure.tsx'

/** A plot that was asked for. Its part of the axis is the panel's own: buttons and keys change it, nothing keeps it. */
export function PlotFigure({ plot, now }: { plot: Plot; now(): number }) {
  const range = useSignal<Range | null>(null)
  const key = JSON.stringify([plot, range.value])
  // Rows are read anew, and equal, with every change of the database.
  const picture = useMemo(() => plotPicture(plot, range.value), [key])
  if (picture === null) return null
  const show = (next: Range) => {
    // Further in or out there is nothing to see.
    if (plotPicture(plot, next) !== null) range.value = next
  }
  const [from, to] = rangeOf(picture)
  const zoom = (by: number) => {
    const middle = (from + to) / 2
    show([middle + (from - middle) * by, middle + (to - middle) * by])
  }
  const move = (by: number) => show([from + (to - from) * by, to + (to - from) * by])
  const deeds: Record<string, () => void> = {
    '+': () => zoom(1 / ZOOM),
    '=': () => zoom(1 / ZOOM),
    '-': () => zoom(ZOOM),
    ArrowLeft: () => move(-MOVE),
    ArrowRight: () => move(MOVE),
    '0': () => {
      range.value = null
    },
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts of the buttons inside, which have the focus
    <div
      class="plot"
      title={texts.keys}
      onKeyDown={(event) => {
        const deed = deeds[event.key]
        if (deed === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        deed()
      }}
    >
      <PictureFigure picture={picture} now={now}>
        <button type="button" class="quiet-button" onClick={deeds['+']}>
          {texts.zoomIn}
        </button>
        <button type="button" class="quiet-button" onClick={deeds['-']}>
          {texts.zoomOut}
        </button>
        <button type="button" class="quiet-button" onClick={deeds['0']}>
          {texts.zoomBack}
        </button>
      </PictureFigure>
    </div>
  )
}

const ZOOM = 2
/** Share of the width that an arrow key moves by. */
const MOVE = 0.25

const rangeOf = (picture: Picture): Range => {
  if (picture.kind === 'functions') return picture.view.x
  return picture.kind === 'number-line' ? picture.range : [-1, 1]
}
