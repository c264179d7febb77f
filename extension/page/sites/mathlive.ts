import { askMainWorld } from '../ask-main-world.ts'
import { formulaLines } from '../formula-lines.ts'
import { shadowOf } from '../shadow.ts'
import type { Site } from '../site.ts'

export const mathLive: Site = {
  description:
    "MathLive's <math-field>, a formula that is typed as it looks: what is typed stands only in the element's own `value`, as LaTeX; lines that stand one below the other in it are lines of a working.",
  fixture: 'mathlive.html',
  matches: { selector: 'math-field', expected: 3 },
  holds: 'formula',
  read(editor) {
    const answer = askMainWorld(editor)
    return answer?.kind === 'formula' ? { text: formulaLines(answer.latex).join('\n'), pieces: [] } : null
  },
  rows(editor) {
    let table = shadowOf(editor)?.querySelector('.ML__mtable') ?? null
    while (table) {
      const rows = rowsOf(table)
      const [only] = rows.length === 1 ? (rows[0] ?? []) : []
      const inner = only?.querySelector(':scope > .ML__mtable') ?? null
      if (!inner) return rows
      table = inner
    }
    return []
  },
}

/** A table is drawn column by column. */
function rowsOf(table: Element): Element[][] {
  const columns = [...table.querySelectorAll(':scope > [class*="col-align"]')]
  const cells = columns.map((column) => [...(column.querySelector('.ML__vlist')?.children ?? [])])
  const count = Math.max(0, ...cells.map((column) => column.length))
  return Array.from({ length: count }, (_, row) =>
    cells.flatMap((column) => column[row]?.lastElementChild ?? []),
  )
}
