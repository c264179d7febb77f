import { holds, targetOf } from '../shadow.ts'

/** Why the marks are painted anew: only a scroll leaves texts and metrics as they are. */
export type Cause = 'scroll' | 'layout' | 'text'

const RANK: Record<Cause, number> = { scroll: 0, layout: 1, text: 2 }
/** Painting that follows edits and mutations elsewhere on the page may take this share of the time at most: 1 %. */
const SHARE = 100

export type Moved = {
  /** Paints in the next frame. */
  paintSoon(cause: Cause): void
  /** Starts and stops looking at what the page does. */
  watch(on: boolean): void
  /** The elements that carry marks. */
  follow(elements: Set<Element>): void
  /** Whether nodes in the element have changed since the last frame. */
  isTouched(element: Element): boolean
}

type Options = {
  document: Document
  /** Called in a frame. */
  paint(cause: Cause): void
  /** Called at each edit of a field, of which there may be several in a frame. */
  edited(field: EventTarget | null): void
  signal: AbortSignal
}

/**
 * Tells in which frames marks must be painted anew: after edits, scrolling, resizing, fonts, transitions, and
 * mutations that may have moved something. Nothing is observed without marks or in a hidden tab.
 */
export function whenMoved({ document, paint, edited, signal }: Options): Moved {
  const window = document.defaultView ?? globalThis.window
  let followed = new Set<Element>()
  const touched = new Set<Element>()
  let cause: Cause | null = null
  let on = false
  let frame = 0
  let later: ReturnType<typeof setTimeout> | null = null
  let quietUntil = 0
  let listening: AbortController | null = null

  const paintSoon = (why: Cause) => {
    if (!cause || RANK[why] > RANK[cause]) cause = why
    if (frame !== 0 || signal.aborted || document.visibilityState === 'hidden') return
    frame = window.requestAnimationFrame(() => {
      frame = 0
      const why = cause ?? 'layout'
      cause = null
      const began = performance.now()
      onMutations(mutations.takeRecords())
      paint(why)
      touched.clear()
      quietUntil = performance.now() + (performance.now() - began) * SHARE
    })
  }

  const onMutations = (records: MutationRecord[]) => {
    let near = false
    for (const { target, type } of records) {
      if (type === 'attributes') continue
      for (const element of followed) {
        if (!element.contains(target) && !target.contains(element)) continue
        touched.add(element)
        near = true
      }
    }
    if (records.length === 0) return
    if (near) paintSoon('text')
    else paintInTime()
  }

  /** For what happens where no mark is. */
  const paintInTime = () => {
    const wait = quietUntil - performance.now()
    if (wait <= 0) return paintSoon('text')
    later ??= setTimeout(() => {
      later = null
      paintSoon('text')
    }, wait)
  }
  const mutations = new MutationObserver(onMutations)
  const sizes = new ResizeObserver(() => paintSoon('layout'))

  /** A document, or a shadow tree with a mark in it: what happens in that is not told outside. */
  const listenIn = (tree: Document | ShadowRoot, signal: AbortSignal) => {
    const options = { capture: true, passive: true, signal }
    tree.addEventListener('scroll', () => paintSoon('scroll'), options)
    tree.addEventListener(
      'input',
      (event) => {
        const target = targetOf(event)
        edited(target)
        const isMarked = target instanceof Element && [...followed].some((element) => holds(element, target))
        if (isMarked) paintSoon('text')
        else paintInTime()
      },
      options,
    )
    mutations.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'style', 'hidden', 'open', 'wrap', 'dir', 'rows', 'cols'],
    })
  }
  const trees = new Set<Node>()
  const enter = (element: Element) => {
    sizes.observe(element)
    for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
      if (!listening || trees.has(root)) continue
      trees.add(root)
      listenIn(root, listening.signal)
    }
  }

  const start = () => {
    if (listening || !on || signal.aborted || document.visibilityState === 'hidden') return
    listening = new AbortController()
    const options = { capture: true, passive: true, signal: listening.signal }
    listenIn(document, listening.signal)
    for (const type of ['transitionend', 'animationend', 'load', 'toggle'])
      document.addEventListener(type, () => paintSoon('layout'), options)
    window.addEventListener('resize', () => paintSoon('layout'), options)
    document.fonts.addEventListener('loadingdone', () => paintSoon('layout'), options)
    sizes.observe(document.documentElement)
    for (const element of followed) enter(element)
  }
  const stop = () => {
    listening?.abort()
    listening = null
    trees.clear()
    mutations.disconnect()
    sizes.disconnect()
    if (later !== null) clearTimeout(later)
    later = null
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      stop()
      start()
      if (on) paintSoon('text')
    },
    { signal },
  )
  signal.addEventListener('abort', () => {
    stop()
    window.cancelAnimationFrame(frame)
  })

  return {
    paintSoon,
    watch(wanted) {
      on = wanted
      if (on) start()
      else stop()
    },
    follow(elements) {
      for (const element of followed) if (!elements.has(element)) sizes.unobserve(element)
      for (const element of elements) if (listening && !followed.has(element)) enter(element)
      followed = elements
    },
    isTouched: (element) => touched.has(element),
  }
}
