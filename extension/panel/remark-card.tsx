import type { Signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { nextRung, type Remark, rungsOf } from '../store/rows.ts'
import { Evidence } from './evidence.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'
import { Rungs } from './rungs.tsx'
import { ShareTrace } from './share-trace.tsx'

interface Props {
  doors: ConversationDoors
  remark: Remark
  unfolded: Signal<boolean>
  unfolds(): void
  ended: boolean
}

type What = Extract<PanelToLoop, { kind: 'remark' }>['what']

/** What became of a remark, by its name in the catalogue; null while it stands. */
const OUTCOMES = {
  waiting: null,
  marked: null,
  said: null,
  resolved: 'resolved',
  dismissed: 'dismissed',
  wrong: 'takenBack',
  muted: 'muted',
  outdated: 'outdated',
  expired: 'outdated',
} as const satisfies Record<Remark['state'], keyof typeof messages | null>

/** What one can do about an unasked remark: check it, see it, ask for more, send it away. */
export function RemarkCard({ doors, remark, unfolded, unfolds, ended }: Props) {
  const container = useKeptFocus<HTMLDivElement>()
  const evidence = useRef<HTMLDivElement>(null)
  const { state } = remark
  const named = OUTCOMES[state]
  const outcome = named === null ? null : messages[named]
  const gone = state === 'dismissed' || state === 'wrong' || state === 'muted'
  const stands = outcome === null && !ended
  const id = `evidence-${remark.id}`
  const post = (what: What) => {
    if (!ended) doors.loop.post({ kind: 'remark', at: doors.now(), remark: remark.id, what })
  }
  const rungs = rungsOf(remark)
  const next = nextRung(remark)
  const showsEvidence = unfolded.value && !gone

  // Not when a row that is unfolded already is drawn again.
  const shown = useRef(showsEvidence)
  useLayoutEffect(() => {
    if (showsEvidence && !shown.current) evidence.current?.scrollIntoView({ block: 'nearest' })
    shown.current = showsEvidence
  }, [showsEvidence])

  return (
    <div class="remark" data-remark={remark.id} data-remark-state={state} ref={container}>
      {outcome !== null && (
        <p class="outcome" data-outcome>
          <span>{outcome}</span>
          {gone && !ended && (
            <button type="button" class="quiet-button" onClick={() => post('undo')}>
              {messages.undo}
            </button>
          )}
          {state === 'wrong' && <ShareTrace doors={doors} remark={remark} />}
        </p>
      )}
      {rungs.length > 0 && !gone && <Rungs rungs={rungs} />}
      {!gone && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields
        <div class="actions" role="group" aria-label={messages.remarkActions}>
          <button
            type="button"
            class="quiet-button unfolds"
            aria-expanded={unfolded.value}
            aria-controls={id}
            onClick={() => {
              unfolds()
              unfolded.value = !unfolded.value
              if (unfolded.value) post('evidence')
            }}
          >
            {messages.evidence}
          </button>
          {!ended && (
            <button type="button" class="quiet-button" onClick={() => post('show')}>
              {messages.show}
            </button>
          )}
          {stands && next !== null && (
            <button type="button" class="quiet-button" onClick={() => post(next)}>
              {messages[next]}
            </button>
          )}
          {stands && (
            <button type="button" class="quiet-button quietest" onClick={() => post('dismiss')}>
              {messages.dismiss}
            </button>
          )}
          {stands && (
            <button type="button" class="quiet-button quietest" onClick={() => post('wrong')}>
              {messages.wrong}
            </button>
          )}
          {stands && (
            <button type="button" class="quiet-button quietest" onClick={() => post('mute')}>
              {messages.mute}
            </button>
          )}
        </div>
      )}
      <div id={id} ref={evidence} hidden={!showsEvidence} data-evidence>
        {showsEvidence && <Evidence evidence={remark.evidence} now={doors.now} />}
      </div>
    </div>
  )
}
