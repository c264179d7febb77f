import { useSignal } from '@preact/signals'
import { neverPattern } from '../../shared/manner.ts'
import type { Tutoring } from '../store/rows.ts'
import { Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { backendMessages, messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'
import { sitePattern } from './site-pattern.ts'
import type { Sites } from './sites.ts'

interface Props {
  state: PanelState
  tutoring: Tutoring
}

/** The page that is being read; unfolds what is read of it and "Always on this site". */
export function AboutPage({ state, tutoring }: Props) {
  const { sites } = state.doors
  const never = neverPattern(state.manner.value, tutoring.origin) !== null
  const open = useSignal(false)
  const container = useKeptFocus<HTMLDivElement>()
  const url = URL.parse(tutoring.origin)
  const host = url?.protocol === 'chrome-extension:' ? messages.name : (url?.host ?? tutoring.origin)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open.value) return
    event.preventDefault()
    open.value = false
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds it, from whatever has the focus in it
    <div class="about" ref={container} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="page-line"
        aria-expanded={open.value}
        aria-controls="about-page"
        title={messages.about}
        onClick={() => {
          open.value = !open.value
        }}
      >
        <span class="page-title" dir="auto">
          {tutoring.title || host}
        </span>
        <span class="page-host">{host}</span>
        <Icon name="chevron" />
      </button>
      <div id="about-page" hidden={!open.value}>
        <div class="about-body">
          {tutoring.title !== '' && <p dir="auto">{tutoring.title}</p>}
          <p class="about-address">{tutoring.address}</p>
          <p>{messages.readsWhat}</p>
          {sites !== undefined && !never && (
            <AlwaysHere host={host} origin={tutoring.origin} sites={sites} always={sites.always.value} />
          )}
          {!never && <SendNothing host={host} state={state} tutoring={tutoring} />}
          {!never && <NeverHere host={host} state={state} tutoring={tutoring} />}
        </div>
      </div>
    </div>
  )
}

interface AlwaysProps {
  host: string
  origin: string
  sites: Sites
  always: readonly string[]
}

function AlwaysHere({ host, origin, sites, always }: AlwaysProps) {
  const refused = useSignal(false)
  const pattern = sitePattern(origin)
  if (pattern === null) return null
  if (always.includes(pattern)) return <p role="status">{messages.allowedSite(host)}</p>
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          // Nothing may come before the request: the browser wants it in the click itself.
          sites.allow(pattern).then((granted) => {
            refused.value = !granted
          })
        }}
      >
        {messages.allowSite(host)}
      </button>
      {refused.value && <p role="status">{messages.refusedSite}</p>}
    </>
  )
}

/** From now on nothing of this site is sent to the backend, and back. */
function SendNothing({ host, state, tutoring }: Props & { host: string }) {
  const { loop, now } = state.doors
  const pattern = sitePattern(tutoring.origin)
  if (pattern === null) return null
  const held = state.manner.value.neverSent.includes(pattern)
  return (
    <>
      <p role="status">{held && backendMessages.sendsNothing(host)}</p>
      <button
        type="button"
        class="button"
        onClick={() => loop.post({ kind: 'send-site', at: now(), pattern, sent: held })}
      >
        {held ? backendMessages.sendAgain : backendMessages.sendNothing(host)}
      </button>
      <button type="button" class="quiet-button" onClick={() => state.doors.openPage('settings#sent')}>
        {backendMessages.openSent}
      </button>
    </>
  )
}

/** From now on this site is never read. The header says so, and takes it back. */
function NeverHere({ host, state, tutoring }: Props & { host: string }) {
  const { loop, now, sites } = state.doors
  const pattern = sitePattern(tutoring.origin)
  if (pattern === null) return null
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        loop.post({ kind: 'site', at: now(), pattern, read: 'never' })
        if (sites?.always.peek().includes(pattern)) void sites.revoke(pattern)
      }}
    >
      {messages.neverSite(host)}
    </button>
  )
}
