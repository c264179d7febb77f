import { useSignal } from '@preact/signals'
import { useKeptFocus } from './kept-focus.ts'
import { beyondMessages, messages } from './messages.ts'
import type { Beyond, PanelState } from './panel-state.ts'
import { sitePattern } from './site-pattern.ts'

/**
 * What the person uses and Aside cannot read: one sentence, and "Allow this site" where that helps.
 * @param alone whether nothing else stands there
 */
export function BeyondReach({ state, alone }: { state: PanelState; alone: boolean }) {
  const container = useKeptFocus<HTMLDivElement>()
  const allowed = useSignal<string | null>(null)
  const refused = useSignal<string | null>(null)
  const beyond = state.beyond.value
  const { sites } = state.doors
  const site = beyond?.site ?? null
  const host = site !== null && URL.canParse(site) ? new URL(site).host : site
  const pattern = site !== null && beyond?.what === 'frame' ? sitePattern(site) : null
  const has =
    pattern !== null && (allowed.value === pattern || sites?.always.value.includes(pattern) === true)
  return (
    <div ref={container} class={alone ? 'beyond empty' : 'beyond'}>
      {alone && <h2>{beyondMessages.title}</h2>}
      <div role="status" class="status">
        {beyond && (
          <p data-beyond={beyond.what}>
            {has && host ? beyondMessages.allowed(host) : sentenceOf(beyond, host)}
          </p>
        )}
      </div>
      {pattern !== null && sites !== undefined && !has && (
        <button
          type="button"
          class="button"
          onClick={() => {
            // Nothing may come before the request: the browser wants it in the click itself.
            sites.allow(pattern).then((granted) => {
              allowed.value = granted ? pattern : null
              refused.value = granted ? null : pattern
            })
          }}
        >
          {beyondMessages.allow}
        </button>
      )}
      {pattern !== null && refused.value === pattern && !has && <p role="status">{messages.refusedSite}</p>}
    </div>
  )
}

function sentenceOf({ what }: Beyond, host: string | null): string {
  if (what !== 'frame') return beyondMessages[what]
  return host === null ? beyondMessages.unknownFrame : beyondMessages.frame(host)
}
