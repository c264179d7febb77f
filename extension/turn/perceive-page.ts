import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { isLive, isMarked, standsAt } from './agenda.ts'
import { chooseFront, comeToFront } from './choose-front.ts'
import { endPromise } from './keep-promises.ts'
import { climb } from './ladder.ts'
import type { AgendaItem, TutoringState } from './loop-state.ts'
import { note, noticeDeed } from './notice.ts'
import { withdrawOffers } from './offers.ts'
import { withdrawPraise } from './praise.ts'
import { LONGEST_GAP_MS, withGap, withPause } from './rhythm.ts'
import { holdSpeech, stopSpeech } from './speech.ts'
import { outdateCopies } from './take-copy.ts'
import { takeDerivation } from './take-derivation.ts'
import { takeFound, takeWatchMissed } from './take-found.ts'
import { moveOn, noteHow } from './unwritten.ts'
import { changeRemark, putEntry, putTutoring, texts, type Work } from './work.ts'

/** Fields remembered for one tutoring, the last edited ones. */
const FIELDS = 4
/** Finished lines remembered for "how long did line 2 take?". */
const LINES = 100

/** Takes in what the page sense noticed in one tutoring. */
export function perceivePage(work: Work, tutoring: TutoringState, percept: PagePercept): void {
  const { state } = work
  switch (percept.kind) {
    case 'text-changed':
      return textChanged(work, tutoring, percept)
    case 'field-left':
      return moveOn(state)
    case 'problem':
      return problemChanged(work, tutoring, percept)
    case 'field-gone':
      tutoring.fields = tutoring.fields.filter((each) => each.field.path !== percept.path)
      tutoring.problems = tutoring.problems.filter((each) => each.path !== percept.path)
      return
    case 'selected':
      state.person.selectedAt = percept.text === '' ? null : percept.at
      if (percept.text !== '') noticeDeed(work, tutoring, 'selected', percept.at, percept.text)
      tutoring.selection = percept.text
      return
    case 'scrolled':
      state.person.scrolledAt = percept.at
      moveOn(state)
      noticeDeed(work, tutoring, 'scrolled', percept.at)
      return
    case 'hint-opened':
      noticeDeed(work, tutoring, 'hinted', percept.at)
      return
    case 'shown':
      if (tutoring.visible !== percept.visible)
        noticeDeed(work, tutoring, percept.visible ? 'returned' : 'left', percept.at)
      tutoring.visible = percept.visible
      tutoring.focused = percept.focused
      if (percept.focused) comeToFront(state, tutoring, percept.at)
      if (!percept.visible || state.front === null) chooseFront(state)
      return
    case 'opened':
      if (percept.address !== tutoring.row.address || percept.title !== tutoring.row.title)
        putTutoring(work, tutoring, { address: percept.address, title: percept.title })
      return
    case 'frame-problem':
    case 'out-of-reach':
    case 'mark-painted':
    case 'mark-lost':
      return
    case 'mark-opened':
      tutoring.show = { id: percept.id, nonce: state.now }
      return askAboutMark(work, tutoring, percept.id)
    case 'watch-hit': {
      const promise = state.promises.find(
        (each) => each.id === percept.id && each.kind === 'watch' && each.tutoring === tutoring.row.id,
      )
      if (promise === undefined) return
      const text = texts(work).loop.seen(percept.quote)
      putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'reminder', text })
      work.notices.push({ id: promise.id, text })
      return endPromise(work, promise.id)
    }
    case 'reached':
      work.noticed.push({ what: 'reached', promise: percept.id })
      return
    case 'watch-missed':
      return takeWatchMissed(work, tutoring, percept)
    case 'derivation':
      return takeDerivation(work, tutoring, percept)
    case 'found':
      return takeFound(work, tutoring, percept)
  }
}

/** A mark of which nothing was said yet, in back-off or fluent writing, is explained to whom opens it. */
function askAboutMark(work: Work, { agenda }: TutoringState, id: string): void {
  const item = agenda.find(({ remark }) => remark.id === id)
  if (item !== undefined && !item.spoken && isMarked(work.state, item)) climb(work, item, 'hint', 'button')
}

function problemChanged(
  work: Work,
  tutoring: TutoringState,
  { path, text, formulas }: Extract<PagePercept, { kind: 'problem' }>,
): void {
  const known = tutoring.problems.find((each) => each.path === path)
  const problem = { path, text, formulas }
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(problem))
    outdateCopies(work, tutoring, path)
  tutoring.problems = [...tutoring.problems.filter((each) => each !== known).slice(-FIELDS + 1), problem]
}

type TextChanged = Extract<PagePercept, { kind: 'text-changed' }>

/** Whether most of it is still there: what a reload has emptied is written anew and changes nothing. */
function isEdit(before: string, after: string): boolean {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return 2 * (start + end) >= before.length
}

function textChanged(work: Work, tutoring: TutoringState, percept: TextChanged): void {
  const { state } = work
  const known = tutoring.fields.find((each) => each.field.path === percept.field.path)
  const before = known?.text ?? ''
  const rest = tutoring.fields.filter((each) => each !== known)
  tutoring.fields = [
    ...rest.slice(-FIELDS + 1),
    {
      field: percept.field,
      text: percept.text,
      editedAt: percept.at,
      edited: percept.by === 'person' || known?.edited === true,
      cut: (percept.by === 'person' && percept.cut) || known?.cut === true,
    },
  ]
  const changes = (item: AgendaItem) =>
    percept.by === 'person' && isEdit(before, percept.text) && standsAt(item, before) !== null
  for (const item of tutoring.agenda) {
    if (item.path !== percept.field.path || !isLive(item) || standsAt(item, percept.text) !== null) continue
    if (!item.spoken) changeRemark(work, item, { state: 'outdated' })
    // Its line is being changed in the middle of the sentence about it; what a reload took away is not.
    else if (changes(item) && state.speech?.entry.remark === item.remark.id) stopSpeech(work)
  }
  if (percept.by !== 'person') return
  withdrawOffers(work, tutoring)
  withdrawPraise(work, tutoring, percept.field.path, percept.text)
  if (percept.cut && known?.cut !== true)
    putEntry(work, {
      tutoring: tutoring.row.id,
      who: 'notice',
      kind: 'notice',
      text: texts(work).loop.tooLong,
    })
  comeToFront(state, tutoring, percept.keys.at(-1) ?? percept.at)
  const { activity } = tutoring
  noteHow(state.person, percept.how, percept.at)
  const writes = percept.how === undefined || percept.how === 'composing'
  const began = percept.keys[0] ?? percept.at
  if (began - (state.person.keyAt ?? -Infinity) >= LONGEST_GAP_MS)
    noticeDeed(work, tutoring, 'began-writing', began)
  note(work, tutoring, 'wrote', percept.keys.at(-1) ?? percept.at, percept.field.label)
  work.noticed.push({ what: 'written', before, after: percept.text })
  if (before.trim() !== '' && percept.text.trim() === '') noticeDeed(work, tutoring, 'cleared', began)
  for (const at of percept.keys.length === 0 ? [percept.at] : percept.keys) {
    const last = state.person.keyAt
    if (last !== null && at > last) {
      if (writes) state.person.gaps = withGap(state.person.gaps, at - last)
      if (writes) state.person.pauses = withPause(state.person.pauses ?? [], at - last)
      if (at - last <= LONGEST_GAP_MS) activity.activeMs += at - last
    }
    if (last === null || at > last) state.person.keyAt = at
    activity.firstEditAt ??= at
    activity.lastEditAt = Math.max(activity.lastEditAt ?? at, at)
  }
  holdSpeech(work, 'page')
  const count = (text: string) =>
    text
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.trim() !== '')
  const finished = count(percept.text)
  if (finished.length > count(before).length && percept.how !== 'undone') {
    const at = percept.keys.at(-1) ?? percept.at
    for (const text of finished.slice(count(before).length))
      activity.lines = [...activity.lines.slice(-LINES + 1), { at, text }]
    for (const text of finished.slice(count(before).length)) note(work, tutoring, 'line', at, text)
    work.noticed.push({ what: 'lines', before: count(before).length, after: finished.length })
  }
}
