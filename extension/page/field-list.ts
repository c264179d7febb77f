import { ALL_FORMULA_FIELDS } from './all-sites.ts'
import { type FieldElement, fieldOf } from './field.ts'
import type { Stretch } from './find-quote.ts'
import { FORMULA } from './formula-text.ts'

/**
 * Fields of one line each that stand one below the other, as on a worksheet: together they hold a working, a line
 * in each. `at` is the one the person is in, or was last.
 */
export type FieldList = { container: HTMLElement; kind: 'input' | 'formula'; at: HTMLElement | null }

/** A line of a list's text, and the field that holds it. */
export type ListLine = Stretch & { element: HTMLElement; text: string }

/** Levels between a field and the element that holds the whole list: components wrap each field many times. */
const LEVELS = 10
/** More fields than this are a table. */
const MOST_FIELDS = 40
/** How far the fields of a list may differ at their left edge, px: some indent the next step. */
const INDENT = 40
/** Between two steps stands a label, not another problem: at most so many letters, and no mathematics. */
const LONGEST_LABEL = 60
const MATHEMATICS = /[=<>≤≥^√]|\d\s*[+*/·×÷−-]|\\[a-z]/i

/** The list that a field belongs to. Where that is not plain, none: lines of two problems are no working. */
export function listAround({ element, kind }: FieldElement): FieldList | null {
  if (kind !== 'input' && kind !== 'formula') return null
  let container = element.parentElement
  for (let level = 0; container && level < LEVELS; level += 1, container = container.parentElement) {
    const list = { container, kind, at: null }
    const fields = fieldsOf(list)
    if (fields.length > 1) return isWorking(fields) ? list : null
  }
  return null
}

/** The list that an element holds, if its fields are one. */
export function listIn(container: HTMLElement): FieldList | null {
  if (fieldOf(container)) return null
  const kinds = ['formula', 'input'] as const
  const lists = kinds.map((kind): FieldList => ({ container, kind, at: null }))
  return lists.find((list) => isWorking(fieldsOf(list))) ?? null
}

/** The fields of a list that can be seen, in the order of the page. */
export function fieldsOf({ container, kind }: FieldList): HTMLElement[] {
  const fields = container.querySelectorAll<HTMLElement>(kind === 'input' ? 'input' : ALL_FORMULA_FIELDS)
  return [...fields].filter((field) => {
    const place = fieldOf(field)
    return place?.element === field && place.kind === kind && field.checkVisibility()
  })
}

/**
 * The text of a list as far as the person has come: to the last line that is written or that they are in.
 * @param read the text of one field; '' for what must not be read
 */
export function listText(
  list: FieldList,
  read: (field: HTMLElement) => string,
  fields: readonly HTMLElement[] = fieldsOf(list),
) {
  const texts = fields.map((field) => linesIn(read(field), list.kind))
  const written = texts.findLastIndex((each) => each.some((line) => line !== ''))
  const reached = list.at ? fields.indexOf(list.at) : -1
  const lines: ListLine[] = []
  let start = 0
  for (const [index, element] of fields.slice(0, Math.max(written, reached) + 1).entries()) {
    for (const text of texts[index] ?? []) {
      lines.push({ element, text, start, end: start + text.length })
      start += text.length + 1
    }
  }
  return { text: lines.map((line) => line.text).join('\n'), lines }
}

/** A field holds one line; only a formula can hold several. */
function linesIn(text: string, kind: FieldList['kind']): string[] {
  const lines = kind === 'formula' ? text.split('\n') : [text]
  return lines.map((line) => line.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' '))
}

function isWorking(fields: readonly HTMLElement[]): boolean {
  if (fields.length < 2 || fields.length > MOST_FIELDS) return false
  // A form about the person: name, address, telephone number.
  if (fields.some((field) => !/^(?:on|off|)$/.test(field.getAttribute('autocomplete') ?? ''))) return false
  const boxes = fields.map((field) => field.getBoundingClientRect())
  return fields.every((field, index) => {
    const [before, box, above] = [fields[index - 1], boxes[index], boxes[index - 1]]
    if (!before || !box || !above) return true
    const isBelow = box.top >= above.bottom - 2 && Math.abs(box.left - above.left) <= INDENT
    return isBelow && isLabelOnly(before, field)
  })
}

/** Whether what stands between two fields only names the second. */
function isLabelOnly(before: HTMLElement, field: HTMLElement): boolean {
  const range = field.ownerDocument.createRange()
  range.setStartAfter(before)
  range.setEndBefore(field)
  const words = range.toString().replace(/\s+/g, ' ').trim()
  if (words.length > LONGEST_LABEL || MATHEMATICS.test(words)) return false
  const around = range.commonAncestorContainer
  if (!(around instanceof Element)) return true
  return ![...around.querySelectorAll(FORMULA)].some(
    (formula) => !before.contains(formula) && !field.contains(formula) && range.intersectsNode(formula),
  )
}
