import { useSignal } from '@preact/signals'
import type { Manner } from '../../shared/manner.ts'
import { useKeptFocus } from './kept-focus.ts'
import { settingsMessages as texts } from './messages.ts'
import { RichText } from './rich-text.tsx'
import type { SettingsDoors } from './settings-page.tsx'
import { type Deed, UndoBar } from './undo-bar.tsx'

/** The kinds of remarks that the person has muted, by their rules. */
export function MutedKinds({ doors, manner }: { doors: SettingsDoors; manner: Manner }) {
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const post = (kind: Manner['muted'][number], muted: boolean) =>
    doors.loop.post({ kind: 'mute', at: doors.now(), ...kind, muted })
  return (
    <section aria-labelledby="muted" ref={container}>
      <h2 id="muted">{texts.muted}</h2>
      {manner.muted.length === 0 && <p class="quietly">{texts.mutedNone}</p>}
      <ul class="sites">
        {manner.muted.map(({ check, rule }) => (
          <li key={check} data-muted={check}>
            <span dir="auto">
              <RichText text={rule} />
            </span>
            <button
              type="button"
              class="quiet-button"
              aria-label={texts.unmuteOf(rule)}
              onClick={() => {
                post({ check, rule }, false)
                deed.value = { says: texts.unmuted(rule), undo: () => post({ check, rule }, true) }
              }}
            >
              {texts.unmute}
            </button>
          </li>
        ))}
      </ul>
      <UndoBar deed={deed} />
    </section>
  )
}
