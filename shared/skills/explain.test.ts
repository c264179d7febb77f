import { describe, expect, it, test } from 'vitest'
import { LANGUAGES } from '../catalogue/languages.ts'
import { answer } from './answer.ts'
import type { SkillContext } from './skill.ts'

const CONTEXT: SkillContext = {
  now: Date.UTC(2026, 2, 2, 9),
  timeZone: 60,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: { why: 'At x = 1 it is 8, not 5.' },
}
const say = (text: string, context = CONTEXT) => answer(text, context).outcome.say

describe('about the remark that stands', () => {
  it.each([
    'why?',
    'Why not?',
    'why is that wrong?',
    'but why',
    'how so?',
    'what is the problem with line 2?',
    "I don't get it",
    'explain that, please',
    'how do you know?',
    'warum?',
    'Wieso ist das falsch?',
    'Warum hast du das markiert?',
    'Erklär mir das bitte',
    'Das verstehe ich nicht.',
  ])('“%s” gets its evidence', (text) => {
    expect(say(text)).toBe('At x = 1 it is 8, not 5.')
  })

  it.each([
    'help',
    'help me please',
    'hint',
    'give me a hint',
    'another hint',
    'one more hint, please',
    'more hints',
    'ein Tipp',
    'noch ein Tipp',
    'gib mir noch einen Hinweis',
    'can you give me a hint?',
    "I'm stuck",
    'what is the rule?',
    'how do I fix it?',
    "I don't know",
    'Hilfe!',
    'gib mir einen Tipp',
    'ich komme nicht weiter',
    'welche Regel ist das?',
    'Was soll ich jetzt tun?',
  ])('“%s” climbs one rung', (text) => {
    expect(answer(text, CONTEXT).outcome).toEqual({ say: '', remark: 'hint' })
  })

  it.each([
    'show me the step',
    'Tell me the next step.',
    'what is the step?',
    'give me the step itself',
    'show me how it is done',
    'what should line 2 be?',
    'zeig mir den Schritt',
    'Sag mir bitte den nächsten Schritt',
    'was ist der richtige Schritt?',
    'zeig mir, wie es geht',
    'wie muss Zeile 2 heißen?',
  ])('“%s” asks for the step itself', (text) => {
    expect(answer(text, CONTEXT).outcome).toEqual({ say: '', remark: 'step' })
  })

  it.each([
    'you were wrong',
    "No, you're wrong",
    'I am right',
    'line 2 is correct',
    'no, it is not a mistake',
    'Das stimmt nicht',
    'Du irrst dich',
    'doch, Zeile 2 ist richtig',
    'nein, du liegst falsch',
  ])('“%s” takes it back', (text) => {
    expect(answer(text, CONTEXT).outcome).toEqual({
      say: 'I take that back, and stay quiet about it here.',
      remark: 'wrong',
    })
  })
})

test.each(['why?', 'help', 'you were wrong', 'Tipp'])('with nothing marked “%s” says so', (text) => {
  expect(answer(text, { ...CONTEXT, remark: null }).outcome).toEqual({
    say: 'There is nothing marked now. Say “check this”, and I go through your working.',
  })
})

test.each([
  ['what is the answer?', '2(x+3) = 10', { what: 'solve', text: '2(x+3) = 10', unknown: null }],
  ['Wie lautet das Ergebnis?', '3 + 4·2', { what: 'simplify', text: '3 + 4·2' }],
])('the answer is worked out when it is asked for: “%s”', (text, right, compute) => {
  const remark = { why: '', right }
  expect(answer(text, { ...CONTEXT, remark }).outcome).toEqual({ say: '', compute })
})

test.each([
  [
    'what is the answer?',
    { task: 'solve', text: 'x+y=3, x-y=1' },
    { what: 'solve', text: 'x+y=3, x-y=1', unknown: null },
  ],
  ['Wie lautet die Lösung?', { task: 'calculate', text: '3 + 4·2' }, { what: 'simplify', text: '3 + 4·2' }],
  ['tell me the solution', { task: 'integrate', text: 'x^2' }, { what: 'integrate', text: 'x^2', by: null }],
] as const)('with nothing marked it is that of the problem in view: “%s”', (text, problem, compute) => {
  const context = { ...CONTEXT, remark: null, problem: { ...problem, named: true } }
  expect(answer(text, context).outcome).toEqual({ say: '', compute })
  expect(say(text, { ...CONTEXT, remark: null })).toMatch(/^I am not sure which exercise you mean/)
})

test.each(['show me the step', 'zeig mir den nächsten Schritt'])(
  'with nothing marked there is no step to show: “%s”',
  (text) => {
    expect(say(text, { ...CONTEXT, remark: null })).toBe(
      'I do not work it out for you. Write your next step, and I check it.',
    )
  },
)

it.each(['what is the answer?', 'just tell me the solution', 'was ist x?'])(
  'the answer of the exercise is not told: “%s”',
  (text) => {
    expect(say(text)).toBe('I do not work it out for you. Write your next step, and I check it.')
  },
)

it.each([
  'hi',
  'Hello Aside!',
  'Guten Tag',
  'what can you do?',
  'who are you',
  'Was kannst du?',
  'wie geht das?',
])('“%s” is answered in every language', (text) => {
  for (const language of LANGUAGES) expect(answer(text, { ...CONTEXT, language }).skill).toBe('introduce')
})

it.each([
  ["that's right", null],
  ["that's wrong", null],
  ['why did Rome fall?', null],
  ['help me remember the milk', null],
  ['what is the answer to life', null],
  ['remind me in 5 minutes to ask why', 'remind'],
  ['was ist daran falsch?', 'check'],
  ['is this right?', 'check'],
  ["what's wrong?", 'check'],
  ['how long did that take me?', 'how-long'],
])('“%s” is about something else', (text, skill) => {
  expect(answer(text, CONTEXT).skill).toBe(skill)
})

test('a bare reminder is promised without its own span', () => {
  expect(say('remind me in 1 minute')).toBe('I will remind you: “Time is up”, in 1 minute.')
})
