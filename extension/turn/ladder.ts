import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { isSameLine, plainLine } from '../../shared/math/same-line.ts'
import { exampleOf } from '../../shared/math/slips/worked-examples.ts'
import type { LineVerdict, SlipId } from '../../shared/math/verdict.ts'
import { inNotation } from '../../shared/notation.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { type Rung, rungsOf } from '../store/rows.ts'
import type { AgendaItem, Help, TutoringState } from './loop-state.ts'
import { quoted } from './quoted.ts'
import { noteSlip } from './slip-record.ts'
import { changeRemark, putEntry, texts, type Work } from './work.ts'

/*
 *  point ──▶ ask ──▶ rule ──▶ step
 *  the mark  said    hint     hint, once it is offered; or asked for by its name, from anywhere
 *
 * Unasked it goes as far as the question. The step is offered after honest attempts only, and the end of the
 * exercise is no step.
 */

/** So many other lines were written in its place, and all were wrong and spoken of. */
const ATTEMPTS = 2

type Wrong = Extract<LineVerdict, { verdict: 'does-not-follow' }>

/** What can be said of a wrong line beyond its question. */
export function helpOf({ request: { lines }, verdicts, copy }: Finding, wrong: Wrong): Help {
  const isKnownRight = ({ verdict, line }: LineVerdict): boolean =>
    verdict === 'follows' || (copy?.verdict === 'copied' && copy.line === line)
  const right = verdicts
    .slice(0, (wrong.from ?? wrong.line - 1) + 1)
    .findLast(
      (verdict) =>
        verdict.verdict === 'follows' || (verdict.verdict === 'cannot-tell' && verdict.why === 'first'),
    )
  return {
    slip: wrong.slip?.id ?? null,
    right:
      right === undefined
        ? null
        : { line: right.line + 1, text: lines[right.line] ?? '', start: !isKnownRight(right) },
    step: wrong.slip?.step ?? null,
  }
}

/** Whether the step may be offered: the person has rewritten this line again and again. */
export function hasTried({ agenda }: TutoringState, item: AgendaItem): boolean {
  const written = new Set(
    agenda
      .filter((other) => other.spoken && other.path === item.path && isSamePlace(other, item))
      .map(({ line }) => plainLine(line)),
  )
  written.delete(plainLine(item.line))
  return item.help?.step != null && written.size >= ATTEMPTS
}

const isSamePlace = (a: AgendaItem, b: AgendaItem): boolean =>
  a.before === b.before && (a.before !== null || a.index === b.index)

/** Whether "a hint" leads to anything more: the question, the rule, or the step that is offered. */
export function canClimb({ remark, spoken, help }: AgendaItem): boolean {
  const rungs = rungsOf(remark)
  const knowsStep = rungs.some(({ kind }) => kind === 'step')
  return !spoken || rungs.length === 0 || (remark.offersStep === true && help?.step != null && !knowsStep)
}

/**
 * Climbs one rung and no more. In words the rung is also said.
 * @param wanted hint: whatever comes next, but in words only the step once it is offered; step: the step itself
 */
export function climb(work: Work, item: AgendaItem, wanted: 'hint' | 'step', how: 'button' | 'words'): void {
  if (wanted === 'hint' && !item.spoken) return ask(work, item)
  const rungs = rungsOf(item.remark)
  const has = (kind: Rung['kind']) => rungs.some((rung) => rung.kind === kind)
  const next = wanted === 'hint' && !has('rule') && !has('step') ? 'rule' : 'step'
  const offered = item.remark.offersStep === true || wanted === 'step'
  if (next === 'step' && (has('step') || !offered || item.help?.step == null)) {
    const known = rungs.find((rung) => rung.kind === 'step')
    if (how === 'words') say(work, item, known ? sentenceOf(known) : nothingMore(work, item, wanted))
    return
  }
  const rung: Rung = { kind: next, parts: partsOf(work, item, next), said: how === 'words' }
  changeRemark(work, item, { hinted: true, rungs: [...rungs, rung] })
  if (how === 'words') say(work, item, sentenceOf(rung))
}

/** The question itself, where only the mark was seen so far. */
function ask(work: Work, item: AgendaItem): void {
  item.spoken = true
  item.asked = true
  const { id, tutoring, text } = item.remark
  changeRemark(work, item, { state: 'said' })
  noteSlip(work, item)
  putEntry(work, { tutoring, who: 'tutor', kind: 'remark', text, remark: id })
}

function say(work: Work, { remark }: AgendaItem, text: string): void {
  putEntry(work, { tutoring: remark.tutoring, who: 'tutor', kind: 'said', text })
}

function nothingMore(work: Work, { help }: AgendaItem, wanted: 'hint' | 'step'): string {
  const says = texts(work).loop.ladder
  if (wanted === 'step') return says.noStep
  return help?.step == null ? says.top : says.topButStep
}

function partsOf(work: Work, item: AgendaItem, kind: Rung['kind']): Rung['parts'] {
  const catalogue = texts(work)
  const says = catalogue.loop.ladder
  const { help, remark } = item
  // Once is enough: the first rung begins with it.
  const rightWork = rungsOf(remark).length > 0 ? [] : rightPart(catalogue, help?.right ?? null)
  const written = (line: string) =>
    inNotation(line, work.state.manner, catalogue.evidence.decimal).replaceAll(
      ' or ',
      ` ${catalogue.computing.or} `,
    )
  if (kind === 'step')
    return [...rightWork, { text: says.step(item.index + 1), lines: [written(help?.step ?? '')] }]
  const example = help?.slip == null ? [] : exampleOf(help.slip, [item.before, item.line])
  return [
    ...rightWork,
    { text: remark.hint, lines: [] },
    ...(example.length === 0 ? [] : [{ text: says.example, lines: example.map(written) }]),
  ]
}

function rightPart({ loop }: Catalogue, right: Help['right']): Rung['parts'] {
  if (right === null || right.text.trim() === '') return []
  const { start, right: isRight } = loop.ladder
  return [{ text: right.start ? start(right.line) : isRight(right.line), lines: [right.text.trim()] }]
}

/** Said of a corrected line: after a hint also what is right now, if it is what its rule makes of it. */
export function correctedText(work: Work, { help, index, remark }: AgendaItem, line: string): string {
  const { loop, slips } = texts(work)
  const corrected: Partial<Record<SlipId, string>> = slips.corrected
  const what = help?.slip == null ? undefined : corrected[help.slip]
  const byRule = rungsOf(remark).length > 0 && help?.step != null && isSameLine(line, help.step)
  return what !== undefined && byRule ? loop.followsBecause(index + 1, what) : loop.follows(index + 1)
}

/** A rung in one run of words. */
function sentenceOf({ parts }: Rung): string {
  return parts.map(({ text, lines }) => [text, ...lines.map(quoted)].join(' ')).join('\n')
}
