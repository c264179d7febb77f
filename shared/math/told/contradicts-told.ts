import { within } from '../budget.ts'
import type { LineVerdict, SideValue } from '../verdict.ts'
import { falseAnswer } from './asked-answer.ts'
import { CHANCES } from './asked-chances.ts'
import { CHOICES } from './asked-choices.ts'
import { NUMBERS } from './asked-numbers.ts'
import { FIGURES } from './asked-shapes.ts'
import { falseConclusion } from './given-conclusions.ts'
import { falseContinuation } from './given-continuations.ts'
import { falseFormula, falseValueAt } from './given-formulas.ts'
import { type Found, type ToldLine, toldLine } from './given-line.ts'
import { falseMoment } from './given-moments.ts'
import { falseByPoints } from './given-points.ts'
import { falseProbability } from './given-probabilities.ts'
import { falseQuantity } from './given-quantities.ts'
import { falseTerm } from './given-sequences.ts'
import { falseSet } from './given-sets.ts'
import { falseReturn } from './given-substitution.ts'
import { falseOfSystem } from './given-systems.ts'
import { falseApproximation } from './given-values.ts'
import { falseVector } from './given-vectors.ts'
import type { Contradiction, ToldRule, Worth } from './told.ts'
import { addsIndependent, oneOrderOnly, sameUrnTwice } from './told-chances.ts'
import { convertedWrongly } from './told-conversion.ts'
import { movedOtherWay, pairsCrossed, wrongRow } from './told-graphs.ts'
import { cutOff, roundedDown } from './told-packing.ts'
import {
  addsChanges,
  changeOfNewValue,
  percentAsAmount,
  percentOfNewPrice,
  simpleForCompound,
} from './told-percent.ts'
import { averageOfSpeeds, moreWorkersNeedLess, turnedAround } from './told-rates.ts'
import { toldRounding } from './told-rounding.ts'

/** Every mistake that is known against a sentence. A new one is a function and a line here. */
const RULES: readonly ToldRule[] = [
  toldRounding,
  roundedDown,
  cutOff,
  convertedWrongly,
  addsChanges,
  percentOfNewPrice,
  changeOfNewValue,
  simpleForCompound,
  percentAsAmount,
  averageOfSpeeds,
  moreWorkersNeedLess,
  turnedAround,
  sameUrnTwice,
  addsIndependent,
  oneOrderOnly,
  movedOtherWay,
  wrongRow,
  pairsCrossed,
]

/** What was given so that it can be reckoned with: terms, points, chances, quantities. */
const GIVEN: readonly ((
  here: ToldLine,
  above: readonly ToldLine[],
  below: readonly ToldLine[],
) => Found | null)[] = [
  falseTerm,
  falseByPoints,
  falseVector,
  falseProbability,
  falseMoment,
  falseApproximation,
  falseQuantity,
  falseSet,
  falseContinuation,
  falseFormula,
  falseValueAt,
  (...all) => falseAnswer(...all, ASKED),
]
/** What holds also of a line that follows from the one above it: the solution of a false equation, or of another letter. */
const CONCLUDED = [falseConclusion, falseReturn, falseOfSystem]
/** What is asked for in words, and the mistakes that are known of it. */
const ASKED = [...CHOICES, ...NUMBERS, ...CHANCES, ...FIGURES]

/** Longer lines are another kind of text. */
const LONGEST = 400
const WORK = 20_000

/** The verdicts, with those lines found wrong that contradict a sentence; not the one that is being typed. */
export function againstTold(
  verdicts: readonly LineVerdict[],
  lines: readonly string[],
  lastUnfinished: boolean,
): LineVerdict[] {
  const finished = lastUnfinished ? lines.length - 1 : lines.length
  return verdicts.map((verdict, i) =>
    verdict.verdict === 'does-not-follow' || i >= finished
      ? verdict
      : (contradictsTold(lines.slice(0, finished), i, verdict) ?? verdict),
  )
}

/** The verdict on a line that contradicts a sentence before it; null where no rule knows that it does. */
function contradictsTold(lines: readonly string[], at: number, before: LineVerdict): LineVerdict | null {
  const text = lines[at] ?? ''
  if (!/\d/.test(text) || text.length > LONGEST) return null
  const near = lines.map((line, i) => (i > at - 8 && line.length <= LONGEST ? line : ''))
  for (const rule of RULES) {
    const found = within(WORK, () => rule(near, at))
    if (found) return verdictOf(found, at)
  }
  return contradictsGiven(near, at, before)
}

/** The working of one exercise: what was given before a label (b), 2.) is not given any more. */
const LABEL = /^\s*(?:\(?[a-h]\)|\d{1,2}[.)])\s/
/** m = 7 alone: where it follows from the line above, that one was false if it is. */
const WORKED_OUT = /^\s*[A-Za-z]\w*\s*[=≈]\s*[-−]?[\d.,/]+\s*$/

function contradictsGiven(lines: readonly string[], at: number, before: LineVerdict): LineVerdict | null {
  const text = lines[at] ?? ''
  if (/[?✗✘❌]|\b(?:not|nicht|falsch|wrong)\b/i.test(text)) return null
  const begun = Math.max(
    0,
    lines.findLastIndex((line, i) => i <= at && LABEL.test(line)),
  )
  const above = lines.slice(begun, at).map((line, i) => toldLine(begun + i, line))
  const below = lines.slice(at + 1).map((line, i) => toldLine(at + 1 + i, line))
  const here = toldLine(at, text)
  const rules = before.verdict === 'follows' && WORKED_OUT.test(text) ? CONCLUDED : [...GIVEN, ...CONCLUDED]
  for (const rule of rules) {
    const found = within(WORK, () => rule(here, above, below))
    if (found) return { verdict: 'does-not-follow', line: at, ...found, slip: null }
  }
  return null
}

function verdictOf({ told, claimed, at = {}, slip }: Contradiction, line: number): LineVerdict {
  const values: [SideValue, SideValue] = [whole(told), whole(claimed)]
  const kind = told.line === claimed.line ? 'false-equality' : 'sides-differ'
  const from = told.line === line ? null : told.line
  return { verdict: 'does-not-follow', line, from, proof: { kind, at, values }, slip: slip ?? null }
}

const whole = ({ line, text, value }: Worth): SideValue => ({ line, side: 'whole', text, value })
