import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { type Moment, MomentSchema } from '../percepts/cue.ts'
import { ClauseReader } from './clause-reader.ts'
import { readMoment } from './cues/read-moment.ts'
import { sayMoment } from './cues/say-moment.ts'
import { germanHowOften } from './german/german-cue.ts'
import { plainPhrase } from './plain-request.ts'
import { sayDuration } from './say-time.ts'
import type { Skill, SkillContext } from './skill.ts'

const HowOftenSchema = v.object({
  of: v.pipe(
    v.variant('what', [
      v.object({ what: v.literal('moment'), moment: MomentSchema }),
      v.object({ what: v.literal('reminders') }),
    ]),
    v.description('What is asked about: something that was noticed, or how often the person was reminded'),
  ),
})
type HowOftenArgs = v.InferOutput<typeof HowOftenSchema>

const REMINDED =
  /^how (?:often|many times|many reminders)(?: have| did| do)? you (?:already )?(?:remind(?:ed)?|nudged?|pinged|tell|told|given?|gave|say|said)\b/
const HOW =
  /^(?:(?:tell me |do you know |say )?how (?:often|many times|many)|the number of|what(?:'s| is) (?:my|the) (?:number|count|score|tally)(?: of)?)(?: times)? /
/** "did I look at the hint", "have I made", "am I". */
const DID = /^(?:did|have|had|do|am|was|has)(?: already)? (?:i|we)(?: already| ever| now)? /
/** "mistakes did I make", "lines do I have right", "correct lines have I got so far". */
const TURNED =
  /^(.+?) (?:did|have|had|do|are|were|was|is) (?:(?:i|we|there|mine)(?: (?:already|now))?)(?: (?:make|made|write|written|wrote|get|got|gotten|have|had|do|done|finish|finished|solve[d]?|type[d]?|use[d]?|take|taken|need|needed|complete[d]?))?(?: (right|correct(?:ly)?|wrong(?:ly)?|finished))?$/
/** As it stands after "tell me": "mistakes I made", "lines I've written", "times I've opened the hint", "I looked at the hint". */
const INDIRECT =
  /^(?<what>.+?) (?:that )?(?:i|we)(?:'ve|'d| have| had)?(?: already)? (?:got|gotten|get|have|had|made|make|wrote|write|written|did|do|done|finished?|solved?|completed?|managed?|typed?|took)(?: down)?(?: (?<how>right|correct(?:ly)?|wrong(?:ly)?))?$/
const BE =
  /^(?<what>.+?) (?:(?:are|were|is|was|have been) (?<how>right|correct|wrong|incorrect)(?: by now)?|there (?:are|were)|are there)$/
const TAIL =
  /(?: (?:so far|up to (?:now|then)|by then|all told|in the (?:last|past) (?:minute|hour|half hour|few minutes)|until now|already|today|now|here|in total|altogether|on this page|in all|yet|by now|this time|in this exercise|right now))+$/

/** How often something was: "how often did I look at the hint?", "how many lines did I get right?" */
export const howOften: Skill<HowOftenArgs> = {
  name: 'how-often',
  description:
    'Says how often something was noticed on this page: right or wrong lines, hints, coming and going.',
  schema: HowOftenSchema,
  examples: [
    'how often did I look at the hint?',
    'how many lines did I get right?',
    'how many mistakes have I made so far?',
  ],
  understand(text) {
    const german = germanHowOften(text)
    if (german !== null)
      return { of: german === 'reminders' ? { what: german } : { what: 'moment', moment: german } }
    const phrase = plainPhrase(text)
    if (phrase.length > 120) return null
    if (REMINDED.test(phrase)) return { of: { what: 'reminders' } }
    const asked = HOW.exec(phrase)?.[0]
    if (asked === undefined) return null
    const what = phrase
      .slice(asked.length)
      .replace(TAIL, '')
      .replace(/^of my /, '')
      .replace(
        / (?:(?:came|come|were there|there were|have been|i made|i wrote) )?before (?:it|that|then)$| (?:have (?:there|come) been|there have been|came up)$/,
        '',
      )
    const turned = TURNED.exec(what)
    const said =
      turned === null
        ? what.replace(DID, 'i ')
        : `${turned[2] === undefined || turned[2] === 'finished' ? '' : `${turned[2]} `}${turned[1]}`
    const indirect = (INDIRECT.exec(what) ?? BE.exec(what))?.groups
    const own = indirect === undefined ? null : whole(`${indirect.how ?? ''} ${indirect.what}`.trim())
    const moment =
      own ??
      whole(said) ??
      whole(what.replace(/^(?:that |when )?(?:i|we)(?:'ve|'d| have| had)? /, 'i ')) ??
      whole(`i write a ${said.replace(/s$/, '')}`)
    return moment === null ? null : { of: { what: 'moment', moment } }
  },
  run({ of }, context) {
    const { cues } = catalogueOf(context.language)
    if (of.what === 'moment') return { say: say(of.moment, context) }
    const kept = context.promises.reduce((sum, { kind, kept }) => sum + (kind === 'watch' ? 0 : kept), 0)
    return { say: kept === 0 ? cues.notKept : cues.keptSoFar(cues.times(kept)) }
  },
}

/** A moment that is the whole phrase. */
function whole(phrase: string): Moment | null {
  const reader = new ClauseReader(phrase, { now: 0, timeZone: 0 })
  const moment = readMoment(reader, 0)
  if (moment === null || moment.next < reader.words.length) return null
  const value = moment.value.moment
  if ('ms' in value || value.when === 'line-number' || value.when === 'said') return null
  return value.when === 'line' ? { ...value, count: 1 } : value
}

function say(moment: Moment, { noted, activity, promises, now, language }: SkillContext): string {
  const { cues, skills } = catalogueOf(language)
  const { said } = sayMoment(moment, language)
  if (moment.when === 'line') {
    if (moment.verdict === null)
      return activity === null ? skills.noPage : cues.linesFinished(activity.lines.length)
    return noted == null ? skills.noPage : cues.judged(noted.right, noted.wrong)
  }
  if (moment.when === 'did') {
    const deed = noted?.deeds[moment.deed]
    if (deed === undefined) return cues.never(said)
    return cues.howOften(
      said,
      cues.times(deed.count),
      sayDuration(Math.max(0, now - deed.at), language, true),
    )
  }
  const same = promises.find(({ cue }) => JSON.stringify(cue?.moment) === JSON.stringify(moment))?.cue
  if (same === undefined) return cues.notCounted(said)
  return same.seen === 0 ? cues.never(said) : cues.countIs(said, same.seen)
}
