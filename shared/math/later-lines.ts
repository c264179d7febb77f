import type { Definitions } from './differentiate.ts'
import { type Entry, makeEntry } from './entry.ts'
import { numberedAs } from './numbered-solutions.ts'
import type { ParsedLine } from './statement.ts'

type Written = { line: number; text: string }

const NO_SOLUTION =
  /\b(no|not|false|falsch|reject\w*|extraneous|invalid|discard\w*|impossible|undefined|doesn['’]t|nicht|keine?|entfällt|verworfen|ungültig|unmöglich|Scheinlösung)\b|≠|∅|✗|∉|\{\s*\\?\}/i
const SOLUTIONS =
  /^\s*(?:\p{L}{2,8}\s+){0,3}(?:[⇒→⇔∴]|<?=>|\\(?:Right|Leftright)arrow)?\s*(?:(?:L|S|𝕃|\\mathbb\s*\{L\})\s*=|(?:solutions?|lösung(?:en)?)\s*:)/iu

/** A line soon after says that a solution is no solution. */
export const isDroppedAfter = (line: number, lines: readonly Written[]): boolean =>
  lines.some((one) => one.line > line && one.line <= line + 4 && NO_SOLUTION.test(one.text.slice(0, 300)))

/** "x = ±3" is on the way where L = {…} comes after it: there the solutions are claimed. */
export const isStatedAfter = (line: number, lines: readonly Written[]): boolean =>
  lines.some((one) => one.line > line && one.line <= line + 3 && SOLUTIONS.test(one.text))

/** More lines than these say nothing of one far above. */
const MOST_LATER = 12

/** The statements after one, up to the next exercise. */
export function entriesAfter(
  entry: Entry,
  lines: readonly { parsed: ParsedLine; line: number }[],
  definitions: Definitions,
): Entry[] {
  const later: Entry[] = []
  const [unknown] = entry.variables
  for (const { parsed, line } of lines) {
    if (line <= entry.line || parsed.kind !== 'statements') continue
    if (parsed.labelled || later.length > MOST_LATER) break
    const { stance, words } = parsed
    for (const statement of parsed.statements) {
      const named = numberedAs(statement, unknown).statement
      later.push(makeEntry(named, definitions, { line, stance, words, afterBlank: false }))
    }
  }
  return later
}
