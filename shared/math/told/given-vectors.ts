import {
  type Claim,
  chainName,
  claimOf,
  type Found,
  falseSide,
  found,
  sideOf,
  type ToldLine,
} from './given-line.ts'

type Vector = readonly number[]
type Known = { name: string; at: Vector; line: number }

const PART = '[^()|;,{}=]+'
const TUPLE = String.raw`\(\s*${PART}(?:\s*[|;,]\s*${PART}){1,2}\s*\)`
const ALL_NAMED = new RegExp(
  String.raw`(?<![\p{L}·×+\-−|])([a-zA-Z])\s*(?:→|\u20d7)?\s*(=?)\s*(${TUPLE})(?!\s*[·×+\-−*/(^])`,
  'gu',
)
const ALONE = new RegExp(String.raw`^(${TUPLE})\s*(·|×|\*|\.|∘|•|x|\+|-|−)\s*(${TUPLE})$`, 'u')
const MIDPOINT = /\b(?:mid-?point|mittelpunkt|mitte)\b/iu
const DISTANCE = /\b(?:distance|abstand|entfernung)\b/iu
const UNIT = /\b(?:unit vector|einheitsvektor|normalised|normalized|normiert\p{L}*)(?!\p{L})/iu

/** (1 | 2 | 3) for a column of LaTeX; a product with \times keeps its cross. */
const plainVectors = ({ text, plain }: ToldLine): string => {
  if (!/matrix|\\times|\\binom/.test(text)) return plain
  const columns = text
    .replace(
      /\\begin\{[pb]?matrix\}(.*?)\\end\{[pb]?matrix\}/g,
      (_, rows: string) => `(${rows.split(/\\\\(?:\[[^\]]*\])?/).join(' | ')})`,
    )
    .replace(/\\times(?![a-z])/g, '×')
    .replace(/\\cdot(?![a-z])/g, '·')
    .replace(/\\(?:vec|overrightarrow|mathbf)\s*\{?\s*([A-Za-z]{1,2})\s*\}?/g, '$1')
  return columns
    .replace(/\\[,;!: ]|\$|\\q?quad|\\left|\\right/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The components of "(1, −2)", "(2 + 3 | 4)"; null where one of them is no number. */
function vectorOf(tuple: string): Vector | null {
  const inner = tuple.trim().slice(1, -1)
  const parts = /[|;]/.test(inner)
    ? inner.split(/[|;]/)
    : /\d,\d/.test(inner)
      ? inner.split(/,(?:\s+)/)
      : inner.split(',')
  const plain = parts.length < 2 ? inner.split(',') : parts
  const values = plain.map((part) => sideOf(part).values[0])
  const known = values.filter((value) => value !== undefined)
  return known.length === plain.length && known.length > 1 ? known : null
}

const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0)
const size = (a: Vector): number => Math.hypot(...a)
const cross = (a: Vector, b: Vector): Vector | null => {
  const [x = 0, y = 0, z = 0] = a
  const [u = 0, v = 0, w = 0] = b
  return a.length === 3 && b.length === 3 ? [y * w - z * v, z * u - x * w, x * v - y * u] : null
}

/** Scalar products, cross products, lengths, angles, midpoints and distances of vectors and points that were given. */
export function falseVector(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const line = { ...here, plain: plainVectors(here).replace(/^M\s*(?=\()/u, 'M = ') }
  const told = above.map((one) => ({ ...one, plain: plainVectors(one) }))
  const claim = claimOf(line)
  const known = given([...told, line])
  if (!claim || known === null) return null
  const words = told.map(({ plain }) => plain).join(' ')
  const name = chainName(claim, told)
    .replace(/^.*?[:,]\s+/u, '')
    .replace(/\s|→|\u20d7/gu, '')
  return (
    ofPair(line, told.at(-1)) ??
    ofNames(line, claim, name, known) ??
    ofAngle(line, claim, name, known, words) ??
    ofWords(line, claim, name, known, words)
  )
}

/** Vectors and points of the lines above; null where a name was given twice. */
function given(lines: readonly ToldLine[]): readonly Known[] | null {
  const known: Known[] = []
  for (const { plain, line } of lines.slice(0, -1))
    for (const [, name = '', , tuple = ''] of plain.matchAll(ALL_NAMED)) {
      const at = vectorOf(tuple)
      if (!at) continue
      if (known.some((one) => one.name === name && one.at.join() !== at.join())) return null
      known.push({ name, at, line })
    }
  return known.filter((one, i) => known.findIndex(({ name }) => name === one.name) === i)
}

/** The value of a side that is a vector, or a number times one. */
function sideVector(text: string): Vector | null {
  const [, factor = '', tuple = ''] =
    new RegExp(`^(.*?)[·*]?\\s*(${TUPLE})(?:\\s*/\\s*(\\d+))?\\s*[.✓]?$`, 'u').exec(text.trim()) ?? []
  const divided = /\)\s*\/\s*(\d+)\s*[.✓]?$/.exec(text.trim())?.[1]
  const at = vectorOf(tuple)
  const scale = factor.trim() === '' ? 1 : sideOf(factor).values[0]
  return at && scale !== undefined ? at.map((value) => (value * scale) / Number(divided ?? 1)) : null
}

/** Every side that is a vector is compared; a number where a vector is asked for, and the other way round, is wrong too. */
function falseVectorSide(here: ToldLine, from: number, name: string, expected: Vector): Found | null {
  for (const side of here.plain.split('=').slice(here.plain.startsWith('=') ? 1 : 0)) {
    const at = sideVector(side)
    if (!at) continue
    const i = expected.findIndex((value, k) => !close(value, at[k] ?? Number.NaN, side))
    if (at.length === expected.length && i < 0) continue
    const which = at.length === expected.length ? i : 0
    return found(here, from, `${name} [${which + 1}]`, expected[which] ?? Number.NaN, {
      text: side.trim(),
      values: [at[which] ?? Number.NaN],
    })
  }
  return null
}

/** Decimals may be rounded. */
const close = (a: number, b: number, text: string): boolean =>
  Math.abs(a - b) <= (/\d[.,]\d/.test(text) ? 0.02 : 1e-9) * Math.max(1, Math.abs(a))

/** "= (8, 15)" for a scalar product, "= 7" for one that is something else. */
function falseNumber(
  here: ToldLine,
  claim: Claim,
  from: number,
  name: string,
  expected: number,
): Found | null {
  const last = here.plain.split('=').at(-1)?.trim() ?? ''
  if (new RegExp(`^${TUPLE}$`, 'u').test(last) && vectorOf(last))
    return found(here, from, name, expected, { text: last, values: [Number.NaN] })
  const written = falseSide(claim, expected)
  return written && found(here, from, name, expected, written)
}

/** "(2, 3) · (4, 5)" alone on the line before. */
function ofPair(here: ToldLine, before: ToldLine | undefined): Found | null {
  const claim = claimOf(here)
  const [, one = '', sign = '', other = ''] = ALONE.exec(before?.plain ?? '') ?? []
  const [a, b] = [vectorOf(one), vectorOf(other)]
  if (!before || !claim || claim.name !== '' || !a || !b || a.length !== b.length) return null
  if (sign === '×' || sign === 'x') {
    const product = cross(a, b)
    return product && falseVectorSide(here, before.line, before.plain, product)
  }
  if (/[+\-−]/.test(sign)) return null
  return falseNumber(here, claim, before.line, before.plain, dot(a, b))
}

const PRODUCT = /^([a-zA-Z])(·|\.|\*|∘|•|×)([a-zA-Z])$/
const LENGTH = /^(?:\||‖|\|\|)([a-zA-Z])(?:\||‖|\|\|)$/

function ofNames(here: ToldLine, claim: Claim, name: string, known: readonly Known[]): Found | null {
  const [, a, sign, b] = PRODUCT.exec(name) ?? []
  const [one, other] = [a, b].map((each) => known.find((vector) => vector.name === each))
  if (one && other && one.at.length === other.at.length) {
    if (sign !== '×') return falseNumber(here, claim, one.line, name, dot(one.at, other.at))
    const product = cross(one.at, other.at)
    return product && falseVectorSide(here, one.line, name, product)
  }
  const long = known.find((vector) => vector.name === LENGTH.exec(name)?.[1])
  return long ? falseNumber(here, claim, long.line, name, size(long.at)) : null
}

const ANGLE = /^(?:cos|\\cos)\s*\(?\s*(?:[φθαβγϕ]|\\(?:varphi|phi|theta|alpha|gamma)|∠\(?a,b\)?)\s*\)?$/u

/** Two vectors and the cosine between them. */
function ofAngle(
  here: ToldLine,
  claim: Claim,
  name: string,
  known: readonly Known[],
  words: string,
): Found | null {
  const [a, b, more] = known.filter(({ name: each }) => /[a-z]/.test(each))
  if (!ANGLE.test(name) || !a || !b || more || a.at.length !== b.at.length) return null
  if (/acute|spitz|plane|ebene|line|gerade/iu.test(words)) return null
  const expected = dot(a.at, b.at) / (size(a.at) * size(b.at))
  return falseNumber(here, claim, a.line, name, expected)
}

const BARE = new RegExp(TUPLE, 'gu')

/** "Midpoint of (2, 4) and (6, 0)", "distance from A to B", "unit vector of v". */
function ofWords(
  here: ToldLine,
  claim: Claim,
  name: string,
  known: readonly Known[],
  words: string,
): Found | null {
  const story = words.replace(/=\s*\([^()]*\)/g, (found) => found)
  const all = [...story.matchAll(BARE)].map(([tuple]) => vectorOf(tuple)).filter((at) => at !== null)
  const [a, b, more] = all
  const spoken = `${words} ${here.plain}`
  const from = known[0]?.line ?? 0
  const unit = UNIT.test(here.plain) || /^(?:e|u|[a-z]_0|[a-z]⁰|\\hat\{?[a-z]\}?)$/u.test(name)
  const only = known.filter(({ name: each }) => /[a-z]/.test(each))
  if (UNIT.test(spoken) && unit && only.length === 1 && only[0]) {
    const { at } = only[0]
    return falseVectorSide(
      here,
      from,
      'v/|v|',
      at.map((value) => value / size(at)),
    )
  }
  if (!a || !b || more || a.length !== b.length) return null
  const midpoint =
    MIDPOINT.test(words) || (MIDPOINT.test(here.plain) && /^M|midpoint|mittelpunkt/iu.test(name))
  if (
    midpoint &&
    !/circle|kreis|sphere|kugel/iu.test(spoken) &&
    (/^(?:M|m)(?:_?\{?[A-Z]{2}\}?)?$|mid-?point|mittelpunkt/iu.test(name) ||
      new RegExp(`${TUPLE}\\s*$`, 'u').test(claim.sides.at(-1)?.text ?? '') ||
      sideVector(here.plain.split('=').at(-1) ?? ''))
  )
    return falseVectorSide(
      here,
      from,
      'M',
      a.map((value, i) => (value + (b[i] ?? 0)) / 2),
    )
  const far = DISTANCE.test(words) && /^(?:d|d\([A-Z],[A-Z]\)|distance|abstand|√.*|\\sqrt.*|)$/iu.test(name)
  if (!far || MIDPOINT.test(words)) return null
  const length = Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)))
  const root = name.startsWith('√') || name.startsWith('\\sqrt') ? [sideOf(name)] : []
  const written = root.find(
    ({ values }) => values.length > 0 && values.every((value) => Math.abs(value - length) > 1e-9 * length),
  )
  if (written) return found(here, from, 'd', length, written)
  return falseNumber(here, claim, from, 'd', length)
}
