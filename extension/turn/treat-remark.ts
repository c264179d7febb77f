import { type Manner, MUTED } from '../../shared/manner.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { findsFault, isOffer, type Remark } from '../store/rows.ts'
import { isLive, standsAt } from './agenda.ts'
import { dismissed, disputed, isDisputed, undone } from './back-off.ts'
import { climb } from './ladder.ts'
import { noticeDeed } from './notice.ts'
import { acceptOffer } from './offers.ts'
import { noteSlip, takeBackSlip } from './slip-record.ts'
import { stopSpeech } from './speech.ts'
import { changeRemark, findItem, putManner, texts, type Work } from './work.ts'

/** A kind of remark is not raised any more, or is again. The oldest goes where there are too many. */
export function mute(work: Work, { check, rule }: Manner['muted'][number], muted: boolean): void {
  const others = work.state.manner.muted.filter((each) => each.check !== check)
  putManner(work, { muted: muted ? [...others.slice(-MUTED + 1), { check, rule }] : others })
}

/** What a kind is called in the list of muted ones. */
function kindName(work: Work, { kind, text, hint }: Remark): string {
  if (kind === 'praise') return texts(work).practice.praiseKind
  if (kind === 'resume') return texts(work).loop.takeUp.kind
  return isOffer(kind) ? text : hint || text
}

type RemarkDeed = Extract<PanelToLoop, { kind: 'remark' }>['what']

/** What the person does about a remark, at its card or in words. */
export function treatRemark(
  work: Work,
  id: string,
  what: RemarkDeed,
  how: 'button' | 'words' = 'button',
): void {
  const { state } = work
  const found = findItem(state, id)
  if (found === null) return
  const { tutoring, item } = found
  const speaking = state.speech?.entry.remark === id
  switch (what) {
    case 'evidence':
      return
    case 'show':
      tutoring.show = { id, nonce: state.now }
      return
    case 'hint':
    case 'step':
      noticeDeed(work, tutoring, 'hinted', state.now)
      return isOffer(item.remark.kind) ? acceptOffer(work, item, how) : climb(work, item, what, how)
    case 'dismiss':
      if (!isLive(item)) return
      if (speaking) stopSpeech(work)
      changeRemark(work, item, { state: 'dismissed' })
      state.backOff = dismissed(state.backOff, state.now)
      return
    case 'wrong':
      if (speaking) stopSpeech(work)
      changeRemark(work, item, { state: 'wrong' })
      takeBackSlip(work, item)
      tutoring.disputed = disputed(tutoring.disputed ?? [], item.check, state.now)
      if (!isDisputed(tutoring.disputed, item.check, state.now)) return
      for (const other of tutoring.agenda) {
        if (other === item || other.check !== item.check || !isLive(other)) continue
        changeRemark(work, other, { state: 'outdated' })
        takeBackSlip(work, other)
      }
      return
    case 'mute':
      if (speaking) stopSpeech(work)
      changeRemark(work, item, { state: 'muted' })
      return mute(
        work,
        {
          check: item.check,
          rule: kindName(work, item.remark),
        },
        true,
      )
    case 'undo': {
      const was = item.remark.state
      if (was === 'wrong')
        tutoring.disputed = (tutoring.disputed ?? []).map((each) =>
          each.check === item.check ? { ...each, ...undone(each) } : each,
        )
      else if (was === 'muted') mute(work, { check: item.check, rule: '' }, false)
      else if (was === 'dismissed') state.backOff = undone(state.backOff)
      else return
      if (was === 'wrong') noteSlip(work, item)
      const field = tutoring.fields.find((each) => each.field.path === item.path)
      const stands =
        !findsFault(item.remark.kind) || (field !== undefined && standsAt(item, field.text) !== null)
      return changeRemark(work, item, { state: stands ? 'said' : 'outdated' })
    }
  }
}
