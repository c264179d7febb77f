import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { germanQuiet } from './german/german-phrases.ts'
import { plainPhrase } from './plain-request.ts'
import { readTimeClauses } from './read-time-clauses.ts'
import { sayClock, sayDuration } from './say-time.ts'
import type { Skill, SkillContext } from './skill.ts'

const QuietSchema = v.object({
  seconds: v.pipe(
    v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(366 * 86_400))),
    v.description('For how long to be quiet; null: until told that talking is welcome again'),
  ),
})
type QuietArgs = v.InferOutput<typeof QuietSchema>

/** ms that stand for "until you say otherwise". */
const LONG = 100 * 366 * 86_400_000
const QUIET =
  /^(?:(?:be|stay|keep|remain|go) (?:very |totally |completely )?(?:quiet|silent|still)|quiet(?: down| time| mode)?|silence|silent(?: mode)?|s+h+(?: now)?|hush(?: now)?|mute(?: yourself| (?:all )?(?:remarks|comments|hints|everything))?|go on mute|shut (?:up|it)|shush|zip it|pipe down|(?:don't|do not|stop|no more|no|quit) (?:talk(?:ing)?|speak(?:ing)?|interrupt(?:ing|ions)?|disturb(?:ing)?|comment(?:ing|s)?|remark(?:ing|s)?|hints?|bother(?:ing)?|distract(?:ing)?|say anything|chat(?:ting)?|help(?:ing)?|correct(?:ing)?|unasked remarks)(?: me| to me| on my work)?|do not disturb|dnd|leave me (?:alone|be|in peace)|let me (?:work|think|concentrate|focus|try) (?:alone|in (?:peace|silence|quiet)|by myself|on my own)|not a word|give me (?:some |a bit of |a moment of )?(?:peace(?: and quiet)?|silence|quiet|space)|hold your tongue|i (?:need|want) (?:some |a bit of )?(?:quiet|silence|peace(?: and quiet)?|to (?:concentrate|focus))|pause(?: remarks)?|(?:take|have|i need) a break)(?: now)?$/
const OTHERWISE =
  /(?: ?(?:until|till) (?:i |you |we |told |further |it's ).*| for (?:now|a while|a bit|a moment)| from now on| while i .*)$/

/** No unasked remark for a while; what was asked for (reminders, answers) still comes. */
export const quiet: Skill<QuietArgs> = {
  name: 'quiet',
  description:
    'Makes no unasked remark for some time, or until told that talking is welcome again. Reminders still come.',
  schema: QuietSchema,
  examples: ['be quiet for 10 minutes', 'shh', 'mute', "don't disturb me until 6pm"],
  understand(text, context) {
    const german = germanQuiet(text, context)
    if (german !== undefined) return { seconds: german }
    const phrase = plainPhrase(text)
    if (phrase.length > 80) return null
    if (QUIET.test(phrase.replace(OTHERWISE, ''))) return { seconds: null }
    const clause = readTimeClauses(phrase, context).find(({ kind }) =>
      /^(?:for|until|in|bare|at)$/.test(kind),
    )
    if (clause === undefined) return null
    const rest = `${phrase.slice(0, clause.start).trim()} ${phrase.slice(clause.end).trim()}`
    const isQuiet =
      QUIET.test(rest.replace(/(?: of|,| for)? *$/, '').trim()) ||
      /^give me (?:of )?(?:silence|peace|quiet)/.test(rest)
    if (!isQuiet) return null
    switch (clause.kind) {
      case 'for':
      case 'bare':
        return { seconds: clause.ms / 1000 }
      case 'until':
      case 'at':
        return { seconds: clause.at === null || clause.passed ? null : (clause.at - context.now) / 1000 }
      default:
        return null
    }
  },
  run({ seconds }, context) {
    const until = seconds === null ? null : context.now + seconds * 1000
    return {
      say: sayQuiet(seconds, context),
      voice: 'stop',
      quietUntil: until ?? context.now + LONG,
    }
  },
}

function sayQuiet(seconds: number | null, context: SkillContext): string {
  const says = catalogueOf(context.language).skills
  if (seconds === null) return says.quietUntilTold
  return seconds < 600
    ? says.quietFor(sayDuration(seconds * 1000, context.language))
    : says.quietUntil(sayClock(context.now + seconds * 1000, context))
}
