import type { EditHow } from '../../shared/percepts/edit-how.ts'
import { FIELD_TEXT_LENGTH, type Field, type PagePercept } from '../../shared/percepts/page-percept.ts'
import { type FieldElement, fieldMap, isControl, labelOf, langOf } from './field.ts'
import type { PageClock } from './page-clock.ts'
import { shadowOf } from './shadow.ts'
import type { UsedList } from './used-list.ts'

/** Edits of one field are reported at most this often, ms; half a micro-turn, so that each one sees the newest. */
const BATCH = 100
/** Of a formula, whose editor has to be asked: three keys of a quick hand. The first, and a finished one, are told at once. */
const FORMULA_BATCH = 300
/** And changes that the page goes on making in it, ms: a clock in a field is nobody's working. */
const PAGE_BATCH = 1000
/** A change of the page this soon, ms, after a person's key reached it is an editor carrying the key out. */
const CARRY_OUT = 100
const MOST_KEYS = 500

type Change = 'person' | 'page'

/**
 * A field that the person uses: what was reported of it, and what has changed since.
 *
 *   unchanged ──trusted input, or the editor carrying out a trusted key──▶ by person ──┐
 *       ▲     ──any other change─────────────────────────────────────────▶ by page    │ 100 ms (page: 1 s),
 *       └──────────────────────────── text-changed ◀───────────────────────────────────┘ a newline, a paste, leaving
 *
 * While an input method composes, the text is reported as it was before: half a character is nobody's text.
 */
export class UsedField {
  readonly element: HTMLElement
  readonly path: string
  /** The list of which this field holds a line: then the list is what percepts speak of. */
  readonly list: UsedList | null
  readonly kind: Field['kind']
  private readonly clock: PageClock
  private readonly send: (percepts: PagePercept[]) => void
  private readonly mayBeRead: () => boolean
  private readonly observer: MutationObserver | null = null
  /** A formula whose drawing is observed: when it changes, that is seen, and its editor need not be asked. */
  private readonly drawn: boolean = false
  /** As it was last reported. */
  text = ''
  /** Only the main-world reader can tell what it holds, and it is not there. */
  needsReader = false
  private change: Change | null = null
  private keys: number[] = []
  private composing = false
  private sentAt = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private timedFor: Change = 'person'
  private act: { at: number; heardAt: number; urgent: boolean; how?: EditHow; counted: boolean } | null = null
  /** How what is to be reported came about. */
  private how: EditHow | undefined
  /** It was last reported that an input method composes. */
  private halfTold = false

  /** @param mayBeRead asked each time before the text is read */
  constructor(
    { element, kind }: FieldElement,
    path: string,
    list: UsedList | null,
    clock: PageClock,
    send: (percepts: PagePercept[]) => void,
    mayBeRead: () => boolean,
  ) {
    this.element = element
    this.path = path
    this.list = list
    this.kind = kind
    this.clock = clock
    this.send = send
    this.mayBeRead = mayBeRead
    list?.members.set(element, this)
    if (isControl(element)) return
    this.observer = new MutationObserver((records) => this.onMutations(records))
    const tree = shadowOf(element)
    for (const root of [element, tree])
      if (root) this.observer.observe(root, { childList: true, characterData: true, subtree: true })
    this.drawn = kind === 'formula' && (tree ?? element).childElementCount > 0
  }

  /** What stands there when reading begins, or begins again. */
  report(): void {
    if (this.composing) this.change ??= 'page'
    this.flush(true)
  }

  /**
   * The person is about to change this field. Text that the page changed before is the page's. Editors that
   * carry out a key themselves suppress the `input` event; then the mutation that follows is the person's.
   */
  expectEdit(at: number, urgent: boolean, how?: EditHow): void {
    if (this.kind !== 'formula') this.notice()
    if (this.change === 'page') this.flush()
    this.act = { at, heardAt: this.clock.now(), urgent, ...(how && { how }), counted: false }
  }

  edited(at: number, urgent: boolean): void {
    this.keys.push(at)
    if (this.act) this.act.counted = true
    this.how = this.act?.how
    this.changed('person', urgent)
  }

  compose(composing: boolean): void {
    this.composing = composing
    if (!composing && this.change) this.changed(this.change, false)
  }

  /** Controls change without any event when a script sets their value; looked at now and then. */
  notice(): void {
    if (this.kind === 'contenteditable' || (this.drawn && !this.needsReader) || this.change || this.composing)
      return
    const read = this.read()
    if (read !== null && read !== this.text) this.changed('page', false)
  }

  /** The person has come into this field: a line of a list that they were in before is finished by it. */
  arrive(): void {
    if (!this.list || this.list.at === this.element) return
    this.list.at = this.element
    if (this.list.text() !== '') this.report()
  }

  /** The person has gone to another field, or elsewhere on the page. */
  leave(to: EventTarget | null): void {
    this.composing = false
    this.flush()
    if (this.list?.holds(to)) return
    this.send([{ kind: 'field-left', at: this.clock.now(), path: this.told.path }])
  }

  flush(evenUnchanged = false): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    if (this.observer) this.onMutations(this.observer.takeRecords())
    const { composing } = this
    if (!(composing ? this.keys.length : this.change || evenUnchanged) || !this.mayBeRead()) return
    const isKnown = composing || (!this.change && this.drawn && !this.needsReader && this.sentAt > 0)
    const text = isKnown ? this.text : this.read()
    if (text === null) return
    const by = this.change ?? 'page'
    // Some editors draw themselves anew when the caret moves.
    const edited = by === 'person' && text !== this.text
    if (edited && this.act && !this.act.counted && this.keys.length === 0) this.keys.push(this.act.at)
    if (this.act) this.act.counted = true
    const keys = this.keys
    const how = composing ? 'composing' : this.how
    if (!composing) this.change = null
    this.keys = []
    this.how = undefined
    if (text === this.text && keys.length === 0 && !evenUnchanged && !this.halfTold) return
    this.halfTold = composing
    const at = this.clock.now()
    this.text = text
    this.sentAt = at
    const { path, element } = this.told
    const label = labelOf(element) || labelOf(this.element)
    const lang = langOf(this.element)
    const field = { path, kind: this.kind, label, ...(lang === undefined ? {} : { lang }) }
    const whole = this.list ? this.list.text() : text
    const cut = whole.length > FIELD_TEXT_LENGTH
    const shown = cut ? whole.slice(0, FIELD_TEXT_LENGTH) : whole
    const came = { by, ...(how && { how }), keys: keys.slice(-MOST_KEYS) }
    this.send([{ kind: 'text-changed', at, field, text: shown, cut, ...came }])
  }

  /** Ends reading. `gone`: the field is not there any more, or must not be read any more. */
  end(gone: boolean): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.observer?.disconnect()
    this.list?.members.delete(this.element)
    if (!gone) return
    const [rest] = this.list?.members.values() ?? []
    if (rest) rest.report()
    else this.send([{ kind: 'field-gone', at: this.clock.now(), path: this.told.path }])
  }

  /** What percepts speak of: this field, or the list. */
  private get told(): { path: string; element: HTMLElement } {
    return this.list ? { path: this.list.path, element: this.list.container } : this
  }

  private read(): string | null {
    const map = fieldMap(this)
    this.needsReader = map === null
    return map?.text ?? null
  }

  private onMutations(records: MutationRecord[]): void {
    if (records.length === 0) return
    const act = this.act
    const byPerson = act !== null && this.clock.now() - act.heardAt <= CARRY_OUT
    if (byPerson) this.how = act.how
    this.changed(byPerson ? 'person' : 'page', byPerson && (act.urgent || this.hasNewLine(records)))
  }

  /** Of how a formula is drawn nothing follows: MathLive draws brackets as DIVs, anew with each key. */
  private hasNewLine(records: MutationRecord[]): boolean {
    return this.kind !== 'formula' && records.some(addsLine)
  }

  private changed(by: Change, urgent: boolean): void {
    if (this.change !== 'person') this.change = by
    if (urgent && !this.composing) return queueMicrotask(() => this.flush())
    if (this.timer !== null && (this.timedFor === 'person' || this.change === 'page')) return
    if (this.timer !== null) clearTimeout(this.timer)
    this.timedFor = this.change
    const batch = this.kind === 'formula' ? FORMULA_BATCH : BATCH
    const due = this.sentAt + (this.change === 'person' ? batch : PAGE_BATCH)
    this.timer = setTimeout(() => this.flush(), Math.max(0, due - this.clock.now()))
  }
}

function addsLine({ addedNodes }: MutationRecord): boolean {
  for (const node of addedNodes) if (/^(?:BR|P|DIV|LI|PRE)$/.test(node.nodeName)) return true
  return false
}
