import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { answer } from './answer.ts'
import { check } from './check.ts'
import { explain } from './explain.ts'
import { find } from './find.ts'
import { goOn } from './go-on.ts'
import { howLong } from './how-long.ts'
import { introduce } from './introduce.ts'
import { listPromises } from './list-promises.ts'
import { quiet } from './quiet.ts'
import { remind } from './remind.ts'
import type { OpenPromise, Skill, SkillContext } from './skill.ts'
import { stop } from './stop.ts'
import { watch } from './watch.ts'

const NOW = Date.parse('2026-03-10T14:00:00Z')
const repeating = (id: string, text: string, every: number): OpenPromise => ({
  id,
  kind: 'remind',
  text,
  due: NOW + every,
  every,
  until: null,
  kept: 0,
})
const CONTEXT: SkillContext = {
  now: NOW,
  timeZone: 60,
  language: 'en',
  promises: [
    repeating('breathe', 'breathe', 4000),
    repeating('blink', 'blink', 9000),
    { ...repeating('stretch', 'stretch your legs', 600_000), every: null },
    { ...repeating('timer', 'Time is up: your timer of 5 minutes', 300_000), every: null },
    { ...repeating('watch', 'Sold out', 1), kind: 'watch', due: null, every: null },
  ],
  activity: {
    startedAt: NOW - 600_000,
    firstEditAt: NOW - 300_000,
    lastEditAt: NOW - 10_000,
    activeMs: 120_000,
    lines: [
      { at: NOW - 200_000, text: '2x = 4' },
      { at: NOW - 100_000, text: 'x = 2' },
    ],
    label: '',
  },
  selection: '',
  remark: null,
}
const EMPTY: SkillContext = { ...CONTEXT, promises: [], activity: null }

describe('stop', () => {
  it.each([
    ['stop', ['breathe', 'blink']],
    ['Stop!', ['breathe', 'blink']],
    ['okay, please stop now', ['breathe', 'blink']],
    ["that's enough", ['breathe', 'blink']],
    ["i'm done", ['breathe', 'blink']],
    ['stop reminding me', ['breathe', 'blink']],
    ['stop reminding me to breathe', ['breathe']],
    ['stop the breathing reminder', ['breathe']],
    ['stop saying breathe', ['breathe']],
    ['stop the one every 9 seconds', ['blink']],
    ["don't remind me to blink anymore", ['blink']],
    ['cancel the reminder to stretch', ['stretch']],
    ['cancel the timer', ['timer']],
    ['stop watching', ['watch']],
    ['cancel all', ['breathe', 'blink', 'stretch', 'timer', 'watch']],
    ['stop everything', ['breathe', 'blink', 'stretch', 'timer', 'watch']],
    ['stop talking', []],
  ])('%s', (text, ended) => {
    const { skill, outcome } = answer(text, CONTEXT)
    expect(skill).toBe('stop')
    expect(outcome.voice).toBe('stop')
    expect(outcome.endPromises).toEqual(ended)
    if (ended.length > 0) expect(outcome.say).toMatch(/^Ended: /)
  })

  it('keeps a reminder that comes once when told only to stop', () => {
    const promises = CONTEXT.promises.filter(({ id }) => id === 'stretch')
    const { outcome } = answer('stop', { ...CONTEXT, promises })
    expect(outcome.endPromises).toEqual([])
    expect(outcome.say).toContain('stretch your legs')
  })

  it('asks which when nothing like that is open', () => {
    expect(answer('cancel the laundry reminder', CONTEXT).outcome.say).toMatch(/^Which do you mean\?/)
  })
})

describe('how-long', () => {
  it.each([
    ['how long did that take me?', '4 minutes 50 seconds'],
    ['how long have I been working on this', '5 minutes'],
    ['how long since I started', '5 minutes'],
    ['how long since my last edit', '10 seconds'],
    ['how much time did line 2 take', '1 minute 40 seconds'],
    ['how long did the last step take me?', '1 minute 40 seconds'],
    ['how much time did line 7 take', 'no line 7'],
    ['what time is it?', '15:00'],
    ['how long left on the timer', '5 minutes'],
  ])('%s', (text, said) => {
    const { skill, outcome } = answer(text, CONTEXT)
    expect(skill).toBe('how-long')
    expect(outcome.say).toContain(said)
  })

  it('says so when it has measured nothing', () => {
    expect(answer('how long did that take me?', EMPTY).outcome.say).toContain('measured nothing')
  })
})

describe('watch', () => {
  it.each([
    ['tell me when the page says In stock', 'In stock'],
    ["let me know when 'in stock' appears", 'in stock'],
    ['Let me know when “in stock” appears on the page.', 'in stock'],
    ['watch for Results', 'Results'],
    ['tell me if the word error shows up', 'error'],
    ['notify me as soon as Done appears', 'Done'],
    ['when the page says ready, tell me', 'ready'],
    ['let me know when the price changes to $10', '$10'],
    ['keep an eye out for "Tickets available"', 'Tickets available'],
    ['wait until the page shows Ready', 'Ready'],
  ])('%s', (text, watched) => {
    const { skill, outcome } = answer(text, EMPTY)
    expect(skill).toBe('watch')
    expect(outcome.promise).toEqual({ kind: 'watch', text: watched, due: null, every: null, until: null })
  })

  it('watches for the same text once', () => {
    expect(answer('watch for sold out', CONTEXT).outcome.promise).toBeUndefined()
  })
})

describe('check', () => {
  it.each([
    ['check this', null],
    ['Is this right?', null],
    ['did I make a mistake?', null],
    ['can you check my work please', null],
    ['where did I go wrong', null],
    ['check 2(x+3)=2x+6', '2(x+3)=2x+6'],
    ['check:\n2x = 4\nx = 2', '2x = 4\nx = 2'],
    ['is 2(x+3)=2x+6 right?', '2(x+3)=2x+6'],
    ['does 2(x+3) equal 2x+6?', '2(x+3) = 2x+6'],
    ['2(x+3) = 2x+3 is that right?', '2(x+3) = 2x+3'],
  ])('%s', (text, given) => {
    expect(answer(text, EMPTY).outcome.check).toBe(given)
  })

  it('takes the selected line', () => {
    expect(answer('is this right?', { ...EMPTY, selection: '2x = 4' }).outcome.check).toBe('2x = 4')
  })
})

describe('find', () => {
  it.each([
    ['find slope on this page', 'slope'],
    ['find "sold out"', 'sold out'],
    ['where does it say commutative?', 'commutative'],
    ['search the page for domain', 'domain'],
    ['is there anything about refunds on this page', 'refunds'],
    ['where is mitosis mentioned', 'mitosis'],
    ['find hypotenuse', 'hypotenuse'],
  ])('%s', (text, found) => {
    expect(answer(text, EMPTY).outcome.find).toBe(found)
  })
})

describe('quiet and going on', () => {
  it.each([
    ['be quiet for 10 minutes', 600],
    ['shh for 30 seconds', 30],
    ["don't disturb me until 6pm", 10_800],
    ['give me 5 minutes of silence', 300],
  ])('%s', (text, seconds) => {
    const { outcome } = answer(text, EMPTY)
    expect(outcome.quietUntil).toBe(NOW + seconds * 1000)
    expect(outcome.voice).toBe('stop')
  })

  it.each(['mute', 'shh', 'quiet please', 'stop interrupting me'])('%s: for a long time', (text) => {
    expect(answer(text, EMPTY).outcome.quietUntil).toBeGreaterThan(NOW + 365 * 86_400_000)
  })

  it.each(['go on', 'continue', 'you can talk again', 'unmute'])('%s', (text) => {
    expect(answer(text, EMPTY).outcome).toEqual({ say: '', voice: 'go-on', quietUntil: null })
  })
})

describe('listing', () => {
  it.each(['what reminders do I have', 'list my reminders', 'do I have any reminders?'])('%s', (text) => {
    expect(answer(text, CONTEXT).outcome.say).toContain('“breathe”, every 4 seconds, next in 4 seconds')
    expect(answer(text, EMPTY).outcome.say).toContain('Nothing is open')
  })
})

describe('what is left to the tutor', () => {
  it.each([
    'why is that 3 wrong',
    'find x',
    'how long is the hypotenuse',
    'how long does it take the train to arrive',
    'tell me when x is 3',
    'continue the proof',
    'drop the constant one',
    "don't tell me about the rest",
    'check the weather',
    'is 7 prime',
    '',
  ])('%s', (text) => {
    const { skill, outcome } = answer(text, CONTEXT)
    expect(skill).toBeNull()
    expect(outcome.say).toMatch(/did not understand.*remind.*check.*find/)
  })
})

describe('every skill', () => {
  function testSkill<Args>(skill: Skill<Args>): void {
    it.each(skill.examples)(`${skill.name} understands its example: %s`, (example) => {
      expect(answer(example, CONTEXT).skill).toBe(skill.name)
      expect(v.is(skill.schema, skill.understand(example, CONTEXT))).toBe(true)
    })
  }
  testSkill(check)
  testSkill(explain)
  testSkill(find)
  testSkill(goOn)
  testSkill(howLong)
  testSkill(introduce)
  testSkill(listPromises)
  testSkill(quiet)
  testSkill(remind)
  testSkill(stop)
  testSkill(watch)
})

describe('whatever is said', () => {
  const word = fc.constantFrom(
    ...'remind me to every 4 1.5 half a an second seconds minutes until I say stop in at 15:30 5pm and , . ? " for the next times twice tell timer set when page says appears check = x find on this how long did that take cancel all quiet - ago tomorrow'.split(
      ' ',
    ),
  )
  const phrase = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))

  it('never throws, and every promise lies in the future', () => {
    fc.assert(
      fc.property(fc.oneof(phrase, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { outcome } = answer(text, CONTEXT)
        for (const promise of [outcome.promise, ...(outcome.morePromises ?? [])]) {
          if (promise?.kind !== 'remind') continue
          expect(promise.due).toBeGreaterThan(NOW)
          expect(promise.every ?? 1000).toBeGreaterThanOrEqual(1000)
          expect(promise.until ?? promise.due).toBeGreaterThanOrEqual(promise.due ?? 0)
          expect(promise.text).not.toMatch(/[\uE000-\uF8FF]/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['a', 'remind me ', 'every 4 seconds ', '1', '"', ' ', 'check x=', '\uE000'])(
    'takes a megabyte of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
      expect(answer(text, CONTEXT).skill).toBeNull()
    },
  )
})
