import { expect, test } from 'vitest'
import { practise } from './practise.ts'
import type { SkillContext } from './skill.ts'

const context = (practising: boolean): SkillContext => ({
  now: 0,
  timeZone: 0,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
  practising,
})
const understood = (text: string, practising = false) => practise.understand(text, context(practising))?.what

test.each([
  'practise',
  'Practice',
  'give me practice',
  "let's practise something",
  'I want to practise',
  'Can you give me an exercise, please?',
  'another exercise',
  'üben',
  'Lass uns üben!',
  'gib mir eine Übung',
  'ich möchte noch mal üben',
])('%j asks for practice', (text) => {
  expect(understood(text)).toBe('begin')
})

test.each([
  'practice makes perfect',
  'remind me to practise',
  'skip',
  '4x − 12',
  'x = 4',
  'later',
  'check x = 4',
])('%j does not, and is left to others while nothing is practised', (text) => {
  expect(understood(text)).toBeUndefined()
})

test.each([
  ['4x − 12', 'answer'],
  ['x = 7 or x = −7', 'answer'],
  ['3x = 12\nx = 4', 'answer'],
  ['\\frac{5}{6}', 'answer'],
  ['2 sin(x) + x^2 cos(x)', 'answer'],
  ['skip', 'skip'],
  ['nächste', 'skip'],
  ['later', 'later'],
  ['Genug für heute', 'later'],
  ['a hint, please', 'hint'],
  ['I give up', 'solution'],
  ['zeig mir die Lösung', 'solution'],
  ['check 4x = 4x', undefined],
  ['remind me in 5 minutes to stretch', undefined],
  ['what time is it?', undefined],
] as const)('while something is practised, %j is: %s', (text, what) => {
  expect(understood(text, true)).toBe(what)
})
