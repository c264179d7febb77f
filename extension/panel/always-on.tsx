import { useSignal } from '@preact/signals'
import { useKeptFocus } from './kept-focus.ts'
import { settingsMessages as texts } from './messages.ts'
import { siteOf } from './site-pattern.ts'
import type { Sites } from './sites.ts'
import { type Deed, UndoBar } from './undo-bar.tsx'

/** The sites that are read on every visit, each to be taken off the list, and back. */
export function AlwaysOn({ sites }: { sites: Sites }) {
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const refused = useSignal<string | null>(null)
  const patterns = sites.always.value
  const revoke = async (pattern: string) => {
    if (!(await sites.revoke(pattern))) return
    refused.value = null
    deed.value = {
      says: texts.siteRemoved(siteOf(pattern)),
      // Within the click: the browser may ask for the permission again.
      undo: () =>
        void sites.allow(pattern).then((allowed) => {
          if (!allowed) refused.value = pattern
        }),
    }
  }
  return (
    <section aria-labelledby="sites" ref={container}>
      <h2 id="sites">{texts.sites}</h2>
      {patterns.length === 0 && <p data-sites-none>{texts.sitesNone}</p>}
      <ul class="sites">
        {patterns.map((pattern) => (
          <li key={pattern} data-site={pattern}>
            <span>{siteOf(pattern)}</span>
            <button
              type="button"
              class="quiet-button"
              aria-label={texts.revokeOf(siteOf(pattern))}
              onClick={() => void revoke(pattern)}
            >
              {texts.revoke}
            </button>
          </li>
        ))}
      </ul>
      <UndoBar deed={deed} />
      <p role="status">{refused.value !== null && texts.siteRefused(siteOf(refused.value))}</p>
      <p class="quietly">{texts.sitesHow}</p>
    </section>
  )
}
