/** Signs that MathQuill draws in another way than LaTeX writes them. */
const SIGNS: Record<string, string> = {
  '−': '-',
  '·': '\\cdot ',
  '×': '\\times ',
  '÷': '\\div ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '±': '\\pm ',
  '∞': '\\infty ',
  π: '\\pi ',
}
const UNSEEN = /[\u200b\u2060\ufeff]/g

/**
 * The LaTeX of a formula as MathQuill has drawn it: for pages that keep the library to themselves. Null when it
 * holds something that is not known here.
 */
export function drawnMathQuill(editor: Element): string | null {
  const root = editor.querySelector('.mq-root-block')
  try {
    return root && rowOf(root).replace(/\s+/g, ' ').trim()
  } catch (error) {
    if (error instanceof Unknown) return null
    throw error
  }
}

class Unknown extends Error {}

function rowOf(row: Element): string {
  return [...row.childNodes].map((node) => (node instanceof Element ? latexOf(node) : signOf(node))).join('')
}

function signOf({ textContent }: Node): string {
  const text = (textContent ?? '').replace(UNSEEN, '').replaceAll('\u00a0', ' ')
  return SIGNS[text] ?? text
}

function latexOf(element: Element): string {
  const has = (name: string) => element.classList.contains(name)
  const part = (name: string): string => {
    const found = [...element.children].find((child) => child.classList.contains(name))
    if (!found) throw new Unknown()
    return rowOf(found)
  }
  if (has('mq-cursor') || element.getAttribute('style')?.includes('width:0')) return ''
  if (has('mq-fraction')) return `\\frac{${part('mq-numerator')}}{${part('mq-denominator')}}`
  if (has('mq-supsub')) {
    const lowered = element.querySelector(':scope > .mq-sub') ? `_{${part('mq-sub')}}` : ''
    return lowered + (element.querySelector(':scope > .mq-sup') ? `^{${part('mq-sup')}}` : '')
  }
  if (element.querySelector(':scope > .mq-sqrt-stem')) return `\\sqrt{${part('mq-sqrt-stem')}}`
  const brackets = [...element.children].filter((child) => child.classList.contains('mq-paren'))
  if (brackets.length === 2) {
    const [open = '', close = ''] = brackets.map((bracket) => signOf(bracket))
    return open + rowOf(element.children[1] ?? element) + close
  }
  if (has('mq-operator-name')) return signOf(element)
  if (element.children.length === 0 && !has('mq-non-leaf')) return signOf(element)
  throw new Unknown()
}
