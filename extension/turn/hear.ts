import type { Language } from '../../shared/catalogue/languages.ts'
import { isPaused } from '../../shared/manner.ts'
import { evidenceText } from '../../shared/math/evidence-text.ts'
import { splitLines } from '../../shared/math/finished-lines.ts'
import { genericQuestion } from '../../shared/math/generic-question.ts'
import { questionText } from '../../shared/math/slip-text.ts'
import type { Proof } from '../../shared/math/verdict.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import type { Notation } from '../../shared/notation.ts'
import type { CheckRequest, Finding } from '../../shared/percepts/percept.ts'
import { answer } from '../../shared/skills/answer.ts'
import { isGoOn } from '../../shared/skills/go-on.ts'
import { readReply } from '../../shared/skills/read-reply.ts'
import type { Outcome } from '../../shared/skills/skill.ts'
import type { Entry } from '../store/rows.ts'
import { endPromise } from './keep-promises.ts'
import { isBackchannel, isCancel, isNeverMind, isWait } from './listening-signs.ts'
import { type AgendaItem, type TutoringState, tutoringOf } from './loop-state.ts'
import { note } from './notice.ts'
import { openOffer } from './offers.ts'
import { openPractice, practise } from './practise.ts'
import { goFurther } from './reason-remark.ts'
import { contextOf, standingItem } from './skill-context.ts'
import { noteSlip } from './slip-record.ts'
import { silence, stopSpeech } from './speech.ts'
import { type Asked, startThought } from './start-thought.ts'
import { askForAnswer, cancelComputing } from './take-computed.ts'
import { askForDerivation } from './take-derivation.ts'
import {
  declineAnswers,
  giveUpThoughts,
  isPaired,
  offersAnswer,
  resumeAnswers,
  setVoice,
} from './thoughts.ts'
import { treatRemark } from './treat-remark.ts'
import { ask, changeRemark, newId, putEntry, putPromise, texts, type Work } from './work.ts'

type Send = Extract<PanelToLoop, { kind: 'send' }>

/** Utterance ids remembered, so that one sent twice (a panel that died in between) counts once. */
const HEARD = 50
/** Places being looked for on one page, the last ones. */
const FINDS = 10

/** How long "wait" keeps unasked remarks back (ms). */
const WAIT_MS = 20_000

/** The person's turn has ended: written down, understood by a skill, answered at once. */
export function hear(work: Work, send: Send): void {
  const { state } = work
  if (state.heard.includes(send.id)) return
  state.heard = [...state.heard.slice(-HEARD + 1), send.id]
  state.person.draft = ''
  delete state.person.unwritten
  state.person.draftAt = send.at
  state.person.sent = send.text
  state.person.sentAt = send.at
  state.person.sentText = send.text
  // Before its answer, which stands at the micro-turn itself.
  const at = Math.min(send.at, state.now - 1)
  putEntry(work, { id: send.id, at, tutoring: send.tutoring, who: 'person', kind: 'said', text: send.text })
  work.noticed.push({ what: 'said', text: send.text })
  const here = tutoringOf(state, send.tutoring)
  if (here !== undefined && !isBackchannel(send.text)) note(work, here, 'said', at, send.text)
  const offer = openOffer(here)
  const reply = offer === null ? null : replyTo(offer, send.text)
  if (offer !== null && reply !== null)
    return treatRemark(work, offer.remark.id, reply === 'yes' ? 'hint' : 'dismiss', 'words')
  if (offersAnswer(state, send.tutoring)) {
    const taken = readReply(send.text)
    if (taken === 'yes') return void resumeAnswers(work, send.tutoring)
    if (taken === 'no') return declineAnswers(work, send.tutoring)
  }
  if (isNeverMind(send.text)) {
    silence(work)
    if (giveUpThoughts(work, send.tutoring)) return
  }
  if (isBackchannel(send.text)) return
  if (isWait(send.text)) {
    state.quietUntil = Math.max(state.quietUntil ?? 0, state.now + WAIT_MS)
    return stopSpeech(work)
  }
  if (isCancel(send.text) && cancelComputing(work, send.tutoring)) return stopSpeech(work)
  const tutoring = tutoringOf(state, send.tutoring)
  const { skill, outcome } = answer(send.text, {
    ...contextOf(state, tutoring, send.at),
    practising: openPractice(state, send.tutoring) !== null,
  })
  const asked: Asked = { task: 'answer', question: send.text }
  if (skill === null && isPaired(state)) return startThought(work, send.tutoring, asked)
  const item = skill === 'explain' ? standingItem(state, tutoring) : null
  if (item !== null && goFurther(work, item, outcome, send.text)) return
  carryOut(work, outcome, send.tutoring, tutoring)
}

/** "Go on" is what was offered, where that was to go on. */
function replyTo({ remark }: AgendaItem, text: string): 'yes' | 'no' | null {
  return remark.kind === 'resume' && isGoOn(text) ? 'yes' : readReply(text)
}

function carryOut(work: Work, outcome: Outcome, id: string, tutoring: TutoringState | undefined): void {
  const { state } = work
  const say = (text: string, more: Pick<Entry, 'plot' | 'proof'> = {}) =>
    putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text, ...more })
  const promises = outcome.promise === undefined ? [] : [outcome.promise, ...(outcome.morePromises ?? [])]
  for (const promise of promises) {
    if (promise.kind === 'watch' && tutoring === undefined) return void say(texts(work).loop.noPage)
    if (promise.cue?.moment.when === 'reached' && tutoring === undefined)
      return void say(texts(work).cues.noSuchPage)
    putPromise(work, {
      ...promise,
      id: newId(work, 'p'),
      tutoring: id,
      madeAt: state.now,
      kept: 0,
      state: 'open',
    })
  }
  for (const promise of outcome.endPromises ?? []) endPromise(work, promise)
  for (const change of outcome.changePromises ?? []) {
    const promise = state.promises.find((each) => each.id === change.id)
    if (promise !== undefined) putPromise(work, { ...promise, ...change })
  }
  if (outcome.voice !== undefined) setVoice(work, outcome.voice)
  if (outcome.quietUntil !== undefined) {
    const over = outcome.quietUntil === null && state.quietUntil !== null && state.now < state.quietUntil
    state.quietUntil = outcome.quietUntil
    if (over) say(texts(work).skills.quietOver)
  }
  if (outcome.remark !== undefined) {
    const item = standingItem(state, tutoring)
    if (item !== null) treatRemark(work, item.remark.id, outcome.remark, 'words')
  }
  if (outcome.practise !== undefined) practise(work, outcome.practise, id)
  if (outcome.find !== undefined) {
    if (isPaused(state.manner, state.now)) return void say(texts(work).loop.paused)
    if (tutoring === undefined || !tutoring.connected) return void say(texts(work).loop.noPage)
    // A page that never answers must not gather them.
    tutoring.finds = [
      ...tutoring.finds.slice(-FINDS + 1),
      { id: newId(work, 'f'), text: outcome.find, entry: newId(work, 'e') },
    ]
  }
  if (outcome.check !== undefined) {
    if (outcome.check === null && isPaused(state.manner, state.now)) return void say(texts(work).loop.paused)
    const request = checkRequest(work, id, tutoring, outcome.check)
    if (typeof request === 'string') return void say(request)
    ask(work, request)
  }
  if (outcome.think !== undefined) startThought(work, id, outcome.think)
  if (outcome.derivation) askForDerivation(work, id, tutoring)
  if (outcome.compute !== undefined) askForAnswer(work, id, tutoring, outcome.compute)
  const proof = outcome.evidence === true ? proofOf(standingItem(state, tutoring)) : null
  const drawn = { ...(outcome.plot && { plot: outcome.plot }), ...(proof && { proof }) }
  if (outcome.say !== '') say(outcome.say, drawn)
}

/** What a picture of the remark's evidence is drawn from. */
function proofOf(item: AgendaItem | null): NonNullable<Entry['proof']> | null {
  if (item?.remark.evidence.witness === undefined) return null
  const { lines, witness } = item.remark.evidence
  return { lines: lines.map(({ text }) => text), witness }
}

/** What to check, or the sentence that says why nothing can be checked. */
function checkRequest(
  work: Work,
  id: string,
  tutoring: TutoringState | undefined,
  given: string | null,
): CheckRequest | string {
  const field = tutoring?.fields.toSorted((a, b) => a.editedAt - b.editedAt).at(-1)
  const text = given ?? field?.text ?? ''
  if (text.trim() === '') return texts(work).loop.nothingToCheck
  const path = given === null ? (field?.field.path ?? null) : null
  const lines = given === null ? splitLines(text) : claimOf(given)
  const problem = tutoring?.problems.find((each) => each.path === path)
  const lang = given === null ? field?.field.lang : work.state.language
  return {
    id: newId(work, 'c'),
    tutoring: id,
    path,
    text,
    lines,
    lastUnfinished: false,
    paused: true,
    seed: work.state.run % 2 ** 31,
    problem: problem === undefined ? null : { text: problem.text, formulas: problem.formulas },
    ...(lang === undefined ? {} : { lang }),
    asked: true,
  }
}

/** What was given to check: working line by line, or one claim "A = B", which must hold for every value. */
function claimOf(given: string): string[] {
  const sides = given.split('=')
  return sides.length === 2 && !given.includes('\n') ? sides.map((side) => side.trim()) : splitLines(given)
}

/** Answers "check this": points at the first wrong line, never at the solution. */
export function answerCheck(work: Work, finding: Finding, item: AgendaItem | null): void {
  const { request, verdicts } = finding
  const { language, manner } = work.state
  const says = texts(work).loop
  const say = (text: string, remark: string | null = null) =>
    putEntry(work, {
      tutoring: request.tutoring,
      who: 'tutor',
      kind: remark === null ? 'said' : 'remark',
      text,
      remark,
    })
  if (finding.failed) return void say(says.checkFailed)
  const wrong = verdicts.find((verdict) => verdict.verdict === 'does-not-follow')
  if (item !== null) {
    item.spoken = true
    item.asked = true
    changeRemark(work, item, { state: 'said' })
    noteSlip(work, item)
    return void say(item.remark.text, item.remark.id)
  }
  if (wrong !== undefined) {
    if (!request.text.includes('\n'))
      return void say(says.doesNotHold(claimText(wrong.proof, language, manner)))
    const question =
      wrong.slip === null
        ? genericQuestion(wrong.proof, request.lines, language, manner)
        : questionText(wrong.slip.question, language, manner)
    return void say(
      `${says.line(wrong.line + 1)}: ${question} ${evidenceText(wrong.proof, language, manner)}`,
    )
  }
  const unsure = verdicts.filter((verdict) => verdict.verdict === 'cannot-tell' && verdict.why !== 'first')
  const sure = verdicts.filter((verdict) => verdict.verdict === 'follows')
  if (sure.length === 0) return void say(says.noStep)
  if (request.path === null && !request.text.includes('\n')) return void say(says.holds)
  const names = unsure
    .filter((verdict) => (request.lines[verdict.line] ?? '').trim() !== '')
    .map((verdict) => says.lineWithin(verdict.line + 1))
  const rest = names.length === 0 ? [] : [says.cannotTell(names.join(', '))]
  say([says.right(sure.length), ...rest].join(' '))
}

/** The evidence against one claim, in its own two sides. */
function claimText(proof: Proof, language: Language, notation: Notation): string {
  const [left, right] = proof.values
  if (left === undefined || right === undefined) return evidenceText(proof, language, notation)
  return evidenceText({ kind: 'false-equality', at: proof.at, values: [left, right] }, language, notation)
}
