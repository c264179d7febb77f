import { evaluate } from '../evaluate.ts'
import { printExpression } from '../print-expression.ts'
import { fitView } from './fit-view.ts'
import type { FunctionsPicture, Point, Range, View } from './picture.ts'
import type { ReadSide } from './read-sides.ts'
import { sampleCurve } from './sample-curve.ts'

type Shows = Pick<FunctionsPicture, 'shows' | 'gap' | 'meets'>

/** Widths that show what school functions are known by: two periods, or a few units around zero. */
const USUAL: Range = [-5, 5]
const USUAL_PERIODIC: Range = [-2 * Math.PI, 2 * Math.PI]
const USUAL_DEGREES: Range = [-360, 360]

/** @param view the part of the plane to draw; null: what tells most */
export function functionsPicture(
  sides: readonly ReadSide[],
  variable: string,
  degrees: boolean,
  { shows, gap, meets }: Shows,
  view: View | Range | null = null,
): FunctionsPicture {
  const functions = sides.map(
    ({ meant }) =>
      (x: number) =>
        evaluate(meant, { [variable]: x }),
  )
  const points: Point[] = [
    ...(gap ? [[gap.x, gap.from] as const, [gap.x, gap.to] as const] : []),
    ...(meets ? [meets] : []),
  ]
  const periodic = sides.some((side) => side.periodic)
  const usual = periodic ? (degrees ? USUAL_DEGREES : USUAL_PERIODIC) : USUAL
  const shown = view === null ? fitView(functions, points, usual) : wholeView(view, functions, points)
  return {
    kind: 'functions',
    shows,
    variable,
    axis: periodic ? (degrees ? 'degrees' : 'radians') : 'numbers',
    view: shown,
    curves: sides.map(({ written }, i) => ({
      label: printExpression(written),
      pieces: sampleCurve(functions[i] ?? (() => Number.NaN), shown),
    })),
    gap,
    meets,
  }
}

function wholeView(
  view: View | Range,
  functions: readonly ((x: number) => number)[],
  points: readonly Point[],
): View {
  if ('x' in view) return view
  return { x: view, y: fitView(functions, points, view).y }
}
