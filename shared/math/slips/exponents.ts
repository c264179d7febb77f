import type { Expression } from '../expression.ts'
import { isNumber, negative, number, power, product, quotient, sameShape, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'
import { workedOut } from './worked-out.ts'
import { writtenOut } from './written-out.ts'

type Power = { base: Expression; exponent: Expression }

const asPower = (e: Expression): Power => (e.kind === 'power' ? e : { base: e, exponent: number(1) })

/** Two neighbours of one base, for the slips on their exponents. */
function pairs(items: readonly Expression[]) {
  return items.slice(1).flatMap((second, i) => {
    const first = items[i]
    if (!first || (first.kind !== 'power' && second.kind !== 'power')) return []
    const [a, b] = [asPower(first), asPower(second)]
    return sameShape(a.base, b.base) ? [{ a, b, at: i }] : []
  })
}

/** The two neighbours as one power, its exponent not worked out. */
const multiplied = (factors: readonly Expression[], at: number, a: Power, b: Power): Expression =>
  product([...factors.slice(0, at), power(a.base, sum([a.exponent, b.exponent])), ...factors.slice(at + 2)])

export const multipliesExponents: SlipRule = {
  id: 'multiplies-exponents',
  source: 'Cangelosi et al. 2013',
  example: { from: 'x^2·x^3', to: 'x^6' },
  at(e) {
    if (e.kind !== 'product') return []
    return pairs(e.factors).map(({ a, b, at }) => ({
      result: product([
        ...e.factors.slice(0, at),
        power(a.base, product([a.exponent, b.exponent])),
        ...e.factors.slice(at + 2),
      ]),
      question: ask('multiplies-exponents', printExpression(a.base)),
      instead: multiplied(e.factors, at, a, b),
    }))
  },
}

export const dividesExponents: SlipRule = {
  id: 'divides-exponents',
  source: 'Cangelosi et al. 2013',
  example: { from: 'x^8/x^2', to: 'x^4' },
  at(e) {
    if (e.kind !== 'quotient' || e.over.kind !== 'power' || e.under.kind !== 'power') return []
    if (!sameShape(e.over.base, e.under.base)) return []
    const question = ask('divides-exponents', printExpression(e.over.base))
    const instead = power(e.over.base, sum([e.over.exponent, negative(e.under.exponent)]))
    return [{ result: power(e.over.base, quotient(e.over.exponent, e.under.exponent)), question, instead }]
  },
}

export const multipliesBases: SlipRule = {
  id: 'multiplies-bases',
  source: 'Cangelosi et al. 2013',
  example: { from: '2^3·2^4', to: '4^7' },
  at(e) {
    if (e.kind !== 'product') return []
    return pairs(e.factors).map(({ a, b, at }) => ({
      result: product([
        ...e.factors.slice(0, at),
        power(product([a.base, b.base]), sum([a.exponent, b.exponent])),
        ...e.factors.slice(at + 2),
      ]),
      question: ask('multiplies-bases', printExpression(e)),
      instead: multiplied(e.factors, at, a, b),
    }))
  },
}

export const addsExponentsOfPower: SlipRule = {
  id: 'adds-exponents-of-power',
  source: 'Cangelosi et al. 2013',
  example: { from: '(x^2)^3', to: 'x^5' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'power') return []
    const question = ask('adds-exponents-of-power', printExpression(e.base))
    const instead = power(e.base.base, product([e.base.exponent, e.exponent]))
    return [{ result: power(e.base.base, sum([e.base.exponent, e.exponent])), question, instead }]
  },
}

/** 2² + 2³ as 4 + 8; with letters there is nothing to do. */
function eachWorkedOut(terms: readonly Expression[], at: number): { instead?: Expression } {
  const [a, b] = [terms[at], terms[at + 1]].map((term) => term && workedOut(term))
  return a && b ? { instead: sum([...terms.slice(0, at), a, b, ...terms.slice(at + 2)]) } : {}
}

export const addsPowers: SlipRule = {
  id: 'adds-powers',
  source: 'Matz 1982',
  example: { from: 'x^2+x^3', to: 'x^5' },
  at(e) {
    if (e.kind !== 'sum') return []
    return pairs(e.terms).map(({ a, b, at }) => ({
      result: sum([
        ...e.terms.slice(0, at),
        power(a.base, sum([a.exponent, b.exponent])),
        ...e.terms.slice(at + 2),
      ]),
      question: ask(
        'adds-powers',
        printExpression(power(a.base, a.exponent)),
        printExpression(power(b.base, b.exponent)),
      ),
      ...eachWorkedOut(e.terms, at),
    }))
  },
}

export const negativeExponent: SlipRule = {
  id: 'negative-exponent-as-sign',
  source: 'Cangelosi et al. 2013',
  example: { from: '2^(-3)', to: '-8' },
  at(e) {
    if (e.kind !== 'power' || e.exponent.kind !== 'negative') return []
    const question = ask('negative-exponent-as-sign', printExpression(e))
    const instead = quotient(number(1), power(e.base, e.exponent.of))
    return [{ result: negative(power(e.base, e.exponent.of)), question, instead }]
  },
}

export const multipliesBaseByExponent: SlipRule = {
  id: 'multiplies-base-by-exponent',
  source:
    'Pitta-Pantazi et al. 2007, Secondary school students’ levels of understanding in computing exponents',
  example: { from: '2^3', to: '6' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'number' || e.exponent.kind !== 'number') return []
    // 5⁰ = 0 is a slip of its own.
    if (isNumber(e.exponent, 0)) return []
    return [
      {
        result: product([e.base, e.exponent]),
        question: ask('multiplies-base-by-exponent', e.exponent.text, printExpression(e)),
        ...writtenOut(e.base, e.exponent),
      },
    ]
  },
}
