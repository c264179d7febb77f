import type { JSX } from 'preact'
import { shortNumber } from '../../../shared/math/evidence-text.ts'
import { language } from '../messages.ts'
import { notation, written } from '../notation.ts'

interface Props {
  text: string
  class: string
  x: number | string
  y: number | string
  'text-anchor'?: string
}

/** An exponent, a run of letters, or anything else. */
const PIECE = /\^\(([^()]*)\)|\^(−?\w+(?:[.,]\w+)*)|√\((\w+)\)|([A-Za-z]+)|[^A-Za-z^√]+|[\^√]/g

const ABSOLUTE = /\babs\(([^()]*)\)/g

/** A printed expression in a drawing: exponents raised, single letters in italics. */
export function MathText({ text, ...place }: Props) {
  const shown: JSX.Element[] = []
  let raised = false
  for (const [index, match] of [...written(text).replace(ABSOLUTE, '|$1|').matchAll(PIECE)].entries()) {
    const [whole, bracketed, plain, under, letters] = match
    const exponent = bracketed ?? plain
    if (exponent !== undefined) {
      shown.push(
        <tspan key={index} dy="-0.42em" class="pic-exponent">
          {exponent}
        </tspan>,
      )
      raised = true
      continue
    }
    shown.push(
      <tspan
        key={index}
        {...(raised ? { dy: '0.3em' } : {})}
        {...(letters?.length === 1 || under?.match(/^[a-z]$/) ? { class: 'pic-letter' } : {})}
      >
        {under === undefined ? whole : `√${under}`}
      </tspan>,
    )
    raised = false
  }
  return <text {...place}>{shown}</text>
}

/** A number as the person reads it. */
export const numberText = (value: number): string => shortNumber(value, language.value, notation.value)

/** The same where there is little room: three digits do beside a drawing. */
export function valueText(value: number): string {
  const text = numberText(value)
  const exact = /^[−\d.,/]+$/.test(text)
  return exact ? text : `≈ ${tickText(Number(value.toPrecision(3)))}`
}

/** A number on an axis: as a decimal, always. */
export const tickText = (value: number): string => {
  const size = Math.abs(value)
  const digits = size >= 1e6 || (size > 0 && size < 1e-4) ? size.toExponential() : String(size)
  return `${value < 0 ? '−' : ''}${written(digits)}`
}

/** A multiple of π as a person writes it: −π/2, 2π, 0. */
export function radianText(of: number, under: number): string {
  if (of === 0) return '0'
  const divisor = gcd(Math.abs(of), under)
  const [over, below] = [Math.abs(of) / divisor, under / divisor]
  return `${of < 0 ? '−' : ''}${over === 1 ? '' : over}π${below === 1 ? '' : `/${below}`}`
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
