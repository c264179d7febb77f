import {
  claimOf,
  type Found,
  falseSide,
  found,
  NUMBER,
  numberOf,
  sideOf,
  type ToldLine,
} from './given-line.ts'

type Point = { name: string; at: readonly number[]; line: number }

const TUPLE = `\\(\\s*(${NUMBER})\\s*[|;,]\\s*(${NUMBER})(?:\\s*[|;,]\\s*(${NUMBER}))?\\s*\\)`
const NAMED = new RegExp(`(?<![A-Za-z])([A-Z])\\s*(?:=\\s*)?${TUPLE}`, 'g')
const THROUGH = new RegExp(
  `(?:through|durch|between|joining|from)[^()]{0,20}${TUPLE}[^()]{0,12}${TUPLE}`,
  'i',
)
const SLOPE = /^(?:m|slope|gradient|Steigung|the (?:slope|gradient)|die Steigung)$/i

const OTHER_LINE = /perpendicular|normal|orthogonal|senkrecht|parallel|inverse|umkehr/i

/** The slope of the line through two points, the vector between two named points and its length. */
export function falseByPoints(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  if (!claim) return null
  const points = above.flatMap(named)
  const between = /^\|?\s*([A-Z])([A-Z])(?:\s*(?:→|⃗))?\s*\|?$/.exec(claim.name)
  if (between?.[1] && between[2]) return falseBetween(here, between[1], between[2], points)
  if (!SLOPE.test(claim.name) || [here, ...above].some(({ plain }) => OTHER_LINE.test(plain))) return null
  const pair = through(above) ?? (points.length === 2 ? points : null)
  const [a, b] = pair ?? []
  if (!a || !b || a.at.length !== 2 || b.at.length !== 2) return null
  const [x, y] = [(b.at[0] ?? 0) - (a.at[0] ?? 0), (b.at[1] ?? 0) - (a.at[1] ?? 0)]
  const written = x === 0 ? null : falseSide(claim, y / x)
  return written && found(here, a.line, claim.name, y / x, written)
}

function named({ plain, line }: ToldLine): Point[] {
  return [...plain.matchAll(NAMED)].map(([, name = '', ...at]) => ({ name, at: numbers(at), line }))
}

function through(above: readonly ToldLine[]): Point[] | null {
  const source = above.findLast(({ plain }) => THROUGH.test(plain))
  const [, ...at] = (source && THROUGH.exec(source.plain)) ?? []
  if (!source) return null
  const { line } = source
  return [at.slice(0, 3), at.slice(3, 6)].map((own) => ({ name: '', at: numbers(own), line }))
}

const numbers = (at: readonly (string | undefined)[]): number[] =>
  at.flatMap((text) => (text === undefined ? [] : [numberOf(text)]))

function falseBetween(here: ToldLine, from: string, to: string, points: readonly Point[]): Found | null {
  const [a, b] = [from, to].map((name) => points.filter((point) => point.name === name))
  const [start, more] = a ?? []
  const [end, another] = b ?? []
  if (!start || !end || more || another || start.at.length !== end.at.length) return null
  const difference = end.at.map((value, i) => value - (start.at[i] ?? 0))
  const claim = claimOf(here)
  if (!claim) return null
  if (claim.name.startsWith('|')) {
    const length = Math.hypot(...difference)
    const written = falseSide(claim, length)
    return written && found(here, start.line, claim.name, length, written)
  }
  return falseComponents(here, start.line, claim.name, difference)
}

/** What is said of AC in "AB = (−1; 2), AC = (2; 0)". */
const ownPart = (plain: string, name: string): string =>
  plain.slice(plain.lastIndexOf(name)).split(/[,;]\s*(?:\||[A-Z]{2}\b)/)[0] ?? ''

/** AB = (2 − 7 | 5 − 1): every bracket of the line, component by component. */
function falseComponents(
  here: ToldLine,
  from: number,
  name: string,
  expected: readonly number[],
): Found | null {
  for (const [, inner = ''] of ownPart(here.plain, name).matchAll(/\(([^()]*[|;,][^()]*)\)/g)) {
    const parts = inner.includes('|')
      ? inner.split('|')
      : inner.includes(';')
        ? inner.split(';')
        : inner.split(/,\s+/)
    if (parts.length !== expected.length) return null
    for (const [i, part] of parts.entries()) {
      const side = sideOf(part)
      const should = expected[i] ?? 0
      if (side.values.length === 0) return null
      if (!side.values.some((value) => Math.abs(value - should) < 1e-9))
        return found(here, from, `${name} [${i + 1}]`, should, side)
    }
  }
  return null
}
