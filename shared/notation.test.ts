import { expect, test } from 'vitest'
import { evidenceText, pointText, shortNumber } from './math/evidence-text.ts'
import { genericQuestion } from './math/generic-question.ts'
import { questionText, ruleText } from './math/slip-text.ts'
import type { Proof } from './math/verdict.ts'
import { inNotation, type Notation, USUAL_NOTATION, writesComma } from './notation.ts'

const COMMA: Notation = { decimal: 'comma', times: 'cross' }
const POINT: Notation = { decimal: 'point', times: 'dot' }

test('numbers have the sign that was chosen, else that of the language', () => {
  const written = (language: 'en' | 'de', notation?: Notation) =>
    [3.5, -9.8994949].map((value) => shortNumber(value, language, notation))
  expect(written('en')).toEqual(['3.5', 'about −9.899'])
  expect(written('en', COMMA)).toEqual(['3,5', 'about −9,899'])
  expect(written('de')).toEqual(['3,5', 'etwa −9,899'])
  expect(written('de', POINT)).toEqual(['3.5', 'etwa −9.899'])
})

test('coordinates are parted by semicolons where the comma is in the numbers', () => {
  const at = { x: 0.5, y: 2 }
  expect(pointText(at, 'en', COMMA)).toBe('x = 0,5; y = 2')
  expect(pointText(at, 'en', POINT)).toBe('x = 0.5, y = 2')
})

test('what the person wrote is quoted as it stands, beside numbers in the chosen notation', () => {
  const proof: Proof = {
    kind: 'false-equality',
    at: {},
    values: [
      { line: 0, side: 'left', text: '2·1.75', value: 3.5 },
      { line: 0, side: 'right', text: '3.25', value: 3.25 },
    ],
  }
  expect(evidenceText(proof, 'en', COMMA)).toBe('2·1.75 is 3,5, but 3.25 is 3,25.')
  expect(genericQuestion(proof, ['2·1.75 = 3.25'], 'en', COMMA)).toBe('Is 2·1.75 the same as 3.25?')
})

test('questions and rules print decimals and products in it', () => {
  const question = { id: 'adds-powers', about: ['2.5·3^4', '0.5^2'] } as const
  const asked = (notation: Notation) =>
    questionText({ id: question.id, about: [...question.about] }, 'en', notation)
  expect(asked(COMMA)).toBe('Are 2,5 × 3⁴ and 0,5² added or multiplied?')
  expect(asked(USUAL_NOTATION)).toBe('Are 2.5·3⁴ and 0.5² added or multiplied?')
  expect(ruleText('power-rule-factor-lost', 'de', COMMA)).toContain('n × xⁿ⁻¹')
})

test('a full stop after a number stays one', () => {
  expect(inNotation('Line 2. Is 3.5 in line 3.', COMMA, '.')).toBe('Line 2. Is 3,5 in line 3.')
})

test('a language with the comma has it everywhere, and coordinates are parted by semicolons then', () => {
  const question = { id: 'adds-powers', about: ['2.5·3^4', '0.5^2'] } as const
  expect(questionText({ id: question.id, about: [...question.about] }, 'de')).toContain('2,5·3⁴ und 0,5²')
  expect(pointText({ x: 0.5, y: 2 }, 'de')).toBe('x = 0,5; y = 2')
  expect(pointText({ x: 0.5, y: 2 }, 'de', POINT)).toBe('x = 0.5, y = 2')
})

test('languages that write the comma, in the places where they do', () => {
  expect(['de', 'de-AT', 'fr', 'DE', 'pt-BR'].filter(writesComma)).toHaveLength(5)
  expect(['en', 'de-CH', 'es-MX', 'zz', 'not a language', ''].filter(writesComma)).toEqual([])
})
