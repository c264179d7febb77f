import { findsFault } from '../../extension/store/rows.ts'
import type { Frame } from '../../extension/turn/frame.ts'
import { ACTS, type ActName, actOf, possible } from '../../extension/turn/interaction/acts.ts'
import { featuresOf, textOf } from '../../extension/turn/interaction/features.ts'
import { networkPolicy } from '../../extension/turn/interaction/network-policy.ts'
import type { Networks } from '../../extension/turn/interaction/networks.ts'
import { textBeliefs } from '../../extension/turn/interaction/turn-text.ts'
import { TURN_MS } from '../../extension/turn/loop-state.ts'
import type { Decision, Policy, PolicyState } from '../../extension/turn/policy.ts'
import { rulePolicy } from '../../extension/turn/rule-policy.ts'
import type { Said } from '../../tools/eval/timing/said.ts'
import type { Conversation, Intent, Truth } from './simulator/conversation.ts'
import type { Draw } from './simulator/draw.ts'
import { costsOf, placed, type Standing, type Targets, targetsOf } from './simulator/label.ts'

/** One micro-turn to learn from. */
export interface Lesson {
  features: Float32Array
  /** Of each of ACTS; Infinity where it cannot be done. */
  costs: number[]
  targets: Targets
}

/** Who acts while lessons are gathered: whoever knows what was meant, the rules, or a network; and how often at random. */
export interface Explorer {
  who: 'hindsight' | 'rules' | 'network'
  /** 0..1. */
  random: number
}

/** From this confidence on the quiet mark comes before words. */
const MARKED_FROM = 0.7

/**
 * A policy that gathers lessons while it plays one conversation. It knows what the person meant, from `knows`, to which
 * the player's `see` has to be passed; what it does with that is up to the explorer.
 */
export class Exploration {
  readonly lessons: Lesson[] = []
  readonly policy: Policy
  readonly #intents: readonly Intent[]
  readonly #explorer: Explorer
  readonly #draw: Draw
  readonly #read: Networks['readText']
  readonly #network: Policy
  #said: readonly Said[] = []
  #truth: readonly Truth[]

  constructor(
    conversation: Conversation,
    {
      explorer,
      draw,
      networks,
      stretch,
    }: { explorer: Explorer; draw: Draw; networks: Networks; stretch: number },
  ) {
    this.#explorer = explorer
    this.#draw = draw
    this.#read = misread(networks.readText, draw)
    this.#network = networkPolicy({ ...networks, readText: this.#read })
    this.#truth = conversation.truth.filter(({ on }) => on === undefined)
    this.#intents = conversation.intents.map((each) => ({
      ...each,
      from: each.from * stretch,
      to: each.to * stretch,
    }))
    const decide = (frame: Frame, state: PolicyState) => this.#decide(frame, state)
    this.policy = Object.assign(decide, { version: 'exploration' })
  }

  knows(said: readonly Said[], truth: readonly Truth[]): void {
    this.#said = said
    this.#truth = truth
  }

  async #decide(frame: Frame, state: PolicyState): Promise<Decision> {
    const features = featuresOf(frame, await this.#read(textOf(frame), frame.language))
    const standing = standingOf(frame, this.#said)
    const can = possible(frame)
    const costs = costsOf(this.#truth, standing).map((cost, index) =>
      can[index] ? cost : Number.POSITIVE_INFINITY,
    )
    const intents = placed(this.#intents, standing.starts)
    this.lessons.push({ features, costs, targets: targetsOf(this.#truth, intents, standing) })
    const act = (name: ActName): Decision => ({ act: actOf(name, frame), beliefs: {}, state })
    if (this.#draw.chance(this.#explorer.random)) {
      const others = ACTS.filter((_, index) => can[index])
      return act(this.#draw.pick(['hold', ...others]))
    }
    switch (this.#explorer.who) {
      case 'rules':
        return rulePolicy(frame, state)
      case 'network':
        return this.#network(frame, state)
      case 'hindsight':
        return act(ACTS[costs.indexOf(Math.min(...costs))] ?? 'hold')
    }
  }
}

/** How wrong the text network is on texts it was not made from: spreads of what is added to its logits. */
const MISREAD = [0, 0, 0.4, 0.4, 0.8, 1.5] as const

/**
 * The text network as it may be with other people: what is added to its logits stays while a text grows, and changes a
 * little with each word, so that what decides learns how far to believe it.
 */
function misread(read: Networks['readText'], draw: Draw): Networks['readText'] {
  const spread = draw.pick(MISREAD)
  if (spread === 0) return read
  let last: { text: string; beliefs: Awaited<ReturnType<Networks['readText']>> } = { text: '', beliefs: null }
  let lasting: number[] = []
  return async (text, language) => {
    if (text === last.text) return last.beliefs
    if (lasting.length === 0 || !text.startsWith(last.text.slice(0, 3)))
      lasting = Array.from({ length: 6 }, () => draw.normal() * spread)
    const beliefs = await read(text, language)
    const moved = beliefs?.map(
      (belief, index) =>
        Math.log(Math.max(1e-4, belief)) + (lasting[index] ?? 0) + (draw.normal() * spread) / 2,
    )
    last = {
      text,
      beliefs:
        moved === undefined
          ? null
          : textBeliefs({
              turn: Float32Array.from(moved.slice(0, 3)),
              overlap: Float32Array.from(moved.slice(3)),
            }),
    }
    return last.beliefs
  }
}

export function standingOf({ turn, speech, reply, remarks }: Frame, said: readonly Said[]): Standing {
  const t = turn * TURN_MS
  const [best] = remarks
  return {
    t,
    speech: speech === null ? null : { heldSince: speech.heldMs === null ? null : t - speech.heldMs },
    replySince: reply ? 0 : null,
    remark:
      best === undefined
        ? null
        : {
            since: t - best.ageMs,
            confidence: best.confidence,
            unmarked: !best.marked && findsFault(best.kind) && best.confidence >= MARKED_FROM,
          },
    starts: said.map(({ start }) => start),
  }
}
