import { askMainWorld } from '../ask-main-world.ts'
import type { Site } from '../site.ts'

export const mathLive: Site = {
  description:
    "MathLive's <math-field>, a formula that is typed as it looks: what is typed stands only in the element's own `value`, as LaTeX.",
  fixture: 'mathlive.html',
  matches: { selector: 'math-field', expected: 3 },
  holds: 'formula',
  read(editor) {
    const answer = askMainWorld(editor)
    return answer?.kind === 'formula' ? { text: answer.latex, pieces: [] } : null
  },
}
