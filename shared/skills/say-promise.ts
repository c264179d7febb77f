import { sayClock, sayDuration } from './say-time.ts'
import type { NewPromise, SkillContext } from './skill.ts'

/** A promise in a few words: "breathe", every 4 seconds until 18:00. */
export function sayPromise(promise: NewPromise, context: Pick<SkillContext, 'now' | 'timeZone'>): string {
  if (promise.kind === 'watch') return `watching for “${promise.text}”`
  const text = sayText(promise.text)
  if (promise.every === null) return promise.due === null ? text : `${text}, ${sayDue(promise.due, context)}`
  const until = promise.until === null ? '' : `, until ${sayUntil(promise.until, context)}`
  return `${text}, every ${sayEvery(promise.every)}${until}`
}

/** "in 10 minutes", and from a quarter of an hour on also the time of day. */
export function sayDue(due: number, context: Pick<SkillContext, 'now' | 'timeZone'>): string {
  const left = due - context.now
  if (left >= 6 * 3_600_000) return `at ${sayClock(due, context)}`
  const clock = left >= 15 * 60_000 ? ` (${sayClock(due, context)})` : ''
  return `in ${sayDuration(Math.max(0, left))}${clock}`
}

function sayUntil(until: number, context: Pick<SkillContext, 'now' | 'timeZone'>): string {
  const left = until - context.now
  return left < 15 * 60_000 ? `${sayDuration(Math.max(0, left))} from now` : sayClock(until, context)
}

function sayEvery(ms: number): string {
  return sayDuration(ms).replace(/^1 (?=\w+$)/, '')
}

function sayText(text: string): string {
  const timer = /^Time is up: (.+)$/.exec(text)?.[1]
  return timer ?? `“${text}”`
}
