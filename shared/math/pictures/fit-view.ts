import type { Point, Range, View } from './picture.ts'
import { valuesOver } from './sample-curve.ts'

type Real = (x: number) => number

/** Of the curves' values, so many (0..1) at either end may lie outside the view. */
const LEFT_OUT = 0.06
/** A gap smaller than this share of the height cannot be seen. */
const LEAST_GAP = 0.16
/** Room around what is shown, as a share of it. */
const ROOM = 0.08
/** Places that a range is looked at. */
const COLUMNS = 120
/** Widths are tried that many times wider where a function has no value in the usual one. */
const WIDENINGS = 4

/**
 * The part of the plane that tells most: all `points`, most of the curves, and what is to be seen of a gap large
 * enough to be seen.
 * @param usual the width to begin with
 */
export function fitView(functions: readonly Real[], points: readonly Point[], usual: Range): View {
  let x = around(
    points.length < 2 ? nearCrossings(functions, usual) : usual,
    points.map(([at]) => at),
  )
  for (let i = 0; i < WIDENINGS && !functions.some((f) => valuesOver(f, x, 24).length > 1); i++) {
    const middle = (x[0] + x[1]) / 2
    x = [middle + (x[0] - middle) * 5, middle + (x[1] - middle) * 5]
  }
  x = domainWithin(functions, x, points)
  const y = heightOf(functions, x, points)
  return { x: widthOf(functions, x, y, points), y }
}

/** Room on either side of what the curves are known by, at least (units) and as a share of its width. */
const BESIDE = { least: 2, share: 0.5 }
/** More crossings than these are those of something periodic. */
const MOST_CROSSINGS = 5

/** Where the first two curves meet, or where the only one meets the axis; the range as it is where they do not. */
function nearCrossings([f, g]: readonly Real[], range: Range): Range {
  if (f === undefined) return range
  const apart = (x: number) => f(x) - (g === undefined ? 0 : g(x))
  const found = crossings(apart, [range[0] * 3, range[1] * 3])
  if (found.length === 0 || found.length > MOST_CROSSINGS) return range
  const [low, high] = [Math.min(...found), Math.max(...found)]
  const beside = Math.max(BESIDE.least, (high - low) * BESIDE.share)
  return [low - beside, high + beside]
}

function crossings(f: Real, [from, to]: Range): number[] {
  const places = Array.from({ length: COLUMNS + 1 }, (_, i) => from + ((to - from) * (i + 0.013)) / COLUMNS)
  return places.flatMap((b, i) => {
    const a = places[i - 1]
    if (a === undefined || !(f(a) * f(b) < 0)) return []
    let [low, high] = [a, b]
    for (let k = 0; k < 24; k++) {
      const middle = (low + high) / 2
      if (f(middle) * f(a) > 0) low = middle
      else high = middle
    }
    // A pole also changes the sign.
    return Math.abs(f(low)) < Math.abs(f(a)) + Math.abs(f(b)) ? [low] : []
  })
}

/** The range that also holds these, with room beside them. */
function around([from, to]: Range, xs: readonly number[]): Range {
  const low = Math.min(from, ...xs)
  const high = Math.max(to, ...xs)
  const room = (high - low) * 0.15
  return [low < from ? low - room : from, high > to ? high + room : to]
}

/** Where no function has a value there is nothing to see. */
function domainWithin(functions: readonly Real[], x: Range, points: readonly Point[]): Range {
  return narrowed(x, points, (at) => functions.some((f) => Number.isFinite(f(at))))
}

function heightOf(functions: readonly Real[], x: Range, points: readonly Point[]): Range {
  const each = functions.map((f) => valuesOver(f, x).sort((a, b) => a - b))
  const shown = points.map(([, y]) => y)
  const lows = each.flatMap((values) => values[Math.floor(values.length * LEFT_OUT)] ?? [])
  const highs = each.flatMap((values) => values[Math.ceil(values.length * (1 - LEFT_OUT)) - 1] ?? [])
  let low = Math.min(...lows, ...shown)
  let high = Math.max(...highs, ...shown)
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [-1, 1]
  const gap = shown.length > 1 ? Math.max(...shown) - Math.min(...shown) : 0
  if (gap > 0 && high - low > gap / LEAST_GAP) {
    const most = gap / LEAST_GAP
    const middle = (Math.max(...shown) + Math.min(...shown)) / 2
    low = Math.max(low, Math.min(middle - most / 2, high - most))
    high = low + most
  }
  // A curve that only just clears the axis is drawn with it.
  if (low > 0 && low < (high - low) * 0.5) low = 0
  if (high < 0 && -high < (high - low) * 0.5) high = 0
  const least = Math.max(1e-6, Math.abs(high) * 1e-6)
  const room = high - low > least ? (high - low) * ROOM : Math.max(1, Math.abs(high) * 0.5)
  return [low - room, high + room]
}

/** Where all curves have left the view above and below, the width may end too. */
function widthOf(functions: readonly Real[], x: Range, y: Range, points: readonly Point[]): Range {
  return narrowed(x, points, (at) => functions.some((f) => f(at) >= y[0] && f(at) <= y[1]))
}

function narrowed(x: Range, points: readonly Point[], keep: (at: number) => boolean): Range {
  const step = (x[1] - x[0]) / COLUMNS
  const kept = Array.from({ length: COLUMNS + 1 }, (_, i) => x[0] + i * step).filter(keep)
  const xs = [...kept, ...points.map(([at]) => at)]
  const low = Math.min(...xs)
  const high = Math.max(...xs)
  const width = high - low
  if (kept.length === 0 || !(width > 6 * step)) return x
  const room = width * 0.1
  return [Math.max(x[0], low - room), Math.min(x[1], high + room)]
}
