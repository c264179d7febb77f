import type { AreaPicture } from '../../../shared/math/pictures/picture.ts'
import { pictureMessages as texts } from '../messages.ts'
import { shortened, WIDTH } from './legend.tsx'
import { MathText } from './math-text.tsx'

const LEFT = 48
const TOP = 26
const ACROSS = 208
const DOWN = 132
const ONE_ROW = 66
const BELOW = 34

const downOf = ({ rows }: AreaPicture): number => (rows.length === 1 ? ONE_ROW : DOWN)
export const areaHeight = (picture: AreaPicture): number => TOP + downOf(picture) + BELOW

/** A product as a rectangle cut along its terms; parts that nothing written accounts for have a dashed edge and a "?". */
export function AreaDrawing({ picture }: { picture: AreaPicture }) {
  const { rows, columns, cells, written } = picture
  const across = shares(columns, ACROSS)
  const down = shares(rows, downOf(picture))
  const edge = (parts: readonly number[], i: number) => parts.slice(0, i).reduce((sum, part) => sum + part, 0)
  const left = LEFT + (WIDTH - LEFT - 10 - ACROSS) / 2
  return (
    <>
      {columns.map((column, k) => (
        <MathText
          key={`${k} ${column}`}
          class="pic-label"
          x={left + edge(across, k) + (across[k] ?? 0) / 2}
          y={TOP - 9}
          text-anchor="middle"
          text={column}
        />
      ))}
      {rows.map((row, i) => (
        <MathText
          key={`${i} ${row}`}
          class="pic-label"
          x={left - 10}
          y={TOP + edge(down, i) + (down[i] ?? 0) / 2 + 5}
          text-anchor="end"
          text={row}
        />
      ))}
      {/* What is missing last, so that its edge lies on top. */}
      {[false, true].map((missing) =>
        cells.flatMap((row, i) =>
          row.map((cell, k) =>
            (cell === null) === missing ? (
              <Cell
                key={`${i} ${k}`}
                cell={cell}
                x={left + edge(across, k)}
                y={TOP + edge(down, i)}
                width={across[k] ?? 0}
                height={down[i] ?? 0}
                nth={i + k}
              />
            ) : null,
          ),
        ),
      )}
      <MathText
        class="pic-value pic-at"
        x={left + ACROSS / 2}
        y={TOP + downOf(picture) + 22}
        text-anchor="middle"
        text={shortened(texts.missing(written), 44)}
      />
    </>
  )
}

interface CellProps {
  cell: string | null
  x: number
  y: number
  width: number
  height: number
  nth: number
}

function Cell({ cell, x, y, width, height, nth }: CellProps) {
  return (
    <g class={`pic-cell pic-drawn-${Math.min(2, nth)}`}>
      <rect class={cell === null ? 'pic-missing' : 'pic-there'} x={x} y={y} width={width} height={height} />
      <MathText
        class={cell === null ? 'pic-question' : 'pic-label'}
        x={x + width / 2}
        y={y + height / 2 + (cell === null ? 8 : 5)}
        text-anchor="middle"
        text={cell ?? '?'}
      />
    </g>
  )
}

/** A number is drawn shorter than something unknown. */
function shares(terms: readonly string[], whole: number): number[] {
  const weights = terms.map((term) => (/[a-zA-Z]/.test(term) ? 1 : 0.62))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (weight / sum) * whole)
}
