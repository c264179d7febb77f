import * as v from 'valibot'

const Ms = v.pipe(v.number(), v.finite())
/** k-th utterance of the tutor, from 1: times count from its first word, and never happen without it. */
const On = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))

/** What happens in a case: the events of `timing`. */
export const EventSchema = v.object({
  on: On,
  t: Ms,
  e: v.picklist(['draft', 'send', 'click', 'voice', 'heard', 'page', 'reply', 'remark']),
  text: v.optional(v.string()),
  what: v.optional(v.string()),
  active: v.optional(v.boolean()),
  final: v.optional(v.boolean()),
  verdict: v.optional(v.unknown()),
  words: v.optional(v.number()),
  kind: v.optional(v.string()),
  urgency: v.optional(v.number()),
  confidence: v.optional(v.number()),
  expires: v.optional(v.number()),
})
const WindowSchema = v.object({
  on: On,
  from: Ms,
  to: Ms,
  says: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
})
export const TimeCaseSchema = v.object({
  id: v.string(),
  mode: v.optional(v.picklist(['text', 'voice'])),
  rate: v.optional(v.number()),
  events: v.array(EventSchema),
  truth: v.array(WindowSchema),
})
export type TimeCase = v.InferOutput<typeof TimeCaseSchema>
type Window = v.InferOutput<typeof WindowSchema>

/** An event at its time from the start of the case, in ms. */
export type PlayedEvent = Omit<v.InferOutput<typeof EventSchema>, 'on'>

/** Something the tutor said. */
export interface Utterance {
  /** ms from the start of the case to its first word. */
  t: number
  text: string
  /** Whether it answers something the person sent. */
  asked: boolean
}

/** Plays the events on a virtual clock and tells what the tutor said. */
export type Play = (events: readonly PlayedEvent[], untilMs: number) => Promise<Utterance[]>

/** ms after a `send` in which answers are free. */
const ANSWER_MS = 2000
/** ms played after the last event and window, to hear what comes too much. */
const AFTER_MS = 10_000

export interface TimeScore {
  right: boolean
  /** What went wrong first; '' when right. */
  reason: string
  /** For each window that was met, ms from its opening to the utterance. */
  late: number[]
}

/**
 * In each window exactly one unasked utterance with one of its words; outside the windows none. What is
 * said within 2 s of a `send`, by way of an answer, is free.
 * @param windows with times from the start of the case
 */
export function scoreTime(
  { events, windows }: { events: readonly PlayedEvent[]; windows: readonly Window[] },
  utterances: readonly Utterance[],
): TimeScore {
  const sends = events.filter(({ e }) => e === 'send').map(({ t }) => t)
  const isFree = ({ t, asked }: Utterance): boolean =>
    asked && sends.some((sent) => t >= sent && t <= sent + ANSWER_MS)
  const unasked = utterances.filter((utterance) => !isFree(utterance))
  const reasons: string[] = []
  const late: number[] = []
  for (const window of windows) {
    const said = unasked.filter(({ t, text }) => isWithin(t, window) && contains(text, window.says))
    const [first] = said
    if (first !== undefined) late.push(first.t - window.from)
    if (said.length !== 1) {
      reasons.push(`${said.length} × “${window.says.join('|')}” in ${window.from}–${window.to} ms`)
    }
  }
  for (const { t, text } of unasked) {
    if (!windows.some((window) => isWithin(t, window)))
      reasons.push(`“${text}” at ${t} ms, outside the windows`)
  }
  return { right: reasons.length === 0, reason: reasons[0] ?? '', late }
}

function isWithin(t: number, { from, to }: Window): boolean {
  return t >= from && t <= to
}

function contains(text: string, says: readonly string[]): boolean {
  const folded = text.toLowerCase()
  return says.some((words) => folded.includes(words.toLowerCase()))
}

/**
 * The events and windows of a case at their times from its start: those `on` an utterance are put in
 * once the utterance has been heard, which is why a case may be played several times.
 */
async function playCase(
  { events, truth }: TimeCase,
  play: Play,
): Promise<{ events: PlayedEvent[]; windows: Window[]; utterances: Utterance[] }> {
  const ons = [...new Set([...events, ...truth].flatMap(({ on }) => on ?? []))].toSorted((a, b) => a - b)
  const starts = new Map<number, number>()
  const placed = <T extends { on?: number | undefined }>(each: T, shift: (by: number) => T): T[] => {
    const by = each.on === undefined ? 0 : starts.get(each.on)
    return by === undefined ? [] : [shift(by)]
  }
  for (let heard = 0; ; heard++) {
    const played = events.flatMap((event) => placed(event, (by) => ({ ...event, t: event.t + by })))
    const windows = truth.flatMap((window) =>
      placed(window, (by) => ({ ...window, from: window.from + by, to: window.to + by })),
    )
    const until = Math.max(0, ...played.map(({ t }) => t), ...windows.map(({ to }) => to)) + AFTER_MS
    const utterances = await play(played, until)
    const next = ons[heard]
    if (next === undefined) return { events: played, windows, utterances }
    const start = utterances.toSorted((a, b) => a.t - b.t)[next - 1]?.t
    if (start !== undefined) starts.set(next, start)
  }
}

export interface TimeResult {
  id: string
  verdict: 'right' | 'wrong'
  reason: string
}

/** The evaluation `time` for a player; `figures` is its line without `n` and `skipped`. */
export function makeTimeEval(play: Play) {
  return {
    name: 'time',
    schema: TimeCaseSchema,
    async run(cases: readonly TimeCase[]): Promise<{ results: TimeResult[]; figures: string }> {
      const results: TimeResult[] = []
      const late: number[] = []
      for (const each of cases) {
        const played = await playCase(each, play)
        const score = scoreTime(played, played.utterances)
        late.push(...score.late)
        results.push({ id: each.id, verdict: score.right ? 'right' : 'wrong', reason: score.reason })
      }
      const right = results.filter(({ verdict }) => verdict === 'right').length
      return { results, figures: `time right=${right}/${cases.length} late_ms_p95=${percentile(late, 0.95)}` }
    },
  }
}

/** Nearest rank; '-' of nothing. */
function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.ceil(share * sorted.length) - 1]
  return value === undefined ? '-' : String(Math.round(value))
}
