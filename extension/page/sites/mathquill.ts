import { askMainWorld } from '../ask-main-world.ts'
import type { Site } from '../site.ts'

export const mathQuill: Site = {
  description:
    'MathQuill, the formula field of Khan Academy, Desmos and many question banks: the DOM holds signs placed by style, the LaTeX is known to its interface only.',
  fixture: 'mathquill.html',
  matches: { selector: '.mq-editable-field', expected: 3 },
  holds: 'formula',
  read(editor) {
    const answer = askMainWorld(editor)
    return answer?.kind === 'formula' ? { text: answer.latex, pieces: [] } : null
  },
}
