import { within } from '../budget.ts'
import { type Entry, kindOf } from '../entry.ts'
import { evaluate } from '../evaluate.ts'
import { variablesOf } from '../expression.ts'
import { onlyChain } from '../statement.ts'
import { functionsPicture } from './functions-picture.ts'
import { numberLinePicture } from './number-line-picture.ts'
import type { Picture, Range } from './picture.ts'
import { LONGEST_PLOTTED, MOST_PLOTTED, type Plot } from './plot.ts'
import { type Meaning, type ReadSide, readSide, readStatement } from './read-sides.ts'

/** Evaluations (see budget.ts) that reading or drawing one plot may cost. */
const WORK = 350_000
/** Widths of a plot, in units: beyond these numbers on an axis say nothing. */
const NARROWEST = 1e-3
const WIDEST = 1e6

/**
 * The picture of what was asked for; null when it cannot be read as functions, or inequalities, of one variable.
 * @param range the part of the axis to show instead of the usual one
 */
export function plotPicture(plot: Plot, range: Range | null = null): Picture | null {
  const given = plot.from === null || plot.to === null ? null : ([plot.from, plot.to] as const)
  return within(WORK, () => {
    for (const decimalComma of [false, true]) {
      const picture = pictureOf(plot.of, range ?? given, { decimalComma, degrees: false })
      if (picture) return picture
    }
    return null
  })
}

/** Whether a range can be shown. */
const isShowable = ([from, to]: Range): boolean =>
  to - from >= NARROWEST && to - from <= WIDEST && Math.max(Math.abs(from), Math.abs(to)) <= WIDEST

function pictureOf(texts: readonly string[], range: Range | null, meaning: Meaning): Picture | null {
  if (texts.some((text) => text.length > LONGEST_PLOTTED)) return null
  if (range !== null && !isShowable(range)) return null
  const entries = texts.map((text) => readStatement(text, meaning))
  const read = entries.filter((entry) => entry !== null)
  if (read.length === 0 || read.length < entries.length) return null
  if (read.every(({ kind }) => kind === 'inequality')) return numberLine(read, range)
  const sides = read.map((entry) => functionsIn(entry, meaning))
  const all = sides.flatMap((some) => some ?? [])
  if (sides.includes(null) || all.length > MOST_PLOTTED) return null
  const [variable = 'x', more] = new Set(all.flatMap(({ variables }) => [...variables]))
  if (more !== undefined) return null
  const picture = functionsPicture(all, variable, false, { shows: 'asked', gap: null, meets: null }, range)
  return range !== null || picture.curves.some(({ pieces }) => pieces.length > 0) ? picture : null
}

function numberLine(entries: readonly Entry[], range: Range | null): Picture | null {
  const [variable, more] = new Set(entries.flatMap(({ variables }) => [...variables]))
  if (variable === undefined || more !== undefined || entries.length > MOST_PLOTTED) return null
  return numberLinePicture(entries, variable, null, range)
}

/** y = x² − 3 and f(x) = x² − 3 are a function; an expression is one; x² = 2x + 3 is one on each side. */
function functionsIn(entry: Entry, meaning: Meaning): ReadSide[] | null {
  if (kindOf(entry.written) === 'expression') {
    const side = readSide(entry.written.text, meaning)
    return side && isFunction(side) ? [side] : null
  }
  const chain = onlyChain(entry.written)
  const [left, right, more] = chain?.sides ?? []
  if (chain?.relations[0] !== '=' || !left || !right || more) return null
  const name = left.expression
  const named =
    name.kind === 'apply' || (name.kind === 'symbol' && !variablesOf(right.expression).includes(name.name))
  const sides = (named ? [right] : [left, right]).map(({ text }) => readSide(text, meaning))
  const read = sides.filter((side) => side !== null && isFunction(side)) as ReadSide[]
  return read.length === sides.length ? read : null
}

/** In one variable at most, and not something that has a value nowhere (a matrix, an integral without bounds). */
function isFunction({ variables, meant }: ReadSide): boolean {
  const [name, more] = variables
  if (more !== undefined) return false
  if (name === undefined) return Number.isFinite(evaluate(meant, {}))
  return PROBES.some((x) => Number.isFinite(evaluate(meant, { [name]: x })))
}

const PROBES = [0.7, 2.3, -1.3, 0.2, 5.1, -6.7, 11.9, 31.3, 101.7, -30.3]
