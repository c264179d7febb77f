import { elementScroll, observeElementRect, type Range, Virtualizer } from '@tanstack/virtual-core'

/** Closer to the end than this, in CSS pixels, is at the end. */
const NEAR = 40
/** The height of a row that has not been measured, in CSS pixels: a note of two lines. */
export const ROW = 68
/** Rows drawn beyond either edge of the view. The drawn ones begin and end at multiples of it: most steps change none. */
const BEYOND = 6
/** Further than any conversation is long. */
const END = 1e9

/** What is to be drawn; lengths in CSS pixels. */
export interface Drawing {
  rows: readonly DrawnRow[]
  /** The room that the rows before and after those in the flow would take. */
  before: number
  after: number
}

export interface DrawnRow {
  index: number
  id: string
  /** Where a row stands that is drawn although it is far from the view; null: it is in the flow. */
  apart: number | null
}

/** Where the person reads: the row at the upper edge of the view, and how much of it is above. */
interface Place {
  id: string
  above: number
}

type Rows = Virtualizer<HTMLElement, HTMLElement>

/**
 * Which rows of a long list are drawn, and where the view of it stands. What the person reads stays where it is
 * whatever changes above or below it, unless they are at the end, which is then followed. The library measures rows
 * and finds those in view; where the view belongs is decided in `settle` alone, after each drawing or measuring.
 */
export class RowWindow {
  /** Told when something has come below what is in view (true), and when it has been seen. */
  newBelow: (is: boolean) => void = () => {}
  readonly #virtualizer: Rows
  readonly #redraw: () => void
  #ids: readonly string[] = []
  #keyOf: (index: number) => string | number = (index) => index
  #kept: readonly number[] = []
  /** Drawn, and not measured yet. */
  readonly #fresh: HTMLElement[] = []
  #view: HTMLElement | null = null
  #report = () => {}
  #drawing: Drawing = { rows: [], before: 0, after: 0 }
  #place: Place | null = null
  #following = true
  /** Where the view was put or found last, and what was below it then. */
  #top = 0
  #below = 0
  #content: unknown
  #said = false
  /** Between asking what to draw and its being drawn, what is measured is drawn and settled with it. */
  #busy = false

  constructor(redraw: () => void) {
    this.#redraw = redraw
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options())
    this.#virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false
  }

  /**
   * Asked while drawing.
   * @param kept places of rows that are drawn wherever the view is
   * @param content changes when something is said; unfolding a card does not count
   */
  draw(ids: readonly string[], kept: readonly number[], content: unknown): Drawing {
    // As long as the layout of the last drawing stands.
    this.#look()
    this.#busy = true
    // A new function makes the library reckon all rows anew.
    if (ids !== this.#ids) this.#keyOf = (index) => ids[index] ?? index
    this.#ids = ids
    this.#kept = kept
    this.#said ||= this.#content !== undefined && this.#content !== content
    this.#content = content
    this.#virtualizer.setOptions(this.#options())
    this.#drawing = this.#plan()
    return this.#drawing
  }

  /** Called when what was asked for is in the document. */
  drawn(view: HTMLElement | null): void {
    this.#view = view
    this.#virtualizer._willUpdate()
    for (const row of this.#fresh.splice(0)) this.#virtualizer.measureElement(row)
    this.#settle()
    this.#busy = false
    this.#changed()
  }

  mount(): () => void {
    return this.#virtualizer._didMount()
  }

  /** Rows are measured once all of them are drawn, formulas too: in one layout. */
  readonly measure = (row: HTMLElement | null) => {
    if (row === null) this.#virtualizer.measureElement(null)
    else this.#fresh.push(row)
  }

  toStart(): void {
    const [id] = this.#ids
    this.#place = id === undefined ? null : { id, above: 0 }
    this.#following = false
    this.#settle()
  }

  /** The row comes into view, with what was before it above. */
  toRow(id: string): void {
    this.#place = { id, above: -Math.round((this.#view?.clientHeight ?? 0) / 4) }
    this.#following = false
    this.#settle()
  }

  toEnd(): void {
    this.#following = true
    this.#settle()
  }

  /** The person unfolds something: it grows where it is, and the end is not followed. */
  leaveEnd(): void {
    if (this.#view !== null) this.#place = this.#placeAt(this.#view.scrollTop)
    this.#following = false
  }

  #options() {
    return {
      count: this.#ids.length,
      getItemKey: this.#keyOf,
      estimateSize: () => ROW,
      initialOffset: END,
      getScrollElement: () => this.#view,
      scrollToFn: elementScroll,
      // Not rounded: rows in the flow would drift away from where they are reckoned to be.
      measureElement: (row: HTMLElement) => row.getBoundingClientRect().height,
      observeElementRect: (rows: Rows, tell: (rect: { width: number; height: number }) => void) =>
        observeElementRect(rows, (rect) => {
          tell(rect)
          this.#changed()
        }),
      observeElementOffset: (rows: Rows, tell: (offset: number, scrolling: boolean) => void) => {
        const view = rows.scrollElement
        const onScroll = () => {
          this.#look()
          this.#report()
        }
        this.#report = () => tell(view?.scrollTop ?? 0, false)
        view?.addEventListener('scroll', onScroll, { passive: true })
        return () => view?.removeEventListener('scroll', onScroll)
      },
      rangeExtractor: (range: Range) => this.#wanted(range),
      onChange: () => this.#changed(),
    }
  }

  #wanted(range: Range): number[] {
    const { first, last } = flowOf(range)
    const inFlow = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    return [...new Set([...this.#kept, ...inFlow])].sort((a, b) => a - b)
  }

  #plan(): Drawing {
    const range = this.#virtualizer.calculateRange()
    const items = this.#virtualizer.getVirtualItems()
    if (range === null) return { rows: [], before: 0, after: 0 }
    const { first, last } = flowOf({ ...range, count: this.#ids.length })
    const flow = items.filter(({ index }) => index >= first && index <= last)
    return {
      rows: items.map((item) => ({
        index: item.index,
        id: String(item.key),
        apart: flow.includes(item) ? null : pixels(item.start),
      })),
      before: pixels(flow[0]?.start ?? 0),
      after: pixels(this.#virtualizer.getTotalSize() - (flow.at(-1)?.end ?? 0)),
    }
  }

  /** Something was measured, or the view moved: most often all that is to be drawn is. */
  #changed(): void {
    if (this.#busy) return
    const next = this.#plan()
    if (sameDrawing(this.#drawing, next)) this.#settle()
    else this.#redraw()
  }

  /** Where the person is now, if they have scrolled since. */
  #look(): void {
    const view = this.#view
    if (view === null || Math.abs(view.scrollTop - this.#top) < 1) return
    this.#top = view.scrollTop
    this.#below = below(view)
    this.#following = this.#below <= NEAR
    if (this.#following) this.newBelow(false)
    this.#place = this.#placeAt(this.#top)
  }

  #placeAt(top: number): Place | null {
    const row = this.#virtualizer.getVirtualItemForOffset(top)
    return row === undefined ? null : { id: String(row.key), above: top - row.start }
  }

  #settle(): void {
    const view = this.#view
    if (view === null) return
    const said = this.#said
    this.#said = false
    if (said && this.#below <= NEAR) this.#following = true
    const place = this.#place
    const index = place === null ? -1 : this.#ids.indexOf(place.id)
    // Asking for the whole height takes in what was measured.
    this.#virtualizer.getTotalSize()
    const start = this.#virtualizer.measurementsCache[index]?.start
    if (this.#following) this.#moveTo(view, view.scrollHeight - view.clientHeight)
    else if (place !== null && start !== undefined) this.#moveTo(view, start + place.above)
    this.#below = below(view)
    if (this.#below <= NEAR) this.newBelow(false)
    else if (said) this.newBelow(true)
  }

  #moveTo(view: HTMLElement, top: number): void {
    // The browser cuts fractions off.
    const whole = Math.round(top)
    if (Math.abs(view.scrollTop - whole) >= 1) view.scrollTop = whole
    this.#top = view.scrollTop
    this.#report()
  }
}

/** The first and the last of the rows that follow one another in the flow. */
function flowOf({ startIndex, endIndex, count }: Pick<Range, 'startIndex' | 'endIndex' | 'count'>) {
  return {
    first: Math.max(0, Math.floor(startIndex / BEYOND - 1) * BEYOND),
    last: Math.min(count - 1, Math.ceil(endIndex / BEYOND + 1) * BEYOND),
  }
}

/** As fine as the browser lays out: sums of what is measured differ by less than that. */
function pixels(length: number): number {
  return Math.round(length * 64) / 64
}

function sameDrawing(a: Drawing, b: Drawing): boolean {
  return (
    a.before === b.before &&
    a.after === b.after &&
    a.rows.length === b.rows.length &&
    a.rows.every(({ id, apart }, place) => b.rows[place]?.id === id && b.rows[place]?.apart === apart)
  )
}

function below(view: HTMLElement): number {
  return view.scrollHeight - view.clientHeight - view.scrollTop
}
