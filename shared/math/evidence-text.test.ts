import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'
import { evidenceText, shortNumber } from './evidence-text.ts'
import { genericQuestion } from './generic-question.ts'

function told(...lines: string[]): { evidence: string; question: string } {
  const wrong = checkWorking(lines, { seed: 1 }).find((one) => one.verdict === 'does-not-follow')
  if (wrong?.verdict !== 'does-not-follow') throw new Error('nothing is wrong')
  return { evidence: evidenceText(wrong.proof), question: genericQuestion(wrong.proof, lines) }
}

describe('the evidence', () => {
  it('is a sentence a person can check', () => {
    expect(told('1/2 + 1/3', '2/5').evidence).toBe('Line 1 is 5/6, line 2 is 0.4.')
    expect(told('x² = 9x', 'x = 9')).toEqual({
      evidence: 'x = 0 solves line 1 but not line 2: its left side is 0, its right side is 9.',
      question: 'Does x = 9 keep every solution? Try x = 0.',
    })
    expect(told('3 + 4 = 7 × 2 = 14').evidence).toBe('3 + 4 is 7, but 7 × 2 is 14.')
  })

  it('prints numbers short', () => {
    expect([8, -0.5, 1 / 3, Math.PI, 0.4, 1e6, Number.NaN].map(shortNumber)).toEqual([
      '8',
      '−0.5',
      '1/3',
      'about 3.142',
      '0.4',
      '1000000',
      'undefined',
    ])
  })
})
