import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import type { SkillContext } from './skill.ts'

const CONTEXT: SkillContext = {
  now: Date.UTC(2026, 2, 2, 9),
  timeZone: 60,
  promises: [],
  activity: null,
  selection: '',
  remark: null,
  language: 'en',
}
const WORDS =
  'remind me to in every after at until for minutes seconds hours half an a 5 20 1e9 99999999999 0 -3 10:70 25:00 noon tomorrow stop quiet find watch check how long did line 2 take what promises go on “ ” " , . ? ! : = x+1=2 and then again twice 🙂 \u0000 when whenever I each time next correct line mistake write minus before bracket reach paragraph silent while say wenn ich jedes mal nach zeile schreibe um halb zähl wie oft was habe'.split(
    ' ',
  )
const REQUEST = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' '))

test('any request gets an answer in words, and times that exist', () => {
  fc.assert(
    fc.property(fc.oneof(REQUEST, fc.string({ unit: 'binary' })), (text) => {
      const { outcome } = answer(text, CONTEXT)
      expect(typeof outcome.say).toBe('string')
      for (const promise of [outcome.promise, ...(outcome.morePromises ?? [])]) {
        if (promise === undefined || promise.due === null) continue
        expect(new Date(promise.due).getTime()).toBe(promise.due)
        expect(promise.due).toBeGreaterThanOrEqual(CONTEXT.now)
      }
    }),
    { numRuns: 150 },
  )
})

/** The longest text that a panel may send. */
const LONGEST = 8000

test.each(WORDS.filter((word, index) => word !== '' && index % 3 === 0))(
  '8,000 units of “%s” are answered',
  (word) => {
    const text = `${word} `.repeat(LONGEST / word.length).slice(0, LONGEST)
    expect(typeof answer(text, CONTEXT).outcome.say).toBe('string')
  },
)
