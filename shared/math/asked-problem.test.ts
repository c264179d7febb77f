import { expect, test } from 'vitest'
import { askedProblem } from './asked-problem.ts'

const P = '\uFFFC'
const of = (text: string, formulas: string[], ...lines: string[]) => askedProblem({ text, formulas }, lines)

test.each<[text: string, formulas: string[], lines: string[], task: string, of: string]>([
  ['', [], ['2x+3 = 7', '2x = 4'], 'solve', '2x+3 = 7'],
  ['', [], ['x+y = 3', 'x-y = 1', '2x = 4'], 'solve', 'x+y = 3, x-y = 1'],
  [`Solve the system ${P} and ${P}.`, ['x+y=3', 'x-y=1'], [], 'solve', 'x+y=3, x-y=1'],
  [`Solve ${P} by factoring.`, ['x^2-4=0'], [], 'solve', 'x^2-4=0'],
  [`Differentiate ${P}.`, ['f(x)=x^2'], [], 'differentiate', 'f(x)=x^2'],
  [`Leite ${P} ab.`, ['f(x)=x^2'], ['f(x) = x^2'], 'differentiate', 'f(x) = x^2'],
  [`Expand ${P} and simplify.`, ['2(x+3)-x'], [], 'simplify', '2(x+3)-x'],
  ['', [], ['Factor x^2+5x+6'], 'factor', 'x^2+5x+6'],
  ['Multipliziere den Term aus.', [], ['2(x+3)', '= 2x'], 'expand', '2(x+3)'],
  ['', [], ['3+4*2 ='], 'calculate', '3+4*2'],
  ['', [], ['3+4*2 = 11'], 'calculate', '3+4*2'],
  ['', [], ['\\int x^2 dx'], 'integrate', 'x^2'],
])('%j %j %j: %s %s', (text, formulas, lines, task, about) => {
  expect(of(text, formulas, ...lines)).toMatchObject({ task, text: about })
})

test('is not known of prose, of several exercises, or of two tasks at once', () => {
  expect(of('', [], 'Dear diary')).toBeNull()
  expect(of(`Solve ${P} and ${P}`, ['x^2=9', '2x=8'])).toBeNull()
  expect(of(`Find the derivative of ${P} and factor it`, ['x^2-4'])).toBeNull()
  expect(of(`Find the derivative of ${P}`, ['x^2=4'])).toBeNull()
  expect(askedProblem(null, [])).toBeNull()
})
