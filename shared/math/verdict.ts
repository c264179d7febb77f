import type { Catalogue } from '../catalogue/catalogue.ts'

/** Values of the variables at one point, e.g. `{ x: 1 }`. */
export type Assignment = Record<string, number>

/**
 * What one side of a line comes to at a point. `line` is a 0-based index, `text` the side as the learner
 * wrote it, `value` is NaN where the side has no real value. `whole` is a line without a relation.
 */
export type SideValue = { line: number; side: 'left' | 'right' | 'whole'; text: string; value: number }

/** Evidence a person can check by hand. */
export type Proof =
  /** One side of the line is unchanged; this one is not, and differs at the point. */
  | { kind: 'sides-differ'; at: Assignment; values: [SideValue, SideValue] }
  /** The point solves one line but not the other; both sides of both lines. */
  | { kind: 'solution-lost' | 'solution-gained'; at: Assignment; values: SideValue[] }
  /** Two sides joined by = inside one line are not equal. */
  | { kind: 'false-equality'; at: Assignment; values: [SideValue, SideValue] }

export type SlipId = keyof Catalogue['slips']['rules']
export type QuestionId = keyof Catalogue['slips']['questions']

/** A question of the catalogue, and the printed expressions it is about. */
export type Question = { id: QuestionId; about: string[] }

/**
 * A known kind of mistake that reproduces the learner's line exactly. Its rule is in the catalogue. `step` is the
 * line as the rule makes it, where the checker has found that this follows and is not the end of the exercise.
 */
export type Slip = { id: SlipId; question: Question; step?: string }

export type WhyUndecided = 'first' | 'prose' | 'unfinished' | 'too-long' | 'not-parsed' | 'undecided'

/** `line` and `from` are 0-based indexes into the lines; `from` is the line it was compared with. */
export type LineVerdict =
  | { verdict: 'follows'; line: number; from: number | null }
  | { verdict: 'does-not-follow'; line: number; from: number | null; proof: Proof; slip: Slip | null }
  | { verdict: 'cannot-tell'; line: number; why: WhyUndecided }

export const isWrong = ({ verdict }: LineVerdict): boolean => verdict === 'does-not-follow'

/** The verdicts of one reading, with those lines in doubt that are not wrong in the other. */
export function wrongInBoth(some: readonly LineVerdict[], others: readonly LineVerdict[]): LineVerdict[] {
  return some.map((one, i) => {
    const other = others[i]
    return isWrong(one) && other && !isWrong(other)
      ? { verdict: 'cannot-tell', line: one.line, why: 'undecided' }
      : one
  })
}
