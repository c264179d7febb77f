import type { Point, Range, View } from './picture.ts'

type Real = (x: number) => number

/** Places at which a function is evaluated first; between them it is looked at more closely where it is steep. */
const COLUMNS = 160
/** Halvings until two places count as the same one: a 160th of the view by 2^12 is nothing on any screen. */
const HALVINGS = 12
/** A step of this share of the view's height is looked at more closely. */
const STEEP = 0.04
/** More places would cost more time than a picture is worth. */
const MOST_PLACES = 2400

/**
 * The graph over the view as pieces of points: broken where the function has no value, where it jumps, and at its
 * poles, which no line may join. Points outside the view are drawn no further than one height away from it.
 */
export function sampleCurve(f: Real, { x: [from, to], y }: View): Point[][] {
  const height = y[1] - y[0]
  const pieces: Point[][] = []
  let piece: Point[] = []
  let places = 0
  const end = () => {
    if (piece.length > 1) pieces.push(piece)
    piece = []
  }
  const put = (x: number, value: number) => {
    piece.push([x, Math.min(y[1] + height, Math.max(y[0] - height, value))])
  }
  /** Draws from a (already drawn where it has a value) to b. */
  const draw = (a: number, fa: number, b: number, fb: number, depth: number): void => {
    const [here, there] = [Number.isFinite(fa), Number.isFinite(fb)]
    if (!here && !there) return
    // Above or below all the time: nothing of it is seen.
    const beyond = (fa > y[1] && fb > y[1]) || (fa < y[0] && fb < y[0])
    const close = here && there && (beyond || Math.abs(fb - fa) <= STEEP * height)
    if (close) return put(b, fb)
    const swings = depth > 0 && places >= MOST_PLACES && here && there
    if (swings) return put(b, fb)
    if (depth === 0 || places >= MOST_PLACES) {
      end()
      if (there) put(b, fb)
      return
    }
    places += 1
    const middle = (a + b) / 2
    const value = f(middle)
    draw(a, fa, middle, value, depth - 1)
    draw(middle, value, b, fb, depth - 1)
  }
  let last = from
  let before = f(from)
  if (Number.isFinite(before)) put(from, before)
  for (let i = 1; i <= COLUMNS; i++) {
    const x = from + ((to - from) * i) / COLUMNS
    const value = f(x)
    draw(last, before, x, value, HALVINGS)
    last = x
    before = value
  }
  end()
  return pieces
}

/** The values over a range, evenly spaced, those that there are. */
export function valuesOver(f: Real, [from, to]: Range, count = 120): number[] {
  return Array.from({ length: count + 1 }, (_, i) => f(from + ((to - from) * i) / count)).filter(
    Number.isFinite,
  )
}
