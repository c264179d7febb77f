import type { Entry } from '../entry.ts'
import { printExpression } from '../print-expression.ts'
import { solutionsOf } from '../solutions.ts'
import type { Statement } from '../statement.ts'
import { exactly, truthOf } from '../truth.ts'
import type { NumberLinePicture, Part, Range } from './picture.ts'

/** Places between the ends of the line at which a set is asked for, to find ends that no equation gives (poles). */
const PLACES = 240
const HALVINGS = 40
/** Ends of solution sets further out are left out of the picture. */
const FURTHEST = 1e4

/** The solution sets of statements in one variable, one below the other. */
export function numberLinePicture(
  entries: readonly Entry[],
  variable: string,
  mark: NumberLinePicture['mark'],
  asked: Range | null = null,
): NumberLinePicture {
  const ends = entries.map(({ statement }) => endsOf(statement, variable))
  const shown = [...ends.flat(), ...(mark ? [mark.x] : [])].filter((end) => Math.abs(end) <= FURTHEST)
  const range = asked ?? rangeAround(shown)
  return {
    kind: 'number-line',
    variable,
    range,
    rows: entries.map(({ statement, written }, i) => ({
      label: casesOf(written),
      parts: partsOf(statement, variable, range, ends[i] ?? []),
    })),
    mark,
  }
}

const casesOf = ({ cases }: Statement): string[] =>
  cases.map((chains) =>
    chains
      .map(({ sides, relations }) =>
        sides.map((side, i) => `${printExpression(side.expression)} ${relations[i] ?? ''}`.trim()).join(' '),
      )
      .join(', '),
  )

function rangeAround(shown: readonly number[]): Range {
  if (shown.length === 0) return [-5, 5]
  const low = Math.floor(Math.min(...shown))
  const high = Math.ceil(Math.max(...shown))
  const room = Math.max(3, Math.ceil((high - low) * 0.35))
  return [low - room, high + room]
}

/** Where two sides of a relation meet. */
function endsOf(statement: Statement, variable: string): number[] {
  return statement.cases.flatMap((chains) =>
    chains.flatMap((chain) =>
      chain.relations.flatMap((_, i) => {
        const meeting: Statement = {
          cases: [[{ sides: chain.sides.slice(i, i + 2), relations: ['='] }]],
          continues: false,
          text: '',
        }
        const { everywhere, points } = solutionsOf(meeting, variable)
        return everywhere ? [] : points.map((point) => snapped(point.at[variable] ?? 0))
      }),
    ),
  )
}

const snapped = (x: number): number =>
  Math.abs(x - Math.round(x * 2) / 2) < 1e-7 ? Math.round(x * 2) / 2 : x

function partsOf(statement: Statement, variable: string, [from, to]: Range, ends: readonly number[]): Part[] {
  const holds = (x: number): boolean => truthOf(statement, exactly({ [variable]: x })) === 'true'
  const cuts = cutsOf(holds, [from, to], ends)
  const parts: Part[] = []
  let open: { from: number | null; closed: boolean } | null = null
  let last: number | null = null
  for (const [i, cut] of [...cuts, null].entries()) {
    const before = cuts[i - 1] ?? null
    const inside = holds(
      cut === null && before === null ? (from + to) / 2 + 0.137 : middleOf(before, cut, [from, to]),
    )
    if (!inside && open) {
      parts.push({ from: open.from, to: last, closed: [open.closed, last !== null && holds(last)] })
      open = null
    } else if (!inside && last !== null && holds(last)) {
      parts.push({ from: last, to: last, closed: [true, true] })
    } else if (inside && open && last !== null && !holds(last)) {
      parts.push({ from: open.from, to: last, closed: [open.closed, false] })
      open = { from: last, closed: false }
    } else if (inside && !open) open = { from: last, closed: last !== null && holds(last) }
    last = cut
  }
  if (open) parts.push({ from: open.from, to: null, closed: [open.closed, false] })
  return parts
}

/** A place between two cuts; before the first and after the last one beyond the line's end. */
function middleOf(a: number | null, b: number | null, [from, to]: Range): number {
  if (a !== null && b !== null) return (a + b) / 2
  return a === null ? from - 0.137 : to + 0.137
}

/** All places at which the set may begin or end, in order. */
function cutsOf(holds: (x: number) => boolean, [from, to]: Range, ends: readonly number[]): number[] {
  const cuts = ends.filter((end) => end > from && end < to)
  const step = (to - from) / PLACES
  let before = holds(from + 0.0137 * step)
  for (let i = 1; i <= PLACES; i++) {
    const x = from + (i + 0.0137) * step
    const now = holds(x)
    if (now !== before && !cuts.some((cut) => cut >= x - step && cut <= x)) {
      let [low, high] = [x - step, x]
      for (let k = 0; k < HALVINGS; k++) {
        const middle = (low + high) / 2
        if (holds(middle) === before) low = middle
        else high = middle
      }
      cuts.push(snapped(high))
    }
    before = now
  }
  return [...new Set(cuts)].sort((a, b) => a - b)
}
