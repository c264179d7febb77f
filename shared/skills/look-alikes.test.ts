import { expect, it } from 'vitest'
import { answer } from './answer.ts'
import type { SkillContext } from './skill.ts'

const CONTEXT: SkillContext = {
  now: Date.parse('2026-03-10T14:00:00Z'),
  timeZone: 0,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}

/** They speak of times, lines and moments, and ask for nothing to be said later. */
it.each([
  'what time did the war end?',
  'how long is the river?',
  'how many seconds are there in 3.5 minutes',
  'what happens every time I multiply by zero?',
  'why do we flip the sign each time we divide by a negative?',
  'when I multiply both sides by x, can I lose a root?',
  'tell me when to use the sine rule and when the cosine rule',
  'remind me what the chain rule says',
  'every time i expand this i get 12x, is that rite?',
  'a train leaves at half past ten and takes two hours; when does it get in?',
  "car does 60 metres every 4 seconds. What's its speed?",
  'write me an exercise about a tap that drips every 5 seconds for ten minutes.',
  'in the second paragraph, what does "until" refer to?',
  'after the next step do i factor or what',
  'count the roots of x^2 - 4 for me',
  'if a car drives 30 km every 20 minutes how fast is it',
  'in 5 seconds the ball falls 20 m, tell me how fast it is then',
  'what should I do after the next step?',
  'how do i set the alarm on my phone?',
  'when will the train arrive if it leaves at ten and needs 2 hours?',
  'tell me about the second paragraph',
  'is there a limit when x goes to zero?',
  'find the time when the ball hits the ground',
  'which line of the proof is wrong, the second or the third?',
  'the pump fills the pool in 3 hours',
  'can you say why the sign changes in line 3',
  'hang on a sec',
])('%s', (text) => {
  const { outcome } = answer(text, CONTEXT)
  expect(outcome.promise).toBeUndefined()
})

/** A condition that is not understood must not become a time. */
it.each([
  'if the moon is blue for ten seconds, ask me if I need help',
  'whenever my brother hums for 20 seconds tell me to close the door',
])('%s is not promised for a time', (text) => {
  expect(answer(text, CONTEXT).outcome.promise).toBeUndefined()
})
