import { howOf } from '../../shared/percepts/edit-how.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { type FieldElement, fieldMap, fieldOf, isControl } from './field.ts'
import { type FieldList, fieldsOf, listAround } from './field-list.ts'
import { mayBeRead } from './may-be-read.ts'
import type { PageClock } from './page-clock.ts'
import { pathOf } from './path-of.ts'
import { activeElement, holds, targetOf } from './shadow.ts'
import type { Unread } from './unread.ts'
import { UsedField } from './used-field.ts'
import { UsedList } from './used-list.ts'

export type Fields = {
  /** The field in use that is known by this path, or the first of the list, even if the page has moved it since. */
  at(path: string): HTMLElement | null
  listAt(path: string): FieldList | null
  isUsed(element: Element): boolean
  /** Looks for what no event tells: values set by scripts, fields taken away. Called about once a second. */
  check(): void
  flush(): void
  report(): void
  /** Forgets an element that turned out to be secret. */
  drop(element: Element): void
}

type Options = {
  document: Document
  clock: PageClock
  isUnread: Unread
  send: (percepts: PagePercept[]) => void
  /** There is an editor whose text only the main-world reader can tell. True once that is there. */
  askForReader: () => Promise<boolean>
  signal: AbortSignal
}

/** Edits after which the person's thought is complete enough not to wait for the batch. */
const URGENT = /^insert(?:LineBreak|Paragraph)|^deleteByCut|^cut/

/** How long an element is taken to lie in the same field, ms: pages may move it. */
const PLACE_KEPT = 1000

/**
 * Watches the fields that the person uses. A field is read from the moment the person focuses or edits it,
 * and not before: what other fields hold was not written for us, and scanning them would cost the page time.
 */
export function watchFields(options: Options): Fields {
  const { document, clock, isUnread, send, signal } = options
  const used = new Map<HTMLElement, UsedField>()

  const end = (field: UsedField, gone: boolean) => {
    used.delete(field.element)
    field.end(gone)
  }

  /** Every key is several events in one place: what field that is in was looked up just before. */
  let last: { target: EventTarget | null; field: UsedField; at: number } | null = null

  const use = (target: EventTarget | null, isNew: 'report' | 'quiet'): UsedField | null => {
    const now = performance.now()
    if (last?.target === target && now - last.at < PLACE_KEPT && used.get(last.field.element) === last.field)
      return last.field
    const place = fieldOf(target)
    if (!place) return null
    const known = used.get(place.element)
    // It is asked again whether it may be read whenever it is read, which is not at every event.
    if (known) {
      last = { target, field: known, at: now }
      return known
    }
    if (isUnread(place.element) || (target instanceof Element && isUnread(target))) return null
    const path = mayBeRead(place.element) ? pathOf(place.element) : null
    if (path === null) return null
    check()
    // A field inserted above can push an older one off its path: the older one is read under its new path.
    const other = [...used.values()].find((each) => each.path === path)
    if (other) end(other, true)
    const list = listOf(place)
    const field = new UsedField(place, path, list, clock, send, () => {
      if (!isUnread(place.element)) return true
      end(field, true)
      return false
    })
    used.set(place.element, field)
    listenAround(place.element)
    if (other) use(other.element, 'report')
    if (list) list.at ??= place.element
    if (isNew === 'report' && !isEmpty(place)) field.report()
    if (place.kind === 'formula' && fieldMap(place) === null) askForReader()
    return field
  }

  /** The list that a new field belongs to. Fields of it that were read by themselves go on as its lines. */
  const listOf = (place: FieldElement): UsedList | null => {
    const around = listAround(place)
    const known = [...used.values()].find(
      ({ list }) => list && list.container === around?.container && list.kind === around.kind,
    )
    if (known || !around) return known?.list ?? null
    const path = pathOf(around.container)
    if (path === null) return null
    const fields = fieldsOf(around)
    for (const field of [...used.values()]) {
      if (!fields.includes(field.element)) continue
      end(field, true)
      queueMicrotask(() => use(field.element, 'report'))
    }
    return new UsedList(around, path)
  }

  const askForReader = () => {
    options.askForReader().then((there) => {
      if (!there || signal.aborted) return
      for (const field of used.values())
        if (field.kind !== 'input' && field.kind !== 'textarea') field.report()
    })
  }

  const knownAt = (target: EventTarget | null) => {
    const place = fieldOf(target)
    return place ? used.get(place.element) : undefined
  }

  const trees = new WeakSet<Node>()
  /** Events that several trees heard. */
  const left = new WeakSet<Event>()
  const listen = (tree: Node, type: string, handle: (event: Event, target: EventTarget | null) => void) =>
    tree.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) handle(event, targetOf(event))
      },
      { capture: true, passive: true, signal },
    )

  /** A change, and a step from field to field, within a shadow tree is not told outside it. */
  function listenAround(field: Element): void {
    for (let tree = field.getRootNode(); !trees.has(tree); tree = tree.host.getRootNode()) {
      trees.add(tree)
      listen(tree, 'focusin', (_event, target) => {
        const field = use(target, 'report')
        field?.arrive()
        field?.notice()
      })
      // Enter in a one-line field.
      listen(tree, 'change', (_event, target) => use(target, 'quiet')?.flush())
      listen(tree, 'focusout', (event, target) => leave(event, target))
      if (!(tree instanceof ShadowRoot)) return
    }
  }

  listenAround(document.documentElement)
  // Some editors take the key itself. Only the time is kept, and only if their text changes.
  for (const type of ['beforeinput', 'keydown', 'paste', 'cut', 'drop']) listen(document, type, expectEdit)
  listen(document, 'input', (event, target) => {
    const composing = event instanceof InputEvent && event.isComposing
    const field = use(target, 'quiet')
    field?.compose(composing)
    field?.edited(clock.timeOf(event), isUrgent(event))
  })
  listen(document, 'compositionstart', (_event, target) => use(target, 'quiet')?.compose(true))
  // Chromium's own compositionend can come untrusted. It only ends a waiting and counts as nobody's edit.
  document.addEventListener('compositionend', (event) => knownAt(targetOf(event))?.compose(false), {
    capture: true,
    signal,
  })

  function leave(event: Event, target: EventTarget | null): void {
    const field = knownAt(target)
    if (!field || left.has(event)) return
    left.add(event)
    const to = event instanceof FocusEvent ? event.relatedTarget : null
    if (to instanceof Element && holds(field.element, to)) return
    // The window lost the focus, say to the side panel, but the person is still in this field.
    if (activeElement(document) === target) field.flush()
    else field.leave(to)
  }

  function expectEdit(event: Event, target: EventTarget | null): void {
    use(target, 'report')?.expectEdit(clock.timeOf(event), isUrgent(event), howOf(typeOf(event)))
  }

  function check(): void {
    for (const field of [...used.values()]) {
      if (isUnread(field.element)) end(field, true)
      else if (field.element.isConnected) field.notice()
      else {
        field.flush()
        end(field, true)
      }
    }
    if ([...used.values()].some((field) => field.needsReader)) askForReader()
  }

  function listAt(path: string): UsedList | null {
    const field = [...used.values()].find(({ list }) => list?.path === path && list.container.isConnected)
    return field?.list ?? null
  }

  signal.addEventListener('abort', () => {
    for (const field of [...used.values()]) end(field, false)
  })
  use(activeElement(document), 'report')

  return {
    at(path) {
      for (const field of used.values())
        if (!field.list && field.path === path && field.element.isConnected) return field.element
      const list = listAt(path)
      return (list && fieldsOf(list)[0]) ?? null
    },
    listAt,
    isUsed: (element) => element instanceof HTMLElement && used.has(element),
    check,
    flush() {
      for (const field of used.values()) field.flush()
    },
    report() {
      check()
      use(activeElement(document), 'quiet')
      for (const field of used.values()) field.report()
    },
    drop(element) {
      const field = element instanceof HTMLElement && used.get(element)
      if (field) end(field, true)
    },
  }
}

function isUrgent(event: Event): boolean {
  const type = typeOf(event)
  const hasLine = event instanceof InputEvent && event.data?.includes('\n') === true
  return hasLine || URGENT.test(type) || howOf(type) === 'put-in'
}

/** Editors that undo by themselves are told by the keys alone; which these were is not kept. */
function typeOf(event: Event): string {
  if (event instanceof InputEvent) return event.inputType
  const undo = event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)
  return undo ? 'historyUndo' : event.type
}

function isEmpty(place: FieldElement): boolean {
  const { element, kind } = place
  if (isControl(element)) return element.value === ''
  return ((kind === 'formula' ? fieldMap(place)?.text : element.textContent) ?? '').trim() === ''
}
