import { claimOf, type Found, found, NUMBER, numberOf, type ToldLine } from './given-line.ts'

/** Each unit with what it measures and its size; areas and volumes by the power of their length. */
const UNITS: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  mm: ['length', 0.001],
  cm: ['length', 0.01],
  dm: ['length', 0.1],
  m: ['length', 1],
  km: ['length', 1000],
  'mm²': ['area', 1e-6],
  'cm²': ['area', 1e-4],
  'dm²': ['area', 0.01],
  'm²': ['area', 1],
  'km²': ['area', 1e6],
  a: ['area', 100],
  ha: ['area', 10_000],
  'mm³': ['volume', 1e-9],
  'cm³': ['volume', 1e-6],
  'dm³': ['volume', 0.001],
  'm³': ['volume', 1],
  ml: ['volume', 1e-6],
  cl: ['volume', 1e-5],
  dl: ['volume', 1e-4],
  l: ['volume', 0.001],
  L: ['volume', 0.001],
  hl: ['volume', 0.1],
  mg: ['mass', 1e-6],
  g: ['mass', 0.001],
  kg: ['mass', 1],
  t: ['mass', 1000],
  s: ['time', 1],
  min: ['time', 60],
  h: ['time', 3600],
  'km/h': ['speed', 1 / 3.6],
  'm/s': ['speed', 1],
  'm/min': ['speed', 1 / 60],
  'km/min': ['speed', 1000 / 60],
}
const NAMES = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace('/', '\\s?/\\s?'))
  .join('|')
const END = '(?![\\p{L}²³/\\d^])'
const QUANTITY = `(${NUMBER})\\s*(${NAMES})${END}`

const squared = (plain: string): string =>
  plain
    .replace(/\^\s*\{?2\}?/g, '²')
    .replace(/\^\s*\{?3\}?/g, '³')
    .replace(/\s*([²³])/g, '$1')

/** A quantity that is said again in another unit: "A = 6 m²" and "A = 600 cm²", "0,3 m³ = 30 l". */
export function falseQuantity(here: ToldLine, above: readonly ToldLine[]): Found | null {
  return falseEquality(here) ?? falseRestated(here, above) ?? falseHours(here, above)
}

const isUnit = (name: string): readonly [string, number] | undefined => UNITS[name.replace(/\s/g, '')]

function falseEquality(here: ToldLine): Found | null {
  const plain = squared(here.plain)
  for (const [, a = '', from = '', b = '', to = ''] of plain.matchAll(
    new RegExp(`(?<![\\d.,·*+/÷−-]\\s?|\\p{L}\\s?)${QUANTITY}\\s*=\\s*${QUANTITY}(?!\\s*[·*+/÷−\\d-])`, 'gu'),
  )) {
    const claim = compared(here, here.line, [a, from], [b, to], false)
    if (claim) return claim
  }
  return null
}

/** `a` of one unit and `b` of another that are to be the same; null where they are, or measure different things. */
function compared(
  here: ToldLine,
  source: number,
  [a, from]: readonly [string, string],
  [b, to]: readonly [string, string],
  roughly: boolean,
): Found | null {
  const [one, other] = [isUnit(from), isUnit(to)]
  if (!one || !other || one[0] !== other[0] || from === to) return null
  const expected = (numberOf(a) * one[1]) / other[1]
  const decimals = /[.,](\d+)/.exec(b)?.[1]?.length ?? 0
  const error =
    roughly || decimals > 0
      ? Math.max(0.01 * Math.abs(expected), 1.01 * 10 ** -decimals)
      : 1e-6 * Math.abs(expected)
  // 1.234 may be a thousand and more.
  const grouped = (text: string): number => Number(text.replace(/[.,\s]/g, ''))
  const values = [numberOf(b), grouped(b)]
  const meant = /^\d{1,3}(?:[.,]\d{3})+$/.test(a) ? [expected, (grouped(a) * one[1]) / other[1]] : [expected]
  if (values.some((value) => meant.some((size) => Math.abs(value - size) <= error))) return null
  return found(here, source, `${a} ${from} [${to}]`, expected, { text: `${b} ${to}`, values: [numberOf(b)] })
}

/** A = 6 m² right before A = 600 cm². */
function falseRestated(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const stated = new RegExp(`^([A-Za-z]\\w*|the \\w+|die \\w+|der \\w+)\\s*=\\s*${QUANTITY}$`, 'u')
  const before = above.at(-1)
  const [, name, a = '', from = ''] =
    (before && new RegExp(`([A-Za-z]\\w*)\\s*=[^,;]*?${QUANTITY}$`, 'u').exec(squared(before.plain))) ?? []
  const [, again, b = '', to = ''] = stated.exec(squared(here.plain)) ?? []
  if (!before || name === undefined || name !== again) return null
  return compared(here, before.line, [a, from], [b, to], false)
}

/** 1 h 15 min is 1.25 h, not 1.15 h. */
function falseHours(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const source = above.findLast(({ plain }) => /\b\d+\s*h\s*\d+\s*min\b/.test(plain))
  const [, hours = '', minutes = ''] = (source && /\b(\d+)\s*h\s*(\d+)\s*min\b/.exec(source.plain)) ?? []
  const taken = new RegExp(`(?<![\\d.,])${hours}[.,]${minutes.padStart(2, '0')}(?!\\d)`).exec(here.plain)?.[0]
  const claim = claimOf(here)
  const expected = Number(hours) + Number(minutes) / 60
  if (!source || taken === undefined || !claim || Number(minutes) === 0) return null
  return found(here, source.line, `${hours} h ${minutes} min [h]`, expected, {
    text: taken,
    values: [numberOf(taken)],
  })
}
