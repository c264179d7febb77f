import { FIELD_TEXT_LENGTH } from '../../shared/percepts/page-percept.ts'
import { ANSWER, type Answer, ASK } from './main-world-answer.ts'

/**
 * Runs among the page's own scripts, where editors keep what the DOM does not show, and answers the content
 * script's questions about elements. It says nothing unasked, changes nothing, and trusts nothing it touches:
 * what it calls is the page's.
 */
export function startMainWorldReader(document: Document): void {
  document.addEventListener(
    ASK,
    (event) => {
      const target = event.composedPath()[0] ?? event.target
      const answer = target === document ? ({ kind: 'here' } as const) : answerOf(target)
      if (target && answer) target.dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify(answer) }))
    },
    { capture: true },
  )
}

function answerOf(target: EventTarget | null): Answer | null {
  if (!(target instanceof HTMLElement)) return null
  try {
    return mathLive(target) ?? mathQuill(target) ?? mathJax3(target) ?? codeMirror(target)
  } catch {
    return null // the page's own code failed: nothing is known of this element
  }
}

function mathLive(element: HTMLElement): Answer | null {
  if (element.localName !== 'math-field') return null
  return formula(get(element, 'value'))
}

function mathQuill(element: HTMLElement): Answer | null {
  if (!element.classList.contains('mq-editable-field')) return null
  const version2 = call(get(globalThis, 'MathQuill'), 'getInterface', 2)
  if (typeof version2 !== 'function') return null
  return formula(call(version2(element), 'latex'))
}

function mathJax3(element: HTMLElement): Answer | null {
  if (element.localName !== 'mjx-container') return null
  const list = get(get(get(get(globalThis, 'MathJax'), 'startup'), 'document'), 'math')
  for (const item of iterable(list))
    if (get(item, 'typesetRoot') === element) return formula(get(item, 'math'))
  return null
}

/** CodeMirror 6 keeps its view at the editor's content: as `cmTile` since 6.39, as `cmView` before. */
function codeMirror(element: HTMLElement): Answer | null {
  if (!element.classList.contains('cm-content')) return null
  const view = get(get(element, 'cmTile') ?? get(element, 'cmView'), 'view')
  const doc = get(get(view, 'state'), 'doc')
  const length = get(doc, 'length')
  if (typeof length !== 'number') return null
  const text = call(doc, 'sliceString', 0, Math.min(length, FIELD_TEXT_LENGTH + 1), '\n')
  if (typeof text !== 'string') return null
  const lines = [...element.querySelectorAll('.cm-line')].map((line) => Number(call(view, 'posAtDOM', line)))
  return { kind: 'text', text, lines }
}

function formula(latex: unknown): Answer | null {
  return typeof latex === 'string' ? { kind: 'formula', latex: latex.slice(0, FIELD_TEXT_LENGTH + 1) } : null
}

function get(owner: unknown, name: string | symbol): unknown {
  return (typeof owner === 'object' || typeof owner === 'function') && owner !== null
    ? Reflect.get(owner, name)
    : undefined
}

function call(owner: unknown, name: string, ...args: unknown[]): unknown {
  const method = get(owner, name)
  return typeof method === 'function' ? Reflect.apply(method, owner, args) : undefined
}

function iterable(list: unknown): Iterable<unknown> {
  return typeof get(list, Symbol.iterator) === 'function' ? (list as Iterable<unknown>) : []
}
