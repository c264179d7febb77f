import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import type { CopyVerdict } from '../../shared/math/check-copy.ts'
import type { Change } from '../../shared/math/name-change.ts'
import { inNotation, type Notation } from '../../shared/notation.ts'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { isLive, standsAt } from './agenda.ts'
import type { AgendaItem, TutoringState } from './loop-state.ts'
import { quoted } from './quoted.ts'
import { raiseRemark, type Wording } from './raise-remark.ts'
import { breakOff } from './speech.ts'
import { changeRemark, putEntry, texts, type Work } from './work.ts'

/** The check that "you were wrong" quiets. */
export const COPY_CHECK = 'copy'

type Miscopied = Extract<CopyVerdict, { verdict: 'miscopied' }>

/**
 * Brings the agenda in line with what the first line is beside the page's problem: a miscopied one is asked
 * about, one that says what the page says is settled.
 * @returns the question raised or still standing, if any
 */
export function takeCopy(
  work: Work,
  tutoring: TutoringState,
  finding: Finding,
  path: string,
): AgendaItem | null {
  const { request, copy } = finding
  const raised = copy?.verdict === 'miscopied' ? raise(work, tutoring, request, path, copy) : null
  for (const item of tutoring.agenda) {
    if (item === raised || item.path !== path || item.check !== COPY_CHECK) continue
    const stands = standsAt(item, request.text)
    if (stands !== null && copy?.verdict !== 'copied') item.index = stands
    else {
      const saying = breakOff(work, item)
      if (copy?.verdict === 'copied' && item.remark.state === 'said') settle(work, tutoring, item, saying)
      else if (isLive(item)) changeRemark(work, item, { state: 'outdated' })
    }
  }
  return raised
}

function raise(
  work: Work,
  tutoring: TutoringState,
  { lines, text }: Finding['request'],
  path: string,
  copy: Miscopied,
): AgendaItem {
  const line = lines[copy.line] ?? ''
  const start = lines.slice(0, copy.line).reduce((sum, each) => sum + each.length + 1, 0)
  return raiseRemark(work, tutoring, {
    key: JSON.stringify([path, COPY_CHECK, copy.formula, line]),
    check: COPY_CHECK,
    path,
    line,
    before: null,
    index: copy.line,
    kind: 'copy',
    urgency: 0.6,
    confidence: 0.9,
    wording: {
      ...wording(texts(work), work.state.manner, line, copy),
      anchor: anchorOf(path, text, start, start + line.length),
    },
  })
}

function wording(
  { loop: says, evidence }: Catalogue,
  notation: Notation,
  line: string,
  copy: Miscopied,
): Omit<Wording, 'anchor'> {
  const number = copy.line + 1
  return {
    text: `${says.line(number)}: ${says.copy.question(quoted(copy.formula))}`,
    evidence: {
      text: difference(
        says.copy,
        (text) => inNotation(text, notation, evidence.decimal),
        copy.change,
        number,
      ),
      lines: [
        { label: says.copy.onThePage, text: copy.formula },
        { label: says.line(number), text: line },
      ],
    },
    hint: says.copy.hint(number),
  }
}

function difference(
  says: Catalogue['loop']['copy'],
  written: (printed: string) => string,
  { kind, ...printed }: Change,
  line: number,
): string {
  const from = written(printed.from).trim()
  const to = written(printed.to).trim()
  if (from === '') return says.added[kind](to)
  if (to === '') return says.leftOut[kind](from, line)
  return says.changed(from, to, line)
}

/** It says what the page says now: said briefly, for it was asked about; not in exam mode, where it is a verdict. */
function settle(work: Work, tutoring: TutoringState, item: AgendaItem, saying: boolean): void {
  if (work.state.manner.exam) return changeRemark(work, item, { state: 'outdated' })
  changeRemark(work, item, { state: 'resolved' })
  const says = texts(work).loop
  const text = says.copy.settled(item.index + 1)
  const said = saying ? says.takenBack(text) : text
  putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'notice', text: said })
}

/** The page asks something else now: what was asked about the old problem is over. */
export function outdateCopies(work: Work, tutoring: TutoringState, path: string): void {
  const says = texts(work).loop
  for (const item of tutoring.agenda) {
    if (item.path !== path || item.check !== COPY_CHECK || !isLive(item)) continue
    changeRemark(work, item, { state: 'outdated' })
    if (!breakOff(work, item)) continue
    const text = says.takenBack(says.copy.pageChanged)
    putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'notice', text })
  }
}
