import { isPaused } from '../../shared/manner.ts'
import { matchesPattern } from '../../shared/match-pattern.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import type { DoorPercept, Percept } from '../../shared/percepts/percept.ts'
import { takeAhead } from './ahead.ts'
import { takeAnswerCheck } from './check-answer.ts'
import { chooseFront, comeToFront } from './choose-front.ts'
import { leaveDraft, readDraft, takeClaim } from './cut-in.ts'
import { endTutoring } from './end-tutoring.ts'
import { answerCheck, hear } from './hear.ts'
import { editPromise, endPromise, keepAfterAll } from './keep-promises.ts'
import { type LoopState, type Person, type TutoringState, tutoringOf } from './loop-state.ts'
import { perceivePage } from './perceive-page.ts'
import { takeAnswer } from './practise.ts'
import { keepTutorings, removeTutorings } from './removals.ts'
import { withGap } from './rhythm.ts'
import { setBack } from './set-back.ts'
import { forgetSlips, keepSlips } from './slip-record.ts'
import { endOverlap, holdSpeech, stopSpeech } from './speech.ts'
import { takeComputed } from './take-computed.ts'
import { answerDerivation } from './take-derivation.ts'
import { takeFinding } from './take-finding.ts'
import { takeToolFinding } from './thought-tools.ts'
import { giveUpThoughts, setVoice, takeThought } from './thoughts.ts'
import { mute, treatRemark } from './treat-remark.ts'
import { noteHow } from './unwritten.ts'
import { putEntry, putManner, putTutoring, texts, type Work } from './work.ts'

/** Takes one percept in: what it means for the state, before anything is decided. */
export function perceive(work: Work, percept: Percept): void {
  switch (percept.from) {
    case 'page': {
      const tutoring = tutoringOf(work.state, percept.tutoring)
      if (tutoring !== undefined) perceivePage(work, tutoring, percept.it)
      return
    }
    case 'panel':
      return perceivePanel(work, percept.panel, percept.it)
    case 'checker': {
      const finding = percept.it
      work.state.asks = work.state.asks.filter((request) => request.id !== finding.request.id)
      if (takeToolFinding(work, finding) || takeAnswerCheck(work, finding)) return
      if (takeClaim(work, finding)) return
      if (finding.request.practice !== undefined) return takeAnswer(work, finding)
      const tutoring = tutoringOf(work.state, finding.request.tutoring)
      if (tutoring === undefined) return
      if (answerDerivation(work, tutoring, finding)) return
      const item = takeFinding(work, tutoring, finding)
      if (finding.request.asked) answerCheck(work, finding, item)
      return
    }
    case 'solver':
      return takeComputed(work, percept.it)
    case 'reasoner':
      return takeAhead(work, percept.it) ? undefined : takeThought(work, percept.it)
    case 'door':
      return perceiveDoor(work, percept.it)
  }
}

function perceivePanel(work: Work, panel: string, message: PanelToLoop): void {
  const { state } = work
  switch (message.kind) {
    case 'facing':
      state.panels[panel] = message.tab
      state.unseen = 0
      return
    case 'draft':
      if (state.person.draft.trim() === '') endOverlap(work)
      writesTo(state, message)
      readDraft(work, message)
      noteDraft(state.person, message)
      return holdSpeech(work, 'draft')
    case 'send':
      writesTo(state, message)
      holdSpeech(work, 'draft')
      leaveDraft(work)
      return hear(work, message)
    case 'voice':
      return setVoice(work, message.what)
    case 'drop-thoughts':
      return void giveUpThoughts(work, message.tutoring)
    case 'end-promise':
      return endPromise(work, message.promise)
    case 'keep-promise':
      return keepAfterAll(work, message.promise)
    case 'edit-promise':
      return editPromise(work, message)
    case 'show-mark':
      for (const tutoring of Object.values(state.tutorings)) {
        if (tutoring.places.some((place) => place.id === message.mark))
          tutoring.show = { id: message.mark, nonce: state.now }
      }
      return
    case 'stop-tutoring':
      return endTutoring(work, message.tutoring, 'stopped')
    case 'site':
      return perceiveSite(work, message.pattern, message.read)
    case 'send-site':
      return perceiveSendSite(work, message.pattern, message.sent)
    case 'mute':
      return mute(work, message, message.muted)
    case 'forget-slips':
      return forgetSlips(work, message.slips)
    case 'keep-slips':
      return keepSlips(work, message.rows)
    case 'remove-tutorings':
      return removeTutorings(work, message.tutorings)
    case 'keep-tutorings':
      return keepTutorings(work, message.tutorings)
    case 'manner':
      if (message.change.exam === true && state.speech?.entry.kind === 'remark') stopSpeech(work)
      return putManner(work, message.change)
    case 'pause': {
      if (message.until !== null && state.speech?.entry.kind === 'remark') stopSpeech(work)
      const until = message.until === null ? null : Math.min(message.until, state.now + LONGEST_PAUSE_MS)
      return putManner(work, { pausedUntil: until })
    }
    case 'remark':
      return treatRemark(work, message.remark, message.what)
  }
}

type Draft = Extract<PanelToLoop, { kind: 'draft' }>

function noteDraft(person: Person, { text, at, how }: Draft): void {
  const { draftAt, draftGaps = [] } = person
  noteHow(person, how, at)
  if (person.draft !== '' && draftAt !== null && how === undefined)
    person.draftGaps = withGap(draftGaps, at - draftAt)
  person.draft = text
  person.draftAt = at
}

/** Who writes in a panel is at the tab that it shows, though that tab has not the focus. */
function writesTo(state: LoopState, { tutoring: id, at }: { tutoring: string; at: number }): void {
  const tutoring = tutoringOf(state, id)
  if (tutoring !== undefined) comeToFront(state, tutoring, at)
}

function perceiveSite(work: Work, pattern: string, read: 'never' | 'ask'): void {
  const { manner, tutorings } = work.state
  const others = manner.never.filter((each) => each !== pattern)
  putManner(work, { never: read === 'never' ? [...others, pattern] : others })
  if (read === 'ask') return
  for (const { row } of Object.values(tutorings))
    if (matchesPattern(row.origin, pattern)) endTutoring(work, row.id, 'stopped')
}

function perceiveSendSite(work: Work, pattern: string, sent: boolean): void {
  const others = work.state.manner.neverSent.filter((each) => each !== pattern)
  putManner(work, { neverSent: sent ? others : [...others, pattern] })
}

/** A pause ends by itself after a day at the latest (ms). */
const LONGEST_PAUSE_MS = 86_400_000

function perceiveDoor(work: Work, percept: DoorPercept): void {
  const { state } = work
  switch (percept.kind) {
    case 'page-joined': {
      const known = tutoringOf(state, percept.tutoring)
      if (known !== undefined) {
        known.connected = true
        if (percept.fresh) {
          known.show = null
          known.places = []
          known.finds = known.finds.map(({ id, text, entry }) => ({ id, text, entry }))
        }
        // In a pause the page does not say what it is called.
        if (isPaused(state.manner, state.now)) return
        if (known.row.address !== percept.address || known.row.title !== percept.title)
          putTutoring(work, known, { address: percept.address, title: percept.title })
        return
      }
      const tutoring = newTutoring(percept, state.now)
      state.tutorings[percept.tutoring] = tutoring
      putTutoring(work, tutoring, {})
      for (const missed of state.homeless)
        work.writes.entries.set(missed.id, { ...missed, tutoring: percept.tutoring })
      state.homeless = []
      putEntry(work, {
        tutoring: percept.tutoring,
        who: 'notice',
        kind: 'notice',
        text: texts(work).loop.welcome,
      })
      return
    }
    case 'page-left': {
      const tutoring = tutoringOf(state, percept.tutoring)
      if (tutoring === undefined) return
      tutoring.connected = false
      return chooseFront(state)
    }
    case 'tab-replaced': {
      const tutoring = tutoringOf(state, percept.tutoring)
      if (tutoring !== undefined) putTutoring(work, tutoring, { tab: percept.tab })
      return
    }
    case 'tutoring-ended':
      return endTutoring(work, percept.tutoring, percept.why)
    case 'panel-joined':
      state.panels[percept.panel] = null
      state.openedAt = state.now
      state.unseen = 0
      return
    case 'panel-left':
      delete state.panels[percept.panel]
      if (Object.keys(state.panels).length === 0) {
        leaveDraft(work)
        delete state.person.unwritten
        state.person.draft = ''
        state.person.draftAt = null
      }
      return
    case 'time-zone':
      state.timeZone = percept.offset
      return
    case 'language':
      state.language = percept.language
      return
    case 'paired':
      state.paired = percept.paired
      return
    case 'set-back':
      return setBack(work, percept.by)
    case 'store-emptied':
      for (const id of Object.keys(state.tutorings))
        putEntry(work, { tutoring: id, who: 'notice', kind: 'notice', text: texts(work).loop.emptied })
      return
    case 'late':
    case 'policy-late':
      return
  }
}

function newTutoring(joined: Extract<DoorPercept, { kind: 'page-joined' }>, now: number): TutoringState {
  const { tutoring: id, tab, origin, address, title } = joined
  return {
    row: { id, tab, origin, address, title, startedAt: now, endedAt: null },
    connected: true,
    visible: true,
    fields: [],
    problems: [],
    agenda: [],
    activity: { firstEditAt: null, lastEditAt: null, activeMs: 0, lines: [] },
    selection: '',
    finds: [],
    places: [],
    show: null,
  }
}
