import * as v from 'valibot'
import type { Act } from '../../../shared/acts/act.ts'
import { findsFault } from '../../store/rows.ts'
import type { Frame } from '../frame.ts'
import type { Decision, Policy, PolicyState } from '../policy.ts'
import { ACTS, actOf, possible } from './acts.ts'
import { featuresOf, textOf } from './features.ts'
import { BELIEFS, type Networks, STATE } from './networks.ts'

/** What it carries from one micro-turn to the next; rounded, so that traces stay small and replay. */
const StateSchema = v.object({ network: v.pipe(v.array(v.number()), v.length(STATE)) })
const START: readonly number[] = Array.from({ length: STATE }, () => 0)
const GRID = 1e4

/** Changes with the weights, the features or the guards around them. */
export const NETWORK_VERSION = 'network-1'

/** Decides when, by the interaction network: the likeliest act of those that can be done. */
export function networkPolicy(networks: Networks, version = NETWORK_VERSION): Policy {
  return Object.assign((frame: Frame, state: PolicyState) => decide(networks, frame, state), { version })
}

async function decide(networks: Networks, frame: Frame, state: PolicyState): Promise<Decision> {
  const text = await networks.readText(textOf(frame), frame.language)
  const judged = await networks.judge(featuresOf(frame, text), carried(state))
  const can = possible(frame)
  let best = 0
  for (let index = 1; index < ACTS.length; index++)
    if (can[index] === true && (judged.acts[index] ?? 0) > (judged.acts[best] ?? 0)) best = index
  const beliefs = Object.fromEntries(BELIEFS.map((name, index) => [name, judged.beliefs[index] ?? 0]))
  const next = Array.from(judged.next, (each) => Math.round(each * GRID) / GRID)
  const name = can[REMARK] === true && ACTS[best] === 'hold' && isLeftAlone(frame) ? 'remark' : ACTS[best]
  // When to cut in is no matter of judgement: the frame tells it.
  const act: Act =
    frame.cutsIn === undefined ? actOf(name ?? 'hold', frame) : { kind: 'speak', remark: frame.cutsIn }
  return { act, beliefs, state: { network: next } }
}

const REMARK = ACTS.indexOf('remark')
/** Who thinks in mid-line has mostly gone on after this (ms). */
const LEFT_ALONE_MS = 5000
/** Below this a remark's evidence bears no word that the network would not say. */
const CONFIDENT = 0.7

/**
 * Whether nothing was done for so long that what is sure is said in any case. The network knows no line that is finished
 * without a sign, as the last one of a list of fields, nor a question that is answered by what is done, nor anybody who
 * wants to be spoken to at once.
 */
function isLeftAlone({ remarks: [best], draft, ...frame }: Frame): boolean {
  const { sinceKeyMs, sinceDraftMs, sinceSentMs, sinceSelectMs, sinceScrollMs, seen, early } = frame
  const rest = early === 'at-once' ? 0 : LEFT_ALONE_MS
  const signs = [sinceKeyMs, sinceDraftMs, sinceSentMs, sinceSelectMs, sinceScrollMs]
  return (
    best !== undefined &&
    findsFault(best.kind) &&
    best.confidence >= CONFIDENT &&
    seen &&
    draft.trim() === '' &&
    signs.every((ms) => ms === null || ms >= rest)
  )
}

/** The state, or a new one where another policy, or an older network, left its own. */
function carried(state: PolicyState): readonly number[] {
  const parsed = v.safeParse(StateSchema, state)
  return parsed.success ? parsed.output.network : START
}
