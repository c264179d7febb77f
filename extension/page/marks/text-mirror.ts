import type { Control } from '../field.ts'
import { type Box, intersection } from './visible-box.ts'

/** All that decides where the letters of a field stand. */
const METRICS = [
  ...[
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'font-stretch',
    'font-variant',
    'font-kerning',
  ],
  ...['font-feature-settings', 'font-variation-settings', 'font-optical-sizing', 'font-size-adjust'],
  ...['letter-spacing', 'word-spacing', 'line-height', 'text-indent', 'text-transform', 'text-rendering'],
  ...['text-align', 'direction', 'unicode-bidi', 'writing-mode', 'tab-size', 'text-spacing-trim'],
  ...['white-space', 'word-break', 'overflow-wrap', 'line-break', 'hyphens'],
]

export type MirroredMark = { id: string; tone: string; start: number; end: number }

/**
 * The letters of a textarea or input are in no node that could be measured or underlined. The mirror sets the
 * same text in the same metrics over the field, without colour, and underlines in it; `inert` keeps it out of
 * the browser's search and of the accessibility tree.
 */
export class TextMirror {
  readonly field: HTMLElement
  private readonly control: Control
  private readonly mirror: HTMLElement
  private readonly content: HTMLElement
  private readonly spans = new Map<string, HTMLElement>()
  private shown = ''

  constructor(control: Control) {
    const { ownerDocument: document } = control
    this.control = control
    this.field = document.createElement('div')
    this.field.className = 'field'
    this.field.inert = true
    this.mirror = document.createElement('div')
    this.mirror.className = 'mirror'
    this.content = document.createElement('div')
    this.mirror.append(this.content)
    this.field.append(this.mirror)
  }

  /** Sets the text and the metrics anew; as far as the last mark's line, for nothing after it can move it. */
  set(text: string, marks: MirroredMark[]): void {
    const end = text.indexOf('\n', Math.max(...marks.map((mark) => mark.end)))
    const needed = end < 0 ? text : text.slice(0, end)
    const key = JSON.stringify([marks, needed])
    if (key === this.shown) return
    this.shown = key
    this.spans.clear()
    const parts: (string | HTMLElement)[] = []
    let at = 0
    for (const { id, tone, start, end } of marks.toSorted((a, b) => a.start - b.start)) {
      const span = this.control.ownerDocument.createElement('span')
      span.className = tone
      span.textContent = needed.slice(Math.max(at, start), end)
      parts.push(needed.slice(at, Math.max(at, start)), span)
      this.spans.set(id, span)
      at = Math.max(at, end)
    }
    this.content.replaceChildren(...parts, needed.slice(at))
  }

  /** Takes over the field's metrics; needed after anything but scrolling. */
  measure(): void {
    const style = getComputedStyle(this.control)
    const css: string[] = METRICS.map((name) => `${name}:${style.getPropertyValue(name)}`)
    const px = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
    const borders = px('border-left-width') + px('border-right-width')
    const scrollbar = Math.max(0, Math.round(this.control.offsetWidth - borders - this.control.clientWidth))
    const paddings = px('padding-left') + px('padding-right')
    const width = px('width') - scrollbar - (style.boxSizing === 'border-box' ? borders + paddings : 0)
    css.push(`width:${width}px`, `left:${px('padding-left')}px`, `top:${px('padding-top')}px`)
    if (this.control instanceof HTMLInputElement) {
      const height = this.control.clientHeight - px('padding-top') - px('padding-bottom')
      css.push(`height:${height}px;display:flex;align-items:center;white-space:pre`)
      this.content.style.cssText = 'flex:none;min-width:100%;width:max-content'
    }
    setStyle(this.mirror, css.join(';'))
  }

  /** Lays the mirror over the field as it stands now, cut to what can be seen of it. */
  place(origin: { x: number; y: number }, window: Box): Box {
    const { control, field } = this
    const rect = control.getBoundingClientRect()
    const x = rect.width / (control.offsetWidth || 1)
    const y = rect.height / (control.offsetHeight || 1)
    const left = rect.left + control.clientLeft * x
    const top = rect.top + control.clientTop * y
    const inner = { left, top, right: left + control.clientWidth * x, bottom: top + control.clientHeight * y }
    const seen = intersection(inner, window)
    const cut = [
      (seen.top - top) / y,
      (inner.right - seen.right) / x,
      (inner.bottom - seen.bottom) / y,
      (seen.left - left) / x,
    ]
    const inset = cut.map((each) => `${Math.max(0, each)}px`).join(' ')
    setStyle(
      field,
      `left:${left - origin.x}px;top:${top - origin.y}px;width:${control.clientWidth}px;height:${control.clientHeight}px;` +
        `transform:scale(${x},${y});clip-path:inset(${inset})`,
    )
    this.content.style.transform = `translate(${-control.scrollLeft}px,${-control.scrollTop}px)`
    return seen
  }

  rects(id: string): DOMRect[] {
    return [...(this.spans.get(id)?.getClientRects() ?? [])]
  }

  /** Hides a mark over which the page shows something else. */
  cover(id: string, covered: boolean): void {
    const span = this.spans.get(id)
    if (span) setStyle(span, covered ? 'visibility:hidden' : '')
  }

  remove(): void {
    this.field.remove()
  }
}

const styles = new WeakMap<HTMLElement, string>()

function setStyle(element: HTMLElement, css: string): void {
  if (styles.get(element) === css) return
  styles.set(element, css)
  element.style.cssText = css
}
