import { call, type Expression, factorsOf, isNumber, negative, product, sum } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { ask, type SlipRule } from './slip-rule.ts'

const TRIG = new Set(['sin', 'cos', 'tan', 'cot'])

/** The addition formula of sin and cos, for two terms. */
function addition(
  name: string,
  terms: readonly Expression[],
  asAngle: (part: Expression) => Expression,
): { instead?: Expression } {
  const [a, second, more] = terms
  if (!a || !second || more || (name !== 'sin' && name !== 'cos')) return {}
  const less = second.kind === 'negative'
  const [x, y] = [a, less ? second.of : second].map(asAngle)
  if (!x || !y) return {}
  const [f, g] = name === 'sin' ? (['sin', 'cos'] as const) : (['cos', 'sin'] as const)
  const first = product([call(f, x), call('cos', y)])
  const other = product([call(g, x), call('sin', y)])
  return { instead: sum([first, (name === 'sin') === less ? negative(other) : other]) }
}

export const functionOfSum: SlipRule = {
  id: 'function-of-sum',
  source: 'Matz 1982 (overgeneralised linearity)',
  example: { from: 'sin(x+y)', to: 'sin(x)+sin(y)' },
  at(e) {
    if (e.kind !== 'call' || !TRIG.has(e.name)) return []
    const degrees = e.of.kind === 'degrees'
    const angle = e.of.kind === 'degrees' ? e.of.of : e.of
    if (angle.kind !== 'sum') return []
    const asAngle = (part: Expression): Expression => (degrees ? { kind: 'degrees', of: part } : part)
    const question = ask('function-of-sum', printExpression(call(e.name, angle)))
    const each = angle.terms.map((term) =>
      term.kind === 'negative' ? negative(call(e.name, asAngle(term.of))) : call(e.name, asAngle(term)),
    )
    return [{ result: sum(each), question, ...addition(e.name, angle.terms, asAngle) }]
  },
}

export const functionOfMultiple: SlipRule = {
  id: 'function-of-multiple',
  source: 'Matz 1982 (overgeneralised linearity)',
  example: { from: 'sin(2x)', to: '2·sin(x)' },
  at(e) {
    if (e.kind !== 'call' || !TRIG.has(e.name)) return []
    const degrees = e.of.kind === 'degrees'
    const [first, ...rest] = factorsOf(e.of.kind === 'degrees' ? e.of.of : e.of)
    if (first?.kind !== 'number' || rest.length === 0) return []
    const question = ask('function-of-multiple', first.text, printExpression(e))
    const angle: Expression = degrees ? { kind: 'degrees', of: product(rest) } : product(rest)
    return [
      {
        result: product([first, call(e.name, angle)]),
        question,
        ...(isNumber(first, 2) && addition(e.name, [angle, angle], (one) => one)),
      },
    ]
  },
}
