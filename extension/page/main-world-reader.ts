import { drawnMathQuill } from './drawn-mathquill.ts'
import type { Answer } from './main-world-answer.ts'
import { ANSWER, ANSWER_LENGTH, ANSWER_LINES, ASK, END } from './main-world-events.ts'

/**
 * Runs among the page's own scripts, where editors keep what the DOM does not show, and answers the content
 * script's questions about elements. It says nothing unasked, changes nothing, and trusts nothing it touches:
 * what it calls is the page's.
 */
export function startMainWorldReader(document: Document): void {
  const ended = new AbortController()
  document.addEventListener(END, () => ended.abort(), { signal: ended.signal })
  document.addEventListener(
    ASK,
    (event) => {
      const target = event.composedPath()[0] ?? event.target
      const answer = target === document ? ({ kind: 'here' } as const) : answerOf(target)
      if (target && answer) target.dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify(answer) }))
    },
    { capture: true, signal: ended.signal },
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

/** MathQuill makes an interface anew for everyone who asks. Kept by what it draws in, which goes when the field is made anew. */
const mathQuillFields = new WeakMap<Element, unknown>()

function mathQuill(element: HTMLElement): Answer | null {
  if (!element.classList.contains('mq-editable-field')) return null
  const root = element.querySelector('.mq-root-block')
  let field = root && mathQuillFields.get(root)
  if (!field) {
    const version2 = call(get(globalThis, 'MathQuill'), 'getInterface', 2)
    field = typeof version2 === 'function' ? version2(element) : undefined
    if (root) mathQuillFields.set(root, field)
  }
  return formula(call(field, 'latex') ?? drawnMathQuill(element))
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
  const text = call(doc, 'sliceString', 0, Math.min(length, ANSWER_LENGTH), '\n')
  if (typeof text !== 'string') return null
  const shown = [...element.querySelectorAll('.cm-line')].slice(0, ANSWER_LINES)
  const lines = shown.map((line) => Number(call(view, 'posAtDOM', line)))
  return { kind: 'text', text, lines }
}

function formula(latex: unknown): Answer | null {
  return typeof latex === 'string' ? { kind: 'formula', latex: latex.slice(0, ANSWER_LENGTH) } : null
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
