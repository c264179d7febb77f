import type { Entry } from './entry.ts'
import { evaluate } from './evaluate.ts'
import { type Side, sidesOf } from './statement.ts'
import type { Assignment, Proof, SideValue } from './verdict.ts'

export type Placed = { line: number; side: SideValue['side']; content: Side }

export function sideValue(placed: Placed, at: Assignment): SideValue {
  const { expression, text } = placed.content
  return { line: placed.line, side: placed.side, text, value: evaluate(expression, at) }
}

/** Two sides that should be equal, and are not at the point. */
export function differProof(
  kind: 'sides-differ' | 'false-equality',
  a: Placed,
  b: Placed,
  at: Assignment,
): Proof {
  return { kind, at, values: [sideValue(a, at), sideValue(b, at)] }
}

/** Both sides of both lines at a point that solves only one of them. */
export function solutionProof(
  kind: 'solution-lost' | 'solution-gained',
  a: Entry,
  b: Entry,
  at: Assignment,
): Proof {
  const values = [a, b].flatMap((entry) =>
    sidesOf(entry.statement).map((content, i) =>
      sideValue({ line: entry.line, side: i % 2 === 0 ? 'left' : 'right', content }, at),
    ),
  )
  return { kind, at, values }
}
