import { networkPolicy } from '../../extension/turn/interaction/network-policy.ts'
import type { Policy } from '../../extension/turn/policy.ts'
import { rulePolicy } from '../../extension/turn/rule-policy.ts'
import { percentile } from './evaluation.ts'
import { nodeNetworks } from './node-networks.ts'
import { playConversation } from './timing/play-conversation.ts'
import { eager, silenceTimeout, waitForSend } from './timing/policies.ts'
import { addScore, type Count, noScore, scoreConversation, type TimingScore } from './timing/score-timing.ts'
import { type TimingCase, TimingCaseSchema } from './timing/timing-case.ts'

/** What the shipped policy is compared with. */
const BASELINES: readonly { policy: Policy; guarded: boolean }[] = [
  { policy: waitForSend, guarded: false },
  { policy: silenceTimeout(600), guarded: false },
  { policy: silenceTimeout(1000), guarded: false },
  { policy: eager, guarded: false },
  { policy: rulePolicy, guarded: true },
]

/** Conversations played against each policy, scored after tau-voice. */
export const timing = {
  name: 'timing',
  schema: TimingCaseSchema,
  async run(cases: TimingCase[]) {
    const results: object[] = []
    const lines: string[] = []
    const networks = await nodeNetworks()
    const shipped = networks === null ? [] : [{ policy: networkPolicy(networks), guarded: true }]
    for (const { policy, guarded } of [...BASELINES, ...shipped]) {
      const sum = noScore()
      for (const one of cases) {
        const score = scoreConversation(one, await playConversation(one, { policy, guarded }))
        addScore(sum, score)
        results.push({ policy: policy.version, id: one.id, ...score })
      }
      lines.push(timingFigures(policy.version, sum))
    }
    const last = lines.pop() ?? ''
    return { figures: last, kinds: lines.map((line) => `${line} n=${cases.length} skipped=0`), results }
  },
}

/** The line of EVALS.md without `n` and `skipped`. */
export function timingFigures(name: string, score: TimingScore): string {
  const { latencies, answered, cutIn, holds, yielded, wentOn, unmoved, inOpen, inClosed } = score
  const s = (ms: number) => (ms / 1000).toFixed(2)
  return (
    `timing policy=${name} L_R=${s(percentile(latencies, 0.5))} R_R=${share(answered)} I_A=${share(cutIn)} ` +
    `L_Y=${s(percentile(holds, 0.95))} R_Y=${share(yielded)} S_BC=${share(wentOn)} S_ND=${share(unmoved)} ` +
    `P_open=${share(inOpen)} FA=${share(inClosed)}`
  )
}

const share = ({ hit, of }: Count): string => (of === 0 ? '-' : (hit / of).toFixed(3))
