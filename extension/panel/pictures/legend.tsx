import { MathText } from './math-text.tsx'

/** Units of a drawing: about the pixels of a panel of 360 px. */
export const WIDTH = 300
export const LEGEND_ROW = 20
/** Curves are told apart by their dashes as well as by colour. */
export const STROKES = ['pic-first', 'pic-second', 'pic-third'] as const
const LONGEST = 36

/** Which stroke is which, above a drawing. */
export function Legend({ labels }: { labels: readonly string[] }) {
  return (
    <g class="pic-legend">
      {labels.map((label, i) => {
        const y = LEGEND_ROW * (i + 0.5) + 1
        return (
          <g key={`${i} ${label}`}>
            <line class={`pic-stroke ${STROKES[i] ?? ''}`} x1="4" x2="34" y1={y} y2={y} />
            <MathText class="pic-label" x="42" y={y + 4.5} text={shortened(label)} />
          </g>
        )
      })}
    </g>
  )
}

export const shortened = (text: string, longest = LONGEST): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text
