import type { Field } from '../../shared/percepts/page-percept.ts'
import { editorAround } from './all-sites.ts'
import { editableText } from './editable-text.ts'
import type { TextMap } from './text-map.ts'

export type FieldElement = { element: HTMLElement; kind: Field['kind'] }
export type Control = HTMLTextAreaElement | HTMLInputElement

const TEXT_INPUTS = new Set(['text', 'search', 'number'])

/** The field an event happened in, if it is of a kind that people write work in. */
export function fieldOf(target: EventTarget | null): FieldElement | null {
  if (!(target instanceof HTMLElement)) return null
  const around = editorAround(target)
  if (around)
    return { element: around.editor, kind: around.site.holds === 'formula' ? 'formula' : 'contenteditable' }
  if (target instanceof HTMLTextAreaElement) return { element: target, kind: 'textarea' }
  if (target instanceof HTMLInputElement)
    return TEXT_INPUTS.has(target.type) ? { element: target, kind: 'input' } : null
  if (!target.isContentEditable) return null
  let host = target
  while (host.parentElement?.isContentEditable) host = host.parentElement
  return { element: host, kind: 'contenteditable' }
}

export function isControl(element: Element): element is Control {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
}

/** The text of a field as percepts hold it, uncut, and where it stands; null while the field cannot be read. */
export function fieldMap({ element }: FieldElement): TextMap | null {
  if (isControl(element)) return { text: element.value, pieces: [] }
  const around = editorAround(element)
  return around ? around.site.read(element) : editableText(element)
}

const LANG = /^[a-zA-Z]{2,8}(?:-[a-zA-Z\d]{1,8})*$/

/** The language that the page says it is in there, if it says one. */
export function langOf(element: Element): string | undefined {
  const said = element.closest('[lang]')?.getAttribute('lang')
  if (typeof said === 'string') return said.length <= 35 && LANG.test(said) ? said : undefined
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? langOf(root.host) : undefined
}

/** The field's accessible name, nearly: labels by reference, by attribute, by `<label>`, else what it shows empty. */
export function labelOf(element: HTMLElement): string {
  const root = element.getRootNode()
  const tree = root instanceof ShadowRoot ? root : element.ownerDocument
  const named = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id && tree.getElementById(id)?.textContent) || '')
    .join(' ')
  const labels = isControl(element)
    ? [...(element.labels ?? [])].map((each) => each.textContent).join(' ')
    : ''
  const shown = ['aria-label', 'title', 'placeholder', 'aria-placeholder', 'data-placeholder']
  const [byAttribute = '', ...rest] = shown.map((name) => element.getAttribute(name) ?? '')
  const label = [named, byAttribute, labels, ...rest].map((each) => each.replace(/\s+/g, ' ').trim())
  return label.find((each) => each !== '')?.slice(0, 200) ?? ''
}
