import { parseExpression } from './parse-expression.ts'
import type { Reading } from './parse-line.ts'
import { parseRealSet, type RealSet } from './real-set.ts'
import { tokenize } from './tokenize.ts'

/**
 * An answer that is surely a set of numbers: ]−∞; 2], x ∈ [1, 3], L = {2}. A pair in brackets of one kind may be a
 * point, and is taken for an interval only where that is what it is compared with (`loosely`).
 */
export function setOf(text: string, reading: Reading, loosely = false): RealSet | null {
  if (text.length > 500) return null
  // {1,2} has two elements: in a list with commas they are no decimal signs.
  if (reading.decimalComma && !text.includes(';')) return null
  const tokens = tokenize(text, reading)
  const element = tokens.findIndex((token) => token.type === 'element')
  const [name, equals] = tokens
  const named = name?.type === 'symbol' && /^[LS]$/.test(name.name) && equals?.type === 'relation'
  const set = tokens.slice(named ? 2 : element + 1)
  const sure =
    named ||
    element >= 0 ||
    set.some((token) => ['set', 'reals', 'empty-set'].includes(token.type)) ||
    /∞|\\infty/.test(text) ||
    (set[0]?.type === 'close' && set.length > 3) ||
    (set[0]?.type === 'open' && set[0].text.endsWith('{')) ||
    /^\s*(?:\[.*[)[]|[(\]].*\])\s*$/.test(text) ||
    loosely
  if (!sure) return null
  return parseRealSet(set, (part) => {
    const parsed = parseExpression(part, reading)
    const [first, last] = [part[0], part.at(-1)]
    return 'failure' in parsed || !first || !last
      ? { failure: 'not-parsed' }
      : { expression: parsed.expression, text: text.slice(first.start, last.end) }
  })
}
