/** x and y in the units of the function. */
export type Point = readonly [x: number, y: number]
export type Range = readonly [from: number, to: number]
export type View = { x: Range; y: Range }

/** A function drawn over a view: pieces that hold together, broken at poles, jumps and ends of the domain. */
export type Curve = { label: string; pieces: readonly (readonly Point[])[] }

/**
 * Both sides as functions of the one variable. `gap`: at x the first comes to `from`, the second to `to`.
 * `meets`: a point at which both are the same. `shows`: differ: the two are not the same function; lost: they
 * meet in a solution that the other line does not have; gained: they do not meet where the other line says so;
 * apart: they are the sides of a line, which do not meet there; asked: nothing but the functions.
 */
export type FunctionsPicture = {
  kind: 'functions'
  shows: 'differ' | 'lost' | 'gained' | 'apart' | 'asked'
  variable: string
  /** How the axis of the variable is divided. */
  axis: 'numbers' | 'degrees' | 'radians'
  view: View
  curves: readonly Curve[]
  gap: { x: number; from: number; to: number } | null
  meets: Point | null
}

/** A connected part of a solution set; null: without end on this side. `closed`: whether the ends belong to it. */
export type Part = { from: number | null; to: number | null; closed: readonly [boolean, boolean] }

/** Solution sets one below the other, `label` the cases of the line. `mark`: a point that is lost or gained from the first to the second. */
export type NumberLinePicture = {
  kind: 'number-line'
  variable: string
  range: Range
  rows: readonly { label: readonly string[]; parts: readonly Part[] }[]
  mark: { x: number; is: 'lost' | 'gained' } | null
}

/** A rectangle for a product of sums. A cell is missing when no term of what was written accounts for it. */
export type AreaPicture = {
  kind: 'area'
  whole: string
  rows: readonly string[]
  columns: readonly string[]
  /** A label for each cell, row by row; null: missing. */
  cells: readonly (readonly (string | null)[])[]
  written: string
}

/**
 * An angle on the unit circle (radians), with its sine, cosine or tangent, and the value that the line gives it.
 */
export type CirclePicture = {
  kind: 'circle'
  function: 'sin' | 'cos' | 'tan'
  angle: number
  angleLabel: string
  value: number
  claimed: number
  claimedLabel: string
}

/** What to draw, in plain numbers and texts; texts are mathematics as `printExpression` writes it. */
export type Picture = FunctionsPicture | NumberLinePicture | AreaPicture | CirclePicture
