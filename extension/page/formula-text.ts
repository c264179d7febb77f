import { askMainWorld } from './ask-main-world.ts'
import { mathmlText } from './mathml-text.ts'

/** The outermost elements of the formulas that pages show. */
export const FORMULA = '.katex, mjx-container, .mq-math-mode:not(.mq-editable-field), math'

/**
 * The LaTeX of the formula that an element matching FORMULA shows; null when its source cannot be read.
 *
 *   KaTeX      annotation of its MathML; without one (output 'html') nothing
 *   MathJax 4  `data-latex` on the root of what it drew
 *   MathJax 3  its own list, which the main world reads; else the MathML it keeps for screen readers
 *   MathQuill  a formula that is not edited keeps its source in an element for copying
 *   MathML     an annotation, else what it says
 */
export function formulaText(element: Element): string | null {
  const annotation = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent
  if (annotation) return annotation.trim()
  if (element.localName === 'mjx-container') {
    const source = element.querySelector('[data-latex]')?.getAttribute('data-latex')
    if (source) return source.trim()
    const answer = askMainWorld(element)
    if (answer?.kind === 'formula') return answer.latex.trim()
  }
  const copied = element.querySelector('.mq-selectable')?.textContent
  if (copied) return copied.replace(/^\$|\$$/g, '').trim()
  const math = element.localName === 'math' ? element : element.querySelector('math')
  return math && mathmlText(math)
}
