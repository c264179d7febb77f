import { checkAgainst } from '../check-equation.ts'
import type { Entry } from '../entry.ts'
import type { Relation } from '../token.ts'
import type { Slip } from '../verdict.ts'
import { ask } from './slip-rule.ts'

const FLIPPED: Readonly<Record<Relation, Relation>> = {
  '<': '>',
  '>': '<',
  '≤': '≥',
  '≥': '≤',
  '=': '=',
  '≈': '≈',
  '≠': '≠',
}

/** −2x < 6 → x < −3: with the sign turned round the line would follow. */
export function inequalityNotFlipped(from: Entry, entry: Entry, seed: number): Slip | null {
  const [name] = entry.variables
  if (entry.kind !== 'inequality' || from.kind !== 'inequality' || name === undefined) return null
  const cases = entry.statement.cases.map((chains) =>
    chains.map((chain) => ({ ...chain, relations: chain.relations.map((relation) => FLIPPED[relation]) })),
  )
  const turned: Entry = { ...entry, statement: { ...entry.statement, cases } }
  const step = checkAgainst(from, turned, name, {
    facts: [],
    later: [],
    seed,
    degrees: false,
    positive: false,
  })
  if (step.verdict !== 'follows') return null
  return {
    id: 'inequality-not-flipped',
    question: ask('inequality-not-flipped'),
  }
}
