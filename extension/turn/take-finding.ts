import { evidenceText } from '../../shared/math/evidence-text.ts'
import { splitLines } from '../../shared/math/finished-lines.ts'
import { genericQuestion } from '../../shared/math/generic-question.ts'
import { witnessOf } from '../../shared/math/pictures/witness.ts'
import { questionText, ruleText } from '../../shared/math/slip-text.ts'
import type { LineVerdict } from '../../shared/math/verdict.ts'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { findsFault } from '../store/rows.ts'
import { isLive, standsAt } from './agenda.ts'
import { correctedText, hasTried, helpOf } from './ladder.ts'
import type { AgendaItem, TutoringState } from './loop-state.ts'
import { noticeDeed, noticeJudged } from './notice.ts'
import { offerPraise } from './praise.ts'
import { raiseRemark, type Wording } from './raise-remark.ts'
import { recallOf } from './recall.ts'
import { noteCorrected, takeBackSlip } from './slip-record.ts'
import { breakOff } from './speech.ts'
import { COPY_CHECK, takeCopy } from './take-copy.ts'
import { changeRemark, putEntry, texts, type Work } from './work.ts'

export type Wrong = Extract<LineVerdict, { verdict: 'does-not-follow' }>
type Request = Finding['request']

/**
 * Brings the agenda in line with what the checker found in one field: the first wrong line is raised (once
 * for each slip at each place), a corrected one is settled, others that no longer stand are outdated. A line
 * that is being rewritten keeps its remark until the checker can tell.
 * @returns the remark raised or still standing, if any: about the first line as a copy, else about a step
 */
export function takeFinding(work: Work, tutoring: TutoringState, finding: Finding): AgendaItem | null {
  const { request, verdicts } = finding
  const { path } = request
  const field = tutoring.fields.find((candidate) => candidate.field.path === path)
  if (path === null || field === undefined || !isCurrent(request, field.text)) return null
  noticeJudged(work, tutoring, finding, path)
  const wrong = verdicts.find((verdict): verdict is Wrong => verdict.verdict === 'does-not-follow')
  const raised = wrong === undefined ? null : raise(work, tutoring, finding, path, wrong)
  for (const item of tutoring.agenda) {
    if (item === raised || item.path !== path || item.check === COPY_CHECK || !findsFault(item.remark.kind))
      continue
    const stands = standsAt(item, field.text)
    if (stands !== null) item.index = stands
    const follows = verdicts[item.index]?.verdict === 'follows'
    if (stands !== null && !(follows && isLive(item))) continue
    // Its line as it was: what it follows from, or how it is read, has changed.
    if (stands !== null) takeBackSlip(work, item)
    // A line that is only not there, or half there, is being written again: nothing speaks against it yet.
    const saying = (follows || stands !== null || raised !== null) && breakOff(work, item)
    const blank = (request.lines[item.index] ?? '').trim() === ''
    if (follows) settle(work, tutoring, item, { line: request.lines[item.index] ?? '', saying })
    else if (isLive(item) && (blank || raised !== null)) changeRemark(work, item, { state: 'outdated' })
  }
  const standing = takeCopy(work, tutoring, finding, path) ?? raised
  if (standing === null) offerPraise(work, tutoring, finding, path)
  return standing
}

/** Whether all that was judged is still there; what is written after it does not matter. */
function isCurrent({ lines, lastUnfinished }: Request, text: string): boolean {
  const now = splitLines(text)
  return lines.every((line, index) => line === now[index] || (lastUnfinished && index === lines.length - 1))
}

function raise(
  work: Work,
  tutoring: TutoringState,
  finding: Finding,
  path: string,
  wrong: Wrong,
): AgendaItem {
  const { request } = finding
  const line = request.lines[wrong.line] ?? ''
  const before = wrong.from === null ? null : (request.lines[wrong.from] ?? null)
  const check = `step:${wrong.slip?.id ?? 'algebra'}`
  const recall = recallOf(work, tutoring, { check, path, line, before }, wrong.slip !== null)
  const item = raiseRemark(work, tutoring, {
    key: JSON.stringify([path, before, line]),
    check,
    path,
    line,
    before,
    index: wrong.line,
    kind: 'step',
    urgency: 0.6,
    confidence: 0.95,
    wording: wording(work, request, path, wrong, recall),
    help: helpOf(finding, wrong),
  })
  if (item.remark.offersStep !== true && hasTried(tutoring, item))
    changeRemark(work, item, { offersStep: true })
  return item
}

/** What is said and shown of a wrong line, where it stands now. */
function wording(
  work: Work,
  { lines, text }: Request,
  path: string,
  { line, from, proof, slip }: Wrong,
  recall: string,
): Wording {
  const { language, manner } = work.state
  const says = texts(work).loop
  const start = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0)
  return {
    text: `${says.line(line + 1)}: ${recall}${slip === null ? genericQuestion(proof, lines, language, manner) : questionText(slip.question, language, manner)}`,
    evidence: {
      text: evidenceText(proof, language, manner),
      lines: [from, line]
        .filter((index) => index !== null)
        .map((index) => ({ label: says.line(index + 1), text: lines[index] ?? '' })),
      witness: witnessOf(proof),
    },
    hint: slip === null ? says.generalRule : ruleText(slip.id, language, manner),
    anchor: anchorOf(path, text, start, start + (lines[line] ?? '').length),
  }
}

/** The line was corrected: said briefly if its slip was spoken of, and only for the last slip of this line. */
function settle(
  work: Work,
  tutoring: TutoringState,
  item: AgendaItem,
  { line, saying }: { line: string; saying: boolean },
): void {
  const last = tutoring.agenda.findLast((other) => other.path === item.path && other.index === item.index)
  if (item === last) {
    noteCorrected(work, item)
    noticeDeed(work, tutoring, 'corrected', work.state.now)
  }
  const spokenOf = item.spoken && (item.remark.state === 'said' || item.remark.state === 'outdated')
  if (item !== last || !spokenOf) {
    if (isLive(item)) changeRemark(work, item, { state: 'outdated' })
    return
  }
  // That a line follows now is a verdict, and in exam mode nobody asked for it.
  if (work.state.manner.exam) return changeRemark(work, item, { state: 'outdated' })
  changeRemark(work, item, { state: 'resolved' })
  const text = correctedText(work, item, line)
  // In the middle of saying the contrary, it corrects itself.
  const said = saying ? texts(work).loop.takenBack(text) : text
  putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'notice', text: said })
}
