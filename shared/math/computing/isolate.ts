import { evaluate } from '../evaluate.ts'
import {
  call,
  type Expression,
  negative,
  number,
  partsOf,
  power,
  product,
  quotient,
  root,
  sum,
  variablesOf,
} from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import { type Operation, operation, type SolutionStep } from './step.ts'
import { workOutNumbers } from './work-out-numbers.ts'

/** What the unknown equals, all of it, and how to get there; no value is the proof that there is none. */
export type Isolated = { values: Expression[]; steps: SolutionStep[] }

/** `rights`: what the part that holds the unknown equals, one of them. */
type Undone = { left: Expression; rights: Expression[]; done: Operation }

/**
 * An equation in which the unknown stands once, undone from outside: ln(x + 1) = 2, 3·2^x = 24, |x − 1| = 4. Each step keeps
 * all solutions; that none was added is for whoever asks to verify. Null where a step is not known.
 */
export function isolate(text: string, left: Expression, right: Expression, name: string): Isolated | null {
  if (timesIn(left, name) + timesIn(right, name) !== 1) return null
  let [held, others] = timesIn(left, name) === 1 ? [left, [right]] : [right, [left]]
  const steps: SolutionStep[] = [{ line: text, operation: null }]
  while (held.kind !== 'symbol') {
    const undone = undo(held, others, name)
    if (!undone) return null
    held = undone.left
    others = undone.rights.map(workOutNumbers)
    if (others.length === 0) return { values: [], steps: [] }
    const line = others.map((each) => `${printExpression(held)} = ${printExpression(each)}`).join(' or ')
    if (steps.at(-1)?.line !== line) steps.push({ line, operation: undone.done })
  }
  return { values: others, steps }
}

const timesIn = (e: Expression, name: string): number =>
  e.kind === 'symbol' && e.name === name ? 1 : partsOf(e).reduce((all, part) => all + timesIn(part, name), 0)

const worth = (e: Expression): number => (variablesOf(e).length > 0 ? Number.NaN : evaluate(e, {}))

function undo(e: Expression, rights: readonly Expression[], name: string): Undone | null {
  const holds = (part: Expression): boolean => timesIn(part, name) > 0
  const each = (left: Expression, done: Operation, change: (right: Expression) => Expression): Undone => ({
    left,
    rights: rights.map(change),
    done,
  })
  switch (e.kind) {
    case 'negative':
      return each(e.of, operation('multiply', '−1'), negative)
    case 'sum': {
      const left = e.terms.find(holds)
      const rest = sum(e.terms.filter((term) => term !== left))
      if (!left) return null
      const done =
        rest.kind === 'negative'
          ? operation('add', printExpression(rest.of))
          : operation('subtract', printExpression(rest))
      return each(left, done, (right) => sum([right, negative(rest)]))
    }
    case 'product': {
      const left = e.factors.find(holds)
      const by = product(e.factors.filter((factor) => factor !== left))
      if (!left || !(Math.abs(worth(by)) > 0)) return null
      return each(left, operation('divide', printExpression(by)), (right) => quotient(right, by))
    }
    case 'quotient': {
      const under = e.under
      if (holds(e.over))
        return each(e.over, operation('multiply', printExpression(under)), (right) => product([right, under]))
      if (rights.some((right) => !(Math.abs(worth(right)) > 1e-9))) return null
      return each(under, operation('multiply', printExpression(under)), (right) => quotient(e.over, right))
    }
    case 'power':
      return holds(e.base) ? undoPower(e.base, e.exponent, rights) : undoExponential(e, rights)
    case 'root': {
      const index = worth(e.index)
      if (!Number.isInteger(index) || index < 2) return null
      const able = index % 2 === 1 ? rights : rights.filter((right) => worth(right) >= 0)
      const done = index === 2 ? operation('square') : operation('raise', printExpression(e.index))
      return { left: e.of, rights: able.map((right) => power(right, e.index)), done }
    }
    case 'call':
      return undoCall(e, rights)
    default:
      return null
  }
}

function undoPower(base: Expression, exponent: Expression, rights: readonly Expression[]): Undone | null {
  const degree = worth(exponent)
  if (!Number.isInteger(degree) || degree < 2) return null
  const rootOf = (right: Expression): Expression => root(right, exponent)
  if (degree % 2 === 1)
    return { left: base, rights: rights.map(rootOf), done: operation('odd-root', printExpression(exponent)) }
  const able = rights.filter((right) => worth(right) >= 0)
  return {
    left: base,
    rights: able.flatMap((right) =>
      worth(right) === 0 ? [number(0)] : [negative(rootOf(right)), rootOf(right)],
    ),
    done: operation('root'),
  }
}

function undoExponential(e: Expression & { kind: 'power' }, rights: readonly Expression[]): Undone | null {
  const base = worth(e.base)
  if (!(base > 0) || Math.abs(base - 1) < 1e-9) return null
  const able = rights.filter((right) => worth(right) > 0)
  const natural = e.base.kind === 'constant'
  return {
    left: e.exponent,
    rights: able.map((right) =>
      natural ? call('ln', right) : quotient(call('ln', right), call('ln', e.base)),
    ),
    done: operation('logarithm'),
  }
}

function undoCall(e: Expression & { kind: 'call' }, rights: readonly Expression[]): Undone | null {
  if (e.base && variablesOf(e.base).length > 0) return null
  switch (e.name) {
    case 'ln':
    case 'log': {
      const base: Expression = e.name === 'ln' ? { kind: 'constant', name: 'e' } : (e.base ?? number(10))
      const done = operation('exponential', printExpression(base))
      return { left: e.of, rights: rights.map((right) => power(base, right)), done }
    }
    case 'exp': {
      const able = rights.filter((right) => worth(right) > 0)
      return { left: e.of, rights: able.map((right) => call('ln', right)), done: operation('logarithm') }
    }
    case 'abs': {
      const able = rights.filter((right) => worth(right) >= 0)
      return {
        left: e.of,
        rights: able.flatMap((right) => (worth(right) === 0 ? [number(0)] : [negative(right), right])),
        done: operation('absolute'),
      }
    }
    default:
      return null
  }
}
