import type { CopyVerdict } from '../../shared/math/check-copy.ts'
import type { Change } from '../../shared/math/name-change.ts'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { isLive, standsAt } from './agenda.ts'
import { lineName } from './line-name.ts'
import type { AgendaItem, TutoringState } from './loop-state.ts'
import { raiseRemark, type Wording } from './raise-remark.ts'
import { changeRemark, putEntry, type Work } from './work.ts'

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
    else if (copy?.verdict === 'copied' && item.remark.state === 'said') settle(work, tutoring, item)
    else if (isLive(item)) changeRemark(work, item, { state: 'outdated' })
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
    wording: { ...wording(line, copy), anchor: anchorOf(path, text, start, start + line.length) },
  })
}

function wording(line: string, copy: Miscopied): Omit<Wording, 'anchor'> {
  const name = lineName(copy.line)
  return {
    text: `${name}: The page says ${quoted(copy.formula)}. Is that what you meant to copy?`,
    evidence: {
      text: difference(copy.change, name.toLowerCase()),
      lines: [
        { label: 'On the page', text: copy.formula },
        { label: name, text: line },
      ],
    },
    hint: `Compare ${name.toLowerCase()} with the page, number by number and sign by sign.`,
  }
}

/** LaTeX between dollars, which the panel sets; anything else as it stands. */
const quoted = (formula: string): string => (/[\\^_{]/.test(formula) ? `$${formula}$` : formula)

function difference({ kind, from, to }: Change, line: string): string {
  const of = kind === 'operator' ? 'sign' : kind
  if (from === '') return `The page has no ${of} ${to} there.`
  if (to === '') return `The page has the ${of} ${from}, ${line} does not.`
  return `The page has ${from} where ${line} has ${to}.`
}

/** It says what the page says now: said briefly, for it was asked about; not in exam mode, where it is a verdict. */
function settle(work: Work, tutoring: TutoringState, item: AgendaItem): void {
  if (work.state.manner.exam) return changeRemark(work, item, { state: 'outdated' })
  changeRemark(work, item, { state: 'resolved' })
  const text = `${lineName(item.index)} is as on the page now.`
  putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'notice', text })
}

/** The page asks something else now: what was asked about the old problem is over. */
export function outdateCopies(work: Work, tutoring: TutoringState, path: string): void {
  for (const item of tutoring.agenda)
    if (item.path === path && item.check === COPY_CHECK && isLive(item))
      changeRemark(work, item, { state: 'outdated' })
}
