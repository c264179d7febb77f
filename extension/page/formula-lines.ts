const LINES = /^\\displaylines\s*\{([\s\S]*)\}$/
const ENVIRONMENT =
  /^\\begin\{((?:aligned|alignedat|align|alignat|gathered|gather|split|eqnarray|lines)\*?)\}([\s\S]*)\\end\{\1\}$/
/** Where an environment stands beside the text around it, and how many columns it has: nothing that was written. */
const ARGUMENTS = /^\s*(?:\[[tbc]\]\s*)?/
const TOKEN = /\\begin\{|\\end\{|\\\\(?:\[-?[\d.]+\s*[a-z]{2}\])?|\\[a-z]+|\\[\s\S]|[{}&]|[^\\{}&]+/gi
/** The brace of a `\begin{` closes and its environment stays open; that of an `\end{` opens and the environment closes. */
const DEEPER: Record<string, number> = { '{': 1, '}': -1, '\\begin{': 2 }

/**
 * The lines of a formula in which several stand one below the other (`\displaylines{a\\b}`, `aligned`, `gathered`
 * and their like), each as LaTeX of its own, without the signs that align them; any other formula is one line.
 */
export function formulaLines(latex: string): string[] {
  const written = latex.trim()
  const environment = ENVIRONMENT.exec(written)
  const inner = LINES.exec(written)?.[1] ?? (environment && bodyOf(environment))
  const lines = inner === null || inner === undefined ? null : linesOf(inner)
  if (!lines) return [latex]
  const [only = ''] = lines
  return lines.length === 1 && only !== written ? formulaLines(only) : lines
}

function bodyOf([, name = '', body = '']: RegExpExecArray): string {
  const rest = body.replace(ARGUMENTS, '')
  return name.startsWith('alignat') || name.startsWith('alignedat') ? rest.replace(/^\{\d*\}/, '') : rest
}

/** Null where what looked like one environment are two, or a brace is not closed. */
function linesOf(body: string): string[] | null {
  const lines = ['']
  let depth = 0
  for (const [token] of body.matchAll(TOKEN)) {
    if (depth === 0 && token.startsWith('\\\\')) {
      lines.push('')
      continue
    }
    depth += DEEPER[token] ?? 0
    if (depth < 0) return null
    lines[lines.length - 1] += depth === 0 && token === '&' ? '' : token
  }
  return depth === 0 ? lines.map((line) => line.trim()) : null
}
