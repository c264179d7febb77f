import { catalogueOf } from '../catalogue/catalogue.ts'
import { LANGUAGES } from '../catalogue/languages.ts'
import type { Cue } from '../percepts/cue.ts'
import { sayCounted, sayWaited } from './cues/say-moment.ts'
import { type Speaking, sayClock, sayDuration } from './say-time.ts'
import type { NewPromise } from './skill.ts'

/** A promise in a few words: "breathe", every 4 seconds until 18:00. */
export function sayPromise(promise: NewPromise, context: Speaking): string {
  const says = catalogueOf(context.language).skills
  if (promise.kind === 'watch') return says.watchingFor(promise.text)
  if (promise.cue !== undefined) return sayCue(promise.text, promise.cue, promise.until, context)
  const text = timerOf(promise.text) ?? says.quoted(isTimeUp(promise.text) ? says.timeIsUp : promise.text)
  if (promise.every === null) return promise.due === null ? text : `${text}, ${sayDue(promise.due, context)}`
  const repeated = `${text}, ${says.every(sayDuration(promise.every, context.language))}`
  return promise.until === null ? repeated : says.until(repeated, sayUntil(promise.until, context))
}

function sayCue(text: string, cue: Cue, until: number | null, context: Speaking): string {
  const { cues, skills } = catalogueOf(context.language)
  const moment = sayWaited(cue, context.language)
  const once = cue.counts
    ? cues.counting(sayCounted(cue, context.language))
    : (cue.again ? cues.eachTime : cues.when)(skills.quoted(text), moment)
  const said = cue.times === undefined ? once : cues.atMost(once, cues.times(cue.times))
  return until === null ? said : skills.until(said, sayUntil(until, context))
}

/** "in 10 minutes", and from a quarter of an hour on also the time of day. */
export function sayDue(due: number, context: Speaking): string {
  const says = catalogueOf(context.language).skills
  const left = due - context.now
  if (left >= 6 * 3_600_000) return says.at(sayClock(due, context))
  const span = sayDuration(Math.max(0, left), context.language, true)
  return left >= 15 * 60_000 ? says.inAt(span, sayClock(due, context)) : says.in(span)
}

function sayUntil(until: number, context: Speaking): string {
  const left = until - context.now
  if (left >= 15 * 60_000) return sayClock(until, context)
  const { fromNow } = catalogueOf(context.language).skills
  return fromNow(sayDuration(Math.max(0, left), context.language, true))
}

/**
 * What a timer says beside that its time is up, in whatever language it was set; null for anything else. A bare span
 * is none: when it is due is said after it.
 */
function timerOf(text: string): string | null {
  const up = LANGUAGES.map((language) => `${catalogueOf(language).skills.timeIsUp}: `)
  const begins = up.find((beginning) => text.startsWith(beginning))
  const timer = begins === undefined ? '' : text.slice(begins.length)
  return /\b(?:your|deine?) /.test(timer) ? timer : null
}

/** Whether the words themselves say that the time is up. */
export function isTimeUp(text: string): boolean {
  const said = text.toLowerCase()
  return LANGUAGES.some((language) => said.startsWith(catalogueOf(language).skills.timeIsUp.toLowerCase()))
}
