import { niceTicks } from '../../../shared/math/pictures/nice-ticks.ts'
import type { NumberLinePicture, Part } from '../../../shared/math/pictures/picture.ts'
import { pictureMessages as texts } from '../messages.ts'
import { STROKES, shortened, WIDTH } from './legend.tsx'
import { MathText, numberText, tickText } from './math-text.tsx'

const SIDE = 14
const ROW = 62
/** Of a row: the baseline of its label, and its axis. */
const LABEL = 18
const AXIS = 36
const BELOW = 22

export const numberLineHeight = ({ rows, mark }: NumberLinePicture): number =>
  ROW * rows.length + (mark === null ? 0 : BELOW)

/** A solution set on each line, and the point that came or went, across them. */
export function NumberLineDrawing({ picture }: { picture: NumberLinePicture }) {
  const { range, rows, mark, variable } = picture
  const toX = (x: number) => SIDE + ((x - range[0]) / (range[1] - range[0])) * (WIDTH - 2 * SIDE)
  const at = mark && `${variable} = ${numberText(mark.x)}`
  const below = ROW * rows.length + 12
  return (
    <>
      {mark && (
        <line class="pic-gap pic-marked" x1={toX(mark.x)} x2={toX(mark.x)} y1={AXIS - 10} y2={below - 8} />
      )}
      {rows.map(({ label, parts }, i) => (
        <g key={i} transform={`translate(0 ${ROW * i})`}>
          <MathText class="pic-label" x={SIDE - 8} y={LABEL} text={shortened(label.join(texts.or), 40)} />
          <line class="pic-axis" x1="2" x2={WIDTH - 2} y1={AXIS} y2={AXIS} />
          {niceTicks(range, 8).map((value) => (
            <g key={value}>
              <line class="pic-axis" x1={toX(value)} x2={toX(value)} y1={AXIS - 3} y2={AXIS + 3} />
              <text class="pic-tick" x={toX(value)} y={AXIS + 17} text-anchor="middle">
                {tickText(value)}
              </text>
            </g>
          ))}
          <g class={`pic-curve pic-drawn-${i}`}>
            {parts.map((part, k) => (
              <Interval key={k} part={part} stroke={STROKES[i] ?? ''} toX={toX} />
            ))}
          </g>
        </g>
      ))}
      {mark && at && (
        <g class="pic-marked">
          {rows.map((_, i) => (
            <Cross key={i} x={toX(mark.x)} y={AXIS + ROW * i} holds={(i === 0) === (mark.is === 'lost')} />
          ))}
          <MathText
            class="pic-value pic-at"
            x={Math.min(WIDTH - 50, Math.max(50, toX(mark.x)))}
            y={below + 6}
            text-anchor="middle"
            text={mark.is === 'lost' ? texts.lostAt(at) : texts.gainedAt(at)}
          />
        </g>
      )}
    </>
  )
}

/** The marked point on one line: a dot where it solves it, a cross where it does not. */
function Cross({ x, y, holds }: { x: number; y: number; holds: boolean }) {
  if (holds) return <circle class="pic-dot pic-second" cx={x} cy={y} r="4.5" />
  return <path class="pic-cross" d={`M${x - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`} />
}

function Interval({ part, stroke, toX }: { part: Part; stroke: string; toX(x: number): number }) {
  const { from, to, closed } = part
  const [x1, x2] = [from === null ? 4 : toX(from), to === null ? WIDTH - 4 : toX(to)]
  const ends = [
    { at: from, x: x1, closed: closed[0] },
    { at: to, x: x2, closed: closed[1] },
  ]
  return (
    <g>
      <line class={`pic-bar ${stroke}`} x1={x1} x2={x2} y1={AXIS} y2={AXIS} />
      {ends.map(({ at, x, closed }, i) =>
        at === null ? (
          <path
            key={i}
            class={`pic-arrow ${stroke}`}
            d={
              i === 0
                ? `M${x + 8} ${AXIS - 6}L${x} ${AXIS}L${x + 8} ${AXIS + 6}`
                : `M${x - 8} ${AXIS - 6}L${x} ${AXIS}L${x - 8} ${AXIS + 6}`
            }
          />
        ) : (
          <circle key={i} class={`pic-end ${stroke}`} data-closed={closed} cx={x} cy={AXIS} r="5" />
        ),
      )}
    </g>
  )
}
