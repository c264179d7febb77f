import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FunctionsPicture, Picture } from './picture.ts'
import { plotPicture } from './plot-picture.ts'

const plot = (...of: string[]): Picture | null => plotPicture({ of, from: null, to: null })
function curvesOf(...of: string[]): FunctionsPicture {
  const picture = plot(...of)
  if (picture?.kind !== 'functions') throw new Error(`No functions in ${of.join()}`)
  return picture
}
const piecesOf = (text: string) => curvesOf(text).curves[0]?.pieces ?? []

describe('what is asked to be plotted', () => {
  it.each([
    [['y = x^2 - 3'], ['x^2 − 3']],
    [['f(t) = t/2'], ['t/2']],
    [['x^2 + 1'], ['x^2 + 1']],
    [['x^2 = 2x + 3'], ['x^2', '2x + 3']],
    [
      ['x^2', '2x+3'],
      ['x^2', '2x + 3'],
    ],
    [['\\frac{1}{x}'], ['1/x']],
    [['5'], ['5']],
  ])('%j as %j', (of, labels) => {
    expect(curvesOf(...of).curves.map(({ label }) => label)).toEqual(labels)
  })

  it('an inequality is a number line', () => {
    expect(plot('x > 3')).toMatchObject({
      kind: 'number-line',
      rows: [{ label: ['x > 3'], parts: [{ from: 3, to: null, closed: [false, false] }] }],
    })
  })

  it.each([['x^2 + y^2 = 1'], ['my homework'], [''], ['x +'], ['√(−1 − x^2)'], ['(1, 2)'], ['∫ x dx']])(
    '%s is not read as a function',
    (text) => {
      expect(plot(text)).toBeNull()
    },
  )

  it('a pole is not joined, nor is a jump or a gap in the domain', () => {
    expect(piecesOf('1/x')).toHaveLength(2)
    for (const piece of piecesOf('1/x')) {
      const signs = new Set(piece.map(([x]) => Math.sign(x)))
      expect(signs.size).toBe(1)
    }
    expect(piecesOf('tan(x)')).toHaveLength(5)
    expect(piecesOf('floor(x)').every((piece) => new Set(piece.map(([, y]) => y)).size === 1)).toBe(true)
    expect(piecesOf('√(x^2 - 4)')).toHaveLength(2)
  })

  it('a curve is drawn up to the end of its domain', () => {
    const [first] = piecesOf('√(x-20)')
    expect(first?.[0]?.[0]).toBeCloseTo(20, 2)
    expect(piecesOf('x^3')).toHaveLength(1)
  })

  it('what the curves are known by is in view', () => {
    const { view } = curvesOf('x^2', '2x+3')
    expect(view.x[0]).toBeLessThan(-1)
    expect(view.x[1]).toBeGreaterThan(3)
    expect(curvesOf('sin x').axis).toBe('radians')
    const flat = curvesOf('5').view.y
    expect(flat[0]).toBeLessThan(5)
    expect(flat[1]).toBeGreaterThan(5)
  })

  it('keeps to a range that was asked for, and to none that says nothing', () => {
    const given = plotPicture({ of: ['x^2'], from: 2, to: 4 })
    expect(given?.kind === 'functions' && given.view.x).toEqual([2, 4])
    expect(plotPicture({ of: ['x^2'], from: null, to: null }, [0, 1e9])).toBeNull()
    expect(plotPicture({ of: ['x^2'], from: 3, to: 3 })).toBeNull()
  })

  it('never throws, and every number it draws is one', () => {
    const piece = fc.constantFrom(
      ...'x x^2 2 ( ) + - / ^ = < √( sin( ln( tan( floor( | ! π 1/x e^x 0 x^x'.split(' '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (parts) => {
        const picture = plot(parts.join(' '))
        if (picture?.kind !== 'functions') return
        const numbers = [
          ...picture.view.x,
          ...picture.view.y,
          ...picture.curves.flatMap(({ pieces }) => pieces.flat(2)),
        ]
        expect(numbers.every(Number.isFinite)).toBe(true)
        expect(picture.view.x[0]).toBeLessThan(picture.view.x[1])
        expect(picture.view.y[0]).toBeLessThan(picture.view.y[1])
        expect(picture.curves.flatMap(({ pieces }) => pieces.flat()).length).toBeLessThan(8000)
      }),
      { numRuns: 600 },
    )
  })

  it('refuses a megabyte unread', () => {
    expect(plot('x+'.repeat(500_000))).toBeNull()
  })
})
