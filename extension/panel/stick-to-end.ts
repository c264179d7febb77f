import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Closer to the end than this, in CSS pixels, is at the end. */
const NEAR = 40

interface Stuck {
  scroller: RefObject<HTMLElement | null>
  /** Something has come below what is in view. */
  newBelow: Signal<boolean>
  toEnd(): void
}

/**
 * Keeps a scroller at its end while the person is at the end, and leaves it alone otherwise. `content` changes
 * when something is said; unfolding a card does not count.
 */
export function useStickToEnd(content: unknown): Stuck {
  const scroller = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  const newBelow = useSignal(false)

  const toEnd = () => {
    const place = scroller.current
    if (place === null) return
    place.scrollTop = place.scrollHeight
    atEnd.current = true
    newBelow.value = false
  }

  useLayoutEffect(() => {
    const place = scroller.current
    if (place === null || content === undefined) return
    if (atEnd.current) toEnd()
    else if (place.scrollHeight - place.clientHeight - place.scrollTop > NEAR) newBelow.value = true
  }, [content])

  useLayoutEffect(() => {
    const place = scroller.current
    if (place === null) return
    let height = place.clientHeight
    const left = (height: number) => place.scrollHeight - height - place.scrollTop
    const measure = () => {
      atEnd.current = left(place.clientHeight) <= NEAR
      if (atEnd.current) newBelow.value = false
    }
    // Where the composer grows or shrinks the end stays in view; where a card unfolds the person has left the end.
    const resized = new ResizeObserver(() => {
      if (place.clientHeight !== height && left(height) <= NEAR) toEnd()
      height = place.clientHeight
      measure()
    })
    place.addEventListener('scroll', measure, { passive: true })
    resized.observe(place)
    for (const part of place.children) resized.observe(part)
    return () => {
      place.removeEventListener('scroll', measure)
      resized.disconnect()
    }
  }, [])
  return { scroller, newBelow, toEnd }
}
