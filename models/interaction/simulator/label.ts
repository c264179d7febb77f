import { ACTS, type ActName } from '../../../extension/turn/interaction/acts.ts'
import type { Intent, Truth } from './conversation.ts'

/** Where the tutor stands in a micro-turn, after its percepts and before its act. Times in ms from the start. */
export interface Standing {
  t: number
  /** What is being said, and since when it is held. */
  speech: { heldSince: number | null } | null
  /** Since when a reply waits to be said; null without one. */
  replySince: number | null
  /** The best remark that may be raised, whether a quiet mark would come first, and how sure it is (0..1). */
  remark: { since: number; unmarked: boolean; confidence: number } | null
  /** First words of the tutor's utterances so far, in order. */
  starts: readonly number[]
}

/**
 * What each mistake costs; 1 is a moment's delay that is felt. A cost that stands for delay is paid in every micro-turn
 * of it, any other once. Ratios decide: a reply is begun as soon as it is likelier than DELAY / INTO_TURN that the person
 * is still at it.
 */
const COSTS = {
  /** Beginning to speak while the person has their turn. */
  intoTurn: 30,
  /** Saying a remark that is not welcome, or while nothing tells that it is. */
  unwelcome: 8,
  unasked: 0.6,
  /** Talking on over somebody who evidently wants the floor; before it is evident. */
  talkOver: 12,
  talkEarly: 3,
  /** Giving up a sentence at a sign of listening, or at what was meant for somebody else. */
  giveUp: 12,
  /** Keeping what is given up anyway on hold. */
  keepHeld: 2,
  /** A quiet mark that comes late. */
  markLate: 0.2,
  /** A quiet mark of what has none, or bears none. */
  needlessMark: 1,
  /** Going on in the very micro-turn in which the person was noticed. */
  unheeding: 0.5,
} as const

/** Delay costs little at first and much once it is a miss: [from this time on in ms, cost of each micro-turn]. */
type Delay = readonly (readonly [number, number])[]
/** A reply is late after 2 s; then it does no more harm to be sure. */
const REPLY_DELAY: Delay = [
  [0, 0.15],
  [500, 0.3],
  [1000, 0.8],
  [1400, 5],
  [2000, 0.6],
]
/** Evidence below this bears no words, whatever the moment. */
const DOUBTFUL = 0.5
/** A held sentence has to go on within 1 s. */
const GO_ON_DELAY: Delay = [
  [0, 0.15],
  [400, 0.6],
  [600, 8],
  [1000, 1.5],
]
/** Whoever goes on over an interruption that has only just become evident can still give way in time (ms). */
const JUST_EVIDENT_MS = 400
/** A remark has its moment, and the moment passes. */
const REMARK_DELAY: Delay = [
  [0, 0.5],
  [600, 1.5],
  [1200, 4],
]

const delayCost = (delay: Delay, ms: number): number => delay.findLast(([from]) => ms >= from)?.[1] ?? 0

/** Truths at their times from the start; those of utterances that have not begun are left out. */
export function placed<Each extends Truth | Intent>(
  truths: readonly Each[],
  starts: readonly number[],
): Each[] {
  return truths.flatMap((truth) => {
    if (truth.on === undefined) return [truth]
    const by = starts[truth.on - 1]
    if (by === undefined) return []
    const moved = { ...truth, from: truth.from + by, to: truth.to + by }
    if ('evident' in moved) moved.evident += by
    return [moved]
  })
}

/** What each act costs here, given what the person meant; Infinity where it cannot be done. In the order of ACTS. */
export function costsOf(truths: readonly Truth[], standing: Standing): number[] {
  const costs = standing.speech === null ? silentCosts(truths, standing) : speakingCosts(truths, standing)
  return ACTS.map((act) => costs[act] ?? Number.POSITIVE_INFINITY)
}

type Costs = Partial<Record<ActName, number>>

function silentCosts(truths: readonly Truth[], { t, replySince, remark, starts }: Standing): Costs {
  const costs: Costs = { hold: 0 }
  const within = (is: Truth['is']) =>
    truths.findLast((each) => each.is === is && each.from <= t && t < each.to)
  const turn = within('turn')
  const elsewhere = within('elsewhere')
  const wanting = within('interruption')
  const due = turn === undefined ? unanswered(truths, t, starts) : undefined
  let hold = 0
  if (replySince !== null) {
    costs.reply = due === undefined || elsewhere !== undefined || wanting !== undefined ? COSTS.intoTurn : 0
    if (costs.reply === 0) hold = delayCost(REPLY_DELAY, t - Math.max(replySince, due?.to ?? 0))
  }
  if (remark !== null) {
    const open = within('open')
    const closed = within('closed')
    const isOpen = open !== undefined && (closed === undefined || closed.from < open.from)
    costs.remark = isOpen ? 0 : turn !== undefined || closed !== undefined ? COSTS.unwelcome : COSTS.unasked
    if (!isOpen && (elsewhere !== undefined || wanting !== undefined || due !== undefined))
      costs.remark = COSTS.unwelcome
    if (remark.confidence < DOUBTFUL) costs.remark = COSTS.unwelcome
    else if (isOpen) hold = Math.max(hold, delayCost(REMARK_DELAY, t - Math.max(open.from, remark.since)))
    costs.backchannel = remark.unmarked ? 0 : COSTS.needlessMark
    if (remark.unmarked) {
      costs.remark += COSTS.markLate / 2
      hold += COSTS.markLate
    }
  }
  costs.hold = hold
  // What can be said at once is not said together: the other one waits.
  if (costs.reply === 0 && costs.remark !== undefined) costs.remark += hold
  return costs
}

/** The last turn that has ended, if nothing was begun since and nothing else was said to somebody else after it. */
function unanswered(truths: readonly Truth[], t: number, starts: readonly number[]): Truth | undefined {
  const last = truths
    .filter(({ is, to }) => (is === 'turn' || is === 'elsewhere') && to <= t)
    .toSorted((a, b) => a.to - b.to)
    .at(-1)
  if (last === undefined || last.is !== 'turn') return undefined
  return starts.some((start) => start >= last.to) ? undefined : last
}

function speakingCosts(truths: readonly Truth[], { t, speech, starts, replySince }: Standing): Costs {
  const begun = starts.at(-1) ?? 0
  // The overlap of now, or the last one of this utterance.
  const overlap = truths
    .filter(({ is, from }) => is !== 'open' && is !== 'closed' && from <= t && from > begun)
    .toSorted((a, b) => a.from - b.from || Number(a.is === 'interruption') - Number(b.is === 'interruption'))
    .at(-1)
  const turn = truths.find(({ is, from, to }) => is === 'turn' && from <= t && t < to)
  const heldSince = speech?.heldSince ?? null
  if (heldSince === null) {
    const evident = overlap?.is === 'interruption' ? t >= overlap.evident : overlap?.is === 'turn'
    if (evident) return { hold: COSTS.talkOver, yield: 0 }
    return turn === undefined ? { hold: 0, yield: COSTS.giveUp } : { hold: COSTS.talkEarly, yield: 0 }
  }
  const unheeding = t - heldSince < 200 ? COSTS.unheeding : 0
  switch (overlap?.is) {
    case 'interruption': {
      const evident = t >= overlap.evident
      // What is only held stands in the way of the answer to what the person came in with.
      const due = replySince === null ? undefined : unanswered(truths, t, starts)
      const late = due === undefined ? 0 : delayCost(REPLY_DELAY, t - due.to)
      return {
        hold: evident ? COSTS.keepHeld + late : 0,
        yield: evident ? 0 : 0.1,
        'go on': !evident
          ? COSTS.talkEarly
          : t < overlap.evident + JUST_EVIDENT_MS
            ? COSTS.talkOver / 2
            : COSTS.talkOver,
      }
    }
    case 'backchannel': {
      const since = t - Math.max(overlap.to, heldSince)
      return since < 0
        ? { hold: 0, yield: COSTS.giveUp, 'go on': 0.3 + unheeding }
        : { hold: delayCost(GO_ON_DELAY, t - overlap.to), yield: COSTS.giveUp, 'go on': unheeding }
    }
    case 'elsewhere':
      return { hold: delayCost(GO_ON_DELAY, t - heldSince), yield: COSTS.giveUp, 'go on': unheeding }
    default:
      // Words that came into a turn, or something on the page that means nothing.
      return turn === undefined && overlap?.is !== 'turn'
        ? { hold: delayCost(GO_ON_DELAY, t - heldSince), yield: COSTS.giveUp / 4, 'go on': unheeding }
        : { hold: COSTS.keepHeld, yield: 0, 'go on': COSTS.talkOver }
  }
}

/** The beliefs' targets: the index of the class, or 1 and 0; −1 where nothing can be said. */
export interface Targets {
  /** finished, unfinished, wait. */
  turn: number
  /** backchannel, interruption, elsewhere. */
  overlap: number
  stuck: number
  interruptible: number
}

/** For how long after it an overlap is still being judged (ms). */
const JUDGED_MS = 1000
/** For how long after its end a turn that nobody answers is still a turn (ms). */
const OVER_MS = 6000

export function targetsOf(
  truths: readonly Truth[],
  intents: readonly Intent[],
  { t, speech, starts }: Standing,
): Targets {
  const holds = ({ from, to }: { from: number; to: number }) => from <= t && t < to
  const within = (is: Truth['is']) => truths.findLast((each) => each.is === is && holds(each))
  const intent = (is: Intent['is']) => intents.some((each) => each.is === is && holds(each))
  const due = unanswered(truths, t, starts)
  const turn =
    within('turn') !== undefined
      ? intent('wait')
        ? 2
        : 1
      : due !== undefined && t - due.to < OVER_MS
        ? 0
        : -1
  const kinds = ['backchannel', 'interruption', 'elsewhere'] as const
  const overlap =
    speech === null
      ? -1
      : kinds.findIndex((is) =>
          truths.some((each) => each.is === is && each.from <= t && t < each.to + JUDGED_MS),
        )
  const open = within('open')
  const closed = within('closed')
  const interruptible =
    open !== undefined && (closed?.from ?? -1) < open.from ? 1 : closed !== undefined || turn > 0 ? 0 : -1
  return {
    turn,
    overlap,
    stuck: intent('stuck') ? 1 : closed !== undefined || turn >= 0 ? 0 : -1,
    interruptible,
  }
}
