import { describe, expect, it, test } from 'vitest'
import { catalogueOf } from '../../catalogue/catalogue.ts'
import { checkWorking } from '../check-working.ts'
import { makeEntry } from '../entry.ts'
import { parseLine } from '../parse-line.ts'
import type { Slip, SlipId } from '../verdict.ts'
import { SLIPS } from './all-slips.ts'
import { withVerifiedStep } from './verified-step.ts'

const lastOf = (lines: readonly string[]) => {
  const verdict = checkWorking(lines, { seed: 1 }).at(-1)
  if (verdict?.verdict !== 'does-not-follow') throw new Error(`“${lines.join('; ')}”: ${verdict?.verdict}`)
  return verdict
}
const stepAfter = (...lines: string[]) => {
  const verdict = checkWorking(lines, { seed: 1 }).at(-1)
  return verdict?.verdict === 'does-not-follow' ? verdict.slip?.step : undefined
}

/** Slips that show in solutions or signs and not in the terms of a line. */
const OTHERS: Partial<Record<SlipId, readonly [before: string, after: string]>> = {
  'absolute-value-one-branch': ['|x-1| = 3', 'x-1 = 3'],
  'divides-by-variable': ['x^2 = 5x', 'x = 5'],
  'extraneous-root': ['x+6 = x^2', 'x = 3 or x = -2'],
  'inequality-not-flipped': ['-2x < 6', 'x < -3'],
  'missing-plus-minus': ['x^2 = 9', 'x = 3'],
  'root-sign-flipped': ['(x-2)(x+3) = 0', 'x = -2 or x = 3'],
  'run-on-equals': ['', '3+4 = 7·2 = 14'],
  'zero-product-misused': ['(x-2)(x+3) = 6', 'x-2 = 6 or x+3 = 6'],
}
const exampleOf = (id: SlipId): readonly [before: string, after: string] => {
  const rule = SLIPS.find((slip) => slip.id === id)
  const { from, to } = rule?.example ?? { from: '', to: '' }
  if (rule?.derivative) return [`f(x) = ${from}`, `f'(x) = ${to}`]
  if (rule?.integral) return [`\\int ${from} dx`, `= ${to} + C`]
  return OTHERS[id] ?? [from, to]
}
const IDS = Object.keys(catalogueOf('en').slips.rules) as SlipId[]

/** Where the rule only says what may not be done with letters there is nothing to write instead. */
const NONE_WITH_LETTERS: Partial<Record<SlipId, readonly [before: string, after: string, step: string]>> = {
  'adds-powers': ['2^2+2^3', '2^5', '4 + 8'],
  'divides-by-each-term': ['12/(2+4)', '12/2+12/4', '12/6'],
  'log-of-sum': ['ln(x)+ln(2)', 'ln(x+2)', 'ln(x·2)'],
  'root-of-sum': ['√(9+16)', '3+4', '√(25)'],
}
/** The line cannot be simplified at all, or the right line is the answer itself. */
const NEVER: readonly SlipId[] = ['combines-unlike-terms', 'quotient-of-logs', 'extraneous-root']

describe('the step as the rule makes it', () => {
  it.each(IDS)('%s: follows, as the slipped line does not', (id) => {
    const [before, after] = exampleOf(id)
    const lines = [before, after].filter((line) => line !== '')
    if (NEVER.includes(id) || NONE_WITH_LETTERS[id] !== undefined)
      return expect(stepAfter(...lines)).toBeUndefined()
    const { slip } = lastOf(lines)
    expect(slip?.id).toBe(id)
    const step = slip?.step ?? ''
    expect(step).not.toBe(after)
    expect(checkWorking([before, step], { seed: 2 })[1]).toMatchObject({ verdict: 'follows' })
  })

  it.each(Object.entries(NONE_WITH_LETTERS))(
    '%s: with numbers alone there is one',
    (id, [before, after, step]) => {
      expect(lastOf([before, after]).slip).toMatchObject({ id, step })
      expect(checkWorking([before, step], { seed: 2 })[1]).toMatchObject({ verdict: 'follows' })
    },
  )

  test.each([
    [['2(x+3) = 10', '2x+3 = 10'], '2x + 2·3 = 10'],
    [['2(x+3)', '= 2x+3'], '= 2x + 2·3'],
    [['2(x+3) = 2x+3'], '2(x+3) = 2x + 2·3'],
    [['5-(x-2) = 1', '5-x-2 = 1'], '5 − x + 2 = 1'],
    [['1/2+1/3 = 2/5'], '1/2+1/3 = (1·3 + 1·2)/(2·3)'],
    [['x+5 = 12', 'x = 17'], 'x = 12 − 5'],
    [['(x-3)^2 = 16', 'x^2-9 = 16'], 'x^2 − 2x·3 + 3^2 = 16'],
    [['f(x) = sin(3x)', "f'(x) = cos(3x)"], "f'(x) = cos(3x)·3"],
    [['5 - 2x <= 9', '-2x <= 4', 'x <= -2'], '(−2x)/(−2) ≥ 4/(−2)'],
    [['2(x+1)^2 = 18', 'x+1 = 3'], 'x + 1 = √(18/2) or x + 1 = −√(18/2)'],
    [['10-3+2 = 5'], '10-3+2 = 7 + 2'],
    [['2·3^2', '6^2'], '2·9'],
    [['12:3·2 = 2'], '12:3·2 = 4·2'],
  ])('%j → %s', (lines, step) => {
    expect(stepAfter(...lines)).toBe(step)
  })

  it('is not there where no slip is named', () => {
    expect(lastOf(['2(x+3) = 10', '7x = 12']).slip?.step).toBeUndefined()
  })
})

describe('a step is told only if', () => {
  const entryOf = (text: string, line: number) => {
    const parsed = parseLine(text)
    const statement = parsed.kind === 'statements' ? parsed.statements[0] : undefined
    if (statement === undefined) throw new Error(text)
    return makeEntry(statement, new Map(), { line, stance: 'plain', words: [], afterBlank: false })
  }
  const told = (step: string) => {
    const from = entryOf('2x = 10', 0)
    const working = { history: [from], later: [], seed: 1, degrees: false, words: [] }
    const slip: Slip = { id: 'subtracts-coefficient', question: { id: 'subtracts-coefficient', about: [] } }
    return withVerifiedStep({ ...slip, step }, from, entryOf('x = 8', 1), working, new Map()).step
  }

  it('follows, and can be read', () => {
    expect(told('(2x)/2 = 10/2')).toBe('(2x)/2 = 10/2')
    expect(told('(2x)/2 = 10')).toBeUndefined()
    expect(told('divide both sides')).toBeUndefined()
  })

  it('is not the end of the exercise', () => {
    expect(told('x = 5')).toBeUndefined()
    expect(told('x = 10/2')).toBeUndefined()
    expect(stepAfter('|x| = 3', 'x = 3')).toBeUndefined()
    expect(stepAfter('-x < 3', 'x < -3')).toBe('(−x)/(−1) > 3/(−1)')
    expect(stepAfter('1.2·1.1', '1.3')).toBeUndefined()
  })
})
