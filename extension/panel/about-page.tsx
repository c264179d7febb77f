import { useSignal } from '@preact/signals'
import type { Tutoring } from '../store/rows.ts'
import { Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import { sitePattern } from './site-pattern.ts'
import type { Sites } from './sites.ts'

interface Props {
  tutoring: Tutoring
  sites: Sites | undefined
}

/** The page that is being read; unfolds what is read of it and "Always on this site". */
export function AboutPage({ tutoring, sites }: Props) {
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
          {sites !== undefined && (
            <AlwaysHere host={host} origin={tutoring.origin} sites={sites} always={sites.always.value} />
          )}
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
