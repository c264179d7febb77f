import * as v from 'valibot'
import { checkWorking } from '../../shared/math/check-working.ts'
import { evidenceText } from '../../shared/math/evidence-text.ts'
import type { LineVerdict } from '../../shared/math/verdict.ts'
import { type Evaluation, GENERATED, kindLines, percentile, rate } from './evaluation.ts'
import { generateSteps } from './generate/generate-steps.ts'
import { firstLiveFlag } from './steps-live.ts'

const schema = v.object({
  id: v.string(),
  lines: v.array(v.string()),
  wrong: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  slip: v.optional(v.nullable(v.string())),
  kind: v.optional(v.string()),
})
export type StepsCase = v.InferOutput<typeof schema>

/** The first line flagged. `unfinished`: it was still being typed, which makes any flag a false alarm. */
export type Flag = { verdict: LineVerdict & { verdict: 'does-not-follow' }; unfinished: boolean }

type Scored = StepsCase & {
  flagged: number | null
  diagnosed: string | null
  score: 'right' | 'missed' | 'false-alarm' | 'other-line'
  reason: string
  /** For a line: of a whole working its mean, live the longest check. */
  ms: number
}

export const SEED = 20_250_101

export function firstFlag(verdicts: readonly LineVerdict[]): Flag | null {
  for (const verdict of verdicts)
    if (verdict.verdict === 'does-not-follow') return { verdict, unfinished: false }
  return null
}

function score(one: StepsCase, live: boolean): Scored {
  const start = performance.now()
  const batch = live ? null : firstFlag(checkWorking(one.lines, { seed: SEED }))
  const msForLine = (performance.now() - start) / Math.max(1, one.lines.length)
  const timed = live ? firstLiveFlag(one.lines) : { flag: batch, slowestMs: msForLine }
  const { flag } = timed
  const flagged = flag?.verdict.line ?? null
  const exact = flagged === one.wrong && !flag?.unfinished
  const missed = flagged === null ? ('missed' as const) : ('other-line' as const)
  return {
    ...one,
    flagged,
    diagnosed: flag?.verdict.slip?.id ?? null,
    score: exact ? 'right' : one.wrong === null ? 'false-alarm' : missed,
    reason: flag
      ? `${flag.unfinished ? '(unfinished line) ' : ''}${evidenceText(flag.verdict.proof, 'en')}`
      : '',
    ms: timed.slowestMs,
  }
}

function figures(label: string, scored: readonly Scored[]): string {
  const wrong = scored.filter((one) => one.wrong !== null)
  const correct = scored.filter((one) => one.wrong === null)
  const found = wrong.filter((one) => one.score === 'right')
  const flagged = scored.filter((one) => one.flagged !== null)
  const alarms = correct.filter((one) => one.score === 'false-alarm')
  const withSlip = found.filter((one) => one.slip)
  const named = withSlip.filter((one) => one.diagnosed === one.slip)
  const ms = percentile(
    scored.map((one) => one.ms),
    0.99,
  ).toFixed(2)
  return [
    label,
    `precision=${rate(found.length, flagged.length)}`,
    `recall=${rate(found.length, wrong.length)}`,
    `false_alarms=${alarms.length}/${correct.length}`,
    `diagnosed=${named.length}/${withSlip.length}`,
    `ms_p99=${ms}`,
  ].join(' ')
}

/** Which line of a working is the first that does not follow? */
export const steps: Evaluation<typeof schema> = {
  name: 'steps',
  schema,
  generate: () => generateSteps(1800, GENERATED),
  async run(cases, options) {
    const scored = cases.map((one) => score(one, options.live))
    const kinds = options.byKind ? kindLines('steps', scored, figures) : []
    // Loaded when asked for: the libraries take seconds.
    if (options.peers) kinds.push(...(await import('./peers.ts')).peersOnSteps(cases))
    return { figures: figures('steps', scored), kinds, results: scored }
  },
}
