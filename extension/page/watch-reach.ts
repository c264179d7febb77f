import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { fieldOf } from './field.ts'
import { mayBeRead } from './may-be-read.ts'
import { activeElement } from './shadow.ts'

type OutOfReach = Omit<Extract<PagePercept, { kind: 'out-of-reach' }>, 'kind' | 'at'>

/**
 * The person is in a frame, or has one before them: asks that it be read too.
 * @param site its origin, as far as its element tells
 * @returns whether the document with the focus is read now (null: the focus is outside the page), and whether
 * any document of that site is
 */
export type EnterFrame = (site: string | null) => Promise<{ focused: boolean | null; site: boolean }>

export type Reach = {
  /** A search does not reach into a frame of this site, or (null) into all that it should. */
  missed(site: string | null): void
  /** Looks where the person is now. Called about once a second, for a step from frame to frame tells nobody. */
  check(): void
  report(): void
}

type Options = {
  document: Document
  enter: EnterFrame
  /** The person has gone into a frame that is read. */
  onEntered(frame: HTMLIFrameElement | HTMLFrameElement): void
  /** A site that a search missed can be read now. */
  onAllowed(): void
  now(): number
  send(percepts: PagePercept[]): void
  signal: AbortSignal
}

/** A frame or a drawing that covers this share of the window is what the page is about. */
const MOST = 0.5
const MUCH = 0.25

/** How often it is looked, while the person is in a frame, whether they are in another (ms): that tells nobody. */
const FRAME_LOOK_MS = 250

const WITHIN: OutOfReach = { what: null, site: null }

/** Tells when what the person uses lies where Aside cannot read: in a frame of another site, a drawing, a PDF. */
export function watchReach({ document, enter, onEntered, onAllowed, now, send, signal }: Options): Reach {
  const window = document.defaultView ?? globalThis.window
  let told = WITHIN
  /** The element that had the focus when it was looked at last. */
  let last: Element | null = null
  /** Out of reach wherever the focus is. */
  let standing: OutOfReach = WITHIN
  /** Where a search does not reach, until the person goes on with something else. */
  let missed: OutOfReach = WITHIN
  let looks = 0
  let next: ReturnType<typeof setTimeout> | null = null

  const tell = (found: OutOfReach) => {
    if (found.what === told.what && found.site === told.site) return
    told = found
    report()
  }
  /** What is told while the person is where Aside can read. */
  const tellRest = () => tell(standing.what === null ? missed : standing)
  const report = () => send([{ kind: 'out-of-reach', at: now(), ...told }])

  function lookAgain(): void {
    next = null
    void look()
  }

  async function look(): Promise<void> {
    const active = activeElement(document)
    const again = next === null && isFrame(active) && document.hasFocus() && !signal.aborted
    if (again) next = setTimeout(lookAgain, FRAME_LOOK_MS)
    // While the side panel has the focus, the person is still where they were.
    if (active === last || !document.hasFocus()) return
    last = active
    missed = WITHIN
    looks += 1
    const look = looks
    if (active && isDrawn(active)) return tell({ what: 'canvas', site: null })
    if (active && isPdf(active)) return tell({ what: 'pdf', site: null })
    if (!isFrame(active)) return tellRest()
    const site = siteOf(active)
    const { focused } = await enter(site)
    if (look !== looks || signal.aborted) return
    if (focused === null) last = null
    if (focused && standing.site === site) standing = WITHIN
    if (focused === false) tell({ what: 'frame', site })
    else if (focused) {
      tellRest()
      onEntered(active)
    }
  }

  /** A frame of another site that fills the window is what the person came for. */
  async function survey(): Promise<void> {
    const main = [...document.querySelectorAll('iframe')].find((frame) => shareOf(frame) >= MOST)
    if (main && isPdf(main)) {
      standing = { what: 'pdf', site: null }
      return isFrame(last) ? undefined : tellRest()
    }
    const site = main && !main.contentDocument ? siteOf(main) : null
    if (site === null || (await enter(site)).site) standing = WITHIN
    else standing = { what: 'frame', site }
    if (signal.aborted || isFrame(last)) return
    tellRest()
  }

  async function lookForMissed({ site } = missed): Promise<void> {
    if (site === null || !(await enter(site)).site || missed.site !== site || signal.aborted) return
    missed = WITHIN
    tellRest()
    onAllowed()
  }

  const soon = () => setTimeout(() => !signal.aborted && void look())
  const options = { capture: true, passive: true, signal }
  // The focus is in the frame only after the window has lost it.
  window.addEventListener('blur', soon, { signal })
  document.addEventListener('focusin', soon, options)
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof HTMLIFrameElement)) return
      if (target === last) last = null
      void survey().then(look)
    },
    options,
  )
  if (document.contentType === 'application/pdf') standing = { what: 'pdf', site: null }
  else if (document.getElementsByTagName('iframe').length > 0) void survey()
  tellRest()
  void look()

  return {
    missed(site) {
      const rests = told === WITHIN || told === standing || told === missed
      missed = site === null ? WITHIN : { what: 'frame', site }
      if (rests) tellRest()
    },
    check: () => {
      void lookForMissed()
      // The person may have allowed the site since.
      if (told.what === 'frame' && told !== missed) last = null
      void look()
    },
    report: () => {
      if (told.what !== null) report()
    },
  }

  function shareOf(element: Element): number {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const { innerWidth, innerHeight } = window
    const width = Math.min(right, innerWidth) - Math.max(left, 0)
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0)
    return width > 0 && height > 0 ? (width * height) / (innerWidth * innerHeight) : 0
  }

  /**
   * Editors that draw their text themselves let the keys go to a field that nobody sees, or to the canvas. So do
   * games; of neither can anything be read.
   */
  function isDrawn(active: Element): boolean {
    const canvases = [...document.getElementsByTagName('canvas')]
    if (canvases.length === 0) return false
    const catches = active instanceof HTMLCanvasElement || (takesKeys(active) && !isInView(active))
    return catches && canvases.reduce((share, canvas) => share + shareOf(canvas), 0) >= MUCH
  }

  function isInView(element: Element): boolean {
    return mayBeRead(element) && shareOf(element) > 0
  }
}

function takesKeys(element: Element): boolean {
  return isFrame(element) || fieldOf(element) !== null
}

function isFrame(element: Element | null): element is HTMLIFrameElement | HTMLFrameElement {
  return element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement
}

/** A PDF in the page: its viewer is nobody's document, whatever the site. */
function isPdf(element: Element): boolean {
  if (element instanceof HTMLEmbedElement) return isPdfAt(element.src, element.type)
  if (element instanceof HTMLObjectElement) return isPdfAt(element.data, element.type)
  if (!(element instanceof HTMLIFrameElement)) return false
  return isPdfAt(element.src, element.contentDocument?.contentType ?? '')
}

function isPdfAt(address: string, type: string): boolean {
  if (type !== '' && type !== 'text/html') return type === 'application/pdf'
  return URL.canParse(address) && new URL(address).pathname.toLowerCase().endsWith('.pdf')
}

/** Its origin, if a person could allow it. A frame that went elsewhere by itself does not tell. */
export function siteOf(frame: HTMLIFrameElement | HTMLFrameElement): string | null {
  if (!URL.canParse(frame.src)) return null
  const { origin, protocol } = new URL(frame.src)
  return /^https?:$/.test(protocol) && origin.length <= 300 ? origin : null
}
