import { compareExpressions } from './compare-expressions.ts'
import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { substitute, variablesOf } from './expression.ts'
import { onlyChain } from './statement.ts'
import type { StepResult } from './step-result.ts'

/** f⁻¹(x) = x/2 − 3: put into f it must give x back, wherever both have a value. */
export function inverseStep({ written, statement, inverted, line }: Entry, seed: number): StepResult | null {
  const left = onlyChain(written)?.sides[0]?.expression
  const chain = onlyChain(statement)
  const right = chain?.sides[1]
  if (!inverted || left?.kind !== 'apply' || !right || chain?.relations[0] !== '=') return null
  const names = variablesOf(right.expression, left.of)
  if (names.length > 1 || variablesOf(inverted.body).join() !== inverted.parameter)
    return { verdict: 'unsure' }
  const back = substitute(inverted.body, inverted.parameter, right.expression)
  const compared = compareExpressions(back, left.of, seed)
  if (compared.result === 'equal') return { verdict: 'follows', from: null, aside: true }
  // y = x² has an inverse on either half: a false half gives x back as well, a false formula does not.
  if (compared.result !== 'different' || compared.positiveOnly) return { verdict: 'unsure' }
  const at = compared.at
  const text = `f(${right.text})`.replace('f', left.name.slice(0, 1))
  const values = [back, left.of].map((e) => evaluate(e, at))
  const [found = Number.NaN, wanted = Number.NaN] = values
  const wantedText = names[0] ?? String(wanted)
  return {
    verdict: 'wrong',
    from: null,
    proof: {
      kind: 'false-equality',
      at,
      values: [
        { line, side: 'right', text, value: found },
        { line, side: 'left', text: wantedText, value: wanted },
      ],
    },
  }
}
