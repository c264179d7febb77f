import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import type { SkillContext } from './skill.ts'

const CONTEXT: SkillContext = {
  now: Date.UTC(2026, 2, 2, 9),
  timeZone: 60,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}
const taskOf = (text: string, selection = '') => answer(text, { ...CONTEXT, selection }).outcome.compute

test.each([
  ['solve 2x+3=7', { what: 'solve', text: '2x+3=7', unknown: null }],
  ['Can you solve the equation x^2-5x+6=0, please?', { what: 'solve', text: 'x^2-5x+6=0' }],
  ['solve A = l*b for b', { what: 'solve', text: 'A = l*b', unknown: 'b' }],
  ['find the roots of x^2-4', { what: 'solve', text: 'x^2-4 = 0' }],
  ['simplify (x^2-1)/(x-1)', { what: 'simplify', text: '(x^2-1)/(x-1)' }],
  ['what is 3/4 + 1/8?', { what: 'simplify', text: '3/4 + 1/8' }],
  ['multiply out (x+1)(x-2)', { what: 'expand', text: '(x+1)(x-2)' }],
  ['factorise 6x+9', { what: 'factor', text: '6x+9' }],
  ['what is the derivative of x^2?', { what: 'differentiate', text: 'x^2', by: null }],
  ['differentiate a*t^2 with respect to t', { what: 'differentiate', text: 'a*t^2', by: 't' }],
  ['integral of x^2 dx', { what: 'integrate', text: 'x^2', by: 'x' }],
  ['integrate x^2 from 0 to 1', { what: 'integral', text: 'x^2', by: null, from: '0', to: '1' }],
  ['what is the integral of sin(t) dt from 0 to pi/2?', { what: 'integral', by: 't', to: 'pi/2' }],
  ['area under x^2 between -1 and 2.5', { what: 'integral', from: '-1', to: '2.5' }],
  ['integrate ∫_0^1 x^2 dx', { what: 'integrate', text: '∫_0^1 x^2 dx', by: 'x' }],
  ['solve sin x = 0.5 in degrees', { what: 'solve', text: 'sin x = 0.5', angles: 'degrees' }],
  ['solve sin x = 0.5, 0° <= x <= 360°', { what: 'solve', text: 'sin x = 0.5, 0° <= x <= 360°' }],
  ['solve x^2 - 5x + 6 < 0', { what: 'solve', text: 'x^2 - 5x + 6 < 0' }],
  ['integriere x^2 von 0 bis 1', { what: 'integral', text: 'x^2', from: '0', to: '1' }],
  ['löse sin x = 0,5 in Grad', { what: 'solve', text: 'sin x = 0,5', angles: 'degrees' }],
  ['put x = 3 into x^2+1', { what: 'substitute', text: 'x^2+1', values: [{ name: 'x', value: '3' }] }],
  ['table of x^2 from -3 to 3 step 0.5', { what: 'table', text: 'x^2', from: -3, to: 3, step: 0.5 }],
  ['convert 90 km/h to m/s', { what: 'convert', amount: '90', from: 'km/h', to: 'm/s' }],
  ['how many minutes are in 2 hours?', { what: 'convert', amount: '2', from: 'hours', to: 'minutes' }],
  ['löse 2x+3=7', { what: 'solve', text: '2x+3=7' }],
  ['Löse bitte die Gleichung A = l*b nach b auf', { what: 'solve', text: 'A = l*b', unknown: 'b' }],
  ['Nullstellen von x^2-4', undefined],
  ['was sind die Nullstellen von x^2-4', { what: 'solve', text: 'x^2-4 = 0' }],
  ['vereinfache 2x+3x', { what: 'simplify', text: '2x+3x' }],
  ['berechne 3,5*2', { what: 'simplify', text: '3,5*2' }],
  ['multipliziere (x+1)(x-2) aus', { what: 'expand', text: '(x+1)(x-2)' }],
  ['faktorisiere x^2-9', { what: 'factor', text: 'x^2-9' }],
  ['leite x^3 ab', { what: 'differentiate', text: 'x^3' }],
  ['Stammfunktion von x^2', { what: 'integrate', text: 'x^2' }],
  ['setze x=2 in x^2+1 ein', { what: 'substitute', text: 'x^2+1' }],
  ['Wertetabelle von x^2 von -2 bis 2', { what: 'table', text: 'x^2', from: -2, to: 2 }],
  ['rechne 3 km in m um', { what: 'convert', amount: '3', from: 'km', to: 'm' }],
  ['wie viele Minuten sind 2,5 Stunden', { what: 'convert', amount: '2.5', from: 'Stunden', to: 'Minuten' }],
])('“%s”', (text, task) => {
  if (task === undefined) expect(taskOf(text)).toBeUndefined()
  else expect(taskOf(text)).toMatchObject(task)
})

test.each(['solve it', 'solve this', 'simplify that', 'löse das', 'faktorisiere es'])(
  '“%s” is about what is selected, else about what was written last',
  (text) => {
    expect(taskOf(text)).toMatchObject({ text: '' })
    expect(taskOf(text, 'x^2-4 = 0')).toMatchObject({ text: 'x^2-4 = 0' })
    expect(taskOf(text, 'all about slopes')).toMatchObject({ text: '' })
  },
)

test.each([
  'what is slope',
  'what is x',
  'what is 2+2=5',
  'solve my problem with homework',
  'find slope on this page',
  'what is the time?',
  'how long did that take me?',
  'remind me in 5 minutes to solve 2x=4',
  'calculate',
  'what is it',
  'was ist das',
  'convert my file to pdf',
  'table of contents',
  'put this into words',
  'check 2(x+3)=2x+6',
])('“%s” asks for nothing to be worked out', (text) => {
  expect(taskOf(text)).toBeUndefined()
})

test.each([
  ['explain line 4', 3],
  ['Explain this line, please', null],
  ['which rule takes line 3 to line 4?', 3],
  ['how do you get from line 1 to line 2?', 1],
  ['erkläre Zeile 4', 3],
  ['Welche Regel führt von Zeile 3 zu Zeile 4?', 3],
  ['warum folgt Zeile 2 aus Zeile 1', 1],
])('“%s” asks for the rule', (text, line) => {
  expect(taskOf(text)).toEqual({ what: 'name-step', lines: [], line })
  expect(taskOf(text, '2x = 4\nx = 2')).toMatchObject({ lines: ['2x = 4', 'x = 2'] })
})

test('of a marked line “explain line 2” asks for what is wrong with it', () => {
  const remark = { why: 'It is 8, not 5.', hint: '' }
  const { outcome } = answer('explain line 2', { ...CONTEXT, remark } as SkillContext)
  expect(outcome.compute).toBeUndefined()
})

test.each([
  ['give me one like it', null],
  ['Give me another one like this, please', null],
  ['a similar exercise', null],
  ['give me a quadratic equation', 'quadratic'],
  ['give me another linear equation to solve', 'linear'],
  ['gib mir eine ähnliche Aufgabe', null],
  ['noch so eine Aufgabe', null],
  ['gib mir eine quadratische Gleichung', 'quadratic'],
])('“%s” asks for another exercise', (text, sort) => {
  expect(taskOf(text)).toEqual({ what: 'like-it', text: '', sort })
})
