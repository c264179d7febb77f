import { readWords } from '../read-words.ts'
import type { OpenPromise } from '../skill.ts'
import { unquote } from '../unquote.ts'
import { namesWord } from './name-promise.ts'

const THE = /^(?:the|a|an|my|to|about|that|of) /i
const IT = /^(?:it|that|this|the (?:text|message|words?|wording|reminder|label|name))$/i

/** "change A to B", "not A, B", "B, not A": the old words and the new ones. */
const SWAPS: readonly RegExp[] = [
  /^(?:change|swap|replace|switch|turn|substitute|correct|rename)(?: the (?:word|text|words))? (?<old>.+?) (?:to|for|with|into|by|->) (?<new>.+?)(?: (?:instead|from now on|please))*$/i,
  /^not (?:the |to )?(?<old>.+?)(?:,| -| –| but|;) ?(?:but )?(?:i (?:meant|mean|said|want(?:ed)?)|rather|it's|it should be|make (?:it|that)|say|but)? ?(?<new>.+)$/i,
  /^(?:it's|it should (?:be|say)|i meant|i mean|i said|make (?:it|that)|say)? ?(?<new>.+?),? (?:and )?not (?<old>.+)$/i,
  /^(?:say|make (?:it|that)|tell me|remind me) (?:to |about |of )?(?<new>.+?) (?:instead of|rather than|in place of) (?<old>.+)$/i,
  /^(?:instead of|rather than|in place of) (?:saying )?(?<old>.+?),? (?:please )?(?:say|make (?:it|that)|tell me|remind me|use|shout)(?: to| about| of)? (?<new>.+)$/i,
]
/** The new words alone. */
const NEW: readonly RegExp[] = [
  /^(?:rather |just )?(?:say|use|shout|call it|yell|go with|tell me|remind me|ask me|make (?:it|that))(?: to| about| of| that)? (?<new>.+?) (?:instead|rather|from now on|from here on)$/i,
  /^(?:instead|from now on|rather),? (?:just )?(?:say|use|shout|call it|yell|tell me|remind me|ask me)(?: to| about| of| that)? (?<new>.+)$/i,
  /^(?:i meant|i mean|i meant to say|it should (?:say|be)|that should (?:say|be)|should have said)(?: to| about)? (?<new>.+)$/i,
  /^(?:change|set|switch) (?:it|that|the (?:text|message|words?|wording)) to (?<new>.+)$/i,
]

/** New words for a promise: "change hum to whistle", "not the plumber, I meant the electrician", "say 'splendid' instead". */
export function readRewording(
  whole: string,
  promises: readonly OpenPromise[],
): { text: string; promise: OpenPromise } | null {
  const phrase = whole.replace(/^(?:(?:no|oh|sorry|oops|wait|hmm|ah|scratch that|correction)[,.!:;]* )+/i, '')
  for (const pattern of SWAPS) {
    const { old = '', new: next = '' } = pattern.exec(phrase)?.groups ?? {}
    const [before, after] = [bare(old), bare(next)]
    if (before === '' || after === '' || isTime(after)) continue
    if (IT.test(old.trim())) {
      const last = promises.at(-1)
      if (last !== undefined && !/^(?:say|not)/i.test(phrase)) return { text: after, promise: last }
      continue
    }
    const promise = promises.findLast(({ text }) => placeOf(text, before) !== null)
    const place = promise === undefined ? null : placeOf(promise.text, before)
    if (promise !== undefined && place !== null) {
      if (
        after.split(' ')[0]?.toLowerCase() === promise.text.split(' ')[0]?.toLowerCase() &&
        after.includes(' ')
      )
        return { text: after, promise }
      const text = `${promise.text.slice(0, place.start)}${after}${promise.text.slice(place.end)}`
      return { text: text.trim(), promise }
    }
    const words = readWords(before).map(({ text }) => text)
    const alike = promises.findLast(
      (each) => words.length > 0 && words.every((word) => namesWord(each, word)),
    )
    if (alike !== undefined) return { text: after, promise: alike }
  }
  for (const pattern of NEW) {
    const next = bare(pattern.exec(phrase)?.groups?.new ?? '')
    const promise = promises.at(-1)
    if (next === '' || promise === undefined || isTime(next) || IT.test(next)) continue
    return { text: next, promise }
  }
  return null
}

const bare = (text: string): string =>
  unquote(
    text
      .trim()
      .replace(/[.!]+$/, '')
      .replace(THE, '')
      .trim(),
  ).trim()

/** Times are changed otherwise. */
const isTime = (text: string): boolean =>
  /^(?:(?:in|at|every|each|after|by|to) )?(?:\d+|half|quarter|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty)?(?:[- ](?:a|an|one|two|three|four|five|\w+))? ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|past|to|times?|more|later|earlier|longer|sooner)?$/i.test(
    text,
  ) &&
  /\d|second|minute|hour|\bmin|\bsec|half|quarter|ten|five|two|three|four|six|seven|eight|nine|twenty|thirty|every/i.test(
    text,
  )

/** Where words stand in a text, whatever their case. */
function placeOf(text: string, words: string): { start: number; end: number } | null {
  const start = ` ${text.toLowerCase()} `.search(
    new RegExp(
      `(?<![\\p{L}\\d])${words.toLowerCase().replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)}(?![\\p{L}\\d])`,
      'u',
    ),
  )
  return start < 0 ? null : { start: start - 1, end: start - 1 + words.length }
}
