import { catalogueOf } from '../catalogue/catalogue.ts'
import type { Language } from '../catalogue/languages.ts'
import { coordinateSeparator, decimalSign, USUAL_NOTATION } from '../notation.ts'
import type { Assignment, Proof, SideValue } from './verdict.ts'

/** A number as a person writes it: whole, a short fraction, or up to four significant digits. */
export function shortNumber(value: number, language: Language, notation = USUAL_NOTATION): string {
  const { decimal, about, undefined: none } = catalogueOf(language).evidence
  if (!Number.isFinite(value)) return none
  const written = (number: number | string): string =>
    sign + String(number).replace('.', decimalSign(notation, decimal))
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  if (Number.isInteger(size)) return written(size < 1e15 ? size : size.toPrecision(4))
  for (let under = 2; under <= 20; under++) {
    const over = Math.round(size * under)
    if (over < 1000 && Math.abs(over / under - size) < 1e-12 * size)
      return under === 2 || under === 4 || under === 5 || under === 10 || under === 20 || under === 8
        ? written(over / under)
        : `${sign}${over}/${under}`
  }
  return about(written(Number(size.toPrecision(4))))
}

/** The point `x = 1` at which something was tried, as it can be typed in. */
export function pointText(at: Assignment, language: Language, notation = USUAL_NOTATION): string {
  const { about: roughly, decimal } = catalogueOf(language).evidence
  const about = roughly('')
  return Object.entries(at)
    .map(([name, value]) => `${name} = ${shortNumber(value, language, notation).replace(about, '')}`)
    .join(coordinateSeparator(decimalSign(notation, decimal)))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The evidence in plain sentences that a person can check by hand. Lines are counted from 1. */
export function evidenceText(proof: Proof, language: Language, notation = USUAL_NOTATION): string {
  const says = catalogueOf(language).evidence
  const comesTo = (value: number): string =>
    Math.abs(value) === Number.POSITIVE_INFINITY
      ? says.is(value < 0 ? '−∞' : '∞')
      : Number.isFinite(value)
        ? says.is(shortNumber(value, language, notation))
        : says.noValue
  const place = ({ line, side }: SideValue): string =>
    side === 'whole' ? says.whole(line + 1) : says.side[side](line + 1)
  const at = pointText(proof.at, language, notation)
  switch (proof.kind) {
    case 'sides-differ': {
      const [a, b] = proof.values
      const same = a.side === b.side && a.side !== 'whole'
      const one = `${place(a)} ${comesTo(a.value)}`
      const other = `${same ? says.sameSide(b.line + 1) : place(b)} ${comesTo(b.value)}`
      return at ? says.differAt(at, one, other) : capital(says.differ(one, other))
    }
    case 'false-equality': {
      const [a, b] = proof.values
      const one = `${a.text} ${comesTo(a.value)}`
      const other = `${b.text} ${comesTo(b.value)}`
      return at ? says.butAt(at, one, other) : says.but(one, other)
    }
    case 'solution-lost':
    case 'solution-gained': {
      const [solved, failed] = linesOf(proof)
      const [left, right, ...more] = proof.values.filter((value) => value.line === failed)
      const detail =
        left && right && more.length === 0
          ? `: ${says.itsSides(comesTo(left.value), comesTo(right.value))}`
          : ''
      return `${says.solves(at, solved + 1, failed + 1)}${detail}.`
    }
  }
}

/** The line that the point solves, and the one that it does not. */
function linesOf({ kind, values }: Proof): [solved: number, failed: number] {
  const first = values[0]?.line ?? 0
  const later = values.find((value) => value.line !== first)?.line ?? first
  return kind === 'solution-lost' ? [first, later] : [later, first]
}
