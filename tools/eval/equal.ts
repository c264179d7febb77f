import * as v from 'valibot'
import { equalAnswers } from '../../shared/math/equal-answers.ts'
import { evidenceText } from '../../shared/math/evidence-text.ts'
import { type Evaluation, GENERATED, kindLines, percentile, rate } from './evaluation.ts'
import { generatePairs } from './generate/generate-pairs.ts'

const schema = v.object({
  id: v.string(),
  a: v.string(),
  b: v.string(),
  equal: v.nullable(v.boolean()),
  kind: v.optional(v.string()),
})
export type EqualCase = v.InferOutput<typeof schema>
type Scored = EqualCase & {
  verdict: string
  score: 'right' | 'wrong' | 'cannot-tell'
  reason: string
  ms: number
}

const SEED = 20_250_101

function score(one: EqualCase): Scored {
  const start = performance.now()
  const answer = equalAnswers(one.a, one.b, { seed: SEED })
  const ms = performance.now() - start
  const told = answer.verdict === 'cannot-tell' ? null : answer.verdict === 'equal'
  const right = told === one.equal
  const reason = answer.verdict === 'different' ? evidenceText(answer.proof, 'en') : ''
  return {
    ...one,
    verdict: answer.verdict,
    score: right ? 'right' : told === null ? 'cannot-tell' : 'wrong',
    reason,
    ms,
  }
}

function figures(label: string, scored: readonly Scored[]): string {
  const n = scored.length
  const count = (what: Scored['score']) => scored.filter((one) => one.score === what).length
  const ms = percentile(
    scored.map((one) => one.ms),
    0.99,
  ).toFixed(2)
  const rates = `right=${rate(count('right'), n)} wrong=${count('wrong')}/${n} cannot_tell=${count('cannot-tell')}/${n}`
  return `${label} ${rates} ms_p99=${ms}`
}

/** Do two answers mean the same? */
export const equal: Evaluation<typeof schema> = {
  name: 'equal',
  schema,
  generate: () => generatePairs(600, GENERATED),
  async run(cases, options) {
    const scored = cases.map(score)
    const kinds = options.byKind ? kindLines('equal', scored, figures) : []
    // Loaded when asked for: the libraries take seconds.
    if (options.peers) kinds.push(...(await import('./peers.ts')).peersOnEqual(cases))
    return { figures: figures('equal', scored), kinds, results: scored }
  },
}
