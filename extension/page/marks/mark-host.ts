import { HOST_CSS } from './mark-style.ts'

/** A page that removes our host gets it back, but we do not fight with a page that insists: times a minute. */
const MOST_RETURNS = 10

export type MarkHost = {
  /** Layers that scroll with the document, and that stay in the window, with the viewport point they start from. */
  layer(fixed: boolean): HTMLElement
  origin(fixed: boolean): { x: number; y: number }
  /** Says a sentence to screen readers, once and politely. */
  announce(sentence: string): void
  show(): void
  /** Lies above this element of the browser's top layer (a dialog, a popover, full screen), or nowhere special. */
  liftAbove(top: Element | null): void
}

/** The one element we add to a page: a host without size whose closed shadow holds everything we draw. */
export function markHost(document: Document, signal: AbortSignal): MarkHost {
  const host = document.createElement('aside-marks')
  const root = host.attachShadow({ mode: 'closed' })
  const style = new CSSStyleSheet()
  style.replaceSync(HOST_CSS)
  root.adoptedStyleSheets = [style]

  const part = (className: string) => {
    const element = document.createElement('div')
    element.className = className
    root.append(element)
    return element
  }
  const layers = { page: part('layer'), window: part('layer fixed') }
  const announcer = part('announcer')
  announcer.setAttribute('role', 'status')
  announcer.setAttribute('aria-live', 'polite')

  let returns: number[] = []
  let wanted = false
  let below: Element | null = null
  const show = () => {
    if (!wanted || signal.aborted || host.isConnected) return
    const now = performance.now()
    returns = returns.filter((at) => now - at < 60_000)
    if (returns.length > MOST_RETURNS) return
    returns.push(now)
    document.documentElement.append(host)
    observer.disconnect()
    observer.observe(document, { childList: true })
    observer.observe(document.documentElement, { childList: true })
  }
  const observer = new MutationObserver(show)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    host.remove()
  })

  return {
    layer: (fixed) => (fixed ? layers.window : layers.page),
    origin: (fixed) => (fixed ? layers.window : layers.page).getBoundingClientRect(),
    announce(sentence) {
      const line = document.createElement('div')
      line.textContent = sentence
      announcer.replaceChildren(line)
    },
    show() {
      wanted = true
      show()
    },
    liftAbove(top) {
      if (top === below && (!top || host.matches(':popover-open'))) return
      below = top
      if (host.popover) host.hidePopover()
      host.popover = top && 'manual'
      if (top && host.isConnected) host.showPopover()
    },
  }
}
