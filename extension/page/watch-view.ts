import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { fieldOf, isControl } from './field.ts'
import type { PageClock } from './page-clock.ts'
import { selectedFormulas, textOf } from './read-derivation.ts'
import { activeElement } from './shadow.ts'
import type { Unread } from './unread.ts'

/** A selection counts once it has stood still this long, ms. */
const SETTLED = 300
const SCROLL_PACE = 500
/** Pages count unread mail in their title, or let it blink, ms. */
const TITLE_PACE = 10_000
const HINT = /\b(?:hint|clue|tipp?|hinweis)s?\b/i

export type View = {
  /** Looks whether the page has become another one. Called about once a second. */
  check(): void
  report(): void
  /** The scrolling of the next moment is ours. */
  scrollQuietly(): void
}

type Options = {
  document: Document
  clock: PageClock
  isUnread: Unread
  send: (percepts: PagePercept[]) => void
  signal: AbortSignal
}

/** What the person has before their eyes: which page, whether they look at it, where they scroll and select. */
export function watchView({ document, clock, isUnread, send, signal }: Options): View {
  const window = document.defaultView ?? globalThis
  let opened = { title: '', address: '', at: 0 }
  /** Whether this address has had its title set anew: once it may at any time, the title follows the address. */
  let renamed = false
  let shown = ''
  let scrolledAt = 0
  let quietUntil = 0
  let selected = ''
  let selectionAt = 0
  let selectionTimer: ReturnType<typeof setTimeout> | null = null

  const open = () => {
    const title = document.title.slice(0, 300)
    const { origin, pathname } = document.location
    const address = `${origin}${pathname}`.slice(0, 2000)
    const at = clock.now()
    const same = address === opened.address
    if (same && (title === opened.title || (renamed && at - opened.at < TITLE_PACE))) return
    renamed = same
    opened = { title, address, at }
    send([{ kind: 'opened', ...opened }])
  }

  const show = (visible = document.visibilityState === 'visible') => {
    const focused = visible && document.hasFocus()
    const now = `${visible} ${focused}`
    if (now === shown) return
    shown = now
    send([{ kind: 'shown', at: clock.now(), visible, focused }])
  }

  const select = () => {
    selectionTimer = null
    const wait = selectionAt + SETTLED - performance.now()
    if (wait > 0) {
      selectionTimer = setTimeout(select, wait)
      return
    }
    const text = selectedText(document, isUnread)
    if (text === selected) return
    selected = text
    send([{ kind: 'selected', at: clock.now(), text }])
  }

  const options = { capture: true, passive: true, signal }
  document.addEventListener(
    'scroll',
    ({ target }) => {
      const at = clock.now()
      if (at - scrolledAt < SCROLL_PACE || at < quietUntil) return
      if (target instanceof Element && isControl(target)) return // the caret moved
      scrolledAt = at
      send([{ kind: 'scrolled', at }])
    },
    options,
  )
  document.addEventListener(
    'selectionchange',
    () => {
      selectionAt = performance.now()
      selectionTimer ??= setTimeout(select, SETTLED)
    },
    options,
  )
  document.addEventListener(
    'click',
    ({ target }) => {
      const pressed = target instanceof Element && target.closest('summary,button,a,[role=button]')
      if (pressed && HINT.test(pressed.textContent.slice(0, 60)))
        send([{ kind: 'hint-opened', at: clock.now() }])
    },
    options,
  )
  document.addEventListener('visibilitychange', () => show(), options)
  // The focus may have gone before anybody was told: its coming is always news.
  const focused = () => {
    shown = ''
    show()
  }
  window.addEventListener('focus', focused, { signal })
  window.addEventListener('blur', () => show(), { signal })
  window.addEventListener('pagehide', () => show(false), { signal })
  window.addEventListener('popstate', open, { signal })
  // After a click that leads elsewhere without loading, the title follows the address by a moment: see check().
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', open, { signal })
  signal.addEventListener('abort', () => selectionTimer !== null && clearTimeout(selectionTimer))
  open()
  show()

  return {
    check() {
      open()
      show()
    },
    report() {
      opened = { title: '', address: '', at: 0 }
      shown = ''
      open()
      show()
    },
    scrollQuietly() {
      quietUntil = clock.now() + 1000
    },
  }
}

function selectedText(document: Document, isUnread: Unread): string {
  const active = activeElement(document)
  if (active && isUnread(active)) return ''
  if (active && isControl(active)) {
    const { selectionStart, selectionEnd, value } = active
    if (selectionStart !== selectionEnd)
      return fieldOf(active) ? value.slice(selectionStart ?? 0, selectionEnd ?? 0).slice(0, 500) : ''
  }
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0)
  const { startContainer, endContainer, commonAncestorContainer } = range
  for (const node of [startContainer, endContainer, commonAncestorContainer]) {
    const element = node instanceof Element ? node : node.parentElement
    if (element && isUnread(element)) return ''
  }
  return (selectedFormulas(range, isUnread) || textOf(range)).slice(0, 500)
}
