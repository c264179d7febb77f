import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the keyboard where it was: when the focused button inside the container is redrawn away, the first
 * control of the container has the focus, or else the composer. It never takes the focus from elsewhere.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const container = useRef<E>(null)
  // Read while rendering, that is before the change reaches the document.
  const held = container.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (!held || (document.activeElement !== null && document.activeElement !== document.body)) return
    const next =
      container.current?.querySelector<HTMLElement>('button, summary, textarea') ??
      document.querySelector<HTMLElement>('textarea[name=draft]')
    next?.focus({ preventScroll: true })
  })
  return container
}
