import { elementAtPoint, holds, parentOf } from '../shadow.ts'

export type Box = { left: number; top: number; right: number; bottom: number }

export const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 }

/** What of an element can be seen, in the window's coordinates, and whether it stays when the document scrolls. */
export type Window = { box: Box; fixed: boolean }

/** The window that the scrolling and clipping boxes around `element` leave open. The element's own box is not cut. */
export function visibleWindow(element: Element): Window {
  let box: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
  let fixed = false
  const { body, documentElement } = element.ownerDocument
  let { position } = getComputedStyle(element)
  for (let at = parentOf(element); ; at = parentOf(at)) {
    if (position === 'fixed' || position === 'sticky') fixed = true
    if (!at || at === documentElement || position === 'fixed') return { box, fixed }
    const style = getComputedStyle(at)
    const clips =
      style.overflowX !== 'visible' || style.overflowY !== 'visible' || style.contain.includes('paint')
    // The window scrolls in place of a body whose overflow it took over.
    if (clips && !(at === body && getComputedStyle(documentElement).overflowX === 'visible'))
      box = intersection(box, innerBox(at))
    position = style.position
  }
}

export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}

export function isEmpty({ left, top, right, bottom }: Box): boolean {
  return right - left < 1 || bottom - top < 1
}

/** The box inside the borders, as transforms and zoom show it. */
function innerBox(element: Element): Box {
  const rect = element.getBoundingClientRect()
  const { offsetWidth, offsetHeight } =
    element instanceof HTMLElement ? element : { offsetWidth: rect.width, offsetHeight: rect.height }
  const x = rect.width / (offsetWidth || 1)
  const y = rect.height / (offsetHeight || 1)
  const left = rect.left + element.clientLeft * x
  const top = rect.top + element.clientTop * y
  return { left, top, right: left + element.clientWidth * x, bottom: top + element.clientHeight * y }
}

/** Whether something of the page, such as a bar that stays at the top, lies over the first line that can be seen. */
export function isCovered(element: Element, lines: Box[], window: Box): boolean {
  const line = lines.map((each) => intersection(each, window)).find((each) => !isEmpty(each))
  if (!line) return false
  const document = element.ownerDocument
  const over = elementAtPoint(document, (line.left + line.right) / 2, (line.top + line.bottom) / 2)
  return over !== null && over.localName !== 'aside-marks' && !holds(over, element) && !holds(element, over)
}
