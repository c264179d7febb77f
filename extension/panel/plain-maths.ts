/** Longer lines are shown as they were written. */
const LONGEST = 400
/** What mathematics typed on a keyboard is made of; everything else is prose or code. */
const CHARACTERS = /^[\w\s+\-*/^=<>≤≥≠≈±·×÷√π().,|!−–∞²³½¼]+$/
const SIGN = /[+\-*/^=<>≤≥≠≈±·×÷√−–²³]/
const FUNCTIONS = new Set('sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan ln log exp'.split(' '))
const LETTERS = new Set('alpha beta gamma delta theta lambda mu pi rho sigma phi omega'.split(' '))
const CONNECTIVES = new Set(['or', 'and', 'if'])

/**
 * The LaTeX of a line as a person writes it: LaTeX is returned as it is, keyboard mathematics
 * (`2(x+3) = x^10`) is put into LaTeX, and null says that the line is prose or code.
 */
export function plainMaths(line: string): string | null {
  const text = line.trim()
  if (text === '' || text.length > LONGEST) return null
  if (/\\[a-zA-Z]/.test(text)) return text.replace(/^\$+|\$+$/g, '')
  if (!CHARACTERS.test(text) || !SIGN.test(text) || text.includes('_')) return null
  const words = lettersToLatex(withRoots(text))
  if (words === null) return null
  return words
    .replace(/\^\s*\(([^()]*)\)/g, '^{$1}')
    .replace(/\^\s*(-?\d+(?:\.\d+)?)/g, '^{$1}')
    .replaceAll('²', '^{2}')
    .replaceAll('³', '^{3}')
    .replaceAll('½', '\\tfrac12 ')
    .replaceAll('¼', '\\tfrac14 ')
    .replace(/<=|≤/g, '\\le ')
    .replace(/>=|≥/g, '\\ge ')
    .replace(/!=|≠/g, '\\ne ')
    .replace(/\*|·/g, '\\cdot ')
    .replace(/[−–]/g, '-')
}

/** `sqrt(…)` and `√(…)` with nothing nested become a root. */
function withRoots(text: string): string {
  return text.replace(/(?:\bsqrt|√)\s*\(([^()]*)\)/g, '\\sqrt{$1}').replace(/√\s*(\w)/g, '\\sqrt{$1}')
}

/** Runs of letters are products of up to two letters, or a known name; null when one is neither. */
function lettersToLatex(text: string): string | null {
  let prose = false
  const latex = text.replace(/\\?[a-zA-Z]+/g, (run) => {
    if (run.startsWith('\\')) return run
    if (CONNECTIVES.has(run)) return `\\text{ ${run} }`
    if (FUNCTIONS.has(run) || LETTERS.has(run)) return `\\${run} `
    if (run.length > 2) prose = true
    return run
  })
  return prose ? null : latex
}
