import { expect, test } from 'vitest'
import { FINISHED, MATHS_SLOTS, UNFINISHED } from './maths-grammar.ts'
import { BACKCHANNELS, ELSEWHERES, INTERRUPTIONS, OVERLAP_SLOTS } from './overlap-grammar.ts'
import { draw, isHeldOut, seededRandom } from './phrase-grammar.ts'
import { BARE_WAITS, BEGUN, LOOK_ALIKES, WAIT_SLOTS, WAITS } from './wait-grammar.ts'

test('one way of several is drawn, slots within slots too, and spaces come out in order', () => {
  const drawn = new Set<string>()
  const random = seededRandom(1)
  for (let left = 60; left > 0; left--)
    drawn.add(draw('(so|) {who} wait {end}', { who: ['we'], end: ['(now|)'] }, random))
  expect([...drawn].sort()).toEqual(['so we wait', 'so we wait now', 'we wait', 'we wait now'])
})

test('brackets and braces of mathematics stay', () => {
  const slots = { n: ['7'] }
  expect(draw('\\frac{{n}}{2} = 2(x + {n})', slots, seededRandom(1))).toBe('\\frac{7}{2} = 2(x + 7)')
})

test('the same seed draws the same', () => {
  const phrases = [1, 1, 2].map((seed) => {
    const random = seededRandom(seed)
    return WAITS.map((template) => draw(template, WAIT_SLOTS, random)).join('\n')
  })
  expect(phrases[0]).toBe(phrases[1])
  expect(phrases[0]).not.toBe(phrases[2])
})

const grammars = {
  waits: [WAITS, WAIT_SLOTS],
  'bare waits': [BARE_WAITS, WAIT_SLOTS],
  'look-alikes': [LOOK_ALIKES, WAIT_SLOTS],
  begun: [BEGUN, WAIT_SLOTS],
  finished: [FINISHED, MATHS_SLOTS],
  unfinished: [UNFINISHED, MATHS_SLOTS],
  backchannels: [BACKCHANNELS, OVERLAP_SLOTS],
  interruptions: [INTERRUPTIONS, OVERLAP_SLOTS],
  elsewheres: [ELSEWHERES, OVERLAP_SLOTS],
} as const

test.each(Object.entries(grammars))(
  'every template of %s is filled to the last slot',
  (_, [templates, slots]) => {
    const random = seededRandom(3)
    for (const template of templates) {
      for (let left = 20; left > 0; left--) {
        const phrase = draw(template, slots, random)
        expect(phrase.replace(/^\\\w+\{|\\frac|[{}]\d/g, ''), template).not.toMatch(/\||\{[a-z]{3,}\}/)
        expect(phrase, template).not.toBe('')
      }
    }
  },
)

test('some templates, but few, are held out of training', () => {
  for (const templates of [WAITS, LOOK_ALIKES, FINISHED, UNFINISHED, INTERRUPTIONS, ELSEWHERES]) {
    const share = templates.filter(isHeldOut).length / templates.length
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(0.3)
  }
})
