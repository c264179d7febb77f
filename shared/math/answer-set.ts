import { parseExpression } from './parse-expression.ts'
import type { Reading } from './parse-line.ts'
import { parseRealSet, type RealSet } from './real-set.ts'
import { tokenize } from './tokenize.ts'

/** An answer that is surely a set of numbers: ]−∞; 2], x ∈ [1, 3], L = {2}. A bracket pair alone may be a point. */
export function setOf(text: string, reading: Reading): RealSet | null {
  if (text.length > 500) return null
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
    (set[0]?.type === 'close' && set.length > 3)
  if (!sure) return null
  return parseRealSet(set, (part) => {
    const parsed = parseExpression(part, reading)
    const [first, last] = [part[0], part.at(-1)]
    return 'failure' in parsed || !first || !last
      ? { failure: 'not-parsed' }
      : { expression: parsed.expression, text: text.slice(first.start, last.end) }
  })
}
