type Written = { line: number; text: string }

const NO_SOLUTION =
  /\b(no|not|false|falsch|reject\w*|extraneous|invalid|discard\w*|impossible|undefined|doesn['’]t|nicht|keine?|entfällt|verworfen|ungültig|unmöglich|Scheinlösung)\b|≠|∅|✗|∉|\{\s*\\?\}/i
const SOLUTIONS = /^\s*(?:(?:L|S|𝕃|\\mathbb\s*\{L\})\s*=|(?:solutions?|lösung(?:en)?)\s*:)/iu

/** A line soon after says that a solution is no solution. */
export const isDroppedAfter = (line: number, lines: readonly Written[]): boolean =>
  lines.some((one) => one.line > line && one.line <= line + 4 && NO_SOLUTION.test(one.text.slice(0, 300)))

/** "x = ±3" is on the way where L = {…} comes after it: there the solutions are claimed. */
export const isStatedAfter = (line: number, lines: readonly Written[]): boolean =>
  lines.some((one) => one.line > line && one.line <= line + 3 && SOLUTIONS.test(one.text))
