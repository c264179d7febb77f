import { useSignal } from '@preact/signals'
import type { Manner } from '../../../shared/manner.ts'
import { useKeptFocus } from '../kept-focus.ts'
import { settingsMessages, backendMessages as texts } from '../messages.ts'
import type { SettingsDoors } from '../settings-page.tsx'
import { siteOf } from '../site-pattern.ts'
import { type Deed, UndoBar } from '../undo-bar.tsx'

/** The sites of which nothing is sent, each to be taken off the list. */
export function NeverSent({ doors, manner }: { doors: Pick<SettingsDoors, 'loop' | 'now'>; manner: Manner }) {
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const post = (pattern: string, sent: boolean) =>
    doors.loop.post({ kind: 'send-site', at: doors.now(), pattern, sent })
  return (
    <section aria-labelledby="never-sent" ref={container}>
      <h2 id="never-sent">{texts.neverSent}</h2>
      {manner.neverSent.length === 0 && <p class="quietly">{texts.neverSentNone}</p>}
      <ul class="sites">
        {manner.neverSent.map((pattern) => (
          <li key={pattern} data-never-sent={pattern}>
            <span>{siteOf(pattern)}</span>
            <button
              type="button"
              class="quiet-button"
              aria-label={settingsMessages.revokeOf(siteOf(pattern))}
              onClick={() => {
                post(pattern, true)
                deed.value = {
                  says: texts.neverSentRemoved(siteOf(pattern)),
                  undo: () => post(pattern, false),
                }
              }}
            >
              {settingsMessages.revoke}
            </button>
          </li>
        ))}
      </ul>
      <UndoBar deed={deed} />
    </section>
  )
}
