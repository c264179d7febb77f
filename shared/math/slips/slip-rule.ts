import { type Expression, mapParts, partsOf } from '../expression.ts'
import type { Question, QuestionId, SlipId } from '../verdict.ts'

/**
 * What one mistake makes of an expression, with the question to ask about it. `instead` is what the rule gives
 * there when it is followed, not worked out further; left out where the rule says only what may not be done.
 */
export type Result = { result: Expression; question: Question; instead?: Expression }
/** What one mistake makes of an equation. */
export type EquationResult = Sides & { question: Question; instead?: Sides }
export type Sides = { left: Expression; right: Expression }

/**
 * One kind of slip. The functions give what the slip would make of the line before, unsimplified; the
 * diagnosis compares that with what the learner wrote.
 */
export type SlipRule = {
  /** The field's name of the mistake, in kebab case. */
  id: SlipId
  /** Where the mistake is described. */
  source: string
  /** A line and what the slip makes of it. */
  example: { from: string; to: string }
  /** At one place of an expression; the diagnosis tries every place. */
  at?: (e: Expression) => Result[]
  /** On an expression whose derivative is asked for. */
  derivative?: (e: Expression, by: string) => Result[]
  /** On an expression whose antiderivative is asked for; the constant is left out. */
  integral?: (e: Expression, by: string) => Result[]
  onEquation?: (left: Expression, right: Expression) => EquationResult[]
}

/** A question of the catalogue, about what is printed in it. */
export function ask(id: QuestionId, ...about: string[]): Question {
  return { id, about }
}

/** The slip at each single place of an expression. */
export function atEveryPlace(e: Expression, at: (e: Expression) => Result[], limit = 40): Result[] {
  const results = [...at(e)]
  const parts = partsOf(e)
  parts.forEach((part, index) => {
    if (results.length > limit) return
    const inPlace = (one: Expression): Expression => {
      let k = 0
      return mapParts(e, (other) => (k++ === index ? one : other))
    }
    for (const { result, question, instead } of atEveryPlace(part, at, limit))
      results.push({ result: inPlace(result), question, ...(instead && { instead: inPlace(instead) }) })
  })
  return results
}
