import type { Expression } from '../expression.ts'
import { negative, number, power, product, quotient, sameShape, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { SlipRule } from './slip-rule.ts'

const asPower = (e: Expression): { base: Expression; exponent: Expression } =>
  e.kind === 'power' ? e : { base: e, exponent: number(1) }

/** Two neighbours of one base, for the slips on their exponents. */
function pairs(items: readonly Expression[]) {
  return items.slice(1).flatMap((second, i) => {
    const first = items[i]
    if (!first || (first.kind !== 'power' && second.kind !== 'power')) return []
    const [a, b] = [asPower(first), asPower(second)]
    return sameShape(a.base, b.base) ? [{ a, b, at: i }] : []
  })
}

export const multipliesExponents: SlipRule = {
  id: 'multiplies-exponents',
  rule: 'Multiplying powers of one base adds the exponents.',
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
      question: `How many factors ${printExpression(a.base)} are there in all?`,
    }))
  },
}

export const dividesExponents: SlipRule = {
  id: 'divides-exponents',
  rule: 'Dividing powers of one base subtracts the exponents.',
  source: 'Cangelosi et al. 2013',
  example: { from: 'x^8/x^2', to: 'x^4' },
  at(e) {
    if (e.kind !== 'quotient' || e.over.kind !== 'power' || e.under.kind !== 'power') return []
    if (!sameShape(e.over.base, e.under.base)) return []
    const question = `How many factors ${printExpression(e.over.base)} are left after cancelling?`
    return [{ result: power(e.over.base, quotient(e.over.exponent, e.under.exponent)), question }]
  },
}

export const multipliesBases: SlipRule = {
  id: 'multiplies-bases',
  rule: 'Multiplying powers of one base keeps the base and adds the exponents.',
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
      question: `Which number is multiplied again and again in ${printExpression(e)}?`,
    }))
  },
}

export const addsExponentsOfPower: SlipRule = {
  id: 'adds-exponents-of-power',
  rule: 'A power of a power multiplies the exponents.',
  source: 'Cangelosi et al. 2013',
  example: { from: '(x^2)^3', to: 'x^5' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'power') return []
    const question = `How often is ${printExpression(e.base)} multiplied by itself here?`
    return [{ result: power(e.base.base, sum([e.base.exponent, e.exponent])), question }]
  },
}

export const addsPowers: SlipRule = {
  id: 'adds-powers',
  rule: 'Only products of powers add their exponents; sums of powers do not combine.',
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
      question: `Are ${printExpression(power(a.base, a.exponent))} and ${printExpression(power(b.base, b.exponent))} added or multiplied?`,
    }))
  },
}

export const negativeExponent: SlipRule = {
  id: 'negative-exponent-as-sign',
  rule: 'A negative exponent means one over the power, not a negative number.',
  source: 'Cangelosi et al. 2013',
  example: { from: '2^(-3)', to: '-8' },
  at(e) {
    if (e.kind !== 'power' || e.exponent.kind !== 'negative') return []
    const question = `What does the minus in the exponent of ${printExpression(e)} mean?`
    return [{ result: negative(power(e.base, e.exponent.of)), question }]
  },
}

export const multipliesBaseByExponent: SlipRule = {
  id: 'multiplies-base-by-exponent',
  rule: 'An exponent counts equal factors; it does not multiply the base.',
  source:
    'Pitta-Pantazi et al. 2007, Secondary school students’ levels of understanding in computing exponents',
  example: { from: '2^3', to: '6' },
  at(e) {
    if (e.kind !== 'power' || e.base.kind !== 'number' || e.exponent.kind !== 'number') return []
    return [
      {
        result: product([e.base, e.exponent]),
        question: `What does the ${e.exponent.text} in ${printExpression(e)} count?`,
      },
    ]
  },
}
