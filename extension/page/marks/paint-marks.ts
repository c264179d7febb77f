import { type Anchor, anchorOf, QUOTE_LENGTH } from '../../../shared/percepts/anchor.ts'
import type { Mark, Orders } from '../../../shared/percepts/orders.ts'
import type { PagePercept } from '../../../shared/percepts/page-percept.ts'
import { FIELD_TEXT_LENGTH } from '../../../shared/percepts/page-percept.ts'
import { editorAround } from '../all-sites.ts'
import { isOutlined, type Lookup, locate, type Place } from '../anchor.ts'
import { fieldOf, isControl } from '../field.ts'
import { closestOf } from '../shadow.ts'
import { joinLines, MarkButton } from './mark-button.ts'
import { markHost } from './mark-host.ts'
import { rangeHighlights } from './range-highlights.ts'
import { TextMirror } from './text-mirror.ts'
import { type Box, intersection, isCovered, isEmpty, NOWHERE, visibleWindow } from './visible-box.ts'
import { type Cause, whenMoved } from './when-moved.ts'

type Drawn = {
  mark: Mark
  /** Renewed from the text each time the mark is found, so that it can follow edit by edit. */
  anchor: Anchor
  place: Place | null
  state: 'new' | 'painted' | 'lost'
  announced: boolean
  button: MarkButton
}

export type Marks = {
  set(marks: Mark[]): void
  show(order: Orders['show']): void
  /** Says again which marks are painted and which are lost. */
  report(): void
  check(): void
}

type Options = {
  document: Document
  lookup: Lookup
  now(): number
  send(percepts: PagePercept[]): void
  beforeScroll(): void
  signal: AbortSignal
}

export function paintMarks({ document, lookup, now, send, beforeScroll, signal }: Options): Marks {
  const host = markHost(document, signal)
  const highlight = rangeHighlights(document, signal)
  const drawn = new Map<string, Drawn>()
  const mirrors = new Map<Element, TextMirror>()
  const moved = whenMoved({ document, paint, edited, signal })
  let shown: number | null = null
  let pendingShow: string | null = null

  function paint(cause: Cause): void {
    const lost: PagePercept[] = []
    for (const each of drawn.values()) {
      if (cause !== 'scroll' || each.state === 'new') find(each)
      if (each.place || each.state === 'lost') continue
      each.state = 'lost'
      lost.push({ kind: 'mark-lost', at: now(), id: each.mark.id })
    }
    if (lost.length > 0) send(lost)
    const found = [...drawn.values()].filter((each) => each.place !== null)
    moved.follow(new Set(found.map(({ place }) => place?.element).filter((each) => each !== undefined)))
    if (found.length > 0) host.show()
    host.liftAbove(found.map(({ place }) => topOf(place)).find((top) => top !== null) ?? null)
    mirrorControls(found, cause)
    const byHand = highlightRanges(found)
    for (const each of drawn.values()) placeButton(each, byHand.has(each))
    tell(found.filter(({ state }) => state !== 'painted'))
    if (pendingShow !== null) reveal(pendingShow)
  }

  /**
   * An anchor outlives any one edit, so it is renewed after each one, and not only after each frame. An editor of
   * formulas draws what it did in the next frame anyway, and has to be asked.
   */
  function edited(field: EventTarget | null): void {
    const { element, kind } = fieldOf(field) ?? {}
    if (!element || kind === 'formula') return
    for (const each of drawn.values())
      if (each.place && !each.place.range && (each.place.element === element || isListed(each.place)))
        find(each)
  }

  function find(each: Drawn): void {
    if (each.place && isCurrent(each.place)) return
    each.place =
      locate(each.anchor, lookup, each.place?.element) ??
      (each.anchor === each.mark.anchor ? null : locate(each.mark.anchor, lookup))
    if (!each.place) return
    const { text, start, end } = each.place.quoted
    const lineEnd = text.indexOf('\n', start)
    const wholeEnd = end - start < QUOTE_LENGTH ? end : lineEnd < 0 ? text.length : lineEnd
    each.anchor = anchorOf(each.mark.anchor.path, text, start, wholeEnd)
  }

  function isCurrent(place: Place): boolean {
    const { element, text, range } = place
    if (!element.isConnected || lookup.isUnread(element) || isListed(place)) return false
    if (isControl(element))
      return element.value === text || element.value.slice(0, FIELD_TEXT_LENGTH) === text
    return range !== null && !moved.isTouched(element)
  }

  function mirrorControls(found: Drawn[], cause: Cause): void {
    const byControl = Map.groupBy(found, ({ place }) => place?.element)
    for (const [element, mirror] of mirrors) {
      if (byControl.has(element as HTMLElement)) continue
      mirror.remove()
      mirrors.delete(element)
    }
    for (const [element, group] of byControl) {
      if (!element || !isControl(element)) continue
      const isNew = !mirrors.has(element)
      const mirror = mirrors.get(element) ?? new TextMirror(element)
      mirrors.set(element, mirror)
      const text = group[0]?.place?.text ?? ''
      mirror.set(
        text,
        group.map(({ mark, place }) => ({
          id: mark.id,
          tone: mark.tone,
          start: place?.start ?? 0,
          end: place?.end ?? 0,
        })),
      )
      if (cause !== 'scroll' || isNew) mirror.measure()
    }
  }

  /** The marks whose lines must be drawn, for a highlight cannot underline them well. */
  function highlightRanges(found: Drawn[]): Set<Drawn> {
    const ranged = found.filter(({ place }) => place?.range)
    const forced = matchMedia('(forced-colors: active)').matches
    const even = ranged.filter(({ place }) => !forced && place?.range && isEven(place.range))
    const ranges = even.flatMap(({ mark, place }) =>
      place?.range ? [{ tone: mark.tone, range: place.range }] : [],
    )
    return highlight(ranges) ? new Set(ranged.filter((each) => !even.includes(each))) : new Set(ranged)
  }

  function placeButton({ place, button, mark }: Drawn, byHand: boolean): void {
    if (!place) return button.element.remove()
    const { element, range } = place
    const inside = range?.startContainer.parentElement ?? element
    const { box, fixed } = visibleWindow(isControl(element) ? element : inside)
    const layer = host.layer(fixed)
    const origin = host.origin(fixed)
    const mirror = mirrors.get(element)
    if (mirror && mirror.field.parentNode !== layer) layer.append(mirror.field)
    if (button.element.parentNode !== layer) layer.append(button.element)
    const seen = mirror?.place(origin, box) ?? box
    // The signs of a formula are of many heights: its box is underlined.
    const isBox = !range && !mirror
    const lines = joinLines(range?.getClientRects() ?? mirror?.rects(mark.id) ?? formulaBoxes(place))
    const covered = isCovered(inside, lines, seen)
    mirror?.cover(mark.id, covered)
    button.place(lines, covered ? NOWHERE : seen, origin, byHand || isBox)
  }

  /** Once the frame that shows them is out. */
  function tell(painted: Drawn[]): void {
    if (painted.length === 0) return
    const fresh = painted.filter(({ announced }) => !announced)
    for (const each of painted) {
      each.state = 'painted'
      each.announced = true
    }
    if (fresh.length > 0) host.announce(fresh.map(({ mark }) => mark.label).join(' '))
    afterFrame(() => {
      if (signal.aborted) return
      performance.mark('aside:mark-painted')
      const there = painted.filter(
        ({ mark, state }) => drawn.get(mark.id)?.mark.label === mark.label && state === 'painted',
      )
      if (there.length > 0) send(there.map(({ mark }) => ({ kind: 'mark-painted', at: now(), id: mark.id })))
    })
  }

  function reveal(id: string): void {
    pendingShow = null
    const each = drawn.get(id)
    if (!each?.place) return
    scrollTo(each, 'center')
    each.button.flash()
  }

  function scrollTo({ place, mark }: Drawn, block: 'center' | 'nearest'): void {
    if (!place) return
    beforeScroll()
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
    const { element } = place
    const mirror = mirrors.get(element)
    const line = mirror?.rects(mark.id)[0]
    if (mirror && line) {
      const box = element.getBoundingClientRect()
      const isSeen = line.top >= box.top && line.bottom <= box.bottom
      const middle = line.top - box.top - (element.clientHeight - line.height) / 2
      if (!isSeen) element.scrollTo({ top: element.scrollTop + middle, behavior: 'instant' })
    }
    const target = place.range?.startContainer.parentElement ?? element
    target.scrollIntoView({ block, inline: 'nearest', behavior })
  }

  function begin(mark: Mark): void {
    drawn.get(mark.id)?.button.element.remove()
    const open = () => send([{ kind: 'mark-opened', at: now(), id: mark.id }])
    const button = new MarkButton(document, mark, open, () => scrollTo(entry, 'nearest'))
    const entry: Drawn = { mark, anchor: mark.anchor, place: null, state: 'new', announced: false, button }
    drawn.set(mark.id, entry)
  }

  /** The same mark with a newer anchor: nothing that a person would be told twice. */
  function moveTo(known: Drawn, mark: Mark): void {
    known.mark = mark
    known.anchor = mark.anchor
    known.place = null
    if (known.state === 'lost') known.state = 'new'
  }

  signal.addEventListener('abort', () => drawn.clear())

  return {
    set(marks) {
      const wanted = new Set(marks.map(({ id }) => id))
      for (const [id, each] of drawn) {
        if (wanted.has(id)) continue
        each.button.element.remove()
        drawn.delete(id)
      }
      for (const mark of marks) {
        const known = drawn.get(mark.id)
        if (!known || known.mark.tone !== mark.tone || known.mark.label !== mark.label) begin(mark)
        else if (JSON.stringify(known.mark) !== JSON.stringify(mark)) moveTo(known, mark)
      }
      moved.watch(drawn.size > 0)
      moved.paintSoon('text')
    },
    show(order) {
      if (!order || order.nonce === shown) return
      shown = order.nonce
      pendingShow = order.id
      moved.paintSoon('layout')
    },
    report() {
      const at = now()
      send(
        [...drawn.values()].flatMap(({ mark: { id }, state }) =>
          state === 'new'
            ? []
            : [{ kind: state === 'painted' ? 'mark-painted' : 'mark-lost', at, id } as const],
        ),
      )
    },
    check: () => {
      if (drawn.size > 0) moved.paintSoon('text')
    },
  }
}

/** What of a formula is drawn at a place: its line, where it has several and their places are known, or all of it. */
function formulaBoxes({ element, line }: Place): Box[] {
  // The element of a displayed one is as wide as the page.
  const outline = isOutlined(element) ? element.querySelector(':scope > svg, :scope > mjx-math') : null
  const whole = (outline ?? element).getBoundingClientRect()
  const rows = line && line.of > 1 ? (editorAround(element)?.site.rows?.(element) ?? []) : []
  const row = line && rows.length === line.of ? (rows[line.index] ?? []) : []
  const boxes = row.map((cell) => intersection(cell.getBoundingClientRect(), whole))
  return boxes.some((box) => !isEmpty(box)) ? boxes : [whole]
}

/** The place is a line of a list: what its anchor quotes around it stands in other fields. */
const isListed = ({ text, quoted }: Place) => text !== quoted.text

function topOf(place: Place | null): Element | null {
  return place && closestOf(place.element, ':modal, :popover-open, :fullscreen')
}

/**
 * Whether a highlight draws one line under the range. Raised and lowered letters are underlined each at its own
 * height: the line would be torn. And the rules for highlights do not reach into shadow trees.
 */
function isEven(range: Range): boolean {
  const around = range.commonAncestorContainer
  if (around.getRootNode() !== around.ownerDocument) return false
  if (!(around instanceof Element)) return true
  return ![...around.querySelectorAll('sup, sub')].some((each) => range.intersectsNode(each))
}

/** A task after the frame's paint: a message posted in the frame is handled once it is done. */
function afterFrame(then: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    then()
  }
  port2.postMessage(null)
}
