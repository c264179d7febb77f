import type { Orders } from '../../shared/percepts/orders.ts'
import { elementAt } from './path-of.ts'

/**
 * Brings a frame of another site into view, once for each nonce, in which a mark is shown: such a frame scrolls
 * itself only. One of this site brings itself into view.
 */
export function frameShower(
  document: Document,
  beforeScroll: () => void,
): (order: Orders['showFrame']) => void {
  let shown: number | null = null
  return (order) => {
    if (order === undefined || order.nonce === shown) return
    shown = order.nonce
    const frame = frameAt(order.step, document)
    if (!frame || frame.contentDocument !== null) return
    beforeScroll()
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
    frame.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior })
  }
}

/** The frame to which a step of a way leads (see `wayHere`). */
function frameAt(step: string, document: Document): HTMLIFrameElement | null {
  const number = /^frame\((\d+) /.exec(step)?.[1]
  if (number === undefined) {
    const element = elementAt(step, document)
    return element instanceof HTMLIFrameElement ? element : null
  }
  const inner = document.defaultView?.[Number(number)]
  if (!inner) return null
  return [...document.querySelectorAll('iframe')].find((frame) => frame.contentWindow === inner) ?? null
}
