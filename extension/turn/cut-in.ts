import { evidenceText } from '../../shared/math/evidence-text.ts'
import type { Change } from '../../shared/math/name-change.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { inNotation } from '../../shared/notation.ts'
import type { Problem } from '../../shared/percepts/page-percept.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { cutIns, isLive } from './agenda.ts'
import { LONG_MS } from './boundary.ts'
import { draftClaims } from './draft-claims.ts'
import type { AgendaItem, LoopState, TutoringState } from './loop-state.ts'
import { tutoringOf } from './loop-state.ts'
import { quoted } from './quoted.ts'
import { raiseRemark, type Wording } from './raise-remark.ts'
import { medianGap } from './rhythm.ts'
import { breakOff } from './speech.ts'
import { COPY_CHECK } from './take-copy.ts'
import { isUnwritten } from './unwritten.ts'
import { ask, changeRemark, newId, texts, type Work } from './work.ts'

/*
 *  clause finished ──▶ checked ──contradicted──▶ waiting ──draft pauses, between words──▶ said
 *                                                  │ the claim is gone, or sent              │ the claim is gone
 *                                                  ▼                                         ▼
 *                                              outdated ◀────────────────────────────────────┘
 */

/** A pause of the draft: this long (ms), or twice the person's own gap there. */
const PAUSE_MS = 800
/** Typing on the page still goes on (ms). */
const TYPING_MS = 600
/** What comes into the draft at once, and is longer or of several lines, is pasted: nobody's clause (UTF-16 units). */
const PASTED = 120

type Draft = Extract<PanelToLoop, { kind: 'draft' }>

/** Follows what the draft claims: what is new in a finished clause is checked, what is gone is not spoken of. */
export function readDraft(work: Work, { tutoring: id, text, how }: Draft): void {
  const { person } = work.state
  const tutoring = tutoringOf(work.state, id)
  const known = person.claims ?? []
  const unwritten = how !== undefined || isPasted(person.draft, text)
  const claims = tutoring === undefined ? [] : draftClaims(text)
  person.claims = claims.map(({ text: claim, kind }) => {
    const same = known.find((each) => each.text === claim)
    if (same !== undefined) return same
    const standing = tutoring === undefined ? undefined : itemOf(tutoring, claim)
    if (standing !== undefined && standing.remark.state === 'outdated' && !standing.spoken)
      changeRemark(work, standing, { state: 'waiting' })
    const wanted = tutoring !== undefined && !unwritten && standing === undefined
    return { text: claim, check: wanted ? askAbout(work, tutoring, claim, kind) : null }
  })
  withdraw(work)
}

function isPasted(before: string, after: string): boolean {
  const grown = after.length - before.length
  return grown > PASTED || (grown > 1 && after.split('\n').length > before.split('\n').length)
}

const keyOf = (claim: string): string => JSON.stringify(['draft', claim])
const itemOf = ({ agenda }: TutoringState, claim: string) => agenda.find(({ key }) => key === keyOf(claim))

/** @returns the id of the check; null where the claim needs none: it stands in the working, and is spoken of there */
function askAbout(
  work: Work,
  tutoring: TutoringState,
  claim: string,
  kind: 'numbers' | 'formula',
): string | null {
  const { state } = work
  const bare = (text: string) => text.replaceAll(/\s/g, '')
  const isOwn = tutoring.fields.some(({ text }) => bare(text).includes(bare(claim)))
  const problem = kind === 'formula' ? joined(tutoring.problems) : null
  if (isOwn || (kind === 'formula' && problem === null)) return null
  const id = newId(work, 'c')
  ask(work, {
    id,
    tutoring: tutoring.row.id,
    path: null,
    text: claim,
    lines: [claim],
    lastUnfinished: false,
    paused: true,
    seed: state.run % 2 ** 31,
    problem,
    asked: false,
  })
  return id
}

/** All that the page asks, in one: a formula is compared with each of them. */
function joined(problems: TutoringState['problems']): Problem | null {
  const known = new Map(
    problems.map(({ text, formulas }) => [JSON.stringify([text, formulas]), { text, formulas }]),
  )
  if (known.size === 0) return null
  const all = [...known.values()]
  return { text: all.map(({ text }) => text).join('\n'), formulas: all.flatMap(({ formulas }) => formulas) }
}

/** What was found about a claim that still stands in the draft. @returns whether it was about one */
export function takeClaim(work: Work, finding: Finding): boolean {
  const { request } = finding
  const claim = work.state.person.claims?.find(({ check }) => check === request.id)
  const tutoring = tutoringOf(work.state, request.tutoring)
  if (claim === undefined || tutoring === undefined) return false
  const found = contradiction(work, finding)
  if (found === null) return true
  const item = raiseRemark(work, tutoring, {
    key: keyOf(claim.text),
    path: '',
    line: claim.text,
    before: null,
    index: 0,
    urgency: 0.7,
    confidence: 0.9,
    ...found,
  })
  item.cutsIn = true
  return true
}

type Contradiction = Pick<AgendaItem, 'check'> & { kind: 'copy' | 'step'; wording: Wording }

function contradiction(work: Work, { request, verdicts, copy }: Finding): Contradiction | null {
  const { loop: says, evidence } = texts(work)
  const { language, manner } = work.state
  const claim = { label: says.cutIn.inYourWords, text: request.text }
  if (request.problem !== null) {
    if (copy?.verdict !== 'miscopied') return null
    const written = (printed: string) => inNotation(printed, manner, evidence.decimal).trim()
    const lines = [{ label: says.copy.onThePage, text: copy.formula }, claim]
    const wording = {
      text: copyQuestion(says.cutIn, written, copy.change),
      evidence: { text: says.copy.question(quoted(copy.formula)), lines },
      hint: says.cutIn.copyHint,
      anchor: null,
    }
    return { check: COPY_CHECK, kind: 'copy', wording }
  }
  const wrong = verdicts.find((verdict) => verdict.verdict === 'does-not-follow')
  if (wrong?.proof.kind !== 'false-equality' || Object.keys(wrong.proof.at).length > 0) return null
  const wording = {
    text: says.cutIn.claim(quoted(request.text)),
    evidence: { text: evidenceText(wrong.proof, language, manner), lines: [claim] },
    hint: says.cutIn.hint,
    anchor: null,
  }
  return { check: `step:${wrong.slip?.id ?? 'algebra'}`, kind: 'step', wording }
}

type Says = ReturnType<typeof texts>['loop']['cutIn']

function copyQuestion(says: Says, written: (printed: string) => string, change: Change): string {
  const [from, to] = [written(change.from), written(change.to)]
  if (from === '') return says.added(to)
  return to === '' ? says.leftOut(from) : says.changed[change.kind](from, to)
}

/** What no longer stands in the draft is not said, and not gone on with. */
function withdraw(work: Work): void {
  const { state } = work
  const claims = state.person.claims ?? []
  for (const { agenda } of Object.values(state.tutorings)) {
    for (const item of agenda) {
      if (item.cutsIn !== true || !isLive(item) || claims.some(({ text }) => text === item.line)) continue
      changeRemark(work, item, { state: 'outdated' })
      breakOff(work, item)
    }
  }
}

/** The draft is sent, or left: what was said of it stands in the conversation, the rest is not said any more. */
export function leaveDraft(work: Work): void {
  delete work.state.person.claims
  for (const { agenda } of Object.values(work.state.tutorings)) {
    for (const item of agenda) {
      if (item.cutsIn !== true) continue
      if (item.spoken) delete item.cutsIn
      else if (isLive(item)) changeRemark(work, item, { state: 'outdated' })
    }
  }
}

/** The remark that may be said into the draft now: it pauses between two words, and nothing else goes on. */
export function cutInOf(state: LoopState): AgendaItem | null {
  const { person, speech, now, manner, backOff } = state
  if (speech !== null || now < backOff.until || isUnwritten(state) || !isBetweenWords(person.draft))
    return null
  const pause = manner.early === 'long' ? LONG_MS : Math.max(PAUSE_MS, 2 * medianGap(person.draftGaps ?? []))
  const paused = now - (person.draftAt ?? now) >= pause
  const typing = person.keyAt !== null && now - person.keyAt < TYPING_MS
  return paused && !typing ? (cutIns(state)[0] ?? null) : null
}

/** Nobody is spoken to in the middle of a word, nor of a number. */
const isBetweenWords = (draft: string): boolean => /[\s.,;:?!…)\]]$/u.test(draft)
