import { evaluate } from '../evaluate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { printExpression } from '../print-expression.ts'
import type { Assignment } from '../verdict.ts'
import type { CirclePicture } from './picture.ts'
import type { ReadSide } from './read-sides.ts'

/** A value further out would not fit beside the circle. */
const FURTHEST = 1.25
/** Values closer than this cannot be told apart in a picture. */
const CLOSEST = 0.02
const SHOWN = ['sin', 'cos', 'tan'] as const

/**
 * An angle whose sine, cosine or tangent is not what the line says: sin 30° = √3/2, or sin x = 1/2 at x = 60°.
 * Null when neither side is one function of an angle, or the other depends on more.
 */
export function circlePicture(left: ReadSide, right: ReadSide, at: Assignment): CirclePicture | null {
  return ofSides(left, right, at) ?? ofSides(right, left, at)
}

function ofSides(side: ReadSide, other: ReadSide, at: Assignment): CirclePicture | null {
  const { written, meant } = side
  if (written.kind !== 'call' || meant.kind !== 'call' || other.variables.length > 0) return null
  const shown = SHOWN.find((name) => name === written.name)
  if (shown === undefined || !isPlain(written.of)) return null
  const angle = evaluate(meant.of, at)
  const value = evaluate(meant, at)
  const claimed = evaluate(other.meant, at)
  if (!(Math.abs(angle) <= 4 * Math.PI) || !(Math.abs(value) <= FURTHEST)) return null
  if (!(Math.abs(claimed) <= FURTHEST) || Math.abs(value - claimed) < CLOSEST) return null
  return {
    kind: 'circle',
    function: shown,
    angle,
    angleLabel: printExpression(written.of),
    value,
    claimed,
    claimedLabel: printExpression(other.written),
  }
}

/** An angle written as one number, or as the variable itself. */
const isPlain = (of: Expression): boolean => of.kind === 'symbol' || variablesOf(of).length === 0
