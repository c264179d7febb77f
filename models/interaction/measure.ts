import { parseArgs } from 'node:util'
import type { Frame } from '../../extension/turn/frame.ts'
import { networkPolicy } from '../../extension/turn/interaction/network-policy.ts'
import { BELIEFS, type Networks, STATE } from '../../extension/turn/interaction/networks.ts'
import type { Policy } from '../../extension/turn/policy.ts'
import { rulePolicy } from '../../extension/turn/rule-policy.ts'
import { generateTiming } from '../../tools/eval/generate/timing/generate-timing.ts'
import { nodeNetworks } from '../../tools/eval/node-networks.ts'
import { type PlayOptions, playConversation } from '../../tools/eval/timing/play-conversation.ts'
import { eager, silenceTimeout, waitForSend } from '../../tools/eval/timing/policies.ts'
import { addScore, noScore, scoreConversation } from '../../tools/eval/timing/score-timing.ts'
import { timingFigures } from '../../tools/eval/timing.ts'
import { calibrationError } from './calibration-error.ts'
import { standingOf } from './explore.ts'
import { Draw } from './simulator/draw.ts'
import { targetsOf } from './simulator/label.ts'

/*
 * npm run timing-table -- [--count 2000] [--seed 1]
 *
 * The figures of the model card as Markdown tables: `count` drawn conversations against every policy, and against the
 * network a quarter as many spoken ones, at other speeds, with percepts lost and micro-turns late, and without parts of
 * what it sees. Conversations are the evaluation's own (`tools/eval/generate/timing/`).
 */

const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})
const count = Number(values.count)
const fewer = Math.ceil(count / 4)
const seed = Number(values.seed)

type Mode = Parameters<typeof generateTiming>[2]
type Played = Pick<PlayOptions, 'stretch' | 'lost' | 'lateMs' | 'see'>

const FIGURES = ['L_R', 'R_R', 'I_A', 'L_Y', 'R_Y', 'S_BC', 'S_ND', 'P_open', 'FA']
const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`)

function head(first: string): void {
  console.log('')
  row([first, ...FIGURES, 'conversations'])
  row(['---', ...FIGURES.map(() => '---'), '---'])
}

async function line(
  name: string,
  many: number,
  policy: Policy,
  guarded = true,
  mode: Mode = 'text',
  played: Played = {},
) {
  const sum = noScore()
  const draw = new Draw(seed)
  for (const one of generateTiming(many, seed, mode)) {
    const options = { ...played, policy, guarded, random: () => draw.between(0, 1) }
    addScore(sum, scoreConversation(one, await playConversation(one, options)))
  }
  const figures = timingFigures(name, sum)
  row([
    name,
    ...FIGURES.map((figure) => new RegExp(`${figure}=(\\S+)`).exec(figures)?.[1] ?? '-'),
    String(many),
  ])
}

/** Beliefs beside what was meant, in every micro-turn in which something is known. */
async function calibration(networks: Networks): Promise<void> {
  const told: { chance: number; is: boolean }[][] = BELIEFS.map(() => [])
  for (const one of generateTiming(fewer, seed, 'text')) {
    await playConversation(one, {
      policy: networkPolicy(networks),
      guarded: true,
      see({ frame, decision }, said, truth) {
        if (decision === null) return
        const { turn, overlap, interruptible } = targetsOf(truth, [], standingOf(frame, said))
        const chances = BELIEFS.map((name) => decision.beliefs[name] ?? 0)
        // The evaluation does not tell who has asked to wait, nor who is stuck.
        const known = [turn, turn, -1, overlap, overlap, overlap, -1, interruptible]
        known.forEach((target, index) => {
          if (target < 0) return
          const is = index < 3 ? target === index : index < 6 ? target === index - 3 : target === 1
          told[index]?.push({ chance: chances[index] ?? 0, is })
        })
      },
    })
  }
  console.log('')
  row(['belief', 'calibration error', 'micro-turns'])
  row(['---', '---', '---'])
  for (const [index, pairs] of told.entries())
    if (pairs.length > 0)
      row([BELIEFS[index] ?? '', calibrationError(pairs).toFixed(3), String(pairs.length)])
}

const blind = (networks: Networks, changes: Partial<Networks>): Policy =>
  networkPolicy({ ...networks, ...changes })

/** Everybody has the same rhythm. */
function withoutRhythm(policy: Policy): Policy {
  const same = (frame: Frame): Frame => ({
    ...frame,
    medianGapMs: 250,
    medianDraftGapMs: 250,
    stuckAfterMs: 20_000,
  })
  return Object.assign((frame: Frame, state: Parameters<Policy>[1]) => policy(same(frame), state), {
    version: 'no-rhythm',
  })
}

const networks = await nodeNetworks()
if (networks === null)
  throw new Error('There are no weights: train them first, or fetch the repository again.')
const network = networkPolicy(networks)

head('typed, by policy')
await line('wait for send', count, waitForSend, false)
await line('0.6 s of silence', count, silenceTimeout(600), false)
await line('1.0 s of silence', count, silenceTimeout(1000), false)
await line('always eager', count, eager, false)
await line('rules', count, rulePolicy)
await line('network', count, network)
head('spoken')
await line('rules, voice activity', fewer, rulePolicy, true, 'voice')
await line('network, voice activity', fewer, network, true, 'voice')
await line('rules, words alone', fewer, rulePolicy, true, 'heard')
await line('network, words alone', fewer, network, true, 'heard')
head('network, typed, robustness')
await line('times × 0.5', fewer, network, true, 'text', { stretch: 0.5 })
await line('times × 2', fewer, network, true, 'text', { stretch: 2 })
await line('10 % of percepts lost', fewer, network, true, 'text', { lost: 0.1 })
await line('micro-turns up to 400 ms late', fewer, network, true, 'text', { lateMs: 400 })
head('network, typed, without')
await line('nothing', fewer, network)
await line('text', fewer, blind(networks, { readText: async () => null }))
await line('rhythm', fewer, withoutRhythm(network))
await line(
  'state',
  fewer,
  blind(networks, { judge: (features) => networks.judge(features, Array(STATE).fill(0)) }),
)
await calibration(networks)
