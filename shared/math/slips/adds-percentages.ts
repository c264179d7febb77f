import { type Expression, number, product } from '../expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'
import { workedOut } from './worked-out.ts'

/** 1.2, 0.9: the factor of a change by less than the whole. */
const isChange = (e: Expression): e is Expression & { kind: 'number' } =>
  e.kind === 'number' && /^[01]\.\d{1,3}$/.test(e.text)

export const addsPercentages: SlipRule = {
  id: 'adds-percentages',
  source: 'Parker & Leinhardt 1995, Percent: a privileged proportion (percent of a percent)',
  example: { from: '50·1.2·1.1', to: '50·1.3' },
  at(e) {
    if (e.kind !== 'product') return []
    const [a, b, more] = e.factors.filter(isChange)
    if (!a || !b || more) return []
    const together = Number((Number(a.text) + Number(b.text) - 1).toFixed(6))
    const others = e.factors.filter((factor) => factor !== a && factor !== b)
    const question = ask('adds-percentages', a.text, b.text)
    const factor = workedOut(product([a, b]))
    const instead = factor && others.length > 0 ? { instead: product([...others, factor]) } : {}
    return [{ result: product([...others, number(together)]), question, ...instead }]
  },
}
