import { fieldOf } from './field.ts'
import { type FieldList, fieldsOf, listText } from './field-list.ts'
import type { UsedField } from './used-field.ts'

/** A step that the page shows or hides is noticed this late at most, ms. */
const KEPT_MS = 1000

/** A list of which the person uses some field. Only those that were used are read: the others are empty lines. */
export class UsedList implements FieldList {
  readonly container: HTMLElement
  readonly kind: FieldList['kind']
  readonly path: string
  at: HTMLElement | null = null
  private seen: HTMLElement[] = []
  private seenAt = Number.NEGATIVE_INFINITY
  readonly members = new Map<HTMLElement, UsedField>()

  constructor({ container, kind }: FieldList, path: string) {
    this.container = container
    this.kind = kind
    this.path = path
  }

  text(): string {
    return listText(this, (field) => this.members.get(field)?.text ?? '', this.fields()).text
  }

  /** Kept for a while, for to ask whether fields can be seen right after an editor has drawn costs a layout. */
  private fields(): HTMLElement[] {
    const now = performance.now()
    const isField = (field: HTMLElement) => field.isConnected && fieldOf(field)?.element === field
    const isKept = now - this.seenAt < KEPT_MS && this.seen.every(isField)
    if (isKept && [...this.members.keys()].every((field) => this.seen.includes(field))) return this.seen
    this.seenAt = now
    this.seen = fieldsOf(this)
    return this.seen
  }

  /** Whether something that has the focus lies in a field of this list, used or not. */
  holds(target: EventTarget | null): boolean {
    const place = fieldOf(target)
    return place?.kind === this.kind && this.container.contains(place.element)
  }
}
