import { describe, expect, it } from 'vitest'
import { finishedLines } from './finished-lines.ts'

describe('a finished line', () => {
  it('ends with any newline', () => {
    for (const newline of ['\n', '\r\n', '\u2028'])
      expect(finishedLines(`2x = 4${newline}x = 2${newline}`, { sinceKeyMs: 0, medianGapMs: 200 })).toEqual({
        lines: ['2x = 4', 'x = 2'],
        lastFinished: true,
      })
  })

  it('ends with a pause after something that parses whole', () => {
    const finishedAfter = (sinceKeyMs: number, medianGapMs: number, text = 'x = 2') =>
      finishedLines(text, { sinceKeyMs, medianGapMs }).lastFinished
    expect(finishedAfter(1199, 200)).toBe(false)
    expect(finishedAfter(1200, 200)).toBe(true)
    expect(finishedAfter(1500, 900)).toBe(false)
    expect(finishedAfter(1800, 900)).toBe(true)
    for (const text of ['2x + 3 =', '2(x + 3', '2x +', 'x = \\frac{1}{'])
      expect(finishedAfter(5000, 200, text)).toBe(false)
    for (const text of ['≈ 8,46', '15 : 3,6 ≈ 4,17 km/h', '(2, −2) and (3, −3)', 'L = {(2 | 3)}'])
      expect(finishedAfter(5000, 200, text)).toBe(true)
    for (const text of ['≈ 8,46 +', '(2, −2) and', '(2, −2) and (3,', 'x = 0,5 ·'])
      expect(finishedAfter(5000, 200, text)).toBe(false)
  })

  it('is not the empty rest', () => {
    expect(finishedLines('', { sinceKeyMs: 9000, medianGapMs: 200 }).lastFinished).toBe(false)
  })
})
