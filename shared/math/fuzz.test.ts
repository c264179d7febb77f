import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCopy } from './check-copy.ts'
import { checkWorking } from './check-working.ts'
import { evidenceText } from './evidence-text.ts'
import { parseLine } from './parse-line.ts'

/** What mathematics is made of, in any order, and what it is not made of. */
const PIECES =
  'x y a 2 3 10 0 0.5 1,5 + - − * · / ÷ ^ = < > ≤ ≥ ≠ ≈ ( ) [ ] { } | √ π ∞ ² ³ ½ ! % ° ± ∓ _ , ; : . ? => → ∈ ∫ d/dx sin cos log ln e^ f(x) x_1 \\frac \\sqrt \\left( \\right) \\cdot \\begin{cases} \\end{cases} \\\\ & $ or and solve let so not check by if 🙂 é \ud800 \u200b \uFFFC \uFFFD "'.split(
    ' ',
  )
const LINE = fc.array(fc.constantFrom(...PIECES, ' '), { maxLength: 30 }).map((pieces) => pieces.join(''))
const ANY = fc.oneof({ weight: 4, arbitrary: LINE }, fc.string({ unit: 'binary', maxLength: 60 }))

describe('whatever is written', () => {
  test('a line is parsed or set aside', () => {
    fc.assert(
      fc.property(ANY, (line) => {
        expect(['statements', 'nothing']).toContain(parseLine(line).kind)
      }),
      { numRuns: 1500 },
    )
  }, 30_000)

  test('a working gets one verdict for each line, the same each time, and evidence that can be said', () => {
    fc.assert(
      fc.property(fc.array(ANY, { maxLength: 5 }), fc.boolean(), (lines, lastUnfinished) => {
        const verdicts = checkWorking(lines, { seed: 1, lastUnfinished })
        expect(verdicts.map(({ line }) => line)).toEqual(lines.map((_, index) => index))
        for (const verdict of verdicts)
          if (verdict.verdict === 'does-not-follow') expect(evidenceText(verdict.proof, 'en')).not.toBe('')
        expect(checkWorking(lines, { seed: 1, lastUnfinished })).toEqual(verdicts)
      }),
      { numRuns: 200 },
    )
  }, 30_000)

  test('a first line is compared with any problem', () => {
    fc.assert(
      fc.property(
        fc.array(ANY, { maxLength: 4 }),
        fc.array(LINE, { maxLength: 3 }),
        ANY,
        (text, formulas, line) => {
          const copy = checkCopy({ text: text.join('\n'), formulas }, [line], 1)
          expect([undefined, 'copied', 'miscopied']).toContain(copy?.verdict)
        },
      ),
      { numRuns: 400 },
    )
  }, 30_000)
})

/** Lines as long as are read, nested or chained as deep as they go, and a megabyte, which is not read. */
const LONG = [
  ...PIECES.filter((piece) => piece !== '').map((piece) => piece.repeat(Math.floor(1999 / piece.length))),
  'x^'.repeat(290),
  'sqrt('.repeat(190),
  '(1+'.repeat(190),
  '\\frac{1}{'.repeat(140),
  '(x+1)'.repeat(110),
  'x=1 or '.repeat(190),
  '1/'.repeat(290),
]

describe('however much is written', () => {
  test.each(LONG.map((line) => [`${line.slice(0, 10)}…`, line] as const))('%s', (_, line) => {
    const whole = `${line}x`
    const much = line.repeat(Math.ceil(1_000_000 / line.length))
    expect(parseLine(much)).toEqual({ kind: 'nothing', why: 'too-long' })
    expect(checkWorking([line, whole, '2x=4', `${whole}=2`, much], { seed: 1 })).toHaveLength(5)
    checkCopy({ text: `Solve ${whole}`.slice(0, 2000), formulas: [] }, [whole.slice(0, 1999)], 1)
  })
})
