import { differentiate } from '../differentiate.ts'
import {
  type Expression,
  isNumber,
  negative,
  number,
  power,
  product,
  quotient,
  sum,
  symbol,
  termsOf,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { QuestionId, SlipId } from '../verdict.ts'
import { ask, type SlipRule } from './slip-rule.ts'

const SOURCE = 'Orton 1983, Students’ understanding of integration'

type Term = { factors: Expression[]; base: Expression; exponent: Expression }

/** c · xⁿ with a number n; null for anything else. */
function powerTerm(e: Expression, by: string): Term | null {
  const factors = e.kind === 'product' ? [...e.factors] : [e]
  const at = factors.findIndex((factor) => variablesOf(factor).includes(by))
  const moving = factors[at]
  const others = factors.filter((_, i) => i !== at)
  if (!moving || others.some((factor) => variablesOf(factor).includes(by))) return null
  if (moving.kind === 'symbol') return { factors: others, base: moving, exponent: number(1) }
  if (moving.kind !== 'power' || moving.base.kind !== 'symbol' || moving.exponent.kind !== 'number')
    return null
  return { factors: others, base: moving.base, exponent: moving.exponent }
}

/** Every term by the rule, its exponent not worked out, with a constant; nothing where a term is no power. */
function byRule(of: Expression, by: string): { instead?: Expression } {
  const terms: Expression[] = []
  for (const term of termsOf(of)) {
    const bare = term.kind === 'negative' ? term.of : term
    const found = powerTerm(bare, by)
    if (isNumber(found?.exponent ?? number(0), -1) || (!found && variablesOf(bare).includes(by))) return {}
    const next = found && sum([found.exponent, number(1)])
    const whole =
      found && next
        ? product([...found.factors, quotient(power(found.base, next), next)])
        : product([bare, symbol(by)])
    terms.push(term.kind === 'negative' ? negative(whole) : whole)
  }
  return { instead: sum([...terms, symbol('C')]) }
}

/** A slip made at every term alike, as learners do; a number becomes 2x as it should. */
function termwise(
  id: SlipId & QuestionId,
  example: SlipRule['example'],
  slip: (base: Expression, exponent: Expression) => Expression,
): SlipRule {
  return {
    id,
    source: SOURCE,
    example,
    integral(of, by) {
      let changed = false
      const terms: Expression[] = []
      for (const term of termsOf(of)) {
        const bare = term.kind === 'negative' ? term.of : term
        const found = powerTerm(bare, by)
        if (!found && variablesOf(bare).includes(by)) return []
        const whole = found
          ? product([...found.factors, slip(found.base, found.exponent)])
          : product([bare, symbol(by)])
        changed ||= found !== null
        terms.push(term.kind === 'negative' ? negative(whole) : whole)
      }
      if (!changed) return []
      return [{ result: sum(terms), question: ask(id, printExpression(of)), ...byRule(of, by) }]
    },
  }
}

const raised = (base: Expression, exponent: Expression): Expression =>
  power(base, isNumber(exponent, 1) ? number(2) : sum([exponent, number(1)]))

export const integralDividesByOldExponent = termwise(
  'integral-divides-by-old-exponent',
  { from: 'x^3', to: 'x^4/3' },
  (base, exponent) => quotient(raised(base, exponent), exponent),
)

export const integralDivisorLost = termwise('integral-divisor-lost', { from: 'x^3', to: 'x^4' }, raised)

export const differentiatesInstead: SlipRule = {
  id: 'differentiates-instead',
  source: SOURCE,
  example: { from: 'x^3', to: '3x^2' },
  integral(of, by) {
    const slope = differentiate(of, by)
    if (!slope) return []
    return [
      { result: slope, question: ask('differentiates-instead', printExpression(of)), ...byRule(of, by) },
    ]
  },
}
