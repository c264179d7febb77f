import { agree } from '../compare-expressions.ts'
import { type Expression, partsOf, sameShape, someIn, termsOf, variablesOf } from '../expression.ts'
import { canonical } from '../slips/canonical.ts'
import { type Operation, operation } from './step.ts'

/** What makes one expression of an equal one, where its shape tells; null where they are the same or it does not tell. */
export function nameRewriting(before: Expression, after: Expression, seed: number): Operation | null {
  if (sameShape(before, after) || !agree(before, after, seed)) return null
  if (canonical(before) === canonical(after)) return operation('rearrange')
  if (variablesOf(before).length === 0) return operation('simplify')
  const [opened, closed] = [brackets(before), brackets(after)]
  if (quotients(before) > 0 && quotients(after) > 0 && isSum(before) && !isSum(after) && !sumsOnly(before))
    return operation('common-denominator')
  if (opened > closed && quotients(before) <= quotients(after)) return operation('expand')
  if (closed > opened && !isSum(after)) return operation('factor')
  if (quotients(before) > quotients(after)) return operation('cancel')
  if (isSum(before) && termsOf(after).length < termsOf(before).length && opened === closed)
    return operation('collect')
  return null
}

const isSum = (e: Expression): boolean => e.kind === 'sum'
const sumsOnly = (e: Expression): boolean => !someIn(e, (part) => part.kind === 'quotient')

/** Sums that are multiplied or raised: brackets as they are written. */
function brackets(e: Expression): number {
  const own =
    e.kind === 'product' || e.kind === 'power' || e.kind === 'negative'
      ? partsOf(e).filter((part) => part.kind === 'sum').length
      : 0
  return partsOf(e).reduce((count, part) => count + brackets(part), own)
}

function quotients(e: Expression): number {
  const own = e.kind === 'quotient' && variablesOf(e.over, e.under).length > 0 ? 1 : 0
  return partsOf(e).reduce((count, part) => count + quotients(part), own)
}
