import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWorking } from '../check-working.ts'
import { evidencePicture } from './evidence-picture.ts'
import type { Picture } from './picture.ts'
import { pictureText } from './picture-text.ts'
import { type Witness, witnessOf } from './witness.ts'

/** The picture of why the last of these lines does not follow. */
function pictureOf(...lines: string[]): Picture | null {
  const wrong = checkWorking(lines, { seed: 7 }).find(({ verdict }) => verdict === 'does-not-follow')
  if (wrong?.verdict !== 'does-not-follow') throw new Error(`Nothing is wrong in ${lines.join(' | ')}`)
  const shown = [wrong.from, wrong.line].flatMap((line) => (line === null ? [] : [lines[line] ?? '']))
  return evidencePicture(shown, witnessOf(wrong.proof))
}

describe('the picture of an evidence', () => {
  it.each([
    ['(x+3)^2', 'x^2+9', 'area'],
    ['2(x+3)=10', '2x+3=10', 'area'],
    ['(a+b)^2', 'a^2+b^2', 'area'],
    ['-2x<6', 'x<-3', 'number-line'],
    ['x^2>4', 'x>2', 'number-line'],
    ['sin(30°)=√3/2', null, 'circle'],
    ['x^2=9', 'x=3', 'functions'],
    ['2x+6=10', '2x=16', 'functions'],
    ['√(x+9)', '√x+3', 'functions'],
    ['\\sin(2x)', '2\\sin(x)', 'functions'],
  ])('%s, %s: %s', (before, after, kind) => {
    expect(pictureOf(...[before, after].filter((line) => line !== null))?.kind).toBe(kind)
  })

  it('is none for bare numbers and for several variables', () => {
    expect(pictureOf('3+4*2=14')).toBeNull()
    expect(pictureOf('1/a+1/b', '2/(a+b)')).toBeNull()
  })

  it('names the missing parts of a square, and what they are the product of', () => {
    expect(pictureOf('(x+3)^2', 'x^2+9')).toEqual({
      kind: 'area',
      whole: '(x + 3)^2',
      rows: ['x', '3'],
      columns: ['x', '3'],
      cells: [
        ['x^2', null],
        [null, '9'],
      ],
      written: 'x^2 + 9',
    })
  })

  it('finds two parts that were added up, and the one whose sign is wrong', () => {
    const picture = pictureOf('(x-3)^2', 'x^2-6x-9')
    expect(picture?.kind === 'area' && picture.cells).toEqual([
      ['x^2', '−3x'],
      ['−3x', null],
    ])
  })

  it('writes parts with decimals as a person does', () => {
    const cells = (before: string, after: string) => {
      const picture = pictureOf(before, after)
      return picture?.kind === 'area' && picture.cells.flat()
    }
    expect(cells('1.5(x+2)', '1.5x+2')).toEqual(['1.5x', null])
    expect(cells('(x+0.1)(x+3)', 'x^2+0.3')).toEqual(['x^2', null, null, '0.3'])
  })

  it('rings the solution that was lost, where both sides of the line before meet', () => {
    const picture = pictureOf('x^2=9', 'x=3')
    expect(picture).toMatchObject({ shows: 'lost', meets: [-3, 9], gap: null })
    const { view } = picture as Extract<Picture, { kind: 'functions' }>
    expect(view.x[0]).toBeLessThan(-3)
    expect(view.x[1]).toBeGreaterThan(3)
    expect(view.y[1]).toBeGreaterThan(9)
  })

  it('marks the gap at the point of the proof, and shows it large enough to be seen', () => {
    const picture = pictureOf('x^2+9*x', 'x^2+9') as Extract<Picture, { kind: 'functions' }>
    const { gap, view } = picture
    if (gap === null) throw new Error('no gap')
    expect(gap.from).toBe(gap.x ** 2 + 9 * gap.x)
    expect(gap.to).toBe(gap.x ** 2 + 9)
    expect(Math.abs(gap.to - gap.from) / (view.y[1] - view.y[0])).toBeGreaterThan(0.08)
  })

  it('shows both solution sets with their ends, and the point that came or went', () => {
    expect(pictureOf('x^2>=4', 'x>=2')).toMatchObject({
      variable: 'x',
      rows: [
        {
          label: ['x^2 ≥ 4'],
          parts: [
            { from: null, to: -2, closed: [false, true] },
            { from: 2, to: null, closed: [true, false] },
          ],
        },
        { label: ['x ≥ 2'], parts: [{ from: 2, to: null, closed: [true, false] }] },
      ],
      mark: { is: 'lost' },
    })
  })

  it('reads a decimal comma and degrees as the proof does', () => {
    expect(
      evidencePicture([], { kind: 'false-equality', at: { x: 1 }, sides: ['0,5(x+4)', '0,5x+4'] })?.kind,
    ).toBe('area')
    expect(evidencePicture([], { kind: 'false-equality', at: {}, sides: ['sin 30', '1'] })).toMatchObject({
      kind: 'circle',
    })
  })

  it('is none where our own evaluation does not show the difference', () => {
    const witness: Witness = { kind: 'sides-differ', at: { x: 1 }, sides: ['x+1', '1+x'] }
    expect(evidencePicture(['x+1', '1+x'], witness)).toBeNull()
    expect(evidencePicture(['x=1', 'x=2'], { kind: 'solution-lost', at: { x: 5 }, sides: [] })).toBeNull()
  })

  it('says in words what it shows, in both languages', () => {
    const square = pictureOf('(x+3)^2', 'x^2+9')
    const root = pictureOf('x^2=9', 'x=3')
    const line = pictureOf('-2x<6', 'x<-3')
    const circle = pictureOf('sin(30°)=√3/2')
    const all = [square, root, line, circle].flatMap((picture) => picture ?? [])
    expect(all.map((picture) => pictureText(picture, 'en'))).toMatchInlineSnapshot(`
      [
        {
          "description": "Its sides are x + 3 and x + 3. In x² + 9 these parts are missing: x times 3, 3 times x.",
          "title": "(x + 3)² as a rectangle",
        },
        {
          "description": "They meet at x = −3, a solution that the next line has lost: it has a ring around it. x from −6 to 6. y from −3 to 35.",
          "title": "Graph of x² and 9",
        },
        {
          "description": "−2x < 6: x > −3. x < −3: x < −3. x = 0 is lost. A filled dot belongs to the set, an open one does not.",
          "title": "Number line for x",
        },
        {
          "description": "The angle is drawn from the right, against the clock. sin(30°) is 0.5; the dashed line stands where the line of working says: √3/2.",
          "title": "sin(30°) on the unit circle",
        },
      ]
    `)
    expect(all.map((picture) => pictureText(picture, 'de').title)).toMatchInlineSnapshot(`
      [
        "(x + 3)² als Rechteck",
        "Graph von x² und 9",
        "Zahlengerade für x",
        "sin(30°) am Einheitskreis",
      ]
    `)
  })

  it('never throws and stays small, whatever the lines are', () => {
    const piece = fc.constantFrom(
      ...'x y 2 3.5 ( ) + - * / ^ = < >= √ sin ln | , ; 1e9 ! π ° or tan( floor \\frac{1}{x} ∫ lim'.split(
        ' ',
      ),
    )
    const line = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(' ')),
      fc.string({ maxLength: 60 }),
    )
    const witness: fc.Arbitrary<Witness> = fc.record({
      kind: fc.constantFrom('sides-differ', 'solution-lost', 'solution-gained', 'false-equality'),
      at: fc.dictionary(fc.constantFrom('x', 'y'), fc.double(), { maxKeys: 2 }),
      sides: fc.array(line, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 2 }), witness, (lines, at) => {
        const picture = evidencePicture(lines, at)
        if (picture === null) return
        expect(JSON.stringify(picture).length).toBeLessThan(400_000)
        expect(pictureText(picture, 'en').description).not.toBe('')
      }),
      { numRuns: 600 },
    )
  })

  it('refuses a megabyte unread', () => {
    const long = 'x+'.repeat(500_000)
    expect(evidencePicture([long, long], { kind: 'solution-lost', at: { x: 1 }, sides: [] })).toBeNull()
  })
})
