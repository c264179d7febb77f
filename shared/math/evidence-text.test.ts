import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'
import { evidenceText, shortNumber } from './evidence-text.ts'
import { genericQuestion } from './generic-question.ts'

function told(...lines: string[]): { evidence: string; question: string } {
  const wrong = checkWorking(lines, { seed: 1 }).find((one) => one.verdict === 'does-not-follow')
  if (wrong?.verdict !== 'does-not-follow') throw new Error('nothing is wrong')
  return { evidence: evidenceText(wrong.proof, 'en'), question: genericQuestion(wrong.proof, lines, 'en') }
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
    expect([8, -0.5, 1 / 3, Math.PI, 0.4, 1e6, Number.NaN].map((value) => shortNumber(value, 'en'))).toEqual([
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

describe('in German', () => {
  const gesagt = (...lines: string[]) => {
    const wrong = checkWorking(lines, { seed: 1 }).find((one) => one.verdict === 'does-not-follow')
    if (wrong?.verdict !== 'does-not-follow') throw new Error('nothing is wrong')
    return [evidenceText(wrong.proof, 'de'), genericQuestion(wrong.proof, lines, 'de')]
  }

  it.each([
    [['1/2 + 1/3', '2/5'], 'Zeile 1 ist 5/6, Zeile 2 ist 0,4.', 'Wie wurde aus 1/2 + 1/3 dann 2/5?'],
    [
      ['2(x+3) = 10', '2x+3 = 10'],
      'Für x = 1: die linke Seite von Zeile 1 ist 8, die von Zeile 2 ist 5.',
      'Wie wurde aus 2(x+3) dann 2x+3? Setz in beides x = 1 ein.',
    ],
    [
      ['x² = 9x', 'x = 9'],
      'x = 0 löst Zeile 1, aber nicht Zeile 2: deren linke Seite ist 0, deren rechte Seite ist 9.',
      'Behält x = 9 jede Lösung? Setz x = 0 ein.',
    ],
    [['3 + 4 = 7 × 2 = 14'], '3 + 4 ist 7, aber 7 × 2 ist 14.', 'Ist 3 + 4 dasselbe wie 7 × 2?'],
  ])('%j', (lines, evidence, question) => {
    expect(gesagt(...lines)).toEqual([evidence, question])
  })
})
