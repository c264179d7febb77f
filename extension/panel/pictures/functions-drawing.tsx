import { degreeTicks, niceTicks, radianTicks } from '../../../shared/math/pictures/nice-ticks.ts'
import type { FunctionsPicture, Point, Range } from '../../../shared/math/pictures/picture.ts'
import { pictureMessages as texts } from '../messages.ts'
import { LEGEND_ROW, Legend, STROKES, WIDTH } from './legend.tsx'
import { MathText, numberText, radianText, tickText, valueText } from './math-text.tsx'

const LEFT = 34
const RIGHT = 8
const HEIGHT = 190
const BELOW = 24
/** A gap is labelled in its middle where it is at least this high. */
const ROOMY = 44

export const functionsHeight = (picture: FunctionsPicture): number =>
  LEGEND_ROW * picture.curves.length + 8 + HEIGHT + BELOW

/** Curves on a grid, what differs marked. */
export function FunctionsDrawing({ picture }: { picture: FunctionsPicture }) {
  const { view, curves, gap, meets, variable } = picture
  const top = LEGEND_ROW * curves.length + 8
  const width = WIDTH - LEFT - RIGHT
  const toX = (x: number) => LEFT + ((x - view.x[0]) / (view.x[1] - view.x[0])) * width
  const toY = (y: number) => top + ((view.y[1] - y) / (view.y[1] - view.y[0])) * HEIGHT
  return (
    <>
      <Legend labels={curves.map(({ label }) => label)} />
      <Grid picture={picture} toX={toX} toY={toY} top={top} />
      <svg
        x={LEFT}
        y={top}
        width={width}
        height={HEIGHT}
        viewBox={`${LEFT} ${top} ${width} ${HEIGHT}`}
        overflow="hidden"
        role="presentation"
      >
        {curves.map(({ pieces }, i) => (
          <g key={i} class={`pic-curve pic-drawn-${i}`}>
            {pieces.map((piece, k) => (
              <path
                key={k}
                data-piece
                class={`pic-stroke ${STROKES[i] ?? ''}`}
                d={pathOf(piece.map(([x, y]) => [toX(x), toY(y)] as const))}
              />
            ))}
          </g>
        ))}
      </svg>
      {gap && <Gap gap={gap} variable={variable} axis={picture.axis} top={top} toX={toX} toY={toY} />}
      {meets && (
        <Meeting
          meets={meets}
          label={texts.lostAt(pointText(variable, meets[0], picture.axis))}
          toX={toX}
          toY={toY}
        />
      )}
    </>
  )
}

interface Scales {
  toX(x: number): number
  toY(y: number): number
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100)
const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('')

function ticksOf({ axis, view }: FunctionsPicture): { value: number; text: string }[] {
  if (axis === 'radians')
    return radianTicks(view.x, 6).map(({ value, of, under }) => ({ value, text: radianText(of, under) }))
  if (axis === 'degrees')
    return degreeTicks(view.x, 6).map((value) => ({ value, text: `${tickText(value)}°` }))
  return niceTicks(view.x, 9).map((value) => ({ value, text: tickText(value) }))
}

function Grid({ picture, toX, toY, top }: Scales & { picture: FunctionsPicture; top: number }) {
  const { view, variable } = picture
  const across = ticksOf(picture)
  const up = niceTicks(view.y, 7)
  const bottom = top + HEIGHT
  const end = WIDTH - RIGHT
  const within = ([from, to]: Range) => from <= 0 && to >= 0
  return (
    <g>
      {across.map(({ value, text }) => (
        <g key={text}>
          <line class="pic-grid" x1={toX(value)} x2={toX(value)} y1={top} y2={bottom} />
          <text class="pic-tick" x={toX(value)} y={bottom + 14} text-anchor="middle">
            {toX(value) > end - 22 ? '' : text}
          </text>
        </g>
      ))}
      {up.map((value) => (
        <g key={value}>
          <line class="pic-grid" x1={LEFT} x2={end} y1={toY(value)} y2={toY(value)} />
          <text class="pic-tick" x={LEFT - 5} y={toY(value) + 4} text-anchor="end">
            {tickText(value)}
          </text>
        </g>
      ))}
      {within(view.y) && <line class="pic-axis" x1={LEFT} x2={end} y1={toY(0)} y2={toY(0)} />}
      {within(view.x) && <line class="pic-axis" x1={toX(0)} x2={toX(0)} y1={top} y2={bottom} />}
      <MathText class="pic-tick" x={end} y={bottom + 14} text-anchor="end" text={variable} />
    </g>
  )
}

const pointText = (variable: string, x: number, axis: FunctionsPicture['axis']): string =>
  `${variable} = ${numberText(x)}${axis === 'degrees' ? '°' : ''}`

/** The vertical distance between two curves, with the value of each at its end. */
function Gap({
  gap,
  variable,
  axis,
  top,
  toX,
  toY,
}: Scales & {
  gap: { x: number; from: number; to: number }
  variable: string
  axis: FunctionsPicture['axis']
  top: number
}) {
  const x = toX(gap.x)
  const ends = [gap.from, gap.to].map((value, i) => ({
    y: toY(value),
    text: valueText(value),
    stroke: STROKES[i] ?? '',
  }))
  const [high = 0, low = 0] = ends.map(({ y }) => y).sort((a, b) => a - b)
  const left = x > WIDTH * 0.62
  const beside = left ? x - 9 : x + 9
  const anchor = left ? 'end' : 'start'
  const roomy = low - high >= ROOMY
  const at = pointText(variable, gap.x, axis)
  return (
    <g class="pic-marked">
      <line class="pic-gap" x1={x} x2={x} y1={high} y2={low} />
      {ends.map(({ y, text, stroke }) => (
        <g key={stroke}>
          <circle class={`pic-dot ${stroke}`} cx={x} cy={y} r="4" />
          <text class="pic-value" x={beside} y={y === high ? y - 4 : y + 13} text-anchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      <MathText
        class="pic-value pic-at"
        x={roomy ? beside : x}
        y={roomy ? (high + low) / 2 + 4 : high - top > 30 ? high - 18 : low + 28}
        text-anchor={roomy ? anchor : 'middle'}
        text={at}
      />
    </g>
  )
}

/** A point in which two curves meet, ringed. */
function Meeting({ meets: [x, y], label, toX, toY }: Scales & { meets: Point; label: string }) {
  const left = toX(x) > WIDTH * 0.62
  return (
    <g class="pic-marked">
      <circle class="pic-dot pic-first" cx={toX(x)} cy={toY(y)} r="3.5" />
      <circle class="pic-ring" cx={toX(x)} cy={toY(y)} r="9" />
      <MathText
        class="pic-value pic-at"
        x={toX(x) + (left ? -14 : 14)}
        y={toY(y) - 12}
        text-anchor={left ? 'end' : 'start'}
        text={label}
      />
    </g>
  )
}
