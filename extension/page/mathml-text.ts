/** Signs that have another one in LaTeX or on a keyboard; those that are never seen have none. */
const SIGNS: Record<string, string> = {
  '−': '-',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '×': '\\times ',
  '÷': '\\div ',
  '∗': '*',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '±': '\\pm ',
  '→': '\\to ',
  '⇒': '\\Rightarrow ',
  '⟹': '\\Rightarrow ',
  '⇔': '\\Leftrightarrow ',
  '∞': '\\infty ',
  π: '\\pi ',
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
  '\u2064': '',
}
const FUNCTIONS = new Set('sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan ln log exp'.split(' '))
/** Elements that only group, and whose parts stand side by side. */
const ROWS = new Set('math mrow mstyle mpadded merror'.split(' '))
/** Deeper formulas than this are no school's. */
const DEEPEST = 60

/** The LaTeX of presentation MathML; null when it holds what has none (pictures, accents, unknown elements). */
export function mathmlText(element: Element): string | null {
  try {
    return textOf(element, 0).replace(/\s+/g, ' ').trim()
  } catch (error) {
    if (error instanceof NoLatex) return null
    throw error
  }
}

class NoLatex extends Error {}

function textOf(element: Element, depth: number): string {
  if (depth > DEEPEST) throw new NoLatex()
  const parts = [...element.children]
  const part = (index: number): string => {
    const child = parts[index]
    if (!child) throw new NoLatex()
    return textOf(child, depth + 1)
  }
  const joined = (separator = '') => parts.map((_, index) => part(index)).join(separator)
  const own = (element.textContent ?? '').trim()
  const name = element.localName
  if (ROWS.has(name)) return joined()
  switch (name) {
    case 'semantics':
      return part(0)
    case 'mn':
      return own
    case 'mi':
      return FUNCTIONS.has(own) ? `\\${own} ` : (SIGNS[own] ?? own)
    case 'mo':
      return SIGNS[own] ?? own
    case 'mtext':
    case 'mspace':
      return ` ${own} `
    case 'mphantom':
      return ''
    case 'mfrac':
      return `\\frac{${part(0)}}{${part(1)}}`
    case 'msqrt':
      return `\\sqrt{${joined()}}`
    case 'mroot':
      return `\\sqrt[${part(1)}]{${part(0)}}`
    case 'msup':
      return `${base(part(0))}^{${part(1)}}`
    case 'msub':
      return `${base(part(0))}_{${part(1)}}`
    case 'msubsup':
      return `${base(part(0))}_{${part(1)}}^{${part(2)}}`
    case 'mfenced': {
      const open = element.getAttribute('open') ?? '('
      return `${open}${joined(',')}${element.getAttribute('close') ?? ')'}`
    }
    case 'mtable':
      return joined(' \\\\ ')
    case 'mtr':
    case 'mtd':
      return joined()
    default:
      throw new NoLatex()
  }
}

/** What is raised must be one thing: a sign, a number, a bracket. */
function base(text: string): string {
  return /^(?:[\p{L}\p{N}.]+|\\[a-z]+ ?|.*[)\]}])$/iu.test(text) && !/^\d+\p{L}/u.test(text)
    ? text
    : `{${text}}`
}
