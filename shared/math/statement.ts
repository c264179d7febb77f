import type { Expression } from './expression.ts'
import type { Relation } from './token.ts'

/** One side, with the text as the learner wrote it. */
export type Side = { expression: Expression; text: string }

/** a = b < c: always one relation fewer than sides. One side alone is an expression without a relation. */
export type Chain = { sides: readonly Side[]; relations: readonly Relation[] }

/**
 * What a line claims: any of the cases, each a conjunction of chains. x = 3 or x = −3 has two cases;
 * x² = 9, x > 0 has one case of two chains.
 */
export type Statement = {
  cases: readonly (readonly Chain[])[]
  /** The line began with a relation and goes on from the last side of the line before. */
  continues: boolean
  /** It goes on with ≈. */
  roughly?: boolean
  text: string
}

/**
 * How words around the mathematics change what it claims. `plain`: claims that it follows. `given`: states
 * something new (let, if, where). `denied`: says that it is false, or asks.
 */
export type Stance = 'plain' | 'given' | 'denied'

export type ParsedLine =
  | {
      kind: 'statements'
      statements: readonly Statement[]
      stance: Stance
      words: readonly string[]
      /** The line begins with a label such as "b)". */
      labelled: boolean
      /** The line could be read in another way (1/2x, 2,5). */
      ambiguous: boolean
    }
  | { kind: 'nothing'; why: 'blank' | 'prose' | 'unfinished' | 'too-long' | 'not-parsed' }

/** The only chain of a statement that has one. */
export function onlyChain(statement: Statement): Chain | null {
  const [chains, ...others] = statement.cases
  return others.length === 0 && chains?.length === 1 ? (chains[0] ?? null) : null
}

/** The two sides of a plain equation. */
export function asEquation(statement: Statement): { left: Side; right: Side } | null {
  const chain = onlyChain(statement)
  const [left, right, more] = chain?.sides ?? []
  return left && right && !more && chain?.relations[0] === '=' ? { left, right } : null
}

/** The side of a line without a relation. */
export function asExpression(statement: Statement): Side | null {
  const chain = onlyChain(statement)
  return chain?.relations.length === 0 && !statement.continues ? (chain.sides[0] ?? null) : null
}

export function sidesOf(statement: Statement): Side[] {
  return statement.cases.flatMap((chains) => chains.flatMap((chain) => [...chain.sides]))
}

/** The statement with every side changed. */
export function mapSides(statement: Statement, change: (e: Expression) => Expression): Statement {
  return {
    ...statement,
    cases: statement.cases.map((chains) =>
      chains.map((chain) => ({
        ...chain,
        sides: chain.sides.map((side) => ({ ...side, expression: change(side.expression) })),
      })),
    ),
  }
}
