import { sayWaited } from '../cues/say-moment.ts'
import { readDuration } from '../read-duration.ts'
import { readWords } from '../read-words.ts'
import { isTimeUp } from '../say-promise.ts'
import type { OpenPromise } from '../skill.ts'

/** Words that name a promise whatever it is about. */
export const THINGS = new Set(
  'reminder reminders timer timers alarm alarms promise promises nudge nudges nudging ping pings pinging alert alerts notification notifications countdown reminding repetition repetitions repeat repeats one ones thing things stuff message messages it that this them these those remind nag nags nagging bit part business telling tell poke pokes poking prompt prompts beep beeps beeping buzz saying say said shouting shout calling asking ask bugging warning yelling counting count'.split(
    ' ',
  ),
)

/** Words that say nothing about which promise is meant. */
export const COMMON = new Set(
  "to the a an my me i us about that this of every each and for one it is in at on you your any more anymore with please now ok okay just so then from again thanks thank well oh right actually can could would will want need don't do not be been 's".split(
    ' ',
  ),
)

/** All by which a person may name a promise: its words, and what it waits for. */
function wordsOf(promise: OpenPromise): string[] {
  const waited =
    promise.cue === undefined ? '' : `${sayWaited(promise.cue, 'en')} ${promise.cue.counts ? 'count' : ''}`
  return readWords(`${promise.text} ${waited} ${promise.ends ?? ''}`).map(({ text }) => stem(text))
}

/** Whether a word belongs to a promise, also in another form: "breathing" to "breathe". */
export const namesWord = (promise: OpenPromise, word: string): boolean =>
  !COMMON.has(word) && wordsOf(promise).includes(stem(word))

function stem(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:'s|ing|ed|es|en|s|e|n)$/, '').replace(/([a-z])\1$/, '$1')
}

/** Those with the most words in common with what was said; of several alike, all. */
export function mostAlike(words: readonly string[], promises: readonly OpenPromise[]): OpenPromise[] {
  const scores = promises.map((promise) => words.filter((word) => namesWord(promise, word)).length)
  const best = Math.max(0, ...scores)
  return best === 0 ? [] : promises.filter((_, i) => scores[i] === best)
}

/** By place ("the last one"), by interval ("the 4 second one"), by kind, or by the most words in common. */
export function named(about: string, promises: readonly OpenPromise[]): readonly OpenPromise[] {
  const place =
    /^(?:the )?(last|latest|newest|most recent|first|oldest|second|third)(?: (?:one|reminder|timer))?$/.exec(
      about,
    )?.[1]
  if (place !== undefined) {
    const index = /first|oldest/.test(place) ? 0 : place === 'second' ? 1 : place === 'third' ? 2 : -1
    const one = promises.at(index)
    return one === undefined ? [] : [one]
  }
  const words = readWords(about).filter(({ text }) => !COMMON.has(text))
  const duration = readDuration(words, 0)
  const timed = promises.filter((promise) => duration !== null && promise.every === duration.value)
  if (timed.length > 0) return timed
  const kind = words.map(({ text }) => text).join(' ')
  const counts = promises.filter(({ cue }) => cue?.counts === true)
  if (/^(?:count|tally|zähl)/.test(kind) && counts.length > 0) return counts
  if (/^(?:watch|beobachtung)/.test(kind)) return promises.filter((promise) => promise.kind === 'watch')
  if (/^(?:timer|alarm|countdown|wecker)s?$/.test(kind)) return promises.filter(({ text }) => isTimeUp(text))
  const alike = mostAlike(
    words.map(({ text }) => text),
    promises,
  )
  if (alike.length > 0) return alike
  return /^(?:reminders?|nudges?|pings?|alarms?|alerts?|repeats?|repetitions?|erinnerung(?:en)?|versprechen)$/.test(
    kind,
  ) && promises.length === 1
    ? promises
    : []
}
