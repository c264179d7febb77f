import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { deedOf } from './doing.ts'
import { plainPhrase } from './plain-request.ts'
import { sayClock, sayDuration } from './say-time.ts'
import type { Skill, SkillContext } from './skill.ts'

const MeasureSchema = v.object({
  of: v.pipe(
    v.picklist(['absence', 'before-absence', 'longest-line', 'per-line']),
    v.description(
      'absence: how long the person was away the last time; before-absence: what they did before they went; longest-line: which line took longest; per-line: the average time of a line',
    ),
  ),
})
type MeasureArgs = v.InferOutput<typeof MeasureSchema>

const AWAY = '(?:away|gone|off|out|absent|missing|elsewhere|not here|off (?:the |this )?(?:page|tab))'
const ABSENCE = new RegExp(
  `^(?:(?:for )?how (?:long|much time|many (?:seconds|minutes|secs|mins))|what time)(?: (?:was|were|have|am|did))?(?: (?:i|i've|we))?(?: (?:was|were|have|had|been|spent|spend|stay(?:ed)?))* ${AWAY}(?: (?:for|just now|this time|last time))*$|^when did i (?:last )?(?:leave|go away)\\b.*$|^(?:the length of )?my absence$`,
)
const BEFORE =
  /^(?:what|which line|where|what line) (?:i was|was i|i had been|i did|did i do|i am)(?: last)?(?: (?:doing|up to|working on|at|on|busy with|writing|do))*(?: (?:last|before|when|just before|right before)(?: (?:i|we|that))?(?: (?:went (?:off|away)|left|was gone|wandered off|disappeared))?)?$|^where i left off$/
const LONGEST =
  /^(?:which|what) (?:line|step)(?: was it that)? (?:took|needed|cost|has taken|did take|was|did i (?:take|spend|need))(?: me| the| my)*(?: (?:most|more))?(?: time| the)* ?(?:longest|slowest|most time|most|on)?(?: (?:for|on|by far))?$|^(?:my|the) (?:slowest|longest) (?:line|step)$|^what(?:'s| is| was) my (?:slowest|longest) (?:line|step)$/
const PER_LINE =
  /^(?:what(?:'s|s| is| was) )?(?:my|the) (?:average|mean|usual)(?: time)?(?: (?:per|for a|for each|of a|a|on a)) (?:line|step)(?: so far| then| now)*$|^how (?:long|much time) (?:do|did|have) i (?:take|need|needed|spend|spent)(?: on average)? (?:for |on )?(?:a|each|every|per|one) (?:line|step)(?: on average)?$/

/** Measures that were never asked for in advance: the last absence, the slowest line, the average of a line. */
export const measure: Skill<MeasureArgs> = {
  name: 'measure',
  description:
    'Says how long the person was away, which line took longest, and how long a line took on average.',
  schema: MeasureSchema,
  examples: ['how long was I away?', 'which line took me longest?', 'what is my average per line?'],
  understand(text) {
    const phrase = plainPhrase(text)
    if (phrase.length > 120) return null
    if (BEFORE.test(phrase)) return { of: 'before-absence' }
    if (ABSENCE.test(phrase)) return { of: 'absence' }
    if (LONGEST.test(phrase)) return { of: 'longest-line' }
    return PER_LINE.test(phrase) ? { of: 'per-line' } : null
  },
  run: ({ of }, context) => ({ say: say(of, context) }),
}

function say(of: MeasureArgs['of'], context: SkillContext): string {
  const { activity, noted, language } = context
  const { cues, skills } = catalogueOf(language)
  if (of === 'absence') {
    const diary = noted?.diary ?? []
    const left = diary.findLast(({ what }) => what === 'left')
    if (left === undefined) return cues.neverAway
    const back = diary.find(({ what, at }) => what === 'returned' && at >= left.at)?.at ?? context.now
    return cues.wasAway(sayDuration(back - left.at, language))
  }
  if (of === 'before-absence') {
    const diary = noted?.diary ?? []
    const left = diary.findLast(({ what }) => what === 'left')
    const last = diary.findLast(
      ({ what, at }) => !/^(?:left|returned|said|scrolled)$/.test(what) && at <= (left?.at ?? context.now),
    )
    return last === undefined
      ? cues.doingNothing(sayClock(left?.at ?? context.now, context))
      : cues.doing(sayClock(last.to, context), deedOf(last, context))
  }
  if (activity === null) return skills.noPage
  const spans = activity.lines.map(({ at }, index) =>
    Math.max(0, at - (activity.lines[index - 1]?.at ?? activity.firstEditAt ?? activity.startedAt)),
  )
  if (spans.length === 0) return skills.noLine(0, 1)
  if (of === 'per-line') {
    const sum = spans.reduce((total, span) => total + span, 0)
    return cues.perLine(sayDuration(sum / spans.length, language))
  }
  const longest = Math.max(...spans)
  return cues.longestLine(spans.indexOf(longest) + 1, sayDuration(longest, language))
}
