import { noRedis, startRedis } from '../../backend/real-redis.ts'
import { requestOf } from '../../backend/reasoners/given-thought.ts'
import { ScriptedModel } from '../../backend/reasoners/scripted-model.ts'
import { partsIn } from '../../backend/started.ts'
import { BareProxy } from './bare-proxy.ts'
import { atMost, type Benchmark, type Figure, median, percent, spread } from './benchmark.ts'
import { PairedBackend } from './paired-backend.ts'

const BUDGET_MS = 15
const ROUNDS = 200
/** Answers at once, each of so many pieces in so many ms: about as fast as a hosted model writes. */
const THOUGHTS = 100
const PIECES = 100
const PIECE_MS = 50

/**
 * The real backend in a process of its own before a server that speaks OpenAI's wire format: the time that it adds to
 * the first words, and what many thoughts at once cost it.
 */
export const backend: Benchmark = {
  name: 'backend',
  withinSeconds: 180,
  async run() {
    await using model = new ScriptedModel()
    const address = await model.listen()
    const env = {
      ASIDE_PROVIDER: 'compatible',
      ASIDE_COMPATIBLE_ADDRESS: address,
      ASIDE_COMPATIBLE_MODEL: 'scripted',
    }
    const figures: Figure[] = []
    {
      await using process = await PairedBackend.start(env)
      figures.push(...(await firstWords(process, address)))
      figures.push(...(await manyAtOnce(process, model, 'memory')))
    }
    if (noRedis) return figures
    await using redis = await startRedis()
    await using process = await PairedBackend.start({ ...env, ASIDE_REDIS: redis.address })
    figures.push(...(await manyAtOnce(process, model, 'redis')))
    return figures
  },
}

async function firstWords({ caller }: PairedBackend, address: string): Promise<Figure[]> {
  const direct: number[] = []
  const through: number[] = []
  const sessions: number[] = []
  const passedOn: number[] = []
  await using proxy = await BareProxy.start(Number(new URL(address).port))
  for (let round = -20; round < ROUNDS; round += 1) {
    const straight = await directTime(address)
    const passed = await directTime(`http://127.0.0.1:${proxy.port}/v1`)
    const asked = await thoughtTime(caller, `first-${round}`)
    const begun = performance.now()
    await caller.again()
    const session = performance.now() - begun
    // Both servers have warmed up by then.
    if (round < 0) continue
    direct.push(straight)
    passedOn.push(passed)
    through.push(asked)
    sessions.push(session)
    // Sessions begin at most so often.
    await new Promise((resolve) => setTimeout(resolve, 210))
  }
  const over = (times: readonly number[]) => times.map((ms, at) => ms - (direct[at] ?? 0))
  const added = over(through)
  return [
    {
      what: 'time added to the first words',
      value: spread(added, [0.5, 0.95], 1),
      n: added.length,
      budget: atMost(BUDGET_MS, 'ms', median(added), 'p50'),
      beside: `a bare proxy adds ${spread(over(passedOn), [0.5, 0.95], 1)}; the model server itself ${spread(direct, [0.5, 0.95], 1)}`,
    },
    { what: 'a session begins', value: spread(sessions, [0.5, 0.95], 1), n: sessions.length },
  ]
}

/** ms from asking the model server to its first words. */
async function directTime(address: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(`${address}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'scripted',
      stream: true,
      messages: [{ role: 'user', content: requestOf().question }],
    }),
  })
  for await (const chunk of answer.body ?? []) {
    const ms = performance.now() - begun
    if (chunk.length > 0) return ms
  }
  throw new Error('The model server said nothing.')
}

/** ms from posting a thought to the first words of its answer. */
async function thoughtTime(caller: PairedBackend['caller'], thought: string): Promise<number> {
  const begun = performance.now()
  const answer = await caller.fetch('POST', '/thoughts', requestOf({ thought }))
  let first: number | null = null
  for await (const part of partsIn(answer)) if (part.kind === 'text') first ??= performance.now() - begun
  if (first === null) throw new Error(`The thought had no words (status ${answer.status}).`)
  return first
}

async function manyAtOnce(process: PairedBackend, model: ScriptedModel, where: string): Promise<Figure[]> {
  model.say(Array.from({ length: PIECES }, () => [{ text: 'word ' }, { waitMs: PIECE_MS }]).flat())
  const before = await process.used()
  const thoughts = Array.from({ length: THOUGHTS }, (_, at) => follow(process, `many-${where}-${at}`))
  await new Promise((resolve) => setTimeout(resolve, (PIECES * PIECE_MS) / 2))
  const amid = await process.used()
  const followed = await Promise.all(thoughts)
  const after = await process.used()
  const kB = (bytes: number) => `${(bytes / THOUGHTS / 1024).toFixed(0)} kB`
  const parts = followed.reduce((all, one) => all + one.parts, 0)
  const cpu = amid.cpuMs + after.cpuMs
  return [
    {
      what: `${THOUGHTS} thoughts at once, log in ${where}`,
      value: `event loop late p50 ${amid.lagMs.p50.toFixed(1)} ms, p99 ${amid.lagMs.p99.toFixed(1)} ms, most ${amid.lagMs.most.toFixed(1)} ms`,
      n: parts,
      beside: `first words ${spread(
        followed.map(({ firstMs }) => firstMs),
        [0.5, 0.95],
      )}`,
    },
    {
      what: `memory of a thought, log in ${where}`,
      value: `${kB(amid.heapBytes - before.heapBytes)} of heap, ${kB(amid.rssBytes - before.rssBytes)} of the process (${(before.rssBytes / 2 ** 20).toFixed(0)} MB idle)`,
      n: THOUGHTS,
    },
    {
      what: `CPU of ${THOUGHTS} thoughts, log in ${where}`,
      value: `${percent(cpu / (amid.wallMs + after.wallMs))} of a core, ${(cpu / parts).toFixed(2)} ms a part`,
      n: parts,
    },
  ]
}

async function follow({ caller }: PairedBackend, thought: string) {
  const begun = performance.now()
  let firstMs = Number.POSITIVE_INFINITY
  let parts = 0
  const answer = await caller.fetch('POST', '/thoughts', requestOf({ thought }))
  if (!answer.ok) throw new Error(`A thought was refused (${answer.status}).`)
  for await (const part of partsIn(answer)) {
    parts += 1
    if (part.kind === 'text') firstMs = Math.min(firstMs, performance.now() - begun)
    if (part.kind === 'error') throw new Error(`A thought ended with "${part.error}".`)
  }
  return { firstMs, parts }
}
