import type { Mark } from '../../../shared/percepts/orders.ts'
import { type Box, intersection, isEmpty } from './visible-box.ts'

/**
 * What makes a mark reachable: a button as large as the marked text that lets pointers through to the page,
 * except on a narrow strip along the underline. It can be focused even while its text is scrolled away.
 */
export class MarkButton {
  readonly element: HTMLButtonElement
  private key = ''

  constructor(document: Document, mark: Mark, onOpen: () => void, onFocus: () => void) {
    this.element = document.createElement('button')
    this.element.type = 'button'
    this.element.className = mark.tone
    this.element.dataset.mark = mark.id
    this.element.setAttribute('aria-label', mark.label)
    const keep = (event: Event) => event.stopPropagation()
    // A press must not take the focus, and with it the caret, out of the person's field.
    this.element.addEventListener('mousedown', (event) => event.preventDefault())
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'click'])
      this.element.addEventListener(type, keep)
    this.element.addEventListener('click', (event) => event.isTrusted && onOpen())
    this.element.addEventListener('focus', onFocus)
  }

  /** Lays the button over the lines of text that can be seen; `drawn` where nothing else underlines them. */
  place(lines: Box[], window: Box, origin: { x: number; y: number }, drawn: boolean): void {
    const seen = lines.map((line) => intersection(line, window)).filter((line) => !isEmpty(line))
    const boxes = seen.length > 0 ? seen : lines.slice(0, 1)
    const [first] = boxes
    if (!first) return
    const whole = boxes.reduce((a, b) => ({
      left: Math.min(a.left, b.left),
      top: Math.min(a.top, b.top),
      right: Math.max(a.right, b.right),
      bottom: Math.max(a.bottom, b.bottom),
    }))
    const key = JSON.stringify([boxes, whole.left - origin.x, whole.top - origin.y, seen.length > 0, drawn])
    if (key === this.key) return
    this.key = key
    this.element.style.cssText = cssOf(whole, origin) + (seen.length > 0 ? '' : ';clip-path:inset(50%)')
    this.element.replaceChildren(
      ...boxes.map((box) => {
        const line = this.element.ownerDocument.createElement('span')
        line.className = drawn ? 'line drawn' : 'line'
        line.style.cssText = cssOf(box, { x: whole.left, y: whole.top })
        const strip = this.element.ownerDocument.createElement('span')
        strip.className = 'strip'
        if (seen.length > 0) line.append(strip)
        return line
      }),
    )
  }

  /** Draws the eye here for a moment; without motion for whoever prefers that. */
  flash(): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const frames = calm ? [0.28, 0.28] : [0, 0.4, 0.12, 0.32, 0]
    for (const line of this.element.querySelectorAll('.line'))
      line.animate(
        frames.map((opacity) => ({ opacity })),
        { duration: 1500, easing: 'ease-in-out', pseudoElement: '::before' },
      )
  }
}

function cssOf({ left, top, right, bottom }: Box, origin: { x: number; y: number }): string {
  return `left:${left - origin.x}px;top:${top - origin.y}px;width:${right - left}px;height:${bottom - top}px`
}

/** The boxes of a range's words, joined to one for each line. */
export function joinLines(rects: Iterable<Box>): Box[] {
  const lines: Box[] = []
  for (const rect of rects) {
    if (isEmpty(rect)) continue
    const { left, top, right, bottom } = rect
    const middle = (top + bottom) / 2
    const line = lines.find((each) => middle > each.top && middle < each.bottom)
    if (!line) lines.push({ left, top, right, bottom })
    else {
      line.left = Math.min(line.left, left)
      line.top = Math.min(line.top, top)
      line.right = Math.max(line.right, right)
      line.bottom = Math.max(line.bottom, bottom)
    }
  }
  return lines
}
