import { minuteMessages as texts } from '../messages.ts'
import { ActShape } from './act-shape.tsx'
import type { MinuteDrawing, Stretch } from './draw-minute.ts'

/** CSS pixels. Names stand before their lines, or above them where there is no room for both. */
const NAMES = 98
const VALUES = 42
const NARROW = 240
const NAME_ROW = 14
const VOICE = 16
const ACTS = 18
const BELIEF = 17
const BELIEF_LINE = 13
const AXIS = 15

interface Props {
  drawing: MinuteDrawing
  /** CSS pixels. */
  width: number
}

/** Where a minute of a strip of that width begins and how wide it is, CSS pixels. */
export function plotOf(width: number): { left: number; width: number } {
  const left = width < NARROW ? 0 : NAMES
  return { left, width: Math.max(width - left - VALUES, 1) }
}

export function MinuteStrip({ drawing, width }: Props) {
  const plot = plotOf(width)
  const above = plot.left === 0 ? NAME_ROW : 0
  const voice = above + VOICE
  const acts = above + ACTS
  const belief = above + BELIEF
  const beliefsTop = 2 * voice + acts + 4
  const axis = beliefsTop + drawing.beliefs.length * belief
  const nameAt = (height: number) => (above === 0 ? height / 2 + 4 : NAME_ROW - 3)
  return (
    <svg class="minute-strip" width={width} height={axis + AXIS} role="img" aria-label={texts.title}>
      <g class="minute-grid" transform={`translate(${plot.left} 0)`}>
        {[0, 0.5, 1].map((part) => (
          <line key={part} x1={part * plot.width} x2={part * plot.width} y2={axis} />
        ))}
      </g>
      <Voice name={texts.person} of="person" top={0} {...{ above, plot, drawing }} />
      <Voice name={texts.tutor} of="tutor" top={voice} {...{ above, plot, drawing }} />
      <g transform={`translate(0 ${2 * voice})`}>
        <text y={nameAt(ACTS)}>{texts.acts}</text>
        <g transform={`translate(${plot.left} ${above + ACTS / 2})`}>
          <Ran ran={drawing.ran} />
          {drawing.acts.map(({ x, act }) => (
            <g key={x} transform={`translate(${rounded(x)} 0)`} data-act={act}>
              <ActShape act={act} />
            </g>
          ))}
        </g>
      </g>
      {drawing.beliefs.map(({ name, runs, last }, index) => {
        const lines = runs.map((run) => run.map((step) => ({ ...step, y: (1 - step.share) * BELIEF_LINE })))
        return (
          <g
            key={name}
            class="minute-belief"
            data-belief={name}
            data-held={last > 0.5}
            transform={`translate(0 ${beliefsTop + index * belief})`}
          >
            <text y={nameAt(BELIEF_LINE)}>{texts.beliefs[name]}</text>
            <text class="minute-share" x={width} y={above + BELIEF_LINE / 2 + 4} text-anchor="end">
              {texts.share(last)}
            </text>
            <g transform={`translate(${plot.left} ${above})`}>
              <line class="minute-none" x2={plot.width} y1={BELIEF_LINE} y2={BELIEF_LINE} />
              <path class="minute-area" d={lines.map(areaOf).join('')} />
              <path class="minute-line" d={lines.map(lineOf).join('')} />
            </g>
          </g>
        )
      })}
      <g transform={`translate(${plot.left} ${axis})`}>
        <text y={AXIS - 4}>{texts.secondsAgo(60)}</text>
        <text x={plot.width} y={AXIS - 4} text-anchor="end">
          {texts.now}
        </text>
      </g>
    </svg>
  )
}

interface VoiceProps {
  name: string
  of: 'person' | 'tutor'
  top: number
  /** Height of the row that the name has for itself. */
  above: number
  plot: { left: number }
  drawing: MinuteDrawing
}

function Voice({ name, of, top, above, plot, drawing }: VoiceProps) {
  return (
    <g transform={`translate(0 ${top})`}>
      <text y={above === 0 ? VOICE / 2 + 4 : NAME_ROW - 3}>{name}</text>
      <g transform={`translate(${plot.left} ${above + VOICE / 2})`} data-voice={of}>
        <Ran ran={drawing.ran} />
        {drawing[of].map(({ from, to }) => (
          <rect
            key={from}
            class={`minute-${of}`}
            x={rounded(from)}
            y={-4}
            width={rounded(to - from)}
            height={8}
          />
        ))}
      </g>
    </g>
  )
}

/** A thin line wherever micro-turns ran. */
function Ran({ ran }: { ran: readonly Stretch[] }) {
  return (
    <path class="minute-ran" d={ran.map(({ from, to }) => `M${rounded(from)} 0H${rounded(to)}`).join('')} />
  )
}

type Line = readonly (Stretch & { y: number })[]

const stepsOf = (line: Line) => line.map(({ y, to }) => `V${rounded(y)}H${rounded(to)}`).join('')
const lineOf = (line: Line) => `M${rounded(line[0]?.from ?? 0)} ${rounded(line[0]?.y ?? 0)}${stepsOf(line)}`
const areaOf = (line: Line) =>
  `M${rounded(line[0]?.from ?? 0)} ${BELIEF_LINE}${stepsOf(line)}V${BELIEF_LINE}Z`

const rounded = (value: number) => Math.round(value * 100) / 100
