import { type Expression, mapParts } from '../expression.ts'

/** A text that is the same for sides that differ only in the order of terms and in ×1, +0, 2·3 = 6. */
export function canonical(e: Expression): string {
  return JSON.stringify(sorted(e))
}

/** The terms after every bracket is opened, like terms not collected: what a learner writes next. */
export function openedTerms(e: Expression): string {
  return opened(e, 0).map(canonical).sort().join(' ')
}

function opened(e: Expression, depth: number): Expression[] {
  if (depth > 6) return [e]
  if (e.kind === 'sum') return e.terms.flatMap((term) => opened(term, depth + 1))
  if (e.kind === 'negative') return opened(e.of, depth + 1).map((term) => ({ kind: 'negative', of: term }))
  if (e.kind !== 'product') return [e]
  let terms: Expression[][] = [[]]
  for (const factor of e.factors) {
    const parts = opened(factor, depth + 1)
    if (terms.length * parts.length > 40) return [e]
    terms = terms.flatMap((term) => parts.map((part) => [...term, part]))
  }
  return terms.map((factors) => ({ kind: 'product', factors }))
}

function sorted(e: Expression): Expression {
  const inner = mapParts(e, sorted)
  if (inner.kind === 'negative' && inner.of.kind === 'negative') return inner.of.of
  if (inner.kind === 'negative' && inner.of.kind === 'number' && Number(inner.of.text) === 0) return inner.of
  if (inner.kind === 'power' && inner.exponent.kind === 'number') {
    const exponent = Number(inner.exponent.text)
    if (exponent === 1) return inner.base
    if (inner.base.kind === 'number' && Number.isInteger(exponent) && exponent >= 0 && exponent < 12)
      return { kind: 'number', text: String(Number(inner.base.text) ** exponent) }
  }
  if (inner.kind === 'quotient' && inner.under.kind === 'number' && Number(inner.under.text) === 1)
    return inner.over
  if (inner.kind === 'sum') {
    const flat = inner.terms.flatMap((term) => (term.kind === 'sum' ? term.terms : [term]))
    return gather(flat, 'sum')
  }
  if (inner.kind === 'product') {
    const flat = inner.factors.flatMap((factor) => (factor.kind === 'product' ? factor.factors : [factor]))
    const signs = flat.filter((factor) => factor.kind === 'negative').length
    const bare = gather(
      flat.map((factor) => (factor.kind === 'negative' ? factor.of : factor)),
      'product',
    )
    return signs % 2 === 1 ? { kind: 'negative', of: bare } : bare
  }
  return inner
}

/** Works out the numbers among the parts and sorts the rest. */
function gather(parts: readonly Expression[], kind: 'sum' | 'product'): Expression {
  let total = kind === 'sum' ? 0 : 1
  const others: Expression[] = []
  for (const part of parts) {
    const value =
      part.kind === 'number'
        ? Number(part.text)
        : part.kind === 'negative' && part.of.kind === 'number'
          ? -Number(part.of.text)
          : null
    if (value === null) others.push(part)
    else total = kind === 'sum' ? total + value : total * value
  }
  const number: Expression =
    total < 0
      ? { kind: 'negative', of: { kind: 'number', text: String(-total) } }
      : { kind: 'number', text: String(total) }
  const neutral = total === (kind === 'sum' ? 0 : 1)
  const all = others
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .concat(neutral && others.length > 0 ? [] : [number])
  const [only] = all
  if (all.length === 1 && only) return only
  return kind === 'sum' ? { kind, terms: all } : { kind, factors: all }
}
