import type { Range } from './picture.ts'

/** Numbers as people write them on an axis: 1, 2 or 5 times a power of ten apart, about `count` of them. */
export function niceTicks([from, to]: Range, count: number): number[] {
  return multiples([from, to], niceStep((to - from) / Math.max(1, count)))
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const digit = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10
  return digit * power
}

/** Parts of a full turn, for an axis in degrees. */
export function degreeTicks(range: Range, count: number): number[] {
  const rough = (range[1] - range[0]) / Math.max(1, count)
  const step = [15, 30, 45, 90, 180, 360].find((each) => each >= rough * 0.999)
  return step === undefined ? niceTicks(range, count) : multiples(range, step)
}

/** Parts of π, for an axis in radians: the multiples `of` of π/`under`. */
export function radianTicks(range: Range, count: number): { value: number; of: number; under: number }[] {
  const rough = (range[1] - range[0]) / Math.max(1, count) / Math.PI
  const under = [6, 4, 3, 2].find((each) => 1 / each >= rough * 0.999) ?? 1
  const step = under > 1 ? 1 / under : Math.ceil(rough)
  const places = multiples([range[0] / Math.PI / step, range[1] / Math.PI / step], 1)
  return places.map((place) => ({
    value: place * step * Math.PI,
    of: under > 1 ? place : place * step,
    under,
  }))
}

function multiples([from, to]: Range, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  if (!(step > 0) || !Number.isFinite(last - first) || last - first > 100) return []
  // Rounded to the step's own digits: 3 · 0.1 is to be 0.3.
  const digits = Math.min(100, Math.max(0, -Math.floor(Math.log10(step)) + 1))
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)) || 0)
}
