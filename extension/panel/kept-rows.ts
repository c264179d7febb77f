import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** No more rows than these stay drawn because they are selected. */
const MOST = 300

interface Kept {
  /** Of those among `ids`, in no order. */
  indexes(ids: readonly string[]): number[]
}

/**
 * The rows of a list that stay drawn when they are scrolled out of view: the one that holds the keyboard's focus,
 * which would be lost with it, and those between the ends of a selection, which could not be copied.
 */
export function useKeptRows(list: RefObject<HTMLElement | null>, redraw: () => void): Kept {
  const [held] = useState<{ focus: string | null; from: string | null; to: string | null }>(() => ({
    focus: null,
    from: null,
    to: null,
  }))

  useLayoutEffect(() => {
    const rows = list.current
    if (rows === null) return
    const idOf = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement
      const row = element?.closest<HTMLElement>('[data-entry]')
      return row !== null && row !== undefined && rows.contains(row) ? (row.dataset.id ?? null) : null
    }
    const focused = ({ target }: FocusEvent) => {
      held.focus = target instanceof Node ? idOf(target) : null
    }
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && rows.contains(relatedTarget)) return
      held.focus = null
      redraw()
    }
    const selected = () => {
      const selection = document.getSelection()
      const any = selection !== null && !selection.isCollapsed
      held.from = any ? idOf(selection.anchorNode) : null
      held.to = any ? idOf(selection.focusNode) : null
    }
    rows.addEventListener('focusin', focused)
    rows.addEventListener('focusout', left)
    document.addEventListener('selectionchange', selected)
    return () => {
      rows.removeEventListener('focusin', focused)
      rows.removeEventListener('focusout', left)
      document.removeEventListener('selectionchange', selected)
    }
  }, [list, held, redraw])

  return {
    indexes: (ids) => {
      const places = (rows: readonly (string | null)[]) =>
        rows.flatMap((id) => (id === null ? [] : [ids.indexOf(id)])).filter((index) => index >= 0)
      const ends = places([held.from, held.to])
      const [first = 0, last = -1] = [Math.min(...ends), Math.max(...ends)]
      const selected = last - first < MOST ? count(first, last) : ends
      return [...new Set([...places([held.focus]), ...selected])]
    },
  }
}

function count(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
