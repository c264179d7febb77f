import * as v from 'valibot'
import { type Act, HOLD } from '../../shared/acts/act.ts'
import type { Computed, ComputeRequest } from '../../shared/percepts/computation.ts'
import type { CheckRequest, Finding, Percept } from '../../shared/percepts/percept.ts'
import { computedOf } from '../senses/computed-of.ts'
import { digestOf } from './digest.ts'
import type { LoopState } from './loop-state.ts'
import { enact, perceiveAll } from './micro-turn.ts'
import type { Policy } from './policy.ts'
import { lastAtRest, restedUntil } from './rest.ts'
import { rulePolicy } from './rule-policy.ts'
import { parseSnapshot } from './snapshot.ts'
import { type TraceRow, TraceRowSchema } from './trace.ts'

/** Where a replay first parted from its trace. */
export interface Parting {
  turn: number
  what: 'act' | 'outcome' | 'finding' | 'answer'
  expected: string
  got: string
}

export interface ReplayResult {
  turns: number
  acts: Act[]
  /** null: the same, byte for byte. */
  parting: Parting | null
}

/**
 * How what came from outside the pure core is had again.
 * recorded: acts and findings are taken from the trace; recomputed: policy and checker run again and must agree.
 */
export type ReplayMode = { mode: 'recorded' } | ({ mode: 'recomputed'; policy: Policy } & Outside)

interface Outside {
  check: (request: CheckRequest) => Finding
  /** The solver itself without it. */
  compute?: (request: ComputeRequest) => Computed
}

/**
 * Plays one run again from its first row, every micro-turn of the grid, and stops at the first difference.
 * @param watch told the memory after each micro-turn that was not rest, and what it took in
 * @throws Error when the rows are no trace: wrong shape, no start, more than one run, another policy version
 */
export async function replay(
  rows: readonly unknown[],
  how: ReplayMode,
  watch: (state: LoopState, percepts: readonly Percept[]) => void = () => undefined,
): Promise<ReplayResult> {
  const trace = rows.map((row) => v.parse(TraceRowSchema, row)).sort((a, b) => a.turn - b.turn)
  const first = trace[0]
  if (first === undefined) throw new Error('The trace is empty.')
  if (trace.some((row) => row.run !== first.run)) throw new Error('The trace holds more than one run.')
  if (how.mode === 'recomputed') {
    const unknown = trace.find(({ policy }) => policy !== undefined && policyOf(how, policy) === null)
    if (unknown !== undefined)
      throw new Error(`The trace was made by policy ${unknown.policy}, not ${how.policy.version}.`)
  }
  let policy = first.policy ?? ''
  let state: LoopState = parseSnapshot(first.start)
  const byTurn = new Map(trace.map((row) => [row.turn, row]))
  const leftOut = turnsLeftOut(trace)
  const last = trace.at(-1)?.turn ?? first.turn
  const acts: Act[] = []
  for (let turn = first.turn; turn <= last; turn += 1) {
    const row = byTurn.get(turn)
    const percepts = row?.percepts ?? []
    policy = row?.policy ?? policy
    if (leftOut.has(turn)) continue
    if (row === undefined && turn <= lastAtRest(state)) {
      state = restedUntil(state, turn)
      continue
    }
    const parting = how.mode === 'recomputed' ? recheck(turn, percepts, how) : null
    if (parting !== null) return { turns: turn - first.turn, acts, parting }
    const { work, frame } = perceiveAll(state, turn, percepts)
    const held = percepts.some((percept) => percept.from === 'door' && percept.it.kind === 'policy-late')
    const decision =
      how.mode === 'recomputed'
        ? held
          ? null
          : ((await policyOf(how, policy)?.(frame, state.policy)) ?? null)
        : { act: row?.act ?? HOLD, beliefs: {}, state: state.policy }
    const act = enact(work, decision)
    const digest = digestOf(frame, act, work)
    if (row !== undefined && JSON.stringify(act) !== JSON.stringify(row.act))
      return part(turn, 'act', JSON.stringify(row.act), JSON.stringify(act))
    if (row !== undefined && digest !== row.digest) return part(turn, 'outcome', row.digest, digest)
    if (row === undefined && act.kind !== 'hold') return part(turn, 'act', 'hold', JSON.stringify(act))
    if (act.kind !== 'hold') acts.push(act)
    state = work.state
    watch(state, percepts)
  }
  return { turns: last - first.turn + 1, acts, parting: null }

  function part(turn: number, what: Parting['what'], expected: string, got: string): ReplayResult {
    return { turns: turn - (first?.turn ?? 0), acts, parting: { turn, what, expected, got } }
  }
}

/** The rules decide wherever the network does not. */
function policyOf(how: { policy: Policy }, version: string): Policy | null {
  return [how.policy, rulePolicy].find((each) => each.version === version) ?? null
}

/** Micro-turns that the loop did not run: a later row says so. */
function turnsLeftOut(trace: readonly TraceRow[]): Set<number> {
  const left = new Set<number>()
  for (const row of trace) {
    for (const percept of row.percepts) {
      if (percept.from !== 'door' || percept.it.kind !== 'late') continue
      for (let turn = row.turn - percept.it.turns; turn < row.turn; turn += 1) left.add(turn)
    }
  }
  return left
}

function recheck(
  turn: number,
  percepts: readonly Percept[],
  { check, compute = computedOf }: Outside,
): Parting | null {
  for (const percept of percepts) {
    if (percept.from === 'solver' && percept.it.answer !== null) {
      const expected = JSON.stringify(percept.it.answer)
      const got = JSON.stringify(compute(percept.it.request).answer)
      if (got !== expected) return { turn, what: 'answer', expected, got }
    }
    if (percept.from !== 'checker' || percept.it.failed) continue
    const expected = JSON.stringify(found(percept.it))
    const got = JSON.stringify(found(asToldBy(percept.it, check(percept.it.request))))
    if (got !== expected) return { turn, what: 'finding', expected, got }
  }
  return null
}

const found = ({ verdicts, copy }: Finding) => [verdicts, copy]

/** Older traces do not tell the step of a slip. */
function asToldBy(told: Finding, got: Finding): Finding {
  const verdicts = got.verdicts.map((verdict, index) => {
    const before = told.verdicts[index]
    if (verdict.verdict !== 'does-not-follow' || verdict.slip === null) return verdict
    if (before?.verdict !== 'does-not-follow' || before.slip?.step !== undefined) return verdict
    const { step: _, ...slip } = verdict.slip
    return { ...verdict, slip }
  })
  return { ...got, verdicts }
}
