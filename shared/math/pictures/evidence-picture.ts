import { within } from '../budget.ts'
import { type Entry, isSolvedFor } from '../entry.ts'
import { compareMeasured, measure } from '../evaluate.ts'
import { asEquation, type Side } from '../statement.ts'
import { exactly, type NearPoint, truthOf } from '../truth.ts'
import { areaPicture } from './area-picture.ts'
import { circlePicture } from './circle-picture.ts'
import { functionsPicture } from './functions-picture.ts'
import { numberLinePicture } from './number-line-picture.ts'
import type { Picture } from './picture.ts'
import { type Meaning, meaningsOf, type ReadSide, readSide, readStatement } from './read-sides.ts'
import type { Witness } from './witness.ts'

/** Evaluations (see budget.ts) that one picture may cost: at most some 25 ms. */
const WORK = 300_000
/** Longer lines say more as text. */
const LONGEST = 300

/**
 * The picture that says more than the text about why the last line does not follow; null where none does: bare
 * numbers, several variables, and whatever our own evaluation does not show again at the witness's point.
 * @param lines as written: the line before, if there is one, and the one that does not follow
 */
export function evidencePicture(lines: readonly string[], witness: Witness): Picture | null {
  const texts = [...lines, ...witness.sides]
  if (texts.some((text) => text.length > LONGEST)) return null
  return within(WORK, () => {
    for (const meaning of meaningsOf(texts)) {
      const picture =
        witness.sides.length === 2 ? ofSides(witness, meaning) : ofLines(lines, witness, meaning)
      if (picture) return picture
    }
    return null
  })
}

/** Two sides that should be the same and are not. */
function ofSides({ sides, at }: Witness, meaning: Meaning): Picture | null {
  const [before, after] = sides.map((text) => readSide(text, meaning))
  if (!before || !after) return null
  const [one, other] = [measure(before.meant, at), measure(after.meant, at)]
  const compared = compareMeasured(one, other)
  if (compared !== 'different') return null
  const area = areaPicture(before.written, after.written)
  if (area) return area
  const circle = circlePicture(before, after, at)
  if (circle) return circle
  const [variable, more] = new Set([...before.variables, ...after.variables])
  const x = variable === undefined ? undefined : at[variable]
  if (variable === undefined || more !== undefined || x === undefined) return null
  const gap = { x, from: one.value, to: other.value }
  return functionsPicture([before, after], variable, meaning.degrees, { shows: 'differ', gap, meets: null })
}

/** A point that solves one line and not the other. */
function ofLines(lines: readonly string[], { kind, at }: Witness, meaning: Meaning): Picture | null {
  const [earlier, later, more] = lines.map((text) => readStatement(text, meaning))
  const [variable, second] = Object.keys(at)
  const x = variable === undefined ? undefined : at[variable]
  if (!earlier || !later || more || variable === undefined || second !== undefined || x === undefined)
    return null
  if ([earlier, later].some(({ variables }) => variables.some((name) => name !== variable))) return null
  const lost = kind === 'solution-lost'
  // The point may be a root that was found by search, known to ten digits.
  const point: NearPoint = Number.isInteger(x * 4)
    ? exactly(at)
    : { at, name: variable, error: 1e-9 * Math.max(1, Math.abs(x)) }
  const [solved, failed] = lost ? [earlier, later] : [later, earlier]
  if (!['true', 'unsure'].includes(truthOf(solved.statement, point))) return null
  if (!['false', 'outside'].includes(truthOf(failed.statement, point))) return null
  if ([earlier, later].some((entry) => entry.kind === 'inequality'))
    return numberLinePicture([earlier, later], variable, { x, is: lost ? 'lost' : 'gained' })
  return ofEquations(earlier, later, variable, x, lost, meaning)
}

function ofEquations(
  earlier: Entry,
  later: Entry,
  variable: string,
  x: number,
  lost: boolean,
  meaning: Meaning,
): Picture | null {
  const laterSolved = isSolvedFor(later.statement, variable)
  const apart = lost && !laterSolved
  const shown = sidesIn(apart ? later : earlier, meaning)
  if (!shown) return null
  const [left, right] = shown
  const at = { [variable]: x }
  const [one, other] = [measure(left.meant, at).value, measure(right.meant, at).value]
  const circle = circlePicture(left, right, at)
  if (circle) return circle
  if (!Number.isFinite(one) || !Number.isFinite(other)) return null
  const meets = lost && laterSolved
  return functionsPicture([left, right], variable, meaning.degrees, {
    shows: meets ? 'lost' : apart ? 'apart' : 'gained',
    gap: meets ? null : { x, from: one, to: other },
    meets: meets ? [x, one] : null,
  })
}

function sidesIn(entry: Entry, meaning: Meaning): [ReadSide, ReadSide] | null {
  const equation = asEquation(entry.written)
  const [left, right] = equation
    ? [equation.left, equation.right].map((side: Side) => readSide(side.text, meaning))
    : []
  return left && right ? [left, right] : null
}
