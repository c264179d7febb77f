import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { germanDoing } from './german/german-cue.ts'
import { plainPhrase } from './plain-request.ts'
import { readClock } from './read-clock.ts'
import { readDuration } from './read-duration.ts'
import { readWords } from './read-words.ts'
import { sayClock } from './say-time.ts'
import type { DiaryItem, Skill, SkillContext } from './skill.ts'

const MINUTE = 60_000
const HALF_DAY = 12 * 60 * MINUTE
const DAY = 2 * HALF_DAY
/** What is told of a time: what was noticed so near to it (ms), and so many things at most. */
const NEAR_MS = 3 * MINUTE
const TOLD = 4

const DoingSchema = v.object({
  at: v.pipe(v.number(), v.description('The time that is asked about, in ms since the epoch')),
  to: v.pipe(v.nullable(v.number()), v.description('Its end, where a span is asked about; else null')),
})
type DoingArgs = v.InferOutput<typeof DoingSchema>

const ASKS =
  /^(?:(?:can you )?(?:tell me|do you (?:know|remember)|remind me(?: of)?|say) )?(?:what (?:was|were) (?:i|we) (?:doing|up to|working on|writing|busy with|at|solving|reading)|what (?:did|have) (?:i|we) (?:do|done|write|written|been doing|work on|worked on)|where was i|what (?:did i do|happened|was going on)|what was i) ?/

/** What the person was doing at a time: "what was I doing at ten?", "what did I do five minutes ago?" */
export const doing: Skill<DoingArgs> = {
  name: 'doing',
  description: 'Says what the person was noticed doing at a time of the last day.',
  schema: DoingSchema,
  examples: [
    'what was I doing at ten?',
    'what did I do five minutes ago?',
    'what was I doing between 10 and 10:15?',
  ],
  understand(text, context) {
    const german = germanDoing(text, context)
    if (german !== null) return german
    const phrase = plainPhrase(text)
    const asked = phrase.length > 120 ? undefined : ASKS.exec(phrase)?.[0]
    return asked === undefined ? null : timeIn(phrase.slice(asked.length).trim(), context)
  },
  run({ at, to }, context) {
    return { say: say(at, to, context) }
  },
}

type Clock = Pick<SkillContext, 'now' | 'timeZone'>

function timeIn(said: string, clock: Clock): DoingArgs | null {
  const words = readWords(said)
  const span = readDuration(words, 0)
  const { now } = clock
  if (span !== null && /^ago\b/.test(said.slice(words[span.next]?.start ?? said.length)))
    return { at: now - span.value, to: null }
  const last = /^(?:(?:in|during|for|over|within) )?(?:the |these )?(?:last|past|previous) /.exec(said)
  if (last !== null) {
    const of = readDuration(
      readWords(`${/last (?:minute|hour)$/.test(said) ? '1 ' : ''}${said.slice(last[0].length)}`),
      0,
    )
    return of === null ? null : { at: now - of.value, to: now }
  }
  if (/^(?:just now|right now|before(?: that| this)?|just before|a moment ago)$/.test(said))
    return { at: now - MINUTE, to: now }
  const between = /^(?:between|from) (.+?) (?:and|to|until|till) (.+)$/.exec(said)
  const from = pastClock(between?.[1] ?? said, clock)
  if (from === null) return null
  const end = between === null ? null : pastClock(between[2] ?? '', clock)
  return { at: from, to: end !== null && end >= from ? end : null }
}

/** A time of day as the last one that a person would mean. */
function pastClock(said: string, clock: Clock): number | null {
  const text = /^(?:at|around|about|by|@|yesterday|this)/.test(said) ? said : `at ${said}`
  const read = readClock(text, clock)
  if (read === null || read.length < text.replace(/[\s?.!]+$/, '').length - 1) return null
  return lastOf(read.at, clock.now, /am|pm|[ap]\.m|\d\d:\d\d|noon|midnight/.test(said))
}

/** @param exact whether the half of the day was named */
function lastOf(at: number, now: number, exact: boolean): number {
  const step = exact ? DAY : HALF_DAY
  let last = at
  for (let times = 0; last > now && times < 4; times++) last -= step
  return last
}

function say(at: number, to: number | null, context: SkillContext): string {
  const { cues } = catalogueOf(context.language)
  const { now } = context
  if (at > now) return cues.later
  if (now - at > DAY) return cues.tooOld
  const diary = context.noted?.diary ?? []
  const [from, until] = to === null ? [at, at] : [at, to]
  const isIn = (item: DiaryItem, slack: number) => item.at <= until + slack && item.to >= from - slack
  const exact = diary.filter((item) => isIn(item, 0))
  const near =
    to !== null || exact.some(({ what }) => what !== 'scrolled')
      ? exact
      : diary.filter((item) => isIn(item, NEAR_MS))
  const time = sayClock(at, context)
  if (near.length > 0)
    return cues.doing(
      time,
      near
        .slice(-TOLD)
        .map((item) => deedOf(item, context))
        .join('; '),
    )
  const earlier = diary.findLast((item) => item.to < from)
  const none = cues.doingNothing(time)
  return earlier === undefined
    ? none
    : `${none} ${cues.earlier(sayClock(earlier.to, context), deedOf(earlier, context))}`
}

export function deedOf({ what, text }: DiaryItem, { language }: SkillContext): string {
  const { deeds } = catalogueOf(language).cues
  switch (what) {
    case 'wrote':
    case 'line':
    case 'right':
    case 'wrong':
    case 'selected':
    case 'said':
      return deeds[what](text)
    default:
      return deeds[what]
  }
}
