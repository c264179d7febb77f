import type { Orders } from '../../shared/percepts/orders.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { askMainWorld } from './ask-main-world.ts'
import { findOnPage } from './find-on-page.ts'
import { END } from './main-world-events.ts'
import { pageClock } from './page-clock.ts'
import type { Painted, paintAndWatch } from './paint-and-watch.ts'
import { readDerivation } from './read-derivation.ts'
import { type EnterFrames, searchFrames } from './search-frames.ts'
import { frameShower } from './show-frame.ts'
import { watchUnread } from './unread.ts'
import { type Fields, watchFields } from './watch-fields.ts'
import { type Problems, watchProblems } from './watch-problems.ts'
import { type EnterFrame, watchReach } from './watch-reach.ts'
import { watchText } from './watch-text.ts'
import { watchView } from './watch-view.ts'

/** Values that scripts set, titles, and fields taken away come without events; ms. */
const CHECK_EVERY = 1000
/** The same where nobody has stirred for STILL_AFTER: looking costs a core 0.04 % a tab at the pace above. */
const STILL_CHECK_EVERY = 5000
const STILL_AFTER = 10_000
const STIRS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const

type PageOptions = {
  document: Document
  send(percepts: PagePercept[]): void
  signal: AbortSignal
  /** Of a document that holds frames: how to have them read. */
  enterFrame?: EnterFrame
  /** How to have all frames searched. */
  enterFrames?: EnterFrames
  /** Has the main-world reader put into the page. @returns whether it is there */
  injectReader?: () => Promise<boolean>
  /** Fetches what paints marks: a third of all that runs in a page, and most pages never have one. Null: not to be had. */
  painter: () => Promise<typeof paintAndWatch | null>
  /** ms since the epoch. */
  now?: () => number
}

export type AsidePage = {
  /** Makes the page as the orders say. Twice the same orders change nothing. */
  carryOut(orders: Orders): void
  /** Says everything again that a loop which has just begun must know; its next orders are answered anew. */
  resync(): void
}

/**
 * Aside inside one document: notices what the person does, and paints, watches and finds what it is ordered to.
 * Ends with the signal, and leaves the page as if it had never been there.
 */
export function startPage(options: PageOptions): AsidePage {
  const { document, send: deliver, signal, enterFrame, enterFrames, now = Date.now } = options
  const clock = pageClock(now)
  let paused = false
  const send = (percepts: PagePercept[]) => {
    const told = paused ? percepts.filter(({ kind }) => kind === 'shown') : percepts
    if (signal.aborted || told.length === 0) return
    deliver(told)
    for (const percept of told) {
      if (percept.kind === 'text-changed') {
        problems?.follow(percept.field.path)
        // A mark on what is being written must not wait for its painter.
        void painter.fetch()
      } else if (percept.kind === 'field-gone') problems?.forget(percept.path)
    }
  }
  const painter = fetchedOnce(options.painter)
  let fields: Fields | null = null
  let problems: Problems | null = null
  const isUnread = watchUnread(document, signal, (element) => fields?.drop(element))
  const view = watchView({ document, clock, isUnread, send, signal })
  const askForReader = readerOnce(document, options.injectReader ?? (async () => false), signal)
  const read = watchFields({ document, clock, isUnread, send, askForReader, signal })
  fields = read
  problems = watchProblems({ clock, isUnread, fieldAt: read.at, send, signal })
  const reach =
    enterFrame &&
    watchReach({
      document,
      enter: enterFrame,
      onEntered: (frame) => problems?.followFrame(frame),
      onAllowed: () => watches.again(),
      now,
      send,
      signal,
    })
  const lookup = { document, isUnread, knownAt: read.at, listAt: read.listAt }
  const showFrame = frameShower(document, view.scrollQuietly)
  let marks: Painted | null = null
  let wanted: Pick<Orders, 'marks' | 'show' | 'reaches'> = { marks: [], show: null }
  const carryOutMarks = (painted: Painted) => {
    painted.set(wanted.marks)
    painted.show(wanted.show)
    painted.reach(wanted.reaches)
  }
  const needsMarks = () => wanted.marks.length > 0 || wanted.reaches !== undefined
  const makeMarks = async () => {
    const paint = await painter.fetch()
    if (signal.aborted || !paint) return
    marks ??= paint({ document, lookup, now, send, beforeScroll: view.scrollQuietly, signal })
    carryOutMarks(marks)
  }

  const isEditable = (element: HTMLElement) =>
    element.hasAttribute('contenteditable') && element.getAttribute('contenteditable') !== 'false'
  /** Takes a find or a watch into frames. */
  const around = async (frames: HTMLIFrameElement[]) => {
    if (!enterFrames) return { frames: 0, missed: null }
    const searched = await searchFrames(frames, enterFrames)
    if (searched.missed && !signal.aborted) reach?.missed(searched.missed.site)
    return searched
  }
  const watches = watchText({
    document,
    isSkipped: isEditable,
    onHit: (id, quote) => send([{ kind: 'watch-hit', at: now(), id, quote }]),
    onFrames: (frames, ids) =>
      void around(frames).then(({ missed }) => {
        if (missed) send(ids.map((id) => ({ kind: 'watch-missed', at: now(), id, ...missed })))
      }),
    signal,
  })

  /** Being searched for, or answered. */
  const finds = new Map<string, AbortController>()
  const find = ({ id, text }: Orders['finds'][number]) => {
    if (finds.has(id)) return
    const search = new AbortController()
    finds.set(id, search)
    const isSkipped = (element: HTMLElement) =>
      isEditable(element) && (!read.isUsed(element) || isUnread(element))
    const look = async (): Promise<PagePercept> => {
      const all = { document, isSkipped, signal: AbortSignal.any([signal, search.signal]) }
      const { frames, ...found } = await findOnPage(text, all)
      return { kind: 'found', id, ...found, ...(await around(frames)), at: now() }
    }
    look().then(
      (found) => search.signal.aborted || send([found]),
      (error: unknown) => {
        if (!signal.aborted && !search.signal.aborted) throw error
      },
    )
  }

  /** Worked solutions that were told. */
  let told = new Set<string>()
  const derive = (orders: NonNullable<Orders['derivations']>) => {
    for (const { id } of orders)
      if (!told.has(id)) send([{ kind: 'derivation', at: now(), id, ...readDerivation(document, isUnread) }])
    told = new Set(orders.map(({ id }) => id))
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let stirredAt = performance.now()
  let still = false
  const check = () => {
    read.check()
    if (!paused) problems?.check()
    view.check()
    reach?.check()
    if (marks !== null) marks.check()
    else if (needsMarks()) void makeMarks()
    // What a person does in a frame stirs only that frame's document.
    still =
      performance.now() - stirredAt > STILL_AFTER && !(document.activeElement instanceof HTMLIFrameElement)
    timer = setTimeout(check, still ? STILL_CHECK_EVERY : CHECK_EVERY)
  }
  const stir = ({ isTrusted }: Event) => {
    if (!isTrusted) return
    stirredAt = performance.now()
    if (still) tick()
  }
  const tick = () => {
    clearTimeout(timer)
    if (signal.aborted) return
    const seen = document.visibilityState === 'visible'
    if (seen) timer = setTimeout(check, still ? 0 : CHECK_EVERY)
    else read.flush()
    still = false
  }
  tick()
  for (const type of STIRS) document.addEventListener(type, stir, { capture: true, passive: true, signal })
  document.addEventListener('visibilitychange', tick, { signal })
  document.defaultView?.addEventListener('pagehide', () => read.flush(), { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))

  const resync = () => {
    view.report()
    read.report()
    problems?.report()
    marks?.report()
    reach?.report()
    watches.again()
    for (const search of finds.values()) search.abort()
    finds.clear()
    told.clear()
  }
  // Back from the back/forward cache: whoever listened may be another one now.
  document.defaultView?.addEventListener('pageshow', (event) => event.persisted && resync(), { signal })

  return {
    carryOut(orders) {
      if (signal.aborted) return
      wanted = orders
      if (marks !== null) carryOutMarks(marks)
      else if (needsMarks()) void makeMarks()
      showFrame(orders.showFrame)
      watches.set(orders.watches)
      for (const [id, search] of finds) {
        if (orders.finds.some((each) => each.id === id)) continue
        search.abort()
        finds.delete(id)
      }
      for (const each of orders.finds) find(each)
      derive(orders.derivations ?? [])
      const goesOn = paused && orders.paused !== true
      paused = orders.paused === true
      if (goesOn) resync()
    },
    resync,
  }
}

/** What was not answered after so long (ms) never will be: a page in the back/forward cache loses its messages. */
const FETCHED_WITHIN = 2_000

/** Fetches once, and again only after it was in vain. */
function fetchedOnce<Value>(fetch: () => Promise<Value | null>): { fetch(): Promise<Value | null> } {
  let fetched: Promise<Value | null> | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let got = false
  return {
    fetch() {
      if (!got && performance.now() - askedAt > FETCHED_WITHIN) fetched = null
      if (fetched === null) askedAt = performance.now()
      fetched ??= fetch().then((value) => {
        got ||= value !== null
        if (value === null) fetched = null
        return value
      })
      return fetched
    },
  }
}

/** Asks for the main-world reader once at a time, and not where it is already; at the end it is sent away. */
function readerOnce(
  document: Document,
  inject: () => Promise<boolean>,
  signal: AbortSignal,
): () => Promise<boolean> {
  signal.addEventListener('abort', () => document.dispatchEvent(new Event(END)))
  let asking: Promise<boolean> | null = null
  const isThere = () => askMainWorld(document)?.kind === 'here'
  return async () => {
    if (isThere()) return true
    asking ??= inject().finally(() => {
      asking = null
    })
    return (await asking) && isThere()
  }
}
