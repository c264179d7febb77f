import { bothWithoutConstant, dependsOnDomain, isComplex, sameFamily, surelyDiffer } from './answer-domain.ts'
import { assignments, withoutName } from './answer-names.ts'
import { setOf } from './answer-set.ts'
import { currencies, inSigns, isDecimal, isOpen, isTwofold } from './answer-text.ts'
import { LINE_WORK, within } from './budget.ts'
import { proportional } from './changed-side.ts'
import type { Comparison } from './compare-expressions.ts'
import { compareClaimed } from './compare-sides.ts'
import { compareEquations, compareFormulas, compareInequalities, variablesIn } from './compare-statements.ts'
import { resolve } from './differentiate.ts'
import { hasAngles, inDegrees, kindOf } from './entry.ts'
import { number, symbol, variablesOf } from './expression.ts'
import { byComponents } from './matrix.ts'
import { parseAnswerList } from './parse-answer-list.ts'
import { PLAIN_READING, parseLine, type Reading } from './parse-line.ts'
import { claimOf } from './parse-membership.ts'
import { withoutPlusMinus } from './plus-minus.ts'
import { differProof, sideValue } from './proof.ts'
import { contains, differingPoint, type RealSet } from './real-set.ts'
import { solutionsOf } from './solutions.ts'
import { asExpression, mapSides, type Side, type Statement, sidesOf } from './statement.ts'
import { mayHavePointGroups } from './tokenize.ts'
import { areQuantities, compareQuantities, isQuantity } from './units.ts'
import type { Proof } from './verdict.ts'

export type EqualVerdict =
  | { verdict: 'equal' }
  | { verdict: 'different'; proof: Proof }
  | { verdict: 'cannot-tell' }

const CANNOT_TELL: EqualVerdict = { verdict: 'cannot-tell' }
const EQUAL: EqualVerdict = { verdict: 'equal' }
const READINGS: readonly Reading[] = [
  PLAIN_READING,
  { ...PLAIN_READING, tightProducts: true },
  { ...PLAIN_READING, decimalComma: true },
  { ...PLAIN_READING, decimalComma: true, pointGroups: true },
]

/**
 * Whether two answers mean the same: values, expressions, solution lists, equations, inequalities, intervals,
 * points. What depends on the domain (|x| and x) or on how an answer is read cannot be told.
 */
export function equalAnswers(a: string, b: string, options: { seed: number }): EqualVerdict {
  return within(LINE_WORK, () => inAllReadings(inSigns(a), inSigns(b), options.seed)) ?? CANNOT_TELL
}

function inAllReadings(a: string, b: string, seed: number): EqualVerdict {
  const verdicts = new Map<string, EqualVerdict>()
  for (const reading of READINGS) {
    if (!reading.decimalComma && (isDecimal(a) || isDecimal(b))) continue
    const verdict = compareAnswers(a, b, reading, seed)
    verdicts.set(verdict.verdict, verdicts.get(verdict.verdict) ?? verdict)
    const plainEqual = reading === PLAIN_READING && verdict.verdict === 'equal'
    if (plainEqual && !isTwofold(a) && !isTwofold(b)) return verdict
    if (!/[,/÷(]/.test(a + b) && !mayHavePointGroups(`${a} ${b}`)) return verdict
  }
  const equal = verdicts.get('equal')
  if (equal) return verdicts.has('different') ? CANNOT_TELL : equal
  if ([a, b].some(isOpen)) return CANNOT_TELL
  return verdicts.get('different') ?? CANNOT_TELL
}

function compareAnswers(a: string, b: string, reading: Reading, seed: number): EqualVerdict {
  if (currencies(a) !== currencies(b)) return CANNOT_TELL
  const sets = compareRealSets(a, b, reading, seed)
  if (sets) return sets
  const lists = [parseAnswerList(a, reading), parseAnswerList(b, reading)] as const
  const [first, second] = lists
  if (first && second && (first.kind !== 'values' || second.kind !== 'values'))
    return compareLists(first, second, seed)
  const statements = [parseAnswer(a, reading), parseAnswer(b, reading)] as const
  const [one, two] = statements
  if (!one || !two) return first && second ? compareLists(first, second, seed) : CANNOT_TELL
  const verdict = compareParsed(one, two, seed)
  if (verdict.verdict !== 'different' || ![one, two].some(hasAngles)) return verdict
  // sin 30 may be meant in degrees.
  const degrees = compareParsed(mapSides(one, inDegrees), mapSides(two, inDegrees), seed)
  return degrees.verdict === 'different' ? verdict : CANNOT_TELL
}

function parseAnswer(text: string, reading: Reading): Statement | null {
  // P(1|−4): the name of a point is no part of it.
  const parsed = parseLine(text.replace(/^\s*[A-Z]\s*(?=(?:\\left)?\([^()]*[|;,])/, ''), reading)
  if (parsed.kind !== 'statements' || parsed.statements.length !== 1) return null
  const statement = parsed.statements[0]
  if (!statement || statement.continues) return null
  return withoutPlusMinus(byComponents(mapSides(statement, (e) => resolve(e, new Map()))))
}

function compareParsed(a: Statement, b: Statement, seed: number): EqualVerdict {
  const componentwise =
    compareComponents(withoutName(a), withoutName(b), seed) ?? compareAssignments(a, b, seed)
  if (componentwise) return componentwise
  const [valuesA, valuesB] = [asValues(a), asValues(b)]
  if (valuesA && valuesB) {
    const named = valuesA.name !== null && valuesB.name !== null && valuesA.name !== valuesB.name
    if (!named) return compareSets(valuesA.sides, valuesB.sides, seed)
  }
  const [x, y] = [asExpression(a), asExpression(b)]
  if (x && y) return compareTwo(x, y, seed)
  return compareRelations(a, b, seed)
}

/** Vectors, matrices and points; null for anything else. */
function compareComponents(a: Statement, b: Statement, seed: number): EqualVerdict | null {
  const [before, after] = [a, b].map((statement) =>
    statement.cases.length === 1 ? (statement.cases[0] ?? []) : [],
  )
  if (!before || !after || Math.max(before.length, after.length) < 2) return null
  if ([...before, ...after].some((chain) => chain.relations.length > 0)) return null
  const [x, y] = [before[0]?.sides[0], after[0]?.sides[0]]
  if (!x || !y) return null
  if (before.length !== after.length) return { verdict: 'different', proof: proofOf(x, y, {}) }
  return all(
    before.map((chain, i) => [chain.sides[0], after[i]?.sides[0]] as const),
    seed,
  )
}

/** x = 3, y = 1: value by value, by name. */
function compareAssignments(a: Statement, b: Statement, seed: number): EqualVerdict | null {
  const [before, after] = [assignments(a), assignments(b)]
  if (!before || !after || before.size < 2) return null
  if ([...before.keys()].sort().join() !== [...after.keys()].sort().join()) return null
  return all(
    [...before].map(([name, side]) => [side, after.get(name)] as const),
    seed,
  )
}

/** Equal only if every pair is. */
function all(pairs: readonly (readonly [Side | undefined, Side | undefined])[], seed: number): EqualVerdict {
  const verdicts = pairs.map(([x, y]) => (x && y ? compareTwo(x, y, seed) : CANNOT_TELL))
  const different = verdicts.find(({ verdict }) => verdict === 'different')
  return different ?? (verdicts.every(({ verdict }) => verdict === 'equal') ? EQUAL : CANNOT_TELL)
}

/** The value or values that an answer states: 3; x = 3; x = 3 or x = −3. */
function asValues(statement: Statement): { name: string | null; sides: Side[] } | null {
  const sides: Side[] = []
  let name: string | null = null
  for (const chains of statement.cases) {
    const [chain, more] = chains
    if (!chain || more) return null
    const [left, right, third] = chain.sides
    if (left && !right) sides.push(left)
    else if (
      left &&
      /^(?:symbol|apply)$/.test(left.expression.kind) &&
      right &&
      !third &&
      chain.relations[0] === '='
    ) {
      const own = left.expression.kind === 'symbol' ? left.expression.name.replace(/_\d+$/, '') : left.text
      if (variablesOf(right.expression).includes(own) || (name !== null && name !== own)) return null
      name = own
      sides.push(right)
    } else return null
  }
  return { name, sides }
}

function compareTwo(a: Side, b: Side, seed: number): EqualVerdict {
  if (areQuantities(a.expression, b.expression)) {
    const quantities = compareQuantities(a.expression, b.expression, true)
    if (quantities.result === 'equal') return EQUAL
    // 12 cm and 12 cm² measure different things.
    const at = quantities.result === 'different' ? quantities.at : {}
    return { verdict: 'different', proof: proofOf(a, b, at) }
  }
  // 0.1 m³ and 100 L: letters alone may be units.
  const [names, others] = [variablesOf(a.expression), variablesOf(b.expression)]
  const units = names.join() !== others.join() && isQuantity(a.expression) && isQuantity(b.expression)
  if (units && compareQuantities(a.expression, b.expression, true).result === 'equal') return EQUAL
  const family = sameFamily(a.expression, b.expression)
  if (family) return EQUAL
  const differ = surelyDiffer(a.expression, b.expression)
  if (differ) return differ === 'rounded' ? CANNOT_TELL : { verdict: 'different', proof: proofOf(a, b, {}) }
  if (dependsOnDomain(a.expression, b.expression)) return CANNOT_TELL
  const claimed = bothWithoutConstant(a.expression, b.expression, seed)
  if (claimed) return EQUAL
  const compared: Comparison = compareClaimed(a.expression, b.expression, seed)
  if (compared.result === 'equal') return EQUAL
  const unclear =
    compared.result === 'different' && (compared.positiveOnly || isComplex(a.expression, b.expression))
  if (compared.result !== 'different' || unclear) return CANNOT_TELL
  return { verdict: 'different', proof: proofOf(a, b, compared.at) }
}

const proofOf = (a: Side, b: Side, at: Record<string, number>): Proof =>
  differProof(
    'sides-differ',
    { line: 0, side: 'whole', content: a },
    { line: 1, side: 'whole', content: b },
    at,
  )

/** Longer lists are data, and no answer. */
const MOST_PAIRS = 400

/** Order and repetition do not matter. */
function compareSets(a: readonly Side[], b: readonly Side[], seed: number): EqualVerdict {
  const [x, y] = [a[0], b[0]]
  if (a.length * b.length > MOST_PAIRS) return CANNOT_TELL
  if (a.length === 1 && b.length === 1 && x && y) return compareTwo(x, y, seed)
  let proof: Proof | null = null
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const side of from) {
      const verdicts = to.map((other) => compareTwo(side, other, seed))
      if (verdicts.some(({ verdict }) => verdict === 'equal')) continue
      const different = verdicts[0]
      if (!verdicts.every(({ verdict }) => verdict === 'different') || different?.verdict !== 'different')
        return CANNOT_TELL
      proof ??= different.proof
    }
  }
  return proof ? { verdict: 'different', proof } : EQUAL
}

/** Intervals, sets of numbers, and what a claim about one unknown lets it be; null unless one is such a set. */
function compareRealSets(a: string, b: string, reading: Reading, seed: number): EqualVerdict | null {
  const [sureA, sureB] = [setOf(a, reading), setOf(b, reading)]
  const [x, y] = [sureA ?? (sureB && setOf(a, reading, true)), sureB ?? (sureA && setOf(b, reading, true))]
  if (x && y) {
    const point = differingPoint(x, y)
    if (point === null) return EQUAL
    const side = (text: string, set: RealSet): Side => ({
      expression: number(contains(set, point) ? 1 : 0),
      text,
    })
    return { verdict: 'different', proof: proofOf(side(a, x), side(b, y), { x: point }) }
  }
  const [set, text] = x ? [x, b] : [y, a]
  // x₁ = 2, x₂ = 5
  const claim = set && parseAnswer(text.replace(/([a-z])_?\{?[1-4₁-₄]\}?(?=\s*=)/g, '$1'), reading)
  const [name, ...others] = claim ? variablesIn(claim) : []
  if (!set || !claim || name === undefined || others.length > 0) return null
  const cases = claimOf({ expression: symbol(name), text: name }, set)
  return cases && compareRelations({ cases, continues: false, text }, claim, seed)
}

type AnswerList = NonNullable<ReturnType<typeof parseAnswerList>>

function compareLists(a: AnswerList, b: AnswerList, seed: number): EqualVerdict {
  if (a.kind === 'values' && b.kind === 'values') return compareSets(a.sides, b.sides, seed)
  if (a.kind === 'set' || b.kind === 'set') {
    return a.kind === 'interval' || b.kind === 'interval' ? CANNOT_TELL : compareSets(a.sides, b.sides, seed)
  }
  if (a.kind === 'values' || b.kind === 'values') return CANNOT_TELL
  // (2; 5) is a point or an open interval: its ends are compared in order.
  const [first, second] = [a.sides[0], b.sides[0]]
  if (a.sides.length !== b.sides.length)
    return first && second ? { verdict: 'different', proof: proofOf(first, second, {}) } : CANNOT_TELL
  for (let i = 0; i < a.sides.length; i++) {
    const [x, y] = [a.sides[i], b.sides[i]]
    const verdict = x && y ? compareTwo(x, y, seed) : CANNOT_TELL
    if (verdict.verdict !== 'equal') return verdict
  }
  if (a.shape === b.shape) return EQUAL
  const [x, y] = [a.sides[0], b.sides[0]]
  return x && y ? { verdict: 'different', proof: proofOf(x, y, {}) } : CANNOT_TELL
}

function compareRelations(a: Statement, b: Statement, seed: number): EqualVerdict {
  const names = variablesIn(a)
  if (kindOf(a) !== kindOf(b) || names.join() !== variablesIn(b).join() || names.length === 0)
    return CANNOT_TELL
  if (proportional(a, b, seed)) return EQUAL
  const [name, ...others] = names
  if (name === undefined) return CANNOT_TELL
  if (others.length > 0) {
    if (kindOf(a) !== 'equation') return CANNOT_TELL
    const [there, back] = [compareFormulas(a, b, names, seed), compareFormulas(b, a, names, seed)]
    if (there === 'follows' && back === 'follows') return EQUAL
    const failing = typeof there === 'object' ? there : typeof back === 'object' ? back : null
    return failing ? relationProof(a, b, failing.lost) : CANNOT_TELL
  }
  const equation = kindOf(a) === 'equation'
  const compared = equation ? compareEquations(a, b, name, 1) : compareInequalities(a, b, name, seed)
  const [point] = [...compared.lost, ...compared.gained]
  if (point) return relationProof(a, b, point.at)
  const sure = !compared.unsure && (compared.shared > 0 || compared.identities.every(Boolean))
  if (sure && equation && solutionsOf(a, name).points.length >= 20) return CANNOT_TELL
  return sure ? EQUAL : CANNOT_TELL
}

function relationProof(a: Statement, b: Statement, at: Record<string, number>): EqualVerdict {
  const values = [a, b].flatMap((statement, line) =>
    sidesOf(statement).map((content, i) =>
      sideValue({ line, side: i % 2 === 0 ? 'left' : 'right', content }, at),
    ),
  )
  return { verdict: 'different', proof: { kind: 'solution-lost', at, values } }
}
