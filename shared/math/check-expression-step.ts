import { compareExpressions } from './compare-expressions.ts'
import { compareClaimed, dividesByZero, losesValue, seemRelated } from './compare-sides.ts'
import { differentiate, hasAntiderivative } from './differentiate.ts'
import type { Entry } from './entry.ts'
import { someIn, variablesOf } from './expression.ts'
import { differProof, type Placed } from './proof.ts'
import { isFalseRounding } from './rounding.ts'
import { diagnose, slippedIdentity } from './slips/diagnose.ts'
import { asExpression, type Chain, onlyChain, type Side, sidesOf } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'
import { areQuantities, compareQuantities } from './units.ts'

const lastSide = (entry: Entry): Side | undefined => onlyChain(entry.statement)?.sides.at(-1)
const firstSide = (entry: Entry): Side | undefined => onlyChain(entry.statement)?.sides[0]

/** "lim … = 0/0 = 1": what has no value stands for the form, and the chain goes on past it. */
const lastDefined = ({ sides }: Chain): Side | undefined =>
  sides.findLast((one) => !dividesByZero(one.expression)) ?? sides.at(-1)
const firstDefined = ({ sides }: Chain): Side | undefined =>
  sides.find((one) => !dividesByZero(one.expression)) ?? sides[0]

function place(entry: Entry, content: Side): Placed {
  const chain = onlyChain(entry.statement)
  const whole = chain?.relations.length === 0
  const left = !whole && entry.kind !== 'continuation' && content === chain?.sides[0]
  return { line: entry.line, side: whole ? 'whole' : left ? 'left' : 'right', content }
}

/** "= 2x + 6" goes on from the last side of the line before; of vectors and matrices, in every component. */
export function continues(previous: Entry, entry: Entry, seed: number): StepResult {
  if (entry.statement.roughly) return roughStep(previous, entry)
  if (isCondition(previous)) return { verdict: 'unsure' }
  const [before, after] = [componentsOf(previous), componentsOf(entry)]
  if (before.length === 0 || before.length !== after.length) return { verdict: 'unsure' }
  let result: StepResult = { verdict: 'follows', from: previous }
  for (const [i, chain] of before.entries()) {
    const other = after[i]
    const [a, b] = [lastDefined(chain), other && firstDefined(other)]
    if (!a || !b) return { verdict: 'unsure' }
    const step = sidesStep(previous, entry, a, b, seed, true)
    if (step.verdict === 'wrong') return step
    if (step.verdict !== 'follows') result = step
  }
  return result
}

/** "≈ 0.14": rounds the last side of the line before, or estimates it. */
function roughStep(previous: Entry, entry: Entry): StepResult {
  const [a, b] = [lastSide(previous), firstSide(entry)]
  if (!a || !b || !isFalseRounding(a.expression, b.expression)) return { verdict: 'unsure' }
  const proof = differProof('sides-differ', place(previous, a), place(entry, b), {})
  return { verdict: 'wrong', from: previous, proof }
}

/** "Σ (1/4)^k, |q| < 1 ok": what is said of the line, and not what it goes on with. */
const isCondition = ({ words, written }: Entry): boolean =>
  words.length > 0 &&
  sidesOf(written).length > 0 &&
  written.cases.flat().every(({ relations }) => /[<>≤≥≠]/.test(relations[0] ?? ''))

const componentsOf = (entry: Entry): readonly Chain[] =>
  entry.statement.cases.length === 1 ? (entry.statement.cases[0] ?? []) : []

function sidesStep(previous: Entry, entry: Entry, a: Side, b: Side, seed: number, sure: boolean): StepResult {
  if (areQuantities(a.expression, b.expression)) {
    const quantities = compareQuantities(a.expression, b.expression)
    if (quantities.result === 'equal') return { verdict: 'follows', from: previous }
    if (quantities.result !== 'different' || !sure) return { verdict: 'unsure' }
    const proof = differProof('sides-differ', place(previous, a), place(entry, b), quantities.at)
    return { verdict: 'wrong', from: previous, proof }
  }
  const compared = compareClaimed(a.expression, b.expression, seed)
  if (compared.result === 'equal' || compared.result === 'domain')
    return { verdict: 'follows', from: previous }
  if (sure && losesValue(a.expression, b.expression))
    return {
      verdict: 'wrong',
      from: previous,
      proof: differProof('sides-differ', place(previous, a), place(entry, b), {}),
    }
  if (compared.result === 'unknown' || compared.positiveOnly) return { verdict: 'unsure' }
  const [names, others] = [variablesOf(a.expression), variablesOf(b.expression)]
  const proof = differProof('sides-differ', place(previous, a), place(entry, b), compared.at)
  const constant = (name: string): boolean => !hasAntiderivative(a.expression) || !/^[CcK]$/.test(name)
  const comparable = names.join() === others.filter(constant).join()
  const fewer = others.length > 0 && others.every((name) => names.includes(name))
  // A number after an expression may be its value at some point, unless a known slip makes it.
  const made = !comparable && others.length === 0 ? diagnose(previous, entry, proof, seed) : null
  const slipped = made !== null && made.id !== 'combines-unlike-terms'
  // "7x − x + 2" and then "= 7 + 2": nothing was put in for x.
  const plain = sure && others.length === 0 && isPlainTerm(previous) && entry.words.length === 0
  if (!comparable && !fewer && !slipped && !plain) return { verdict: 'unsure' }
  if (plain && !comparable) return { verdict: 'wrong', from: previous, proof }
  const related = comparable && (sure || seemRelated(a.expression, b.expression))
  if (!related && diagnose(previous, entry, proof, seed) === null) return { verdict: 'unsure' }
  return { verdict: 'wrong', from: previous, proof }
}

/** Words of a sentence that says no more than what comes out. */
const GIVES = new Set(
  'so then this that gives it makes is we get i which leaves becomes results in now das ergibt dies liefert wir erhalten also'.split(
    ' ',
  ),
)

/** A term alone, with nothing beside it that could say where it is taken. */
const isPlainTerm = ({ kind, words, stance, written }: Entry): boolean =>
  (kind === 'expression' || kind === 'continuation') &&
  words.length === 0 &&
  stance === 'plain' &&
  !sidesOf(written).some(({ expression }) =>
    someIn(expression, (e) => /^(?:integral|derivative|limit|series|apply|matrix)$/.test(e.kind)),
  ) &&
  // "P(two heads)" is a name.
  sidesOf(written).at(-1)?.expression.kind !== 'symbol'

const CALCULUS = new Set(
  'derivative differentiate differentiating integrate integral integrating antiderivative'.split(' '),
)

export function expressionStep(previous: Entry, entry: Entry, working: Working): StepResult {
  const b = asExpression(entry.statement)
  const a = lastSide(previous)
  if (!a || !b) return { verdict: 'unsure' }
  const named = previous.kind === 'continuation' || firstSide(previous)?.expression.kind === 'symbol'
  if (previous.kind !== 'expression' && !named && (onlyChain(previous.statement)?.sides.length ?? 0) < 3)
    return { verdict: 'unsure' }
  // A number alone is an end, or told on the way ("HN: 12").
  if (isBare(a)) return { verdict: 'unsure' }
  const result = sidesStep(previous, entry, a, b, working.seed, false)
  if (result.verdict !== 'wrong') return result
  const calculus = [previous, entry].some((line) => line.words.some((word) => CALCULUS.has(word)))
  if (calculus || isDerivativeOf(a, b, working.seed)) return { verdict: 'unsure' }
  if (previous.kind !== 'expression' && b.expression.kind !== 'number') return { verdict: 'unsure' }
  const told = entry.words.length > 1 && !entry.words.every((word) => GIVES.has(word))
  if (entry.afterBlank || told) return { verdict: 'unsure' }
  return result
}

const isBare = (one: Side): boolean => ['number', 'symbol', 'constant'].includes(one.expression.kind)

function isDerivativeOf(a: Side, b: Side, seed: number): boolean {
  const [name, ...others] = variablesOf(a.expression)
  const slope = name === undefined || others.length > 0 ? null : differentiate(a.expression, name)
  return slope !== null && compareExpressions(slope, b.expression, seed).result === 'equal'
}

/** f(x) = …, f′(x) = …, y′ = …: the left side is known, so the = claims to hold everywhere. */
export function claimAboutFunction(entry: Entry, seed: number): StepResult | null {
  const written = onlyChain(entry.written)?.sides[0]?.expression
  const chain = onlyChain(entry.statement)
  const [left, right] = chain?.sides ?? []
  if (!written || !left || !right || chain?.relations[0] !== '=') return null
  const kind = written.kind
  const named =
    kind === 'apply' ||
    kind === 'derivative' ||
    kind === 'integral' ||
    (kind === 'symbol' && written.name.endsWith("'"))
  if (!named) return null
  const unread =
    left.expression.kind === 'apply' || (kind === 'derivative' && left.expression.kind === 'symbol')
  const known = !unread && left.expression !== written
  if (unread && kind === 'derivative') return null
  if (!known && kind !== 'integral' && kind !== 'derivative') return null
  const [names, others] = [variablesOf(left.expression), variablesOf(right.expression)]
  if (others.length === 0 && names.length > 0) return null
  // ∫₁² 2x dx = [x²], the bounds to be put in on the next line.
  if (names.length === 0 && others.length > 0) return { verdict: 'unsure' }
  const compared = compareClaimed(left.expression, right.expression, seed)
  if (compared.result === 'equal' || compared.result === 'domain')
    return { verdict: 'follows', from: null, aside: true }
  if (compared.result !== 'different' || compared.positiveOnly) return { verdict: 'unsure' }
  if (kind !== 'integral' && names.join() !== others.join()) return { verdict: 'unsure' }
  const proof = differProof('false-equality', place(entry, left), place(entry, right), compared.at)
  return { verdict: 'wrong', from: null, proof }
}

/** After 2(x + 3) alone, "2(x + 3) = 2x + 3" claims that both are equal everywhere. */
export function restates(previous: Entry, entry: Entry, seed: number): StepResult | null {
  const a = asExpression(previous.statement)
  const chain = onlyChain(entry.statement)
  const [left, right] = chain?.sides ?? []
  if (!a || !left || !right || chain?.relations[0] !== '=') return null
  if (compareExpressions(a.expression, left.expression, seed).result !== 'equal') return null
  if (variablesOf(left.expression).join() !== variablesOf(right.expression).join()) return null
  const compared = compareClaimed(left.expression, right.expression, seed)
  if (compared.result === 'equal') return { verdict: 'follows', from: previous }
  if (compared.result !== 'different' || compared.positiveOnly) return { verdict: 'unsure' }
  const proof = differProof('false-equality', place(entry, left), place(entry, right), compared.at)
  return { verdict: 'wrong', from: previous, proof }
}

/** (a + b)² = a² + b² as the only line is a false rule, not an equation that somebody goes on to solve. */
export function givenIdentity(entry: Entry, { later, seed }: Working): StepResult | null {
  const chain = onlyChain(entry.statement)
  const [left, right, more] = chain?.sides ?? []
  if (!left || !right || more || chain?.relations[0] !== '=' || entry.stance !== 'plain') return null
  if (later.some((one) => one.kind === 'equation' && one.variables.length > 0)) return null
  if (!slippedIdentity(left.expression, right.expression, seed)) return null
  const compared = compareExpressions(left.expression, right.expression, seed)
  if (compared.result !== 'different' || compared.positiveOnly) return null
  const proof = differProof('false-equality', place(entry, left), place(entry, right), compared.at)
  return { verdict: 'wrong', from: null, proof }
}
