import { expect, test } from 'vitest'
import { equalAnswers } from '../equal-answers.ts'
import { likeIt } from './like-it.ts'
import { solve } from './solve.ts'
import { SORTS } from './sorts.ts'

test.each([
  ['3(x-2)=2x+5', 'solve', /^\d+\(x − \d+\) = \d+x \+ \d+$/],
  ['2t+3=7', 'solve', /^\d+x \+ \d+ = \d+$/],
  ['x^2-5x+6=0', 'solve', /^x\^2 − \d+x \+ \d+ = 0$/],
  ['3/4+1/8', 'calculate', /^\d+\/\d+ \+ \d+\/\d+$/],
  ['(x+2)(x-3)', 'expand', /^\(x \+ \d+\)\(x − \d+\)$/],
  ['f(x)=x^3-2x', 'differentiate', /^x\^3 − \d+x$/],
])('%s: other numbers, the same kind', (text, task, shape) => {
  for (let seed = 1; seed <= 20; seed++) {
    const exercise = likeIt(text, null, seed)
    expect(exercise).toMatchObject({ task })
    expect(exercise?.given).toMatch(shape)
    expect(exercise?.given.replaceAll(' ', '').replaceAll('−', '-')).not.toBe(text)
  }
})

test('the answer that is kept is the answer', () => {
  for (let seed = 1; seed <= 20; seed++)
    for (const sort of SORTS) {
      const exercise = likeIt('', sort, seed)
      if (exercise === null) throw new Error(sort)
      const { task, given, answer } = exercise
      if (task === 'solve') {
        const solved = solve(given, null, seed)
        const values = solved.kind === 'solved' ? solved.values : []
        expect(answer).toBe(values.map((value) => `x = ${value}`).join(' or '))
      } else if (task !== 'differentiate') {
        expect(equalAnswers(given, answer, { seed }).verdict).toBe('equal')
      } else expect(equalAnswers(`d/dx (${given})`, answer, { seed }).verdict).not.toBe('different')
    }
})

test('of what is no such exercise none is made', () => {
  for (const text of ['some words', 'sin(x) = 0.5', 'x + y = 3', 'x^5 = 2', '7', ''])
    expect(likeIt(text, null, 1)).toBeNull()
})
