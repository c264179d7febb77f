import * as v from 'valibot'
import { type CopyVerdict, checkCopy } from '../../shared/math/check-copy.ts'
import { checkWritten } from '../../shared/math/check-written.ts'
import { FORMULA_PLACE } from '../../shared/math/problem-formulas.ts'
import type { LineVerdict } from '../../shared/math/verdict.ts'
import type { Finding, Percept } from '../../shared/percepts/percept.ts'
import type { Remark } from '../store/rows.ts'
import type { TraceRow } from './trace.ts'

/** Stands for every character that was written; lines stay lines. */
const PLACEHOLDER = '▯'
const Redacted = v.pipe(v.string(), v.regex(/^[▯\n]*$/))
const Kind = v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/))
const Slip = v.nullable(Kind)

/** One percept: when, what kind, and how long its text was. */
const EventSchema = v.object({
  /** ms since the first event. */
  at: v.number(),
  from: v.picklist(['page', 'panel', 'checker', 'solver', 'reasoner', 'door']),
  kind: Kind,
  text: v.exactOptional(Redacted),
  /** Which field, in the order in which they were first used. */
  field: v.exactOptional(v.number()),
  by: v.exactOptional(v.picklist(['person', 'page'])),
  /** Times of edits, ms since the first event. */
  keys: v.exactOptional(v.array(v.number())),
})
type RedactedEvent = v.InferOutput<typeof EventSchema>

/** A line that was said not to follow. */
const StepSchema = v.object({
  /** As many as were written; only the wrong one and the one it was compared with can be read. */
  lines: v.array(v.string()),
  line: v.number(),
  from: v.nullable(v.number()),
  lastUnfinished: v.boolean(),
  paused: v.boolean(),
  seed: v.number(),
  decimalComma: v.exactOptional(v.boolean()),
  verdict: v.picklist(['follows', 'does-not-follow', 'cannot-tell']),
  slip: Slip,
})

/** A first line that was said to be miscopied. */
const CopySchema = v.object({
  /** The page's formula it was compared with, as it stood there. */
  formula: v.string(),
  /** The line itself; no other of the working is here. */
  written: v.string(),
  line: v.number(),
  seed: v.number(),
  verdict: v.literal('miscopied'),
})

/**
 * A trace that may be shared: times and kinds of what was noticed, the check that was wrong with its two lines
 * (of a miscopied problem: its formula and the line), its verdict and seed. Nothing else that a person or a page wrote is in it, no address and no title.
 */
const RedactedTraceSchema = v.object({
  format: v.literal('aside-redacted-trace'),
  version: v.literal(1),
  /** Version of the policy, where the trace still has its beginning. */
  policy: v.nullable(v.pipe(v.string(), v.maxLength(50))),
  check: v.union([StepSchema, CopySchema]),
  events: v.array(EventSchema),
})
export type RedactedTrace = v.InferOutput<typeof RedactedTraceSchema>

/**
 * @throws ValiError when it is no redacted trace of this version
 */
export function parseRedactedTrace(json: string): RedactedTrace {
  const trace = v.parse(RedactedTraceSchema, JSON.parse(json))
  if ('formula' in trace.check) return trace
  const { lines, line, from } = trace.check
  lines.forEach((text, index) => {
    if (index !== line && index !== from) v.parse(Redacted, text)
  })
  return trace
}

/** How long before the check, and at most how many percepts, tell what led to it. */
const BEFORE_MS = 300_000
const EVENTS = 500

/** What may be shared of the trace of a remark; null when its check is not in these rows. */
export function redactTrace(rows: readonly TraceRow[], remark: Remark): RedactedTrace | null {
  const percepts = rows.flatMap((row) => row.percepts)
  const found = percepts.findLast(
    (percept) => percept.from === 'checker' && checkIn(percept.it, remark) !== null,
  )
  if (found?.from !== 'checker') return null
  const check = checkIn(found.it, remark)
  if (check === null) return null
  const told = percepts
    .filter((percept) => belongs(percept, remark.tutoring) && found.at - percept.at <= BEFORE_MS)
    .slice(-EVENTS)
  const start = told[0]?.at ?? found.at
  const fields: string[] = []
  return {
    format: 'aside-redacted-trace',
    version: 1,
    policy: rows.find(({ policy }) => policy !== undefined)?.policy?.slice(0, 50) ?? null,
    check,
    events: told.map((percept) => eventOf(percept, start, fields)),
  }
}

/** Checks again what a redacted trace tells of; the verdict of the line that was called wrong, if it has one. */
export function recheckRedacted({ check }: RedactedTrace): LineVerdict | CopyVerdict | null | undefined {
  if ('formula' in check)
    return checkCopy({ text: FORMULA_PLACE, formulas: [check.formula] }, [check.written], check.seed)
  return checkWritten(check).find(({ line }) => line === check.line)
}

/** What was checked when this remark was raised, blotted out but for what it is about. */
function checkIn(finding: Finding, remark: Remark): RedactedTrace['check'] | null {
  if (finding.request.tutoring !== remark.tutoring) return null
  return remark.kind === 'copy' ? copyIn(finding, remark) : stepIn(finding, remark)
}

function copyIn({ request, copy }: Finding, { evidence }: Remark): RedactedTrace['check'] | null {
  if (copy?.verdict !== 'miscopied') return null
  const { formula, line, verdict } = copy
  const written = request.lines[line] ?? ''
  const shown = JSON.stringify(evidence.lines.map(({ text }) => text))
  if (shown !== JSON.stringify([formula, written])) return null
  return { formula, written, line, seed: request.seed, verdict }
}

function stepIn(finding: Finding, remark: Remark): RedactedTrace['check'] | null {
  const wrong = wrongIn(finding, remark)
  if (wrong === null) return null
  const { lines, lastUnfinished, paused, seed, decimalComma } = finding.request
  return {
    lines: lines.map((text, index) => (index === wrong.line || index === wrong.from ? text : redacted(text))),
    line: wrong.line,
    from: wrong.from,
    lastUnfinished,
    paused,
    seed,
    ...(decimalComma === undefined ? {} : { decimalComma }),
    verdict: wrong.verdict,
    slip: wrong.slip?.id ?? null,
  }
}

type Wrong = Extract<LineVerdict, { verdict: 'does-not-follow' }>

/** The verdict of a finding that raised this remark: its evidence shows the same lines. */
function wrongIn({ request, verdicts }: Finding, { evidence }: Remark): Wrong | null {
  const shown = JSON.stringify(evidence.lines.map(({ text }) => text))
  const wrong = verdicts.find(
    (verdict): verdict is Wrong =>
      verdict.verdict === 'does-not-follow' &&
      shown ===
        JSON.stringify(
          [verdict.from, verdict.line]
            .filter((index) => index !== null)
            .map((index) => request.lines[index] ?? ''),
        ),
  )
  return wrong ?? null
}

function belongs(percept: Percept, tutoring: string): boolean {
  switch (percept.from) {
    case 'page':
      return percept.tutoring === tutoring
    case 'checker':
    case 'solver':
      return percept.it.request.tutoring === tutoring
    case 'reasoner':
      // Which tutoring a thought is of stands in the state; its words are not shared anyway.
      return false
    case 'panel':
    case 'door':
      return !('tutoring' in percept.it) || percept.it.tutoring === tutoring
  }
}

/** Built anew from times and kinds: what is not named here is not in the file. */
function eventOf(percept: Percept, start: number, fields: string[]): RedactedEvent {
  const at = percept.at - start
  if (percept.from === 'checker') return { at, from: 'checker', kind: 'finding' }
  if (percept.from === 'solver') return { at, from: 'solver', kind: 'answer' }
  if (percept.from === 'reasoner') return { at, from: 'reasoner', kind: percept.it.kind }
  const { from, it } = percept
  const event: RedactedEvent = { at, from, kind: it.kind }
  switch (it.kind) {
    case 'text-changed': {
      const { path } = it.field
      if (!fields.includes(path)) fields.push(path)
      return {
        ...event,
        text: redacted(it.text),
        field: fields.indexOf(path),
        by: it.by,
        keys: it.keys.map((key) => key - start),
      }
    }
    case 'selected':
    case 'draft':
    case 'send':
      return { ...event, text: redacted(it.text) }
    default:
      return event
  }
}

const redacted = (text: string) => text.replace(/[^\n]/g, PLACEHOLDER)
