import { type Signal, useSignal } from '@preact/signals'
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import { useKeptRows } from './kept-rows.ts'

/** Closer to the end than this, in CSS pixels, is at the end. */
const NEAR = 40
/** The height of a row that has not been measured, in CSS pixels: a note of two lines. */
export const ROW = 68
/** Rows drawn beyond either edge of the view. */
const BEYOND = 8
/** Further than any conversation is long. */
const END = 1e9

export interface VirtualRows {
  scroller: RefObject<HTMLElement | null>
  list: RefObject<HTMLOListElement | null>
  /** Those that are drawn, in their order. */
  drawn: readonly VirtualItem[]
  /** Of all rows together, in CSS pixels. */
  height: number
  measure(row: HTMLElement | null): void
  /** Something has come below what is in view. */
  newBelow: Signal<boolean>
  toStart(): void
  toEnd(): void
  /** The person unfolds something: it grows where it is, and the end is not followed. */
  leaveEnd(): void
}

/** Where the person reads: the row at the upper edge of the view, and how much of it is above, in CSS pixels. */
interface Place {
  id: string
  above: number
}

interface Memory {
  place: Place | null
  /** The person is at the end: it is followed. */
  following: boolean
  /** Where the view was put or found last. */
  top: number
  /** What was below the view then. */
  below: number
  drawn: readonly VirtualItem[]
  content: unknown
  report(): void
}

/**
 * Draws only the rows in view, and some around them. What the person reads stays where it is whatever changes
 * above or below it, unless they are at the end, which is then followed. The library measures rows and finds
 * those in view; where the view belongs is decided here alone, after each drawing.
 *
 * @param content changes when something is said; unfolding a card does not count
 */
export function useVirtualRows(ids: readonly string[], content: unknown): VirtualRows {
  const scroller = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [, redraw] = useReducer<number, void>((drawings) => drawings + 1, 0)
  const newBelow = useSignal(false)
  const kept = useKeptRows(list, redraw)
  const [memory] = useState<Memory>(() => ({
    place: null,
    following: true,
    top: 0,
    below: 0,
    drawn: [],
    content,
    report: () => {},
  }))

  const options = {
    count: ids.length,
    getItemKey: (index: number) => ids[index] ?? index,
    estimateSize: () => ROW,
    overscan: BEYOND,
    initialOffset: END,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect: (
      instance: Virtualizer<HTMLElement, HTMLElement>,
      tell: (rect: { width: number; height: number }) => void,
    ) =>
      observeElementRect(instance, (rect) => {
        tell(rect)
        redraw()
      }),
    observeElementOffset: (
      { scrollElement }: Virtualizer<HTMLElement, HTMLElement>,
      tell: (offset: number, scrolling: boolean) => void,
    ) => {
      memory.report = () => tell(scrollElement?.scrollTop ?? 0, false)
      const onScroll = () => {
        lookAgain()
        memory.report()
      }
      scrollElement?.addEventListener('scroll', onScroll, { passive: true })
      return () => scrollElement?.removeEventListener('scroll', onScroll)
    },
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const inView = defaultRangeExtractor(range)
      const others = kept.indexes(ids).filter((index) => !inView.includes(index))
      return others.length === 0 ? inView : [...inView, ...others].sort((a, b) => a - b)
    },
    onChange: () => redraw(),
  }
  const [virtualizer] = useState(() => {
    const made = new Virtualizer<HTMLElement, HTMLElement>(options)
    made.shouldAdjustScrollPositionOnItemSizeChange = () => false
    return made
  })

  /** Where the person is now, if they have scrolled since. */
  const lookAgain = () => {
    const view = scroller.current
    if (view === null || Math.abs(view.scrollTop - memory.top) < 1) return
    memory.top = view.scrollTop
    memory.below = below(view)
    memory.following = memory.below <= NEAR
    if (memory.following) newBelow.value = false
    const row =
      memory.drawn.find(({ start, end }) => start <= memory.top && end > memory.top) ??
      virtualizer.getVirtualItemForOffset(memory.top)
    memory.place = row === undefined ? null : placeIn(row, memory.top)
  }

  // As long as the layout of the last drawing stands.
  lookAgain()
  virtualizer.setOptions(options)
  const drawn = virtualizer.getVirtualItems()
  const height = virtualizer.getTotalSize()

  const moveTo = (view: HTMLElement, top: number) => {
    if (Math.abs(view.scrollTop - top) >= 1) view.scrollTop = top
    memory.top = view.scrollTop
    memory.report()
  }

  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])

  useLayoutEffect(() => {
    virtualizer._willUpdate()
    const view = scroller.current
    if (view === null) return
    const said = memory.content !== content
    memory.content = content
    if (said && memory.below <= NEAR) memory.following = true
    const { place } = memory
    const start = place === null ? undefined : virtualizer.measurementsCache[ids.indexOf(place.id)]?.start
    if (memory.following) moveTo(view, view.scrollHeight - view.clientHeight)
    else if (place !== null && start !== undefined) moveTo(view, start + place.above)
    memory.below = below(view)
    memory.drawn = drawn
    if (memory.below <= NEAR) newBelow.value = false
    else if (said) newBelow.value = true
  })

  return {
    scroller,
    list,
    drawn,
    height,
    measure: virtualizer.measureElement,
    newBelow,
    toStart: () => {
      const [id] = ids
      memory.place = id === undefined ? null : { id, above: 0 }
      memory.following = false
      redraw()
    },
    toEnd: () => {
      memory.following = true
      newBelow.value = false
      redraw()
    },
    leaveEnd: () => {
      const view = scroller.current
      const row = view && memory.drawn.find(({ end }) => end > view.scrollTop)
      memory.place = view && row ? placeIn(row, view.scrollTop) : null
      memory.following = false
    },
  }
}

function placeIn({ key, start }: VirtualItem, top: number): Place {
  return { id: String(key), above: top - start }
}

function below(view: HTMLElement): number {
  return view.scrollHeight - view.clientHeight - view.scrollTop
}
