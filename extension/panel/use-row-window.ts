import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import { useKeptRows } from './kept-rows.ts'
import { type Drawing, RowWindow } from './row-window.ts'

interface Used {
  scroller: RefObject<HTMLElement | null>
  list: RefObject<HTMLOListElement | null>
  drawing: Drawing
  rowWindow: RowWindow
  /** Something has come below what is in view. */
  newBelow: Signal<boolean>
}

/** Draws only the rows in view, and some around them. `content` changes when something is said. */
export function useRowWindow(ids: readonly string[], content: unknown): Used {
  const scroller = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [, redraw] = useReducer<number, void>((drawings) => drawings + 1, 0)
  const newBelow = useSignal(false)
  const kept = useKeptRows(list, redraw)
  const [rowWindow] = useState(() => new RowWindow(redraw))
  rowWindow.newBelow = (is) => {
    newBelow.value = is
  }
  const drawing = rowWindow.draw(ids, kept.indexes(ids), content)
  useLayoutEffect(() => rowWindow.mount(), [rowWindow])
  useLayoutEffect(() => rowWindow.drawn(scroller.current))
  return { scroller, list, drawing, rowWindow, newBelow }
}
