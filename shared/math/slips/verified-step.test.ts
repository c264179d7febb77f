import { describe, expect, it, test } from 'vitest'
import { checkWorking } from '../check-working.ts'
import { makeEntry } from '../entry.ts'
import { parseLine } from '../parse-line.ts'
import type { Slip } from '../verdict.ts'
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

const CASES = SLIPS.filter(({ integral }) => !integral).map(({ id, example, derivative }) =>
  derivative
    ? ([id, `f(x) = ${example.from}`, `f'(x) = ${example.to}`] as const)
    : ([id, example.from, example.to] as const),
)
const WITH_STEP = CASES.filter(([, ...lines]) => stepAfter(...lines) !== undefined)

describe('the step as the rule makes it', () => {
  it.each(WITH_STEP)('%s: follows, as the slipped line does not', (id, before, after) => {
    const { slip } = lastOf([before, after])
    expect(slip?.id).toBe(id)
    const step = slip?.step ?? ''
    expect(step).not.toBe(after)
    expect(checkWorking([before, step], { seed: 2 })[1]).toMatchObject({ verdict: 'follows' })
  })

  it('is there for most slips', () => {
    expect(WITH_STEP.length).toBeGreaterThan(29)
  })

  test.each([
    [['2(x+3) = 10', '2x+3 = 10'], '2x + 2·3 = 10'],
    [['2(x+3)', '= 2x+3'], '= 2x + 2·3'],
    [['2(x+3) = 2x+3'], '2(x+3) = 2x + 2·3'],
    [['5-(x-2) = 1', '5-x-2 = 1'], '5 − x + 2 = 1'],
    [['1/2+1/3 = 2/5'], '1/2+1/3 = (1·3 + 1·2)/(2·3)'],
    [['x+5 = 12', 'x = 17'], 'x = 12 − 5'],
    [['(x-3)^2 = 16', 'x^2-9 = 16'], 'x^2 − 2x·3 + 3^2 = 16'],
    [['f(x) = sin(3x)', "f'(x) = cos(3x)"], "f'(x) = cos(3x)·3"],
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
  })
})
