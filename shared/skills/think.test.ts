import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import type { SkillContext } from './skill.ts'

const context: SkillContext = {
  now: 0,
  timeZone: 0,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}
const asked = (text: string) => answer(text, context).outcome.think

test.each([
  ['look up who Emmy Noether was', 'look-up'],
  ['Could you please search the web for noether theorem?', 'look-up'],
  ['/look-up Noether', 'look-up'],
  ['Summarise this page', 'summarise'],
  ['tl;dr', 'summarise'],
  ['/summarize', 'summarise'],
  ['quiz me on this page', 'quiz'],
  ['what does monotone mean?', 'define'],
  ['define group', 'define'],
  ['compare this with another source', 'compare'],
  ['explain the chain rule', 'explain'],
  ['Schlag Noether nach', 'look-up'],
  ['Fass diese Seite zusammen', 'summarise'],
  ['Was bedeutet monoton?', 'define'],
  ['Erkläre die Kettenregel', 'explain'],
  ['/frag wer war Noether', 'answer'],
])('%s', (text, task) => {
  expect(asked(text)?.task).toBe(task)
})

test.each([
  ['explain photosynthesis like I am five', 'five'],
  ['explain groups to a ten-year-old', 'a ten-year-old'],
  ['/explain limits for beginners', 'beginners'],
  ['translate this paragraph into German', 'German'],
  ['Übersetze das ins Englische', 'Englische'],
  ['Erkläre Grenzwerte für einen Zehnjährigen', 'einen Zehnjährigen'],
])('%s is for %s', (text, level) => {
  expect(asked(text)?.level).toBe(level)
})

test.each([
  'why?',
  'explain',
  'explain line 3',
  'check this',
  'solve 2x = 4',
  'remind me to look up in 5 minutes',
  '/constructor',
  '/nonsense',
  'stop',
  'find slope on this page',
  'plot x^2',
])('%s is for another skill, or none', (text) => {
  expect(asked(text)).toBeUndefined()
})

test('no text throws or takes long', () => {
  fc.assert(fc.property(fc.string(), (text) => void asked(`/explain ${text}`)))
  for (const text of ['/', '/explain', 'explain '.repeat(100_000), 'translate '.repeat(100_000)])
    void asked(text)
})
