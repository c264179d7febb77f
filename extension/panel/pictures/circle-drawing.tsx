import type { CirclePicture } from '../../../shared/math/pictures/picture.ts'
import { pictureMessages as texts } from '../messages.ts'
import { written } from '../notation.ts'
import { LEGEND_ROW, Legend, STROKES, WIDTH } from './legend.tsx'
import { MathText, numberText } from './math-text.tsx'

const TOP = LEGEND_ROW * 2 + 8
const RADIUS = 78
/** The circle and what may stand beside it, from its middle. */
const REACH = 132
const ARC = 26

export const CIRCLE_HEIGHT = TOP + 2 * (RADIUS + 22)

/** An angle on the unit circle, its sine, cosine or tangent drawn, and dashed the value that the line gives it. */
export function CircleDrawing({ picture }: { picture: CirclePicture }) {
  const { angle, angleLabel, value, claimed, claimedLabel } = picture
  const middle = { x: WIDTH / 2, y: TOP + RADIUS + 22 }
  const toX = (x: number) => middle.x + x * RADIUS
  const toY = (y: number) => middle.y - y * RADIUS
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  const name = `${picture.function}(${angleLabel})`
  const half = angle / 2
  const labelAt = Math.abs(angle) > 0.35 ? ARC + 12 : ARC + 24
  return (
    <>
      <Legend labels={[`${name} = ${numberText(value)}`, texts.yours(withValue(claimedLabel, claimed))]} />
      <line class="pic-axis" x1={middle.x - REACH} x2={middle.x + REACH} y1={middle.y} y2={middle.y} />
      <line
        class="pic-axis"
        x1={middle.x}
        x2={middle.x}
        y1={middle.y - RADIUS - 18}
        y2={middle.y + RADIUS + 18}
      />
      <circle class="pic-circle" cx={middle.x} cy={middle.y} r={RADIUS} />
      <text class="pic-tick" x={toX(1) + 4} y={middle.y + 13}>
        1
      </text>
      <text class="pic-tick" x={middle.x + 5} y={toY(1) - 5}>
        1
      </text>
      <line class="pic-radius" x1={middle.x} y1={middle.y} x2={toX(x)} y2={toY(y)} />
      <path class="pic-arc" d={arcTo(angle, middle)} />
      <MathText
        class="pic-value"
        x={middle.x + labelAt * Math.cos(half)}
        y={middle.y - labelAt * Math.sin(half) + 4}
        text-anchor={Math.cos(half) > -0.2 ? 'start' : 'end'}
        text={angleLabel}
      />
      <Shown picture={picture} toX={toX} toY={toY} value={value} nth={0} />
      <Shown picture={picture} toX={toX} toY={toY} value={claimed} nth={1} />
      <circle class="pic-dot pic-first" cx={toX(x)} cy={toY(y)} r="4" />
    </>
  )
}

interface ShownProps {
  picture: CirclePicture
  toX(x: number): number
  toY(y: number): number
  value: number
  nth: 0 | 1
}

/** What has the value: the height above the axis, the way along it, or the way up the tangent. */
function Shown({ picture, toX, toY, value, nth }: ShownProps) {
  const stroke = `pic-stroke pic-drawn-${nth} ${STROKES[nth]}`
  const [x, y] = [Math.cos(picture.angle), Math.sin(picture.angle)]
  switch (picture.function) {
    case 'sin':
      if (nth === 0) return <line class={stroke} x1={toX(x)} x2={toX(x)} y1={toY(0)} y2={toY(value)} />
      return <line class={stroke} x1={toX(-1.25)} x2={toX(1.25)} y1={toY(value)} y2={toY(value)} />
    case 'cos':
      if (nth === 0) return <line class={stroke} x1={toX(0)} x2={toX(value)} y1={toY(0)} y2={toY(0)} />
      return <line class={stroke} x1={toX(value)} x2={toX(value)} y1={toY(-1.15)} y2={toY(1.15)} />
    case 'tan':
      return (
        <g>
          {nth === 0 && <line class="pic-radius" x1={toX(x)} y1={toY(y)} x2={toX(1)} y2={toY(value)} />}
          <line
            class={stroke}
            x1={toX(1 + nth * 0.08)}
            x2={toX(1 + nth * 0.08)}
            y1={toY(0)}
            y2={toY(value)}
          />
        </g>
      )
  }
}

/** √3/2 also as a decimal, to be found on the axis. */
const withValue = (label: string, value: number): string =>
  written(label) === numberText(value) ? label : `${label} (${numberText(value)})`

/** From the right to the angle, against the clock; more than a turn is drawn as one. */
function arcTo(angle: number, { x, y }: { x: number; y: number }): string {
  const turn = 2 * Math.PI - 0.001
  const drawn = Math.max(-turn, Math.min(turn, angle))
  const large = Math.abs(drawn) > Math.PI ? 1 : 0
  return `M${x + ARC} ${y}A${ARC} ${ARC} 0 ${large} ${drawn > 0 ? 0 : 1} ${x + ARC * Math.cos(drawn)} ${y - ARC * Math.sin(drawn)}`
}
