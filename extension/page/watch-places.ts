import type { Place, PlaceKind } from '../../shared/percepts/cue.ts'
import type { Orders } from '../../shared/percepts/orders.ts'
import { foldText } from './fold-text.ts'

type Reach = NonNullable<Orders['reaches']>[number]

/** A place is reached once it stands above this part of the view, counted from its bottom: where one reads. */
const READ_ABOVE = '-35%'
/** Elements looked at for one place, at most, and ms between two looks where the page scrolls. */
const LOOKED_AT = 3000
const SCROLL_PACE = 100
/** Pixels from the end of the page that are as good as the end. */
const NEARLY = 8

const SELECTORS: Record<PlaceKind, string> = {
  paragraph: 'p',
  heading: 'h1, h2, h3, h4, h5, h6, [role="heading"]',
  picture: 'figure, img, svg[role="img"], canvas',
  formula: '.katex-display, .katex, mjx-container, math, math-field, .mq-editable-field',
  table: 'table, [role="table"], [role="grid"]',
  list: 'ul, ol, [role="list"]',
}
const WITH_WORDS = `${SELECTORS.heading}, p, li, td, dt, dd, figcaption, blockquote`
const BESIDE =
  'nav, header:not(article header, main header), footer, aside, [role="navigation"], [aria-hidden="true"]'

type Options = {
  document: Document
  onReached(id: string): void
  signal: AbortSignal
}

export type PlaceWatch = { set(reaches: readonly Reach[]): void; check(): void }

type Watched = Reach & { element: Element | null; inside: boolean | null }

/**
 * Tells when a place of the page comes to where one reads, and each time that it does again. What is there already
 * when the order comes is reached once the person points at it, or has left it and come back.
 */
export function watchPlaces({ document, onReached, signal }: Options): PlaceWatch {
  const watched = new Map<string, Watched>()
  let scrolls: AbortController | null = null
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        for (const each of watched.values()) if (each.element === target) enter(each, isIntersecting)
    },
    { rootMargin: `0px 0px ${READ_ABOVE} 0px` },
  )
  signal.addEventListener('abort', () => observer.disconnect())

  function enter(each: Watched, inside: boolean): void {
    const came = inside && each.inside === false
    each.inside = inside
    if (came) onReached(each.id)
  }

  function look(): void {
    for (const each of watched.values()) {
      if (isPart(each.place)) enter(each, isScrolledTo(document, each.place.at))
      else if (each.element?.isConnected !== true) observe(each)
    }
  }

  function observe(each: Watched): void {
    if (each.element !== null) observer.unobserve(each.element)
    each.element = elementOf(document, each.place)
    if (each.element !== null) observer.observe(each.element)
  }

  function listen(): void {
    scrolls?.abort()
    scrolls = watched.size === 0 ? null : new AbortController()
    if (scrolls === null) return
    const options = { capture: true, passive: true, signal: AbortSignal.any([signal, scrolls.signal]) }
    let waits = false
    document.addEventListener(
      'scroll',
      () => {
        if (waits) return
        waits = true
        setTimeout(() => {
          waits = false
          if (!signal.aborted) look()
        }, SCROLL_PACE)
      },
      options,
    )
    document.addEventListener(
      'pointerdown',
      ({ isTrusted, target }) => {
        if (!isTrusted || !(target instanceof Node)) return
        for (const each of watched.values()) if (each.element?.contains(target)) onReached(each.id)
      },
      options,
    )
  }

  return {
    set(reaches) {
      const same = reaches.length === watched.size && reaches.every(({ id }) => watched.has(id))
      if (same) return
      for (const [id, { element }] of watched) {
        if (reaches.some((each) => each.id === id)) continue
        if (element !== null) observer.unobserve(element)
        watched.delete(id)
      }
      for (const reach of reaches)
        if (!watched.has(reach.id)) watched.set(reach.id, { ...reach, element: null, inside: null })
      listen()
      look()
    },
    check: look,
  }
}

type Part = Extract<Place, { at: 'top' | 'middle' | 'end' }>
const isPart = (place: Place): place is Part => !('number' in place || 'text' in place)

function isScrolledTo({ documentElement, defaultView }: Document, at: Part['at']): boolean {
  const { scrollTop, scrollHeight } = documentElement
  const height = defaultView?.innerHeight ?? 0
  if (at === 'top') return scrollTop <= NEARLY
  if (at === 'end') return scrollTop + height >= scrollHeight - NEARLY
  return scrollTop + height / 2 >= scrollHeight / 2
}

/** The element in which a place is; null where the page has none. What stands beside the text does not count. */
function elementOf(document: Document, place: Place): Element | null {
  if (isPart(place)) return null
  if ('text' in place) return elementWith(document, place.text)
  const main = document.querySelector('main, article, [role="main"]')
  const own = main === null ? [] : shown(main.querySelectorAll(SELECTORS[place.at]), place)
  const found = own.length > 0 ? own : shown(document.querySelectorAll(SELECTORS[place.at]), place)
  return found.at(place.number < 0 ? -1 : place.number - 1) ?? null
}

/** Those that a reader sees, up to the one that is meant. */
function shown(elements: NodeListOf<Element>, { at, number }: Extract<Place, { number: number }>): Element[] {
  const found: Element[] = []
  for (const element of [...elements].slice(0, LOOKED_AT)) {
    if (number > 0 && found.length >= number) break
    const isWords = at === 'paragraph' || at === 'heading'
    if (isWords && element.textContent.trim() === '') continue
    // A formula in a formula, a picture in a figure, a list in a list.
    if (found.at(-1)?.contains(element)) continue
    if (element.closest(BESIDE) === null && element.checkVisibility()) found.push(element)
  }
  return found
}

function elementWith(document: Document, text: string): Element | null {
  const words = foldText(text).trim()
  const all = [...document.querySelectorAll(WITH_WORDS)].slice(0, LOOKED_AT)
  const holds = (element: Element) =>
    foldText(element.textContent.slice(0, 4000)).includes(words) &&
    element.closest(BESIDE) === null &&
    element.checkVisibility()
  return all.find((each) => each.matches(SELECTORS.heading) && holds(each)) ?? all.find(holds) ?? null
}
