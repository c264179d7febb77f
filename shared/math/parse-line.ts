import { type Expression, someIn, symbol } from './expression.ts'
import { gatherHeads } from './gather-heads.ts'
import { isNoWorking, mapsOrTends } from './line-shape.ts'
import {
  ratios,
  withLetterE,
  withNamedBrackets,
  withoutEquationNumber,
  withoutLastBracket,
  withPoints,
} from './line-tokens.ts'
import { CALCULATING, DOING, plainWord, stanceOf, THEN } from './line-words.ts'
import { isAmbiguous } from './other-readings.ts'
import { type ExpressionReading, parseExpression } from './parse-expression.ts'
import { isBareSet, parseMembership, parseSet, parseSolutionSet, SOLUTION } from './parse-membership.ts'
import {
  branchesOf,
  type Segment,
  splitSegments,
  withoutAnnotation,
  withoutRemarks,
} from './split-segments.ts'
import { type Chain, type ParsedLine, type Side, type Statement, sidesOf } from './statement.ts'
import type { Relation, Token } from './token.ts'
import { type TokenReading, tokenize } from './tokenize.ts'

/** Longer lines are refused unread: nothing a person writes as one step is, and time stays bounded. */
const LONGEST_LINE = 2000
const MOST_TOKENS = 600
/** More steps in one line, or sides in a step, are a table; judging each beside all others would take too long. */
const MOST_STEPS = 24
const MOST_SIDES = 80
const LABEL =
  /^\s*(?:[-*•]\s+)?(?:\(?(?:[a-hA-H]|[ivx]{1,4}|\d{1,2})\)\s+|\d{1,2}\.\s+(?=\S)|(?:[-+−·*]?\s*(?:\d\s*[·*]?\s*)?(?:\(?(?:I{1,3}|IV)\)?|\(\d\))'?\s*(?:[·*]\s*\d+\s*)?)+:\s+|(?:step|q|question|line|part|ex|exercise|aufgabe|teil|schritt)\s*\.?\s*\d{1,2}\w?\s*[.:)]\s*)/i

/** II, (2), I − II: a further equation of a system, and no other exercise. */
const OF_SYSTEM = /^(?!\s*\(?(?:I|1)\)?\s*:)[\s()IV\d'+−·*-]*(?:I|\(\d\))[\s()IV\d'+−·*-]*:\s+$/

/** How the ambiguous spellings of a line are read. `remark`: a last spaced bracket is a remark, not a factor. */
export type Reading = ExpressionReading & TokenReading & { remark: boolean; eIsVariable: boolean }
export const PLAIN_READING: Reading = {
  tightProducts: false,
  functions: [],
  columns: false,
  improper: false,
  decimalComma: false,
  pointGroups: false,
  remark: false,
  eIsVariable: false,
}

/** One line of working as statements; the mathematics of prose lines is found, prose alone is set aside. */
export function parseLine(line: string, reading: Reading = PLAIN_READING): ParsedLine {
  if (line.length > LONGEST_LINE) return { kind: 'nothing', why: 'too-long' }
  if (/^\s*$/.test(line)) return { kind: 'nothing', why: 'blank' }
  if (isNoWorking(line)) return { kind: 'nothing', why: 'not-parsed' }
  const label = LABEL.exec(line)?.[0] ?? ''
  const text = line.slice(label.length)
  const letters = reading.eIsVariable ? withLetterE(tokenize(text, reading)) : tokenize(text, reading)
  const all = gatherHeads(letters)
  if (all.length > MOST_TOKENS) return { kind: 'nothing', why: 'too-long' }
  const applied = /^\s*([A-Za-z])\s*'*\s*\(\s*[a-z]\s*\)\s*=/.exec(text)?.[1]
  const full = applied ? { ...reading, functions: [...reading.functions, applied] } : reading
  const named = withNamedBrackets(withPoints(withoutAnnotation(all)), text)
  // The words of P(at least one six) belong to its name.
  const words = named.flatMap((token) =>
    token.type === 'word' ? token.text.split(/\s+/).map(plainWord) : [],
  )
  if (all.some((token) => token.type === 'word' && token.text.startsWith('\\')))
    return { kind: 'nothing', why: 'not-parsed' }
  const others = all.flatMap((token) => (token.type === 'other' ? [token.text] : []))
  let tokens = ratios(withoutRemarks(named), words.length > 0)
  tokens = withoutEquationNumber(tokens)
  if (reading.remark) tokens = withoutLastBracket(tokens)
  const segments = splitSegments(tokens)
  const parsed = new LineParser(text, full).parse(segments, words.length > 0)
  if (!Array.isArray(parsed)) return { kind: 'nothing', why: words.length > 0 ? 'prose' : parsed.failure }
  if (parsed.length > MOST_STEPS || parsed.some((one) => sidesOf(one).length > MOST_SIDES))
    return { kind: 'nothing', why: 'too-long' }
  return {
    kind: 'statements',
    statements: parsed,
    stance: stanceOf(words, others, parsed.length === 1 ? lastWordBefore(segments) : null),
    words,
    labelled: label !== '' && !OF_SYSTEM.test(label),
    ambiguous: isAmbiguous(text),
  }
}

type Failure = { failure: 'unfinished' | 'not-parsed' }

class LineParser {
  private readonly text: string
  private readonly reading: Reading
  constructor(text: string, reading: Reading) {
    this.text = text
    this.reading = reading
  }

  parse(segments: readonly Segment[], prose: boolean): Statement[] | Failure {
    const branches = branchesOf(segments).map((branch) => this.parseRun(branch, prose))
    const [first, ...others] = branches
    if (!first || !Array.isArray(first) || others.length === 0) return this.parseRun(segments, prose)
    // 2^x = 2 ⇒ x = 1; 2^x = 4 ⇒ x = 2: each step of all branches together.
    const steps = first.map((statement, step) => {
      const all = branches.flatMap((branch) => (Array.isArray(branch) ? (branch[step] ?? []) : []))
      return {
        ...statement,
        cases: all.flatMap(({ cases }) => cases),
        text: all.map(({ text }) => text).join('; '),
      }
    })
    const even = branches.every((branch) => Array.isArray(branch) && branch.length === steps.length)
    return even ? steps : this.parseRun(segments, prose)
  }

  private parseRun(segments: readonly Segment[], prose: boolean): Statement[] | Failure {
    const set = prose ? null : this.parseBareSet(segments)
    if (set) return [set]
    const related = segments.filter((segment) => segment.tokens.some(isRelation))
    if (related.length === 0) return this.parseExpressions(segments, prose)
    if (segments.some((segment, i) => i > 0 && calculates(segment))) return { failure: 'not-parsed' }
    if (segments[0]?.before === 'start' && segments[1]?.before === 'colon' && !related.includes(segments[0]))
      return { failure: 'not-parsed' }
    const statements: { cases: Chain[][]; continues: boolean; roughly?: boolean; segments: Segment[] }[] = []
    let told = false
    for (const segment of segments) {
      const open = statements.at(-1)
      const relates = segment.tokens.some(isRelation)
      if (!relates) {
        const added = open && !told && this.addValue(open.cases, segment)
        if (added) open.segments.push(segment)
        else if (!prose) return { failure: 'not-parsed' }
        // "so the angles are 30, 60 and 90": none of them is a value of x.
        else told = true
        continue
      }
      told = false
      const chains = this.parseChain(segment, statements.length === 0)
      if ('failure' in chains) return chains
      const [only, ...others] = chains.cases
      const joins = open && only && others.length === 0 && this.join(open.cases, segment, only)
      const adds = open && segment.before === 'or' && others.length > 0
      if (adds) open.cases.push(...chains.cases)
      if (joins || adds) open.segments.push(segment)
      else statements.push({ ...chains, segments: [segment] })
    }
    return statements.map(({ cases, continues, roughly, segments: own }) => ({
      cases,
      continues,
      ...(roughly ? { roughly } : {}),
      text: this.textOf(own),
    }))
  }

  /** "[−2, 2)" alone: the solutions of the inequality before. */
  private parseBareSet(segments: readonly Segment[]): Statement | null {
    const text = this.textOf(segments)
    if (!isBareSet(text)) return null
    const whole = tokenize(this.text, this.reading)
    const cases = parseSet({ expression: symbol(SOLUTION), text: SOLUTION }, whole, (side) =>
      this.parseSide(side),
    )
    return cases && { cases, continues: false, text }
  }

  /** Joins a claim to the statement before it, or says that it begins a new one. */
  private join(cases: Chain[][], segment: Segment, chains: readonly Chain[]): boolean {
    const last = cases.at(-1)
    if (!last) return false
    const then =
      segment.before === 'arrow' || (segment.before === 'word' && THEN.has(segment.wordBefore ?? ''))
    if (then) return false
    const same = loneName(last.at(-1)) !== null && loneName(last.at(-1)) === loneName(chains[0])
    if (segment.before === 'or' || same) cases.push([...chains])
    else for (const one of cases) one.push(...chains)
    return true
  }

  /** x = 3 or −3; x = 3, −3: a further value of the same variable. */
  private addValue(cases: Chain[][], segment: Segment): boolean {
    const chain = cases.at(-1)?.at(-1)
    if (!chain || loneName(chain) === null || chain.sides.length !== 2) return false
    if (segment.wordBefore !== null || segment.before === 'arrow' || segment.before === 'colon') return false
    const parsed = this.parseSide(segment.tokens)
    const left = chain.sides[0]
    if ('failure' in parsed || !left) return false
    cases.push([{ sides: [left, parsed], relations: chain.relations }])
    return true
  }

  private parseExpressions(segments: readonly Segment[], prose: boolean): Statement[] | Failure {
    const steps: Statement[] = []
    // "divided by n²: …" says what is done before the colon.
    const done = segments.findIndex((segment, i) => i > 0 && segment.before === 'colon')
    // "times (x + 3): …" is not worth what the line before is.
    if (done > 0 && (!prose || segments.slice(0, done).some(({ wordBefore }) => DOING.has(wordBefore ?? ''))))
      return { failure: 'not-parsed' }
    for (const segment of segments.slice(Math.max(0, done))) {
      if (prose && DOING.has(segment.wordBefore ?? '')) return { failure: 'not-parsed' }
      const parsed = this.parseSide(segment.tokens)
      if ('failure' in parsed) return { failure: parsed.failure }
      if (prose && segment.before === 'word' && segment.tokens.length < 2) return { failure: 'not-parsed' }
      const arrow = segment.before === 'arrow' || segment.before === 'start' || segment.before === 'colon'
      if (steps.length > 0 && !arrow) return { failure: 'not-parsed' }
      steps.push({
        cases: [[{ sides: [parsed], relations: [] }]],
        continues: false,
        text: this.textOf([segment]),
      })
    }
    const maps = mapsOrTends(steps.flatMap((step) => sidesOf(step).map(({ expression }) => expression)))
    return steps.length > 0 && !maps ? steps : { failure: 'not-parsed' }
  }

  private parseChain(
    segment: Segment,
    first: boolean,
  ): { cases: Chain[][]; continues: boolean; roughly?: boolean } | Failure {
    if (segment.tokens.some((token) => token.type === 'element')) {
      const cases = parseMembership(segment.tokens, (tokens) => this.parseSide(tokens))
      return cases ? { cases, continues: false } : { failure: 'not-parsed' }
    }
    const solutions = parseSolutionSet(segment.tokens, (tokens) => this.parseSide(tokens))
    if (solutions) return { cases: solutions, continues: false }
    const sides: Side[] = []
    const relations: Relation[] = []
    let part: Token[] = []
    let continues = false
    for (const token of [...segment.tokens, null]) {
      if (token && token.type !== 'relation') {
        part.push(token)
        continue
      }
      if (part.length === 0 && sides.length === 0 && relations.length === 0 && token) {
        const named = segment.wordsText !== '' && !THEN.has(segment.wordBefore ?? '')
        if (named) sides.push({ expression: symbol(segment.wordsText), text: segment.wordsText })
        else if (first) continues = true
        else return { failure: 'not-parsed' }
      } else {
        const parsed = this.parseSide(part)
        if ('failure' in parsed)
          return { failure: part.length === 0 && !token ? 'unfinished' : parsed.failure }
        sides.push(parsed)
      }
      if (token) relations.push(token.text)
      part = []
    }
    if (continues && relations.length !== sides.length) return { failure: 'not-parsed' }
    if (continues && relations[0] !== '=' && relations[0] !== '≈') return { failure: 'not-parsed' }
    const roughly = continues && relations[0] === '≈'
    return { cases: [[{ sides, relations: continues ? relations.slice(1) : relations }]], continues, roughly }
  }

  private parseSide(tokens: readonly Token[]): Side | Failure {
    const parsed = parseExpression(tokens, this.reading)
    if ('failure' in parsed) return parsed
    return { expression: parsed.expression, text: spanOf(this.text, tokens) }
  }

  private textOf(segments: readonly Segment[]): string {
    return spanOf(
      this.text,
      segments.flatMap((segment) => segment.tokens),
    )
  }
}

/** The word that leads to the first claim of the line. */
const lastWordBefore = (segments: readonly Segment[]): string | null =>
  segments.find((segment) => segment.tokens.some(isRelation))?.wordBefore ?? null

/** "5 times 3", "20 less 4 = 16": words between two runs that belong to one calculation. */
const calculates = (segment: Segment): boolean =>
  segment.before === 'word' &&
  segment.wordsText.split(' ').length <= 2 &&
  CALCULATING.has(segment.wordBefore ?? '')

const isRelation = (token: Token): boolean => token.type === 'relation' || token.type === 'element'

function spanOf(text: string, tokens: readonly Token[]): string {
  const first = tokens[0]
  const last = tokens.at(-1)
  const start = first ? text.slice(0, first.start).replace(/\\left\s*$/, '').length : 0
  return first && last ? text.slice(start, last.end).replace(/\s+/g, ' ').replaceAll('{,}', ',').trim() : ''
}

/** The variable a chain is solved for: its first side is nothing else. */
function loneName(chain: Chain | undefined): string | null {
  const left = chain?.sides[0]?.expression
  const right = chain?.sides[1]?.expression
  if (chain?.relations[0] !== '=' || left?.kind !== 'symbol' || !right) return null
  return mentions(right, left.name) ? null : left.name.replace(/_\d+$/, '')
}

const mentions = (e: Expression, name: string): boolean =>
  someIn(e, (part) => part.kind === 'symbol' && part.name === name)
