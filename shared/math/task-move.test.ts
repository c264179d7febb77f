import { expect, test } from 'vitest'
import { moveInWorking } from './task-move.ts'

const P = '\uFFFC'
const move = (text: string | null, formulas: string[], ...lines: string[]) =>
  moveInWorking(text === null ? null : { text, formulas }, lines)

test.each<[move: string, text: string | null, formulas: string[], ...lines: string[]]>([
  ['collect', null, [], '5x − 3 = 2x + 9'],
  ['combine-equations', null, [], 'x + y = 3', 'x − y = 1'],
  ['combine-equations', null, [], 'x + y = 3, x − y = 1'],
  ['combine-equations', `Solve ${P}, ${P}.`, ['x+y=3', 'x-y=1'], 'x + y = 3', 'x − y = 1', 'y = 3 − x'],
  ['undo-factor', null, [], 'x + y = 3', 'x − y = 1', '2x = 4'],
  ['put-in', null, [], 'x + y = 3', 'x − y = 1', '2x = 4', 'x = 2'],
  ['inner-first', null, [], '3 + 4·(2 − 5) ='],
  ['products-next', null, [], '3 + 4·(2 − 5)', '= 3 + 4·(−3)'],
  ['from-the-left', null, [], '3 + 4·(2 − 5)', '= 3 − 12'],
  ['common-denominator', `Calculate ${P}.`, ['\\frac12+\\frac13'], '1/2 + 1/3'],
  ['reduce', 'Berechne.', [], '1/2 + 1/6', '= 4/6'],
  ['fraction-by-fraction', 'Work it out.', [], '(1/2):(3/4)'],
  ['powers-next', null, [], '2·3² ='],
  ['open-each', 'Simplify.', [], '2(x + 3) − x'],
  ['collect-terms', 'Simplify.', [], '2(x + 3) − x', '= 2x + 6 − x'],
  ['open-square', null, [], 'Expand (x + 3)²'],
  ['same-bases', null, [], 'Vereinfache x²·x³'],
  ['common-factor', 'Factor.', [], '6x + 9'],
  ['common-factor', 'Faktorisiere.', [], 'x² + 5x'],
  ['two-numbers', null, [], 'Factor x² + 5x + 6'],
  ['difference-of-squares', 'Factor.', [], 'x² − 9'],
  ['product-rule', `Differentiate ${P}.`, ['f(x)=x^2\\sin(x)'], 'f(x) = x²·sin(x)'],
  ['quotient-rule', 'Leite ab.', [], 'f(x) = x/(x + 1)'],
  ['chain-rule', 'Find the derivative.', [], 'y = sin(3x)'],
  ['each-term', null, [], 'd/dx (x³ + 2x) ='],
  ['antiderivative', null, [], '∫ x² dx ='],
])('%s: %j %j %s', (expected, text, formulas, ...lines) => {
  expect(move(text, formulas, ...lines)).toBe(expected)
})

test.each<[why: string, text: string | null, ...lines: string[]]>([
  ['an expression that nobody asked about', null, '2(x + 3) − x'],
  ['a date', null, '2024 − 11 − 24'],
  ['prose', null, 'Dear diary, today I have 3 things to tell'],
  ['a number reached', null, '3 + 4·2', '= 3 + 8', '= 11'],
  ['a fraction in lowest terms', 'Calculate.', '1/2 + 1/3', '= 5/6'],
  ['a term that is simple', 'Simplify.', '2(x + 3) − x', '= x + 6'],
  ['a product, when factoring', 'Factor.', 'x² − 9', '= (x − 3)(x + 3)'],
  ['a derivative', 'Differentiate.', 'f(x) = x²', "f'(x) = 2x"],
  ['a derivative in its line', null, 'd/dx (x²) = 2x'],
  ['an integral worked out', null, '∫ x² dx = x³/3 + C'],
  ['a system solved', null, 'x + y = 3', 'x − y = 1', 'x = 2', 'y = 1'],
  ['a system solved in one line', null, 'x + y = 3', 'x − y = 1', 'x = 2, y = 1'],
  ['a formula', null, 'A = a·b'],
  ['two tasks at once', 'Factor it and find the derivative.', 'x² − 9'],
  ['a long line', 'Simplify.', `${'x + '.repeat(100)}1`],
])('nothing for %s', (_, text, ...lines) => {
  expect(move(text, [], ...lines)).toBeNull()
})
