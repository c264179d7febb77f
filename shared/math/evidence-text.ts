import type { Assignment, Proof, SideValue } from './verdict.ts'

/** A number as a person writes it: whole, a short fraction, or up to four significant digits. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return 'undefined'
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  if (Number.isInteger(size)) return sign + (size < 1e15 ? String(size) : size.toPrecision(4))
  for (let under = 2; under <= 20; under++) {
    const over = Math.round(size * under)
    if (over < 1000 && Math.abs(over / under - size) < 1e-12 * size)
      return under === 2 || under === 4 || under === 5 || under === 10 || under === 20 || under === 8
        ? sign + String(over / under)
        : `${sign}${over}/${under}`
  }
  return `about ${sign}${Number(size.toPrecision(4))}`
}

const comesTo = (value: number): string =>
  Number.isFinite(value) ? `is ${shortNumber(value)}` : 'has no value'

function place({ line, side }: SideValue): string {
  return side === 'whole' ? `line ${line + 1}` : `the ${side} side of line ${line + 1}`
}

function point(at: Assignment): string {
  return Object.entries(at)
    .map(([name, value]) => `${name} = ${shortNumber(value).replace('about ', '')}`)
    .join(', ')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The evidence in plain sentences that a person can check by hand. Lines are counted from 1. */
export function evidenceText(proof: Proof): string {
  const where = point(proof.at)
  switch (proof.kind) {
    case 'sides-differ': {
      const [a, b] = proof.values
      const second = a.side === b.side && a.side !== 'whole' ? `of line ${b.line + 1} it` : place(b)
      const text = `${place(a)} ${comesTo(a.value)}, ${second} ${comesTo(b.value)}.`
      return where ? `At ${where} ${text}` : capital(text)
    }
    case 'false-equality': {
      const [a, b] = proof.values
      const text = `${a.text} ${comesTo(a.value)}, but ${b.text} ${comesTo(b.value)}.`
      return where ? `At ${where}, ${text}` : text
    }
    case 'solution-lost':
    case 'solution-gained':
      return solutionText(proof.kind, where, proof.values)
  }
}

function solutionText(
  kind: 'solution-lost' | 'solution-gained',
  where: string,
  values: readonly SideValue[],
): string {
  const first = values[0]?.line ?? 0
  const later = values.find((value) => value.line !== first)?.line ?? first
  const [solves, fails] = kind === 'solution-lost' ? [first, later] : [later, first]
  const sides = values.filter((value) => value.line === fails)
  const [left, right, ...more] = sides
  const detail =
    left && right && more.length === 0
      ? `: its left side ${comesTo(left.value)}, its right side ${comesTo(right.value)}`
      : ''
  return `${where} solves line ${solves + 1} but not line ${fails + 1}${detail}.`
}
