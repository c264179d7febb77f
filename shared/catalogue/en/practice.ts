import { counting } from '../counting.ts'

const count = counting('en')

/** The record of slips, practice, and help for somebody who is stuck. */
export const practice = {
  /** In the settings. */
  noticed: 'What Aside has noticed',
  keep: 'Keep a record of my slips',
  keepHow:
    'Of each kind of slip: how often, when, and when to practise its rule. Nothing of what you wrote. It stays in this browser.',
  none: 'Nothing yet. When a slip of yours has a known rule, the rule is listed here.',
  seen: (times: number) => `seen ${count(times, { one: 'time', other: 'times' })}`,
  corrected: (times: number) => `put right ${count(times, { one: 'time', other: 'times' })}`,
  last: (day: string) => `last on ${day}`,
  due: (day: string) => `practice from ${day}`,
  forget: 'Forget',
  forgetOf: (rule: string) => `Forget “${rule}”`,
  forgotten: (rule: string) => `Forgotten: “${rule}”`,
  forgetAll: 'Forget all of it',
  allForgotten: 'The record is empty.',
  saveFile: 'Save it as a file',
}
