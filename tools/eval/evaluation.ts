import type { GenericSchema, InferOutput } from 'valibot'

/** `peers`: rows for libraries alone, before the product's own. */
export type EvalOptions = { byKind: boolean; live: boolean; peers: boolean }

/**
 * `figures` is the line over all cases without `n` and `skipped`, which the command adds; `kinds` the same for
 * each kind, complete; `results` one object for each case.
 */
export type Outcome = { figures: string; kinds?: readonly string[]; results: readonly object[] }

/** One name of the eval command: the format of its cases and how they are scored. */
export type Evaluation<Schema extends GenericSchema = GenericSchema> = {
  name: string
  schema: Schema
  /** Cases drawn by machine, run beside the development file where no file is named. */
  generate?: () => InferOutput<Schema>[]
  run: (cases: InferOutput<Schema>[], options: EvalOptions) => Outcome | Promise<Outcome>
}

/** The seed of the cases that are drawn by machine. */
export const GENERATED = 20_261_124

/** Forgets the type of the cases, so that evaluations of all formats stand in one list. */
export function evaluation<Schema extends GenericSchema>(one: Evaluation<Schema>): Evaluation {
  return one as unknown as Evaluation
}

/** The value below which 99 of 100 lie, in the unit of the values; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** A fraction of 1 with three decimals; 1 of none, for nothing was missed. */
export const rate = (part: number, whole: number): string => (whole === 0 ? 1 : part / whole).toFixed(3)

/** The complete figures line of each kind; none when no case has a kind. */
export function kindLines<Case extends { kind?: string | undefined }>(
  name: string,
  cases: readonly Case[],
  figures: (label: string, some: readonly Case[]) => string,
): string[] {
  return [...byKind(cases)].map(
    ([kind, some]) => `${figures(`${name} kind=${kind}`, some)} n=${some.length} skipped=0`,
  )
}

function byKind<Case extends { kind?: string | undefined }>(cases: readonly Case[]): Map<string, Case[]> {
  const kinds = new Map<string, Case[]>()
  for (const one of cases) {
    if (one.kind === undefined) continue
    kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one])
  }
  return kinds
}
