import { finishedLines, isPause, splitLines } from '../../shared/math/finished-lines.ts'
import { type Notation, writesComma } from '../../shared/notation.ts'
import type { PagePercept, Problem } from '../../shared/percepts/page-percept.ts'
import type { CheckRequest } from '../../shared/percepts/percept.ts'
import { medianGap, withGap } from '../turn/rhythm.ts'

/** A working as the sense follows it: one field of one tutoring. */
interface Working {
  tutoring: string
  path: string
  /** The page's language there. */
  lang: string | undefined
  text: string
  /** ms since the epoch of the last edit. */
  keyAt: number
  gaps: number[]
  /** What was asked last, so that nothing is asked twice. */
  asked: string
  /** Index of the line that is being rewritten, null when lines came or went; half a line is not judged. */
  edited: number | null
  /** The person has left the field. */
  left: boolean
  /** Its last edit took something back: what stands there may be gone with the next key. */
  undone: boolean
}

/** What the page asks near a field. */
interface Asked {
  tutoring: string
  problem: Problem
  /** It has changed under a working: it may show what the person writes, and is no measure for it. */
  moved: boolean
}

/** A line still waiting for its pause after this long never had one coming (ms). */
const WAIT_MS = 30_000

/**
 * Follows the person's working in every field and tells which lines are finished, so that they can be
 * checked. Deterministic: times come in with the percepts and as an argument.
 */
export class MathSense {
  readonly #workings = new Map<string, Working>()
  readonly #problems = new Map<string, Asked>()
  readonly #seed: number
  #ids = 0

  /** @param seed names the run: it makes request ids unique and seeds the checker's sampling. */
  constructor(seed: number) {
    this.#seed = seed
  }

  /** @param edited whether the person has ever edited this field */
  perceive(tutoring: string, percept: PagePercept, edited: boolean): CheckRequest | null {
    if (percept.kind === 'text-changed') {
      if (percept.by === 'page' && !edited) return null
      const key = `${tutoring} ${percept.field.path}`
      const known = this.#workings.get(key)
      const working: Working = known ?? {
        tutoring,
        path: percept.field.path,
        lang: undefined,
        text: '',
        keyAt: percept.at,
        gaps: [],
        asked: '',
        edited: null,
        left: false,
        undone: false,
      }
      for (const at of percept.keys) {
        if (percept.how === undefined) working.gaps = withGap(working.gaps, at - working.keyAt)
        working.keyAt = Math.max(working.keyAt, at)
      }
      working.edited = editedLine(working.text, percept.text)
      const asked = this.#problems.get(key)
      if (asked !== undefined && percept.text.trim() === '') asked.moved = false
      working.text = percept.text
      working.lang = percept.field.lang
      working.left = false
      working.undone = percept.how === 'undone'
      this.#workings.set(key, working)
      return percept.cut ? null : this.#ask(working, percept.at)
    }
    if (percept.kind === 'field-left') {
      const working = this.#workings.get(`${tutoring} ${percept.path}`)
      if (working === undefined) return null
      working.left = true
      return this.#ask(working, percept.at)
    }
    if (percept.kind === 'problem') return this.#problem(tutoring, percept)
    if (percept.kind === 'field-gone') {
      this.#workings.delete(`${tutoring} ${percept.path}`)
      this.#problems.delete(`${tutoring} ${percept.path}`)
    }
    return null
  }

  #problem(tutoring: string, percept: Extract<PagePercept, { kind: 'problem' }>): CheckRequest | null {
    const key = `${tutoring} ${percept.path}`
    const { text, formulas } = percept
    const known = this.#problems.get(key)
    const working = this.#workings.get(key)
    const changed =
      known !== undefined && JSON.stringify(known.problem) !== JSON.stringify({ text, formulas })
    const written = working !== undefined && working.text.trim() !== ''
    const moved = written && (known?.moved === true || changed)
    this.#problems.set(key, { tutoring, problem: { text, formulas }, moved })
    return working === undefined ? null : this.#ask(working, percept.at)
  }

  /** Time has passed: pauses may have finished lines. */
  tick(now: number): CheckRequest[] {
    const requests: CheckRequest[] = []
    for (const working of this.#workings.values()) {
      if (now - working.keyAt > WAIT_MS) continue
      const request = this.#ask(working, now)
      if (request !== null) requests.push(request)
    }
    return requests
  }

  /** Whether passing time alone may finish a line. */
  isWaiting(now: number): boolean {
    return this.#workings.values().some(({ keyAt }) => now - keyAt <= WAIT_MS)
  }

  /** Forgets the workings of all other tutorings. */
  keepOnly(tutorings: readonly string[]): void {
    for (const [key, working] of this.#workings)
      if (!tutorings.includes(working.tutoring)) this.#workings.delete(key)
    for (const [key, { tutoring }] of this.#problems)
      if (!tutorings.includes(tutoring)) this.#problems.delete(key)
  }

  #ask(working: Working, now: number): CheckRequest | null {
    const sinceKeyMs = working.left ? Number.MAX_SAFE_INTEGER : Math.max(0, now - working.keyAt)
    const typing = { sinceKeyMs, medianGapMs: medianGap(working.gaps) }
    const paused = isPause(typing)
    const { lines, lastFinished } = finishedLines(working.text, typing)
    const rewriting = working.edited !== null && working.edited < lines.length - (lastFinished ? 0 : 1)
    if ((rewriting || working.undone) && !paused) return null
    const judged = lastFinished ? lines : lines.slice(0, -1)
    const near = this.#problems.get(`${working.tutoring} ${working.path}`)
    const problem = near === undefined || near.moved ? null : near.problem
    const asked = JSON.stringify([judged, paused, problem])
    if (asked === working.asked || (judged.every((line) => line.trim() === '') && working.asked === ''))
      return null
    working.asked = asked
    this.#ids += 1
    return {
      id: `m${this.#seed.toString(36)}-${this.#ids.toString(36)}`,
      tutoring: working.tutoring,
      path: working.path,
      text: working.text,
      lines,
      lastUnfinished: !lastFinished,
      paused,
      seed: this.#seed % 2 ** 31,
      problem,
      ...(working.lang === undefined ? {} : { lang: working.lang }),
      asked: false,
    }
  }
}

/** The request, to be read in the notation in which the person said to write, else in that of its language. */
export function readAsWritten(request: CheckRequest, { decimal }: Pick<Notation, 'decimal'>): CheckRequest {
  const { lang } = request
  const usual = decimal === 'language' && lang !== undefined && writesComma(lang)
  return decimal === 'comma' || usual ? { ...request, decimalComma: true } : request
}

/** The line that an edit touched, if the number of lines stayed. */
function editedLine(before: string, after: string): number | null {
  const old = splitLines(before)
  const lines = splitLines(after)
  if (old.length !== lines.length) return null
  const index = lines.findIndex((line, at) => line !== old[at])
  return index === -1 ? null : index
}
