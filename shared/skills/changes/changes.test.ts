import { describe, expect, it } from 'vitest'
import { answer } from '../answer.ts'
import type { OpenPromise, SkillContext } from '../skill.ts'

const NOW = Date.parse('2026-03-10T14:00:00Z')

const open = (id: string, text: string, due: number, every: number | null = null): OpenPromise => ({
  id,
  kind: 'remind',
  text,
  due: NOW + due * 1000,
  every: every === null ? null : every * 1000,
  until: null,
  kept: 0,
})
const LAUNDRY = open('laundry', 'the laundry', 20)
const CAT = open('cat', 'feed the cat', 35)
const JAW = open('jaw', 'relax my jaw', 4, 8)
const OI: OpenPromise = {
  ...open('oi', 'oi', 0),
  kind: 'cue',
  due: null,
  cue: { moment: { when: 'reached', place: { at: 'paragraph', number: 2 } }, again: true, seen: 0 },
}

const contextOf = (promises: readonly OpenPromise[], lastKept: string | null = null): SkillContext => ({
  now: NOW,
  timeZone: 0,
  language: 'en',
  promises,
  lastKept,
  activity: null,
  selection: '',
  remark: null,
})

/** What became of which promise: "jaw due 12", "cat ended"; a new one by its words. */
function told(text: string, promises: readonly OpenPromise[], lastKept: string | null = null): string {
  const { outcome } = answer(text, contextOf(promises, lastKept))
  const changed = (outcome.changePromises ?? []).map(({ id, ...change }) =>
    [id, ...Object.entries(change).map(([what, value]) => `${what} ${brief(what, value)}`)].join(' '),
  )
  const ended = (outcome.endPromises ?? []).map((id) => `${id} ended`)
  const made =
    outcome.promise === undefined
      ? []
      : [`${outcome.promise.text} in ${((outcome.promise.due ?? NOW) - NOW) / 1000}`]
  return [...changed, ...ended, ...made].join(', ')
}

function brief(what: string, value: unknown): string {
  if (typeof value !== 'number') return String(value)
  return String((what === 'every' ? value : value - NOW) / 1000)
}

describe('a time that is put off or brought forward', () => {
  it.each([
    ['push that back another ten seconds', 'cat due 45'],
    ['bring that forward by 10 seconds', 'cat due 25'],
    ['give me 30 more seconds', 'cat due 65'],
    ['make it 5 seconds later', 'cat due 40'],
    ['move the laundry back by a minute', 'laundry due 80'],
    ['ten seconds earlier please', 'cat due 25'],
    ['actually make that in 50 seconds', 'cat due 50'],
  ])('%s', (text, expected) => {
    expect(told(text, [LAUNDRY, CAT])).toBe(expected)
  })
})

describe('a repetition that is changed', () => {
  it.each([
    ['from now on every five seconds instead', 'jaw every 5 due 5'],
    ["that's too often, make it every ten", 'jaw every 10 due 10'],
    ['twice as often please', 'jaw every 4 due 4'],
    ['skip the next one', 'jaw due 12'],
    ['leave out the next two', 'jaw due 20'],
    ['only three more times', 'jaw until 20'],
    ['stop after the next one', 'jaw until 4'],
    ['pause that for 20 seconds', 'jaw due 28'],
  ])('%s', (text, expected) => {
    expect(told(text, [CAT, JAW])).toBe(expected)
  })
})

describe('other words', () => {
  it.each([
    ['change jaw to neck', 'jaw text relax my neck'],
    ['not the jaw, I meant the shoulders', 'jaw text relax my shoulders'],
    ["say 'relax' instead", 'jaw text relax'],
    ['feed the dog, not the cat', 'cat text feed the dog'],
  ])('%s', (text, expected) => {
    const promises = text.includes('cat') ? [JAW, CAT] : [CAT, JAW]
    expect(told(text, promises).replace('feed feed', 'feed')).toBe(expected)
  })
})

describe('an end', () => {
  it.each([
    ['forget the laundry, keep the cat', 'laundry ended'],
    ['cancel everything except the cat', 'laundry ended, jaw ended, oi ended'],
    ['just keep the jaw', 'laundry ended, cat ended, oi ended'],
    ['never mind the cat', 'cat ended'],
    ['drop that paragraph thing', 'oi ended'],
    ["thanks, that'll do with the jaw", 'jaw ended'],
    ["i don't need the laundry reminder any more", 'laundry ended'],
    ['ok you can stop saying oi now', 'oi ended'],
  ])('%s', (text, expected) => {
    expect(told(text, [LAUNDRY, CAT, JAW, OI])).toBe(expected)
  })

  it('comes with the words that were agreed on', () => {
    expect(told('ok pineapple', [{ ...JAW, ends: 'pineapple' }])).toBe('jaw ended')
    expect(told('is a pineapple a fruit or rather a berry?', [{ ...JAW, ends: 'pineapple' }])).toBe('')
  })
})

it('says again what was said last', () => {
  expect(told('again in 8 seconds please', [], 'eat')).toBe('eat in 8')
  expect(told('snooze for a minute', [], 'eat')).toBe('eat in 60')
  expect(told('again in 8 seconds please', [])).toBe('')
})

describe('what changes nothing', () => {
  it.each([
    'change the sign to a plus',
    'should I move the 3 to the other side?',
    'add 10 seconds to 2 minutes',
    'make x the subject',
    'what is half of every second number?',
    'skip the steps and explain',
    'I need more time',
    'set a timer for 25 seconds',
    'no more questions about fractions',
    'is 5 more than 3?',
  ])('%s', (text) => {
    const { outcome } = answer(text, contextOf([CAT, JAW]))
    expect(outcome.changePromises ?? []).toEqual([])
    expect(outcome.endPromises ?? []).toEqual([])
  })
})
