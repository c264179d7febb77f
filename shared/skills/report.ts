import { doing } from './doing.ts'
import { howLong } from './how-long.ts'
import { howOften } from './how-often.ts'
import { measure } from './measure.ts'
import type { Skill, SkillContext } from './skill.ts'

function ask<Args>(skill: Skill<Args>, question: string, context: SkillContext): string | null {
  const args = skill.understand(question, context)
  return args === null ? null : skill.run(args, context).say
}

const NOWHERE: SkillContext = {
  now: 0,
  timeZone: 0,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}

/** Whether a question is about what was noticed, so that it can be answered whenever it is wanted. */
export const isReportable = (question: string): boolean =>
  /^(?:how|what|which|when|where|the|my)\b/i.test(question) && report(question, NOWHERE) !== null

/** The answer to a question about what was noticed, asked now or when a promise is due; null for any other question. */
export function report(question: string, context: SkillContext): string | null {
  return (
    ask(measure, question, context) ??
    ask(howLong, question, context) ??
    ask(howOften, question, context) ??
    ask(doing, question, context)
  )
}
