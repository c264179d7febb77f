import { describe, expect, test } from 'vitest'
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
const outcomeOf = (text: string, context: Partial<SkillContext> = {}) =>
  answer(text, { ...CONTEXT, ...context }).outcome

test.each([
  ['plot y = x^2 - 3', ['y = x^2 - 3']],
  ['Could you plot x^2 and 2x+3, please?', ['x^2', '2x+3']],
  ['graph sin x, cos x', ['sin x', 'cos x']],
  ['draw the graph of 1/x', ['1/x']],
  ['show me a plot of √x', ['√x']],
  ['sketch x^3 - x', ['x^3 - x']],
  ['plot x > 3', ['x > 3']],
  ['plot 0,5x', ['0,5x']],
  ['zeichne y = x^2 - 3', ['y = x^2 - 3']],
  ['Zeichne bitte den Graphen von 2x+1 und x^2!', ['2x+1', 'x^2']],
  ['plotte 1/x', ['1/x']],
])('%s', (text, of) => {
  expect(outcomeOf(text).plot).toEqual({ of, from: null, to: null })
})

test.each([
  ['plot x^2 from -2 to 4', -2, 4],
  ['plot sin x between 0 and 2π', 0, 2 * Math.PI],
  ['zeichne x^2 von -1,5 bis 3', -1.5, 3],
  ['plot x^2 from 4 to 4', null, null],
])('%s: over that range', (text, from, to) => {
  expect(outcomeOf(text).plot).toMatchObject({ from, to })
})

describe('this', () => {
  const activity = {
    startedAt: 0,
    firstEditAt: null,
    lastEditAt: null,
    activeMs: 0,
    lines: [
      { at: 1, text: 'x^2 = 9' },
      { at: 2, text: 'y = 2x + 1' },
    ],
    label: '',
  }

  test.each([['plot this'], ['graph it'], ['zeichne das'], ['plot the last line'], ['draw the graph']])(
    '%s',
    (text) => {
      expect(outcomeOf(text, { activity }).plot?.of).toEqual(['y = 2x + 1'])
      expect(outcomeOf(text, { activity, selection: ' x^2 \n' }).plot?.of).toEqual(['x^2'])
    },
  )

  test('is nothing when nothing was selected or written', () => {
    expect(outcomeOf('plot this')).toEqual({ say: expect.stringMatching(/^Select a function/) })
  })
})

test('the answer names what is drawn, in the person’s language', () => {
  expect(outcomeOf('plot x^2 and 2x').say).toBe('Graph of x² and 2x.')
  expect(outcomeOf('zeichne x^2', { language: 'de' }).say).toBe('Graph von x².')
})

test.each([
  ['plot the course of the war'],
  ['plot x^2 + y^2 = 1'],
  ['plot x, x^2, x^3, x^4'],
  [`plot ${'x+'.repeat(200)}1`],
])('%s: one sentence says what can be plotted', (text) => {
  expect(outcomeOf(text)).toEqual({ say: expect.stringMatching(/functions of one variable/) })
})

test.each([
  ['draw my attention to errors'],
  ['zeichne einen Kreis'],
  ['what is a plot?'],
  ['table of x^2 from 1 to 3'],
])('%s asks for something else', (text) => {
  expect(outcomeOf(text).plot).toBeUndefined()
  expect(outcomeOf(text).say).not.toMatch(/functions of one variable/)
})

test('it is said in the notation of the person', () => {
  const notation = { decimal: 'comma', times: 'dot' } as const
  expect(outcomeOf('plot 0.5x', { notation }).say).toBe('Graph of 0,5x.')
  expect(outcomeOf('plot 0.5x').say).toBe('Graph of 0.5x.')
})
