import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ACTS } from '../../extension/turn/interaction/acts.ts'
import { nodeNetworks } from '../../tools/eval/node-networks.ts'
import { playConversation } from '../../tools/eval/timing/play-conversation.ts'
import { Exploration, type Explorer, type Lesson } from './explore.ts'
import { Draw } from './simulator/draw.ts'
import { type Simulation, simulate } from './simulator/simulate.ts'

/** Text is what most of it is about; voice with and without voice activity beside it. */
const MODES: readonly [Simulation, ...Simulation[]] = [
  { mode: 'text', voiceActivity: false },
  { mode: 'text', voiceActivity: false },
  { mode: 'text', voiceActivity: false },
  { mode: 'voice', voiceActivity: true },
  { mode: 'voice', voiceActivity: false },
]
/** Shares of conversations with other timing, with lost percepts, with late micro-turns: what the robustness is tried with. */
const STRETCHED = 0.4
const LOSSY = 0.15
const LATE = 0.15
const LATE_MS = 400
const LOST = 0.1

/*
 * Nobody plays who knows what was meant: that something was left unsaid would then tell that it had better be, and in use
 * it tells nothing. Mistakes of the network are learnt from where it makes them (Ross et al. 2011).
 */
const EXPLORERS: readonly [Explorer, ...Explorer[]] = [
  { who: 'rules', random: 0.01 },
  { who: 'rules', random: 0.05 },
  { who: 'rules', random: 0.2 },
]
const WITH_NETWORK: readonly [Explorer, ...Explorer[]] = [
  { who: 'network', random: 0 },
  { who: 'network', random: 0.01 },
  { who: 'network', random: 0.05 },
  { who: 'rules', random: 0.05 },
]

/** Whole sentences of persons; tutors' and those that are too long for a turn are left out. */
function sentencesOf(file: string): string[] {
  const rows = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return rows.flatMap((row) => {
    const [source = '', role = '', text = ''] = row.split('\t')
    const words = text.split(' ').length
    return role === 'user' && source !== 'nlu_eval' && words >= 4 && words <= 25 ? [text] : []
  })
}

/** Which conversations are played, and by whom. */
export interface Lessons {
  conversations: number
  seed: number
  /** utterances.tsv.gz of the data folder, where there is one. */
  sentences: string | null
  /** Whether the network of before takes part. */
  withNetwork: boolean
  /** Folder of turns.onnx and, if it takes part, interaction.onnx; the shipped ones without it. */
  weights?: string
}

/**
 * Plays simulated conversations on the product's micro-turns and writes what there is to learn from them as arrays:
 * `features.f32` (a row a micro-turn), `costs.f32` (a number an act, -1: cannot be done), `targets.i8` (turn, overlap,
 * stuck, interruptible; -1: nothing known), `lengths.i32` (micro-turns of each conversation), `shape.json`.
 */
export async function makeFrames(folder: string, plan: Lessons): Promise<string> {
  const networks = await nodeNetworks(plan.weights)
  if (networks === null) throw new Error('There are no weights: train the turn-text network first.')
  const explorers = plan.withNetwork ? WITH_NETWORK : EXPLORERS
  const sentences = plan.sentences === null ? [] : sentencesOf(plan.sentences)
  const lessons: Lesson[] = []
  const lengths: number[] = []
  for (let seed = plan.seed; seed < plan.seed + plan.conversations; seed++) {
    const draw = new Draw(seed)
    const conversation = simulate(draw.seed(), { ...draw.pick(MODES), sentences })
    const stretch = draw.chance(STRETCHED) ? 2 ** draw.between(-1, 1) : 1
    const explorer = draw.pick(explorers)
    const exploration = new Exploration(conversation, {
      explorer,
      draw,
      networks,
      stretch,
    })
    await playConversation(conversation, {
      policy: exploration.policy,
      guarded: true,
      stretch,
      ...(draw.chance(LOSSY) ? { lost: LOST } : {}),
      ...(draw.chance(LATE) ? { lateMs: LATE_MS } : {}),
      random: () => draw.between(0, 1),
      see: (_, said, truth) => exploration.knows(said, truth),
    })
    lessons.push(...exploration.lessons)
    lengths.push(exploration.lessons.length)
  }
  write(folder, lessons, lengths)
  return `${lengths.length} conversations, ${lessons.length} micro-turns`
}

function write(folder: string, lessons: readonly Lesson[], lengths: readonly number[]): void {
  const width = lessons[0]?.features.length ?? 0
  const features = new Float32Array(lessons.length * width)
  for (const [index, lesson] of lessons.entries()) features.set(lesson.features, index * width)
  const costs = lessons.flatMap((lesson) => lesson.costs.map((cost) => (cost === Infinity ? -1 : cost)))
  const targets = lessons.flatMap(({ targets }) => [
    targets.turn,
    targets.overlap,
    targets.stuck,
    targets.interruptible,
  ])
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/features.f32`, features)
  writeFileSync(`${folder}/costs.f32`, Float32Array.from(costs))
  writeFileSync(`${folder}/targets.i8`, Int8Array.from(targets))
  writeFileSync(`${folder}/lengths.i32`, Int32Array.from(lengths))
  writeFileSync(`${folder}/shape.json`, JSON.stringify({ width, acts: ACTS }))
}
