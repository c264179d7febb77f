import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { type Remark, rungsOf } from '../store/rows.ts'
import { useKeptFocus } from './kept-focus.ts'
import { messages, practiceMessages as texts } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'
import { RichText } from './rich-text.tsx'

interface Props {
  doors: ConversationDoors
  remark: Remark
  ended: boolean
}

/** What Aside asks whether the person wants: yes, no, or never again; why it asks stands below. Praise asks nothing. */
export function OfferCard({ doors, remark, ended }: Props) {
  const container = useKeptFocus<HTMLDivElement>()
  const { id, kind, state, hinted } = remark
  const post = (what: Extract<PanelToLoop, { kind: 'remark' }>['what']) =>
    doors.loop.post({ kind: 'remark', at: doors.now(), remark: id, what })
  const asks = state === 'said' && !hinted && !ended
  const gone = state === 'dismissed' || state === 'muted'
  const rungs = rungsOf(remark).filter(({ said, parts }) => !said && parts.some(({ text }) => text !== ''))
  return (
    <div class="remark" data-remark={id} data-remark-state={state} ref={container}>
      {gone && (
        <p class="outcome" data-outcome>
          <span>{messages[state]}</span>
          {!ended && (
            <button type="button" class="quiet-button" onClick={() => post('undo')}>
              {messages.undo}
            </button>
          )}
        </p>
      )}
      {rungs.map(({ kind: rung, parts }) => (
        <p class="hint" data-hint dir="auto" key={rung}>
          <span class="label">
            {messages.hint}
            <span class="visually-hidden">: </span>
          </span>
          <RichText text={parts.map(({ text }) => text).join(' ')} />
        </p>
      ))}
      {asks && (
        <>
          <p class="outcome" data-why dir="auto">
            <RichText text={remark.evidence.text} />
          </p>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields */}
          <div class="actions" role="group" aria-label={messages.remarkActions}>
            {kind !== 'praise' && (
              <>
                <button type="button" class="quiet-button" onClick={() => post('hint')}>
                  {texts.yes}
                </button>
                <button type="button" class="quiet-button" onClick={() => post('dismiss')}>
                  {texts.no}
                </button>
              </>
            )}
            <button type="button" class="quiet-button quietest" onClick={() => post('mute')}>
              {messages.mute}
            </button>
          </div>
        </>
      )}
    </div>
  )
}
