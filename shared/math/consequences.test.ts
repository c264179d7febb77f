import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'
import { checkWritten } from './check-written.ts'
import { isMoreThanMathematics } from './consequences.ts'

const wrongLines = (...lines: string[]) =>
  checkWorking(lines, { seed: 1 }).flatMap(({ verdict, line }) =>
    verdict === 'does-not-follow' ? [line] : [],
  )

describe('a line that is more than mathematics', () => {
  const odd = ['1/x > 2', 'x must be positive, so 1 > 2x']
  const mistaken = ['x + y = 8, x − y = 2', 'subtract: 2y = 10']

  it('is no mistake where what comes after it follows from what stands before', () => {
    expect(wrongLines(...odd, '0 < x < 1/2')).toEqual([])
    expect(wrongLines('18/24', 'as a decimal = 7.5%', '= 3/4')).toEqual([])
  })

  it('is a mistake where what comes after it is false without it', () => {
    expect(wrongLines(...mistaken, 'y = 5')).toEqual([1])
  })

  it('is a mistake where nothing with numbers comes after it', () => {
    expect(wrongLines(...mistaken)).toEqual([1])
    expect(wrongLines(...mistaken, 'done')).toEqual([1])
  })

  it('waits for what comes of it while the person goes on', () => {
    const written = (paused: boolean, ...lines: string[]) =>
      checkWritten({ lines, lastUnfinished: false, paused, seed: 1 }).map(({ verdict }) => verdict)
    expect(written(false, '18/24', '= 7.5%')).not.toContain('does-not-follow')
    expect(written(true, '18/24', '= 7.5%')).toContain('does-not-follow')
  })
})

it('tells words, claims and units from mathematics alone', () => {
  for (const line of ['2ab + 3xy = 5', '\\frac{dy}{dx} = 3\\sin x', 'f(x) = 3,5x', 'ln(x) + arctan(2)'])
    expect(isMoreThanMathematics(line), line).toBe(false)
  for (const line of [
    'so x = 3',
    '3 kg',
    'x = 2, y = 3',
    'x = 2 \\iff y = 3',
    '20%',
    '8 : 2',
    'x=1\\text{ or }x=2',
  ])
    expect(isMoreThanMathematics(line), line).toBe(true)
})
