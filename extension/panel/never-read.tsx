import { useSignal } from '@preact/signals'
import type { Manner } from '../../shared/manner.ts'
import { useKeptFocus } from './kept-focus.ts'
import { settingsMessages as texts } from './messages.ts'
import type { SettingsDoors } from './settings-page.tsx'
import { siteOf } from './site-pattern.ts'
import { type Deed, UndoBar } from './undo-bar.tsx'

/** The sites that are never read, each to be taken off the list. */
export function NeverRead({ doors, manner }: { doors: SettingsDoors; manner: Manner }) {
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const post = (pattern: string, read: 'never' | 'ask') =>
    doors.loop.post({ kind: 'site', at: doors.now(), pattern, read })
  const remove = (pattern: string) => {
    post(pattern, 'ask')
    deed.value = { says: texts.neverRemoved(siteOf(pattern)), undo: () => post(pattern, 'never') }
  }
  return (
    <section aria-labelledby="never" ref={container}>
      <h2 id="never">{texts.never}</h2>
      {manner.never.length === 0 && <p class="quietly">{texts.neverNone}</p>}
      <ul class="sites">
        {manner.never.map((pattern) => (
          <li key={pattern} data-never={pattern}>
            <span>{siteOf(pattern)}</span>
            <button
              type="button"
              class="quiet-button"
              aria-label={texts.revokeOf(siteOf(pattern))}
              onClick={() => remove(pattern)}
            >
              {texts.revoke}
            </button>
          </li>
        ))}
      </ul>
      <UndoBar deed={deed} />
    </section>
  )
}
