import {
  DIAGNOSIS_WORK,
  LEAST_WORK,
  LINE_WORK,
  leftAfter,
  READ_WORK,
  spend,
  WORKING_WORK,
  within,
} from './budget.ts'
import { checkStep } from './check-step.ts'
import type { Definition } from './differentiate.ts'
import { allDefined, type Entry, hasAngles, hasPi, makeEntry, piecewise } from './entry.ts'
import { entriesAfter, isDroppedAfter, isStatedAfter } from './later-lines.ts'
import { usesLetterE } from './letter-e.ts'
import { withLimits } from './limit-heads.ts'
import { appliesName, beginsAnew, isCase, isRepeated, isSolving, isTried, LISTED } from './line-stance.ts'
import { plainWord } from './line-words.ts'
import { numberedAs } from './numbered-solutions.ts'
import { otherReadings } from './other-readings.ts'
import { PLAIN_READING, parseLine, type Reading } from './parse-line.ts'
import { isContradicted } from './second-witness.ts'
import { diagnose } from './slips/diagnose.ts'
import { withVerifiedStep } from './slips/verified-step.ts'
import type { ParsedLine, Statement } from './statement.ts'
import type { StepResult, Working } from './step-result.ts'
import { hasStrongGrounds } from './strong-grounds.ts'
import { isFurtherEquation } from './system-numbers.ts'
import { termWithValues } from './term-with-values.ts'
import { withTrigInterval } from './trig-interval.ts'
import type { LineVerdict } from './verdict.ts'
import type { WorkingReading } from './working-readings.ts'

export type CheckOptions = {
  /** Seeds the sampling: the same seed gives the same verdicts. */
  seed: number
  /** The last line is still being typed and gets no verdict. */
  lastUnfinished?: boolean | undefined
  /** More lines may follow: a doubtful last one waits for what comes of it. */
  goesOn?: boolean | undefined
  /** Decimals are written with a comma: 3,5 is first read as one number, 1.000 as a thousand. */
  decimalComma?: boolean | undefined
}

type Read = { parsed: ParsedLine; line: number; text: string; given?: string | undefined }
/** Among words, but no word: what the next line may go on from. */
const RECKONED = /=|[a-z\d)]\s*[+·*×^²³]\s*[\d(a-z]/i

type Judged = { entry: Entry; result: StepResult }

/** Goes through the lines of one working, read in one way. */
export class WorkingChecker {
  private history: Entry[] = []
  private readonly definitions = new Map<string, Definition>()
  private readonly lines: Read[]
  private readonly options: CheckOptions
  private readonly eIsVariable: boolean
  private readonly sureCommas: boolean
  private readonly reading: Pick<Reading, 'columns' | 'improper'>
  private blank = false
  /** The line before could not be read, so that what goes on from it cannot be judged. */
  private gap = false
  /** Every word of the working so far. */
  private readonly words: string[] = []

  constructor(
    lines: readonly string[],
    offset: number,
    options: CheckOptions,
    { columns, improper, commas, rewritten }: WorkingReading,
  ) {
    this.options = { ...options, decimalComma: options.decimalComma || commas !== false }
    this.sureCommas = commas === 'sure'
    this.reading = { columns, improper }
    this.eIsVariable = usesLetterE(lines)
    this.lines = withLimits(
      lines.map((line) => rewritten.reduce((text, [from, to]) => text.replace(from, to), line)),
    )
      .map(withTrigInterval)
      .map(termWithValues)
      .map(({ text, given }, i) => ({ parsed: this.parse(text), line: i + offset, text, given }))
  }

  /** A line whose commas part nothing is read with the decimal comma. */
  private parse(text: string): ParsedLine {
    const parsed = parseLine(text, this.firstReading(text))
    const listed = LISTED.test(text) || !/\d,\d/.test(text)
    if (parsed.kind !== 'nothing' || parsed.why !== 'not-parsed' || listed) return parsed
    const other = parseLine(text, { ...this.firstReading(text), decimalComma: 'always' })
    return other.kind === 'statements' ? { ...other, ambiguous: true } : parsed
  }

  private firstReading(text: string): Reading {
    const decimalComma = this.options.decimalComma === true && !LISTED.test(text) && 'always'
    const { eIsVariable } = this
    const pointGroups = this.options.decimalComma === true
    return { ...PLAIN_READING, ...this.reading, decimalComma, pointGroups, eIsVariable }
  }

  check(): LineVerdict[] {
    return this.lines.map((read, i) => {
      const { parsed, line } = read
      if (this.options.lastUnfinished && i === this.lines.length - 1)
        return { verdict: 'cannot-tell', line, why: 'unfinished' } as const
      if (parsed.kind === 'nothing') {
        this.words.push(...(read.text.slice(0, 500).match(/\p{L}+/gu) ?? []).map(plainWord))
        if (parsed.why === 'blank') this.blank = true
        if (parsed.why === 'not-parsed' || (parsed.why === 'prose' && RECKONED.test(read.text)))
          this.gap = true
        return { verdict: 'cannot-tell', line, why: parsed.why === 'blank' ? 'prose' : parsed.why } as const
      }
      this.words.push(...parsed.words)
      if (read.given) this.takeGiven(read.given, line)
      if (parsed.labelled && !isFurtherEquation(this.lines[i - 1]?.parsed, parsed)) this.history = []
      const verdict = this.checkLine(read, parsed.statements)
      this.blank = false
      this.gap = false
      return verdict
    })
  }

  /** "x² − 2x for x = −4": the values are known before the term. */
  private takeGiven(text: string, line: number): void {
    const parsed = this.parse(text)
    const [statement] = parsed.kind === 'statements' ? parsed.statements : []
    const rest = { line, stance: 'plain', words: [], afterBlank: this.blank } as const
    if (statement) this.history.push(makeEntry(statement, this.definitions, rest))
  }

  private checkLine(read: Read, statements: readonly Statement[]): LineVerdict {
    let summary: LineVerdict = { verdict: 'cannot-tell', line: read.line, why: 'undecided' }
    statements.forEach((_, step) => {
      const { entry, result } = this.judged(read, step)
      const verdict = this.verdictOf(entry, result, read.text)
      if (summary.verdict !== 'does-not-follow') summary = verdict
      this.remember(entry, result)
    })
    return summary
  }

  private work = WORKING_WORK

  /** What takes too much work cannot be told. */
  private judged(read: Read, step: number): Judged {
    const readings = this.readings(read, step)
    let plain: Entry | undefined
    let judged: Judged | null = null
    this.work = leftAfter(this.work, () => {
      const allowed = Math.min(LINE_WORK, Math.max(this.work, LEAST_WORK))
      judged = within(allowed, () => {
        plain = readings.next().value
        return plain ? this.bestReading(plain, readings) : null
      })
    })
    return judged ?? { entry: plain ?? this.asWritten(read, step), result: { verdict: 'unsure' } }
  }

  /** Where even putting in what was defined takes too much work. */
  private asWritten({ parsed, line }: Read, step: number): Entry {
    const statement = parsed.kind === 'statements' ? parsed.statements[step] : undefined
    if (parsed.kind !== 'statements' || !statement) throw new Error('a parsed line has a plain reading')
    const { stance, words } = parsed
    return makeEntry(statement, new Map(), { line, stance, words, afterBlank: this.blank })
  }

  /** A line is wrong only if it is so in every way it can be read. */
  private bestReading(plain: Entry, others: Iterable<Entry>): Judged {
    const first = { entry: plain, result: this.judge(plain, this.history, false) }
    if (first.result.verdict !== 'wrong') return first
    for (const entry of others) {
      const result = this.judge(entry, this.history, false)
      if (result.verdict !== 'wrong') return { entry, result }
    }
    const previous = this.history.at(-1)
    const source = previous && this.lines.find(({ line }) => line === previous.line)
    if (source?.parsed.kind === 'statements' && source.parsed.ambiguous) {
      for (const other of [...this.readings(source, source.parsed.statements.length - 1)].slice(1)) {
        const history = [...this.history.slice(0, -1), { ...other, from: null }]
        const result = this.judge(plain, history, false)
        if (result.verdict !== 'wrong') return { entry: plain, result: { verdict: 'unsure' } }
      }
    }
    const entries = [plain, ...this.history]
    if (
      entries.some((entry) => hasAngles(entry.statement)) &&
      !entries.some((entry) => hasPi(entry.statement))
    ) {
      const history = this.history.map((entry) => this.inDegrees(entry))
      const result = this.judge(this.inDegrees(plain), history, true)
      if (result.verdict !== 'wrong')
        return {
          entry: plain,
          result: result.verdict === 'follows' ? { verdict: 'follows', from: null } : result,
        }
    }
    return first
  }

  /** Lines whose angles were read in degrees before. */
  private readonly known = new WeakMap<Entry, Entry>()

  private inDegrees(entry: Entry): Entry {
    const { wrong, aside } = entry
    const made = this.known.get(entry) ?? makeEntry(entry.written, this.definitions, entry, true)
    this.known.set(entry, made)
    return Object.assign(made, { wrong, aside, from: null })
  }

  /** The plain reading first, the others as they are asked for. */
  private *readings(read: Read, step: number): Generator<Entry, undefined> {
    const { parsed, line, text } = read
    if (parsed.kind !== 'statements') return
    const first = this.firstReading(text)
    const unknown = this.history.findLast(({ variables }) => variables.length === 1)?.variables[0]
    const seen = new Set<string>()
    const entriesOf = (one: ParsedLine): Entry[] => {
      const statement = one.kind === 'statements' ? one.statements[step] : undefined
      if (one.kind !== 'statements' || !statement || seen.has(JSON.stringify(statement.cases))) return []
      seen.add(JSON.stringify(statement.cases))
      const { stance, words } = one
      const { statement: named, partial } = numberedAs(statement, unknown)
      return [makeEntry(named, this.definitions, { line, stance, words, afterBlank: this.blank, partial })]
    }
    const functions = [...this.definitions.keys()].filter(
      (name) => /^[A-Za-z]$/.test(name) && this.applied.has(name),
    )
    yield* entriesOf(functions.length > 0 ? parseLine(text, { ...first, functions }) : parsed)
    if (!parsed.ambiguous) return
    for (const other of otherReadings(text, first, this.sureCommas)) {
      spend(READ_WORK * text.length)
      yield* entriesOf(parseLine(text, { ...first, functions, ...other }))
    }
  }

  /** Names that stand before a bracket: f(x). */
  private readonly applied = new Set<string>()

  private judge(entry: Entry, history: readonly Entry[], degrees: boolean): StepResult {
    const lines = this.options.lastUnfinished ? this.lines.slice(0, -1) : this.lines
    const later = entriesAfter(entry, lines, this.definitions)
    const working: Working = { history, later, seed: this.options.seed, degrees, words: this.words }
    const goesOn = entry.kind === 'continuation' || entry.kind === 'expression'
    if (this.gap && goesOn && entry.statement.cases.flat().length === 1) return { verdict: 'first' }
    const result = checkStep(entry, working)
    if (
      result.verdict === 'wrong' &&
      result.proof.kind === 'solution-gained' &&
      (isDroppedAfter(entry.line, this.lines) || isStatedAfter(entry.line, this.lines))
    )
      return { verdict: 'unsure', from: result.from }
    if (result.verdict === 'wrong' && entry.stance === 'denied') return { verdict: 'unsure' }
    const ofSolutions = result.verdict === 'wrong' && result.proof.kind.startsWith('solution')
    if (ofSolutions && [entry, ...this.history].some(isCase)) return { verdict: 'unsure' }
    const again = result.verdict === 'wrong' && result.from !== null && isRepeated(entry, history)
    if (again) return { verdict: 'unsure' }
    if (result.verdict === 'wrong' && beginsAnew(entry, this.history)) return { verdict: 'first' }
    const calculated = result.verdict === 'wrong' && result.proof.kind === 'false-equality'
    if (
      result.verdict === 'wrong' &&
      entry.stance === 'given' &&
      !(calculated && entry.variables.length === 0)
    )
      return { verdict: 'first' }
    return result
  }

  private verdictOf(entry: Entry, result: StepResult, text: string): LineVerdict {
    const { line } = entry
    if (result.verdict === 'follows') return { verdict: 'follows', line, from: result.from?.line ?? null }
    if (result.verdict === 'first') return { verdict: 'cannot-tell', line, why: 'first' }
    if (result.verdict === 'unsure') return { verdict: 'cannot-tell', line, why: 'undecided' }
    const { from, proof } = result
    if (isContradicted(proof, entry, from)) return { verdict: 'cannot-tell', line, why: 'undecided' }
    const { seed } = this.options
    const named = within(DIAGNOSIS_WORK, () => diagnose(from, entry, proof, seed))
    const working: Working = { history: this.history, later: [], seed, degrees: false, words: this.words }
    const slip =
      named && within(DIAGNOSIS_WORK, () => withVerifiedStep(named, from, entry, working, this.definitions))
    if (!hasStrongGrounds(text, { entry, proof, slip, words: this.words }))
      return { verdict: 'cannot-tell', line, why: 'undecided' }
    return { verdict: 'does-not-follow', line, from: from?.line ?? null, proof, slip }
  }

  private remember(entry: Entry, result: StepResult): void {
    if (entry.stance === 'denied') return
    entry.wrong = result.verdict === 'wrong'
    entry.aside = (result.verdict === 'follows' && result.aside === true) || isTried(entry) || isCase(entry)
    entry.from = result.verdict === 'follows' || result.verdict === 'unsure' ? (result.from ?? null) : null
    for (const name of piecewise(entry)) this.definitions.delete(name)
    for (const { name, ...definition } of allDefined(entry)) {
      if (isSolving(definition, this.definitions.get(name))) continue
      this.definitions.set(name, definition)
      if (appliesName(entry, name)) this.applied.add(name)
    }
    this.history.push(entry)
  }
}
