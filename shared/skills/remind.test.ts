import { describe, expect, it } from 'vitest'
import { answer } from './answer.ts'
import type { NewPromise, SkillContext } from './skill.ts'

const NOW = Date.parse('2026-03-10T14:00:00Z')
/** 15:00 on the person's clock. */
const CONTEXT: SkillContext = {
  now: NOW,
  timeZone: 60,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}

function made(text: string, context = CONTEXT): NewPromise[] {
  const { outcome } = answer(text, context)
  return outcome.promise === undefined ? [] : [outcome.promise, ...(outcome.morePromises ?? [])]
}

/** "words | first time in s | every s | until s" of each promise. */
function told(text: string): string {
  return made(text)
    .map(({ text: words, due, every, until }) =>
      [words, seconds(due, NOW), seconds(every, 0), seconds(until, NOW)].join(' | ').replace(/( \| -)+$/, ''),
    )
    .join(' & ')
}

function seconds(ms: number | null, from: number): string {
  return ms === null ? '-' : String((ms - from) / 1000)
}

describe('a reminder once', () => {
  it.each([
    ['remind me in 10 minutes to stretch', 'stretch | 600'],
    ['Remind me to stretch in 10 minutes.', 'stretch | 600'],
    ['in ten minutes could you remind me to stretch?', 'stretch | 600'],
    ['Hey Aside, please remind me in half an hour to check the oven', 'check the oven | 1800'],
    ['in 3 sec tell me to jump', 'jump | 3'],
    ['ping me 20 seconds from now about the kettle', 'the kettle | 20'],
    ["don't let me forget to save in 20 seconds", 'save | 20'],
    ['after 10 seconds, say hello', 'hello | 10'],
    ['say "hello there" in 10 seconds', 'hello there | 10'],
    ['wait 10 seconds and then say go', 'go | 10'],
    ['when 10 seconds have passed tell me to stand up', 'stand up | 10'],
    ['I need to leave in 10 minutes, remind me', 'leave | 600'],
    ['can i get a reminder in 15 seconds to save my work?', 'save my work | 15'],
    ['would you mind reminding me to stand in 12 seconds', 'stand | 12'],
    ["it'd be great if you reminded me to rest in 5 seconds", 'rest | 5'],
    ['stretch reminder in 10 seconds', 'stretch | 10'],
    ['reminder: tea, 3 minutes', 'tea | 180'],
    ['in 10s: stretch', 'stretch | 10'],
    ['remind me in 1 minute and 30 seconds: oven', 'oven | 90'],
    ['remind me in a minute and a half to turn', 'turn | 90'],
    ['remind me in 1:30 to turn', 'turn | 90'],
    ['remind me in a quarter of an hour of my call', 'my call | 900'],
    ['remidn me in 5 secnds to blink', 'blink | 5'],
    ['remind me in 5 minutes to take a 5 minute break', 'take a 5 minute break | 300'],
    ['remind me to do a plank for 30 seconds in 10 minutes', 'do a plank for 30 seconds | 600'],
    ['tell me to stop in 20 seconds', 'stop | 20'],
    ['remind me to find x in 20 seconds', 'find x | 20'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('a timer, or nothing to say', () => {
  it.each([
    ['set a timer for 5 minutes', 'Time is up: your timer of 5 minutes | 300'],
    ['10 second timer please', 'Time is up: your 10 second timer | 10'],
    ['tea timer for 3 minutes', 'Time is up: tea, your timer of 3 minutes | 180'],
    ['start a countdown of 45 seconds', 'Time is up: your timer of 45 seconds | 45'],
    ['set an alarm for 15:45', 'Time is up: your alarm for 15:45 | 2700'],
    ['tell me in 90 seconds', 'Time is up: 90 seconds | 90'],
    ['remind me in 1 minute', 'Time is up: 1 minute | 60'],
    ['remind me at 15:45', 'It is 15:45 | 2700'],
    ['let me know when 5 minutes are up', 'Time is up: 5 minutes | 300'],
    ['wake me up in an hour', 'wake up | 3600'],
    ['nudge me each minute', 'nudge, every minute | 60 | 60'],
    [
      'set two timers: 10 seconds and 20 seconds',
      'Time is up: your timer of 10 seconds | 10 & Time is up: your timer of 20 seconds | 20',
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('a repetition', () => {
  it.each([
    ['remind me to breathe every 4 seconds until I say stop', 'breathe | 4 | 4'],
    ['every 5 seconds say breathe', 'breathe | 5 | 5'],
    ['nudge me every 4s to breathe', 'breathe | 4 | 4'],
    ['keep telling me to breathe every 5 seconds until I say enough', 'breathe | 5 | 5'],
    [
      'Could you say "breathe" to me every 4 seconds? I\'ll say stop when I\'ve had enough',
      'breathe | 4 | 4',
    ],
    ['breathe every 4 seconds until I say stop', 'breathe | 4 | 4'],
    ['I want to be reminded to breathe every 6 seconds', 'breathe | 6 | 6'],
    ["I'd like a reminder every 8 seconds that says breathe", 'breathe | 8 | 8'],
    ['remind me to breathe in every 4 seconds', 'breathe in | 4 | 4'],
    ['remind me twice a minute to blink', 'blink | 30 | 30'],
    ['every other minute remind me to drink', 'drink | 120 | 120'],
    ['remind me at 5 second intervals to blink', 'blink | 5 | 5'],
    ['every 7 seconds: "unclench your jaw"', 'unclench your jaw | 7 | 7'],
    ['starting in 10 seconds, remind me every 5 seconds to breathe', 'breathe | 10 | 5'],
    ['remind me in 10 seconds and then every 5 seconds to breathe', 'breathe | 10 | 5'],
    ['remind me 3 times to blink, every 5 seconds', 'blink | 5 | 5 | 15'],
    ['say tick once a second, five times', 'tick | 1 | 1 | 5'],
    ['for the next 2 minutes remind me every 30 seconds to sit up', 'sit up | 30 | 30 | 120'],
    ['remind me to breathe every 5 seconds for 20 seconds', 'breathe | 5 | 5 | 20'],
    ['remind me, every 5 seconds, to breathe; stop after 20 seconds', 'breathe | 5 | 5 | 20'],
    ['every 20 minutes until 6pm remind me to look up', 'look up | 1200 | 1200 | 10800'],
    ['remind me every 20 minutes to look away for 20 seconds', 'look away for 20 seconds | 1200 | 1200'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('several at once', () => {
  it.each([
    ['remind me in 10 seconds to stretch and in 20 seconds to drink', 'stretch | 10 & drink | 20'],
    ['remind me to stretch in 10 seconds and to drink in 20 seconds', 'stretch | 10 & drink | 20'],
    ['every 5 seconds say blink and every 12 seconds say stretch', 'blink | 5 | 5 & stretch | 12 | 12'],
    ['remind me to look up in 5, 10 and 15 seconds', 'look up | 5 & look up | 10 & look up | 15'],
    ['remind me in 10 seconds and again in 20 seconds to breathe', 'breathe | 10 & breathe | 20'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('a time of day', () => {
  it.each([
    ['Remind me at 15:30 to call Mum', 'call Mum | 1800'],
    ['remind me at half past 3 to call Mum', 'call Mum | 1800'],
    ['remind me at 3:30 to call Mum', 'call Mum | 1800'],
    ['remind me at quarter to five to leave', 'leave | 6300'],
    ['remind me about the exam tomorrow at 9', 'the exam | 64800'],
    ['at 6pm remind me to cook', 'cook | 10800'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('what cannot be promised', () => {
  it.each([
    ['remind me yesterday to leave', /passed already/],
    ['remind me 5 minutes ago to leave', /passed already/],
    ['remind me in -5 minutes to leave', /passed already/],
    ['remind me in 0 seconds to leave', /passed already/],
    ['remind me at 09:00 to leave', /passed already/],
    ['remind me every half second to blink', /once a second/],
    ['remind me every 500 ms to blink', /once a second/],
    ['remind me in 9999999 days to retire', /more than a year/],
    ['remind me to stretch', /When shall I remind you/],
    ['remind me every 10 seconds until 2pm to stretch', /passed already/],
    ['remind me every 10 minutes for the next minute to stretch', /over before/],
  ])('%s', (text, sentence) => {
    expect(made(text)).toEqual([])
    expect(answer(text, CONTEXT).outcome.say).toMatch(sentence)
  })
})

describe('what is no reminder', () => {
  it.each([
    'how do I remind myself to study',
    'remind me what the chain rule is',
    'remind me of the quadratic formula',
    'remind me why we flip the sign',
    'what is the speed after 5 seconds',
    'tell me what happens after 5 seconds',
    'tell me how far the ball travels in 10 seconds',
    'say a train leaves every 20 minutes. when do they meet?',
    'a car travels for 2 hours at 60 km/h',
    'how do timers work',
    'every 5 seconds, it doubles',
    'why is that 3 wrong',
  ])('%s', (text) => {
    expect(answer(text, CONTEXT).skill).toBeNull()
  })
})
