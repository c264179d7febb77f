import { fieldOf } from './field.ts'
import { type FieldList, fieldsOf, listText } from './field-list.ts'
import type { UsedField } from './used-field.ts'

/** A list of which the person uses some field. Only those that were used are read: the others are empty lines. */
export class UsedList implements FieldList {
  readonly container: HTMLElement
  readonly kind: FieldList['kind']
  readonly path: string
  at: HTMLElement | null = null
  readonly members = new Map<HTMLElement, UsedField>()

  constructor({ container, kind }: FieldList, path: string) {
    this.container = container
    this.kind = kind
    this.path = path
  }

  text(): string {
    return listText(this, (field) => this.members.get(field)?.text ?? '').text
  }

  /** Whether something lies in a field of this list, used or not. */
  holds(target: EventTarget | null): boolean {
    const place = fieldOf(target)
    return place !== null && fieldsOf(this).includes(place.element)
  }
}
