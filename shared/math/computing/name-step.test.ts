import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerText } from './answer-text.ts'
import { compute } from './compute.ts'
import { nameStep } from './name-step.ts'

test.each([
  [['2x+3=7', '2x=4'], 'subtract', ['3']],
  [['x-6=5', 'x=11'], 'add', ['6']],
  [['2x=4', 'x=2'], 'divide', ['2']],
  [['x/2=5', 'x=10'], 'multiply', ['2']],
  [['1/x+1/2 = 3', '2+x=6x'], 'multiply', ['2x']],
  [['xy=6', 'y=6/x'], 'divide', ['x']],
  [['-2x<6', 'x>-3'], 'divide-and-flip', ['−2']],
  [['5=x', 'x=5'], 'swap', []],
  [['2(x+3)=10', '2x+6=10'], 'expand', []],
  [['x^2-5x+6=0', '(x-2)(x-3)=0'], 'factor', []],
  [['2x+3x=10', '5x=10'], 'collect', []],
  [['(x-2)(x-3)=0', 'x=2 or x=3'], 'zero-product', []],
  [['x^2=9', 'x=3 or x=-3'], 'root', []],
  [['sqrt(x)=3', 'x=9'], 'square', []],
  [['f(x)=x^3', "f'(x)=3x^2"], 'differentiate', []],
  [['(x^2-1)/(x-1)', 'x+1'], 'cancel', []],
  [['x+y=5', 'y=x+1', 'x+(x+1)=5'], 'substitute', ['y']],
])('%j: %s', (lines, id, about) => {
  expect(nameStep(lines, null, 1)).toMatchObject({ line: lines.length - 1, rule: { id, about } })
})

test('what does not follow has no rule, and what is not known is not named', () => {
  expect(nameStep(['2x+3=7', '2x=10'], 1, 1)).toMatchObject({ relation: 'does-not-follow', rule: null })
  expect(nameStep(['x(x-2)=3x', 'x-2=3'], 1, 1)).toMatchObject({ relation: 'does-not-follow', rule: null })
  expect(nameStep(['2x+3=7', 'x=2'], 1, 1)).toMatchObject({ relation: 'same-solutions', rule: null })
  expect(nameStep(['2x+3=7'], 0, 1)).toMatchObject({ relation: 'first' })
  expect(nameStep(['some words'], 0, 1)).toMatchObject({ relation: 'cannot-tell' })
})

test('it is said in both languages', () => {
  const answer = compute({ task: { what: 'name-step', lines: ['2x+3=7', '2x=4'], line: 1 }, seed: 1 })
  if (answer.kind !== 'named-step') throw new Error(answer.kind)
  const notation = { decimal: 'language', times: 'dot' } as const
  expect(answerText(answer, 'en', notation)).toBe(
    'From line 1 to line 2: subtract $3$ on both sides. I have checked it.',
  )
  expect(answerText(answer, 'de', notation)).toBe(
    'Von Zeile 1 zu Zeile 2: auf beiden Seiten $3$ subtrahieren. Ich habe es geprüft.',
  )
})

test('any lines get an answer', () => {
  const signs = fc.constantFrom(...'x y 2 3 0 + - * / ^ ( ) = < or sqrt'.split(' '))
  const line = fc.array(signs, { maxLength: 10 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const task = { what: 'name-step', lines, line: null } as const
      expect(compute({ task, seed: 1 }).kind).toMatch(/named-step|cannot/)
    }),
    { numRuns: 100, seed: 5 },
  )
})
