import { expect, test } from 'vitest'
import { isBackchannel, isWait, mayBecomeBackchannel } from './listening-signs.ts'

test.each([
  'ok',
  'Mm-hm.',
  'I see',
  'ja, genau',
  'ach so',
  'Verstehe!',
  '👍',
  '👍🏽',
  'ok 👍',
  'okay👌',
  'Mhm',
  'right.',
  'okkk',
  'Yesss!',
  'makes sense',
  '+1',
  ':)',
])('“%s” is a sign of listening', (text) => {
  expect(isBackchannel(text)).toBe(true)
})

test.each([
  'ja, aber warum?',
  'ok, what is a slope',
  'genau das nicht',
  'wait',
  'stop',
  'no, I mean the other one',
  'right, but why',
  'ok?',
  'no 👍',
  '👎',
  '',
  '🛑',
  'go on',
  'i = 3',
])('“%s” is more than that', (text) => {
  expect(isBackchannel(text)).toBe(false)
})

test('what is half written may still become one', () => {
  expect(['g', 'gen', 'ja, ge', 'ye'].every(mayBecomeBackchannel)).toBe(true)
  expect(['genauer', 'no', 'wai', 'sto', 'i me', 'ok but'].some(mayBecomeBackchannel)).toBe(false)
  expect(['👍', '👍🏽', 'makes', 'ok 👍'].every(mayBecomeBackchannel)).toBe(true)
})

test.each([
  'wait',
  'let me think',
  'wait wait',
  'no, wait',
  'hold up',
  'gimme a sec',
  'Warte mal',
  'Moment',
  'einen Augenblick bitte',
  'lass mich kurz nachdenken',
])('“%s” asks for a moment', (text) => {
  expect(isWait(text)).toBe(true)
})

test.each(['moment of inertia', 'warte, bis die Seite fertig ist', 'wait, is that right?'])(
  '“%s” asks for something else',
  (text) => {
    expect(isWait(text)).toBe(false)
  },
)
