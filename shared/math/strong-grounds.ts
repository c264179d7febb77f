import type { Entry } from './entry.ts'
import { THEN } from './line-words.ts'
import type { Proof, Slip } from './verdict.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words that add nothing to the mathematics beside them, apart from those that draw a conclusion from it. */
const PLAIN_WORDS = set(
  `the a are be solution solutions solve solves roots both original equation in general left right side sides hand
   adding subtracting add subtract dividing divide multiplying multiply expand expanding factor factorise factorize
   simplify check test minimum maximum probe step part times eq line by at for with if let
   der die das den des ist sind lösung lösungen damit ferner gilt ergibt aufgabe teil schritt fe le ve ge addieren subtrahieren mit für`,
)
/** Words that leave out some of the solutions an equation has. */
const CONDITIONS = set(
  `acute obtuse reflex quadrant negative spitz spitzer spitzen stumpf stumpfer stumpfen quadranten negativ`,
)

/** Numbers, signs and brackets only: the one kind of claim that no word beside it turns into another. */
const NUMBERS = /^[\d\s.,+\-−–*·×⋅/÷:^()⁰¹²³⁴-⁹√]+$/
const CALCULATES = /[\d)]\s*[+\-−–*·×⋅/÷:^⁰¹²³⁴-⁹]\s*[\d(√]|[⁰¹²³⁴-⁹]/
const TIMES = /\\(?:cdot|times)(?![a-z])/g
/** 280 km: the unit that a calculation of bare numbers ends with. */
const UNIT = /\s*(?:km\/h|m\/s|[cdkm]?m[²³23]?|[km]?g|[cm]?l|h|min|s)$/
/** "2/3 of those 9 = 6 used", "det(2A) = 40": what stands before the number belongs to it. */
const CARRIED_ON = /(?:\b(?:of|from|von|per|than|als)\s+(?:\p{L}+\s+)?|\p{L}\()$/u

/** n = 10: 110; f(1): 2 */
const LABELLED = /(?:=\s*[-−]?[\d.,/]+|[A-Za-z]\([^()]*\)):(?:\s|\\[ ,;:!]|\\q?quad)/
const ARROW = /→|⇒|⇔|=>|->|\\(?:Right|Left|Leftright)arrow/
/** x − 2 = 0 ⇒ x = 2 */
const SOLVED = /^[^→⇒⇔>]*=[^→⇒⇔>]*(?:→|⇒|⇔|=>)\s*[a-z]\s*=\s*[-−]?[\d./]+\s*$/
/** x = 0 → y = 3: a point of something, and no solution. */
const POINT = /^\s*[a-z]\s*=\s*[-−]?[\d.,/]+\s*(?:→|⇒|=>|->|\\(?:to|Rightarrow))\s*[a-z]\s*=/
/** Currencies beside numbers; the dollars of TeX stand around a whole line. */
const CURRENCY = /\$(?=\s?\d)|[£€₹¥]/g

const TIMES_HUNDRED = /(?:[×·*⋅]|\\times|\\cdot)\s*100(?!\d)/
/** How far apart two values are that mean the same in two units: the parts of hours, days, years, feet and turns. */
const BETWEEN_UNITS = [7, 12, 24, 52, 60, 90, 180, 360, 365, 1440, 3600]

type Finding = {
  entry: Entry
  proof: Proof
  slip: Slip | null
  /** The words of the whole working. */
  words: readonly string[]
}

/**
 * Whether a line that seems not to follow may be called so. A line of mathematics may. Where it is more than that (words,
 * several claims, units on one side alone), how it is meant was guessed: it may only if a known slip makes the very
 * line, or if what is false is so whatever was meant. Asks for one more reason; never finds a line wrong.
 */
export function hasStrongGrounds(line: string, { entry, proof, slip, words }: Finding): boolean {
  const text = line.replaceAll('{,}', ',')
  if (
    LABELLED.test(text) ||
    POINT.test(text) ||
    new Set(text.match(CURRENCY)).size > 1 ||
    isBetweenUnits(text, proof)
  )
    return false
  if (proof.kind === 'solution-lost' && words.some((word) => CONDITIONS.has(word))) return false
  if (isRuledOut(proof, words)) return false
  if (slip) return true
  if (isValueOfName(entry, proof)) return false
  if (isFalseCalculation(text, proof)) return true
  if (entry.words.some(saysMore)) return false
  return !isSeveralClaims(text, entry)
}

/** c², 4d, P(rr), E(X), |AB|: a name for something whose value may be known from a figure or from the exercise. */
const NAME =
  /^[-−]?\d*\s*(?:[a-zA-Zα-ωΑ-Ω]['′]*(?:_?\{?\w+\}?|[₀-₉]+)?(?:\^?\{?[23²³]\}?)?|[A-Za-z]['′]*\s*\([^()]*\)|[A-Z]{2,3}[²³]?)$/u

/** "c²" and then "= 25 + 144": numbers alone after such a name. */
function isValueOfName({ kind, variables }: Entry, { kind: of, at, values: [a] }: Proof): boolean {
  const numbers = kind === 'continuation' && variables.length === 0
  return numbers && of === 'sides-differ' && Object.keys(at).length > 0 && NAME.test(a?.text ?? '')
}

/** "x must be positive": what is not says nothing of the two lines. */
const RULES: readonly (readonly [RegExp, (value: number) => boolean])[] = [
  [/^(?:positiv\p{L}*|nonnegative|natural|natürlich\p{L}*)$/u, (value) => value <= 0],
  [/^negativ\p{L}*$/u, (value) => value >= 0],
  [
    /^(?:whole|integers?|ganze?|ganzzahlig\p{L}*|natural|natürlich\p{L}*)$/u,
    (value) => !Number.isInteger(value),
  ],
]

function isRuledOut({ kind, at }: Proof, words: readonly string[]): boolean {
  const values = Object.entries(at)
  return RULES.some(([said, excludes]) =>
    values.some(
      ([name, value]) =>
        excludes(value) &&
        words.some((word, i) => said.test(word) && (kind.startsWith('solution') || isSaidOf(name, words, i))),
    ),
  )
}

const CONDITION = /^(?:with|for|if|when|where|since|as|mit|für|wenn|falls|wo|wobei|da|weil)$/
const BEING = /^(?:is|being|be|ist|sei)$/

/** "with a negative", "if x is positive", "for negative a": said of the letter, or of one that was read beside the words. */
function isSaidOf(name: string, words: readonly string[], at: number): boolean {
  const before = words[BEING.test(words[at - 1] ?? '') ? at - 2 : at - 1] ?? ''
  return before === name.toLowerCase() || words[at + 1] === name.toLowerCase() || CONDITION.test(before)
}

/** A word that may turn the mathematics beside it into something else. */
export const saysMore = (word: string): boolean => !THEN.has(word) && !PLAIN_WORDS.has(word)

/** 27 / 3 = 8, whatever is counted. */
export function isFalseCalculation(text: string, { kind, values: [a, b] }: Proof): boolean {
  if (kind !== 'false-equality' || !a || !b) return false
  const [left, right] = [a.text, b.text.replace(UNIT, '')].map((side) => side.replace(TIMES, '·').trim())
  if (!left || !right) return false
  if (!NUMBERS.test(left) || !NUMBERS.test(right) || !CALCULATES.test(left)) return false
  return !CARRIED_ON.test(text.slice(0, Math.max(0, text.indexOf(a.text))))
}

/**
 * Per cent or a unit on one side only, and values that differ by no more than what lies between the two: "× 100" and
 * then "= 20 %", 90 · 2 = 3 h.
 */
function isBetweenUnits(text: string, { kind, values: [a, b] }: Proof): boolean {
  if ((kind !== 'false-equality' && kind !== 'sides-differ') || !a || !b || !(a.value * b.value > 0))
    return false
  const ratio = Math.max(a.value / b.value, b.value / a.value)
  const near = (value: number): boolean => ratio > 2 && Math.abs(ratio / value - 1) < 0.01
  const sides = [a.text, b.text]
  const percent = sides.filter((side) => /%|percent|prozent/i.test(side)).length
  if (percent === 1 && sides.some((side) => TIMES_HUNDRED.test(side)) && near(100)) return true
  if (percent === 2 && (near(100) || near(1e4))) return true
  const after = text.slice(text.lastIndexOf(b.text) + b.text.length)
  const units = sides.filter((side) => UNIT.test(side)).length
  const named = units === 1 || (units === 0 && /^\s*\p{L}{3,}/u.test(after))
  return named && [...BETWEEN_UNITS, 10 ** Math.round(Math.log10(ratio))].some(near)
}

/** More than one claim: y = 2x → x = 4; sin θ = 4/5, tan θ = 4/3. Values of one variable are one claim. */
function isSeveralClaims(text: string, { written }: Entry): boolean {
  if (ARROW.test(text)) return !/lim/.test(text) && !text.split(/[;,]/).every((part) => SOLVED.test(part))
  const chains = written.cases.flat()
  const [first, second, third] = written.cases[0] ?? []
  const names = new Set(chains.map(({ sides: [left] }) => left?.text))
  if (names.size <= 1 || !first || !second) return false
  // An equation, and its solution beside it.
  return third !== undefined || written.cases.length > 1 || second.sides[0]?.expression.kind !== 'symbol'
}
