import { PlayedLoop } from '../../extension/turn/played-loop.ts'
import { thoughtsOf } from '../../extension/turn/thoughts.ts'
import { seededRandom } from '../../shared/math/random.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { percent } from './benchmark.ts'

const PERSONS = 60
const QUESTIONS = 4
const LINES = ['2(x+3)=10', '2x+6=10', '2x=4', 'x=2', '3(y-1)=9', '3y-3=9', '3y=12', 'y=4']
/** Somebody who has left the keys alone for this long, or twice their own gap, has paused (ms). */
const PAUSE_MS = 800
const SAID_WITHIN_MS = 10_000

/** What the hand does at a moment (ms): `ends` a line or a turn, or is within one. */
interface Stroke {
  at: number
  ends: boolean
  text: string
}

/** One part of an answer: when it came, and when it was said; null: not yet. */
interface Told {
  cameAt: number
  saidAt: number | null
  end: number
}

/** Parts of answers that come while persons of many rhythms type and pause, on a virtual clock. */
export const boundary: Benchmark = {
  name: 'boundary',
  withinSeconds: 120,
  async run() {
    const all: Judged[] = []
    for (let seed = 1; seed <= PERSONS; seed += 1) all.push(...(await playPerson(seed)))
    const said = all.filter(({ said }) => said)
    return [
      share('parts said at a boundary', said, ({ atBoundary }) => atBoundary, 0.95),
      share('parts said in mid-keystroke', said, ({ within }) => within, 0, 'most'),
      share('parts said ≤ 10 s after the first boundary', all, ({ soon }) => soon, 0.9),
    ]
  },
}

interface Judged {
  said: boolean
  /** A line or a turn had ended, or the person had evidently paused. */
  atBoundary: boolean
  /** The next key of the same line came before this was a pause. */
  within: boolean
  soon: boolean
}

function share(
  what: string,
  parts: readonly Judged[],
  holds: (part: Judged) => boolean,
  limit: number,
  bound: 'least' | 'most' = 'least',
): Figure {
  const value = parts.filter(holds).length / parts.length
  const met = bound === 'least' ? value >= limit : value <= limit
  const text = `${bound === 'least' ? '≥' : '≤'} ${percent(limit)}`
  return { what, value: percent(value), n: parts.length, budget: { text, met } }
}

async function playPerson(seed: number): Promise<Judged[]> {
  const random = seededRandom(seed)
  const between = (least: number, most: number) => least + random() * (most - least)
  const gap = between(90, 700)
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(400)
  const strokes: Stroke[] = []
  const told: Told[] = []
  let text = ''
  for (let question = 0; question < QUESTIONS; question += 1) {
    loop.send(`Who was number ${question} of the algebraists?`)
    strokes.push({ at: loop.t, ends: true, text })
    await loop.turn()
    const id = thoughtsOf(loop.state).at(-1)?.id
    if (id === undefined) throw new Error('Nothing is thought about.')
    const first = strokes.length
    text = writeOn(text, { from: loop.t + between(200, 4_000), gap, between, strokes })
    const parts = partsFrom(loop.t + between(400, 6_000), between)
    told.push(...(await play(loop, id, strokes.slice(first), parts)))
  }
  return told.map((part) => judge(part, strokes, Math.max(PAUSE_MS, 2 * gap)))
}

/** A few lines more, key by key, with pauses in thought between lines and now and then within one. */
function writeOn(
  before: string,
  {
    from,
    gap,
    between,
    strokes,
  }: { from: number; gap: number; between: (a: number, b: number) => number; strokes: Stroke[] },
): string {
  let at = from
  let text = before.length > 300 ? '' : before
  for (let lines = between(3, 8); lines > 0; lines -= 1) {
    const line = LINES[Math.floor(between(0, LINES.length))] ?? ''
    for (const key of `${line}\n`) {
      at += gap * between(0.5, 1.5) + (between(0, 1) < 0.06 ? between(1_500, 4_000) : 0)
      text += key
      strokes.push({ at, ends: key === '\n', text })
    }
    if (between(0, 1) < 0.5) at += between(1_500, 6_000)
  }
  return text
}

function partsFrom(from: number, between: (a: number, b: number) => number): number[] {
  const parts: number[] = []
  let at = from
  for (let left = between(4, 16); left > 0; left -= 1) {
    parts.push(at)
    at += between(100, 1_200)
  }
  return parts
}

/** Plays the keys and the parts until all is said that will be. */
async function play(
  loop: PlayedLoop,
  id: string,
  strokes: readonly Stroke[],
  parts: readonly number[],
): Promise<Told[]> {
  const told: Told[] = parts.map((cameAt, at) => ({ cameAt, saidAt: null, end: 6 * (at + 1) }))
  const lastAt = Math.max(strokes.at(-1)?.at ?? 0, parts.at(-1) ?? 0) + 12_000
  let stroke = 0
  let part = 0
  while (loop.t < lastAt) {
    const until = loop.t + 200
    for (; (strokes[stroke]?.at ?? Infinity) <= until; stroke += 1)
      loop.write(strokes[stroke]?.text ?? '', strokes[stroke]?.at)
    for (; (parts[part] ?? Infinity) <= until; part += 1) {
      loop.reasoner({ kind: 'part', thought: id, part: { seq: part + 1, kind: 'text', text: 'word. ' } })
      if (part + 1 < parts.length) continue
      const done = { seq: part + 2, kind: 'done', by: 'model', model: null, tokens: null } as const
      loop.reasoner({ kind: 'part', thought: id, part: done })
    }
    await loop.turn()
    const entry = [...loop.entries.values()].find(({ answer }) => answer?.thought === id)
    for (const each of told)
      if (each.saidAt === null && (entry?.spoken ?? 0) >= each.end) each.saidAt = loop.t
  }
  return told
}

function judge({ cameAt, saidAt }: Told, strokes: readonly Stroke[], pause: number): Judged {
  const said = saidAt === null ? null : around(strokes, saidAt)
  const first = firstBoundary(strokes, cameAt, pause)
  const atBoundary =
    saidAt !== null && said !== null && (said.before?.ends !== false || saidAt - said.before.at >= pause)
  return {
    said: saidAt !== null,
    atBoundary,
    within: said?.before?.ends === false && (said.after?.at ?? Infinity) - said.before.at < pause,
    soon: saidAt !== null && saidAt - first <= SAID_WITHIN_MS,
  }
}

function around(strokes: readonly Stroke[], at: number) {
  return {
    before: strokes.findLast((stroke) => stroke.at <= at),
    after: strokes.find((stroke) => stroke.at > at),
  }
}

/** When, at `from` or later, a line or a turn had ended or a pause had become evident. */
function firstBoundary(strokes: readonly Stroke[], from: number, pause: number): number {
  let before = around(strokes, from).before
  if (before === undefined || before.ends || from - before.at >= pause) return from
  for (const stroke of strokes.filter(({ at }) => at > from)) {
    if (stroke.at - before.at >= pause) return before.at + pause
    if (stroke.ends) return stroke.at
    before = stroke
  }
  return before.at + pause
}
