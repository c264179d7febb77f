import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { named } from './changes/name-promise.ts'
import { isAllEnding, isBareEnding, readEnding } from './changes/read-ending.ts'
import { germanStop } from './german/german-phrases.ts'
import { plainPhrase } from './plain-request.ts'
import { plainer } from './respell.ts'
import { sayPromise } from './say-promise.ts'
import type { OpenPromise, Outcome, Skill, SkillContext } from './skill.ts'

const StopSchema = v.object({
  what: v.pipe(
    v.picklist(['speaking', 'repeating', 'all', 'matching', 'ids']),
    v.description(
      'speaking: stop speaking, keep all reminders; repeating: stop speaking and end what repeats; all: end all reminders, timers and watches; matching: end those that `about` names; ids: those whose ids stand in `about`, a space between them',
    ),
  ),
  about: v.pipe(
    v.string(),
    v.description(
      'Words of the reminder to end ("stretch", "4 seconds", "last"), or "" when `what` says it all',
    ),
  ),
})
type StopArgs = v.InferOutput<typeof StopSchema>

const END =
  "(?:stop|cancel|end|delete|remove|drop|clear|kill|quit|turn off|switch off|forget|abort|dismiss|disable|get rid of|call off|discontinue|scrap|undo|cease|don't|do not|no more|no longer|that's enough|enough)"
const THING =
  '(?:reminders?|timers?|alarms?|promises?|watch(?:es|ing)?|nudg(?:es?|ing)|pings?|alerts?|notifications?|countdowns?|reminding|repetitions?|repeats?)'
/** One of these says that all are meant; timers and watches are only those. */
const PLURAL = '(?:reminders|promises|alerts|notifications|nudges|pings|repetitions)'
const SPEAKING = /^(?:stop|quit) (?:talking|speaking|the (?:voice|speech|talk))(?: now| to me)?$/
const BARE =
  /^(?:stop+|stpo|sotp|stp|stap|stop (?:it|that|this|now|there|please|right there|right now|all that|doing that|stop)|stop stop(?: stop)?|halt|enough|(?:that's|that is|it's) enough(?: now| for now| of (?:that|this|it))*|enough(?: now| already| of that| of this)*|(?:quit|cut|knock) (?:it|that)(?: out| off)?|quit|no more|that(?:'ll| will) do|that will be all|(?:i say|i said|i'm saying|saying) (?:stop|enough)|you (?:can|may|should) stop(?: now| it| that)?|time to stop|stop i say|end|end (?:it|that|this)|cease|abort|whoa|basta|stahp|i've had enough|make it stop|turn (?:it|that) off|it's (?:ok|okay|fine|alright) (?:to stop|you can stop)(?: now)?|we can stop(?: now)?|stop there)$/
/** Enough to end a drill that goes on until the person says so: "until I say done". */
const DONE =
  /^(?:(?:i'm |i am |we're )?(?:done|finished|good now|all good|all set)(?: now)?|when|i'm good|good enough|(?:stop|quit) [a-z]+ing(?: now)?)$/
const LAST =
  /^(?:cancel|cancel (?:it|that|this)|never ?mind(?: that)?|forget (?:it|that|about (?:it|that))|undo that)$/
const NAMED = new RegExp(`\\b(?:${THING}|remind)\\b`)
const ALL = new RegExp(
  `^${END} (?:(?:all|every|any|each)(?: (?:of )?(?:the|my|those|these|them|your|single|one of them))?(?: (?:open|active|pending|future|other|remaining))?(?: ${PLURAL}| reminder)?|everything|them(?: all)?|all of (?:it|them)|both(?: of them| ${PLURAL})?|(?:the |my |your |these |those )?${PLURAL})(?: now| please)?$`,
)
const REPEATING = new RegExp(
  `^(?:${END} (?:reminding(?: me)?|telling me(?: that| this)?|nudging(?: me)?|pinging(?: me)?|bugging(?: me)?|nagging(?: me)?|saying (?:that|it)|repeating(?: that| it| yourself)?|alerting me|poking me|buzzing(?: me)?|prompting me|remind(?: me)?(?: any ?more| again)?|the repetitions?|the repeating(?: one| ${THING})?)(?: any ?more| now| again| of that| about (?:it|that))?|(?:you don't (?:need|have) to|no need to) (?:(?:remind|nudge|ping|tell) me|(?:say|repeat|do|keep saying|keep doing)(?: (?:that|it|this))?)(?: (?:that|it|this))?(?: any ?more| any longer| again| now)?)$`,
)
const MATCHING = [
  new RegExp(`^${END} (?:all |any |every )?(?:of )?(?:the |my |that |this |your |a )?(${THING})(?: now)?$`),
  new RegExp(
    `^${END} (?:with )?(?:reminding|telling|nudging|pinging|bugging|nagging|alerting|poking|prompting|warning) (?:me )?(?:to|about|that|of|every|with) ?(.+)$`,
  ),
  /^(?:don't|do not|no longer|you don't (?:need|have) to|no need to|you can stop) (?:remind|nudge|ping|tell|reminding|nudging)(?: me)? (?:to|about|that|of) (.+?)(?: any ?more| again)?$/,
  new RegExp(`^${END} (?:with )?(?:saying|repeating) (.+)$`),
  new RegExp(`^${END} (?:the |my |that |this |your |with the )?(.+?) (?:${THING}|one|thing)(?: now)?$`),
  new RegExp(
    `^${END} (?:the |my |that |this |your |with the )?(?:${THING}|one) (?:to|about|for|that says|of|every|on|called|named|with) ?(.+)$`,
  ),
  /^(?:stop|end|quit|no more) (counting|tallying|the count(?:ing)?)(?: .{1,40})?$/,
  /^(?:stop|end|quit) watching (?:for |out for )?(.+)$/,
  new RegExp(`^${END} (?:with )?(?:the |all the )?(\\w+)(?: now)?$`),
]

/** Ends speech and promises: "stop", "stop reminding me to breathe", "cancel the timer", "cancel all". */
export const stop: Skill<StopArgs> = {
  name: 'stop',
  description:
    'Stops speaking and ends reminders, timers and watches: what repeats, all of them, or those named. Says which ended.',
  schema: StopSchema,
  examples: ['stop', 'stop reminding me', 'cancel the stretch reminder', 'cancel all'],
  understand(text, { promises }) {
    const german = germanStop(text, promises)
    if (german !== null) return german
    const own = promises.filter(({ ends }) => ends !== undefined && isSaid(text, ends))
    if (own.length > 0) return ids(own.map(({ id }) => id))
    const phrase = plainPhrase(text).replace(
      /^(?:no[,.] ?|(?:ok|okay|yes|yeah|thanks|alright|all right|i (?:think|guess|believe)|that's fine|thank you)[,. ]+)+(?=\w)/,
      '',
    )
    if (SPEAKING.test(phrase)) return { what: 'speaking', about: '' }
    if (BARE.test(phrase) || REPEATING.test(phrase)) return { what: 'repeating', about: '' }
    if (ALL.test(phrase)) return { what: 'all', about: '' }
    if (LAST.test(phrase) && promises.length > 0) {
      return promises.some(repeats) ? { what: 'repeating', about: '' } : { what: 'matching', about: 'last' }
    }
    const ending = readEnding(plainer(phrase).toLowerCase(), promises, /\b(?:only|just)\b/i.test(text))
    if (ending !== null) return ids(ending)
    for (const pattern of MATCHING) {
      const about = pattern.exec(phrase)?.[1]
      if (about === undefined) continue
      if (NAMED.test(phrase) || named(about, promises).length > 0) return { what: 'matching', about }
    }
    if (DONE.test(phrase) && promises.some(isDrill)) return { what: 'repeating', about: '' }
    if (promises.length === 0 || !isBareEnding(plainer(phrase).toLowerCase())) return null
    if (isAllEnding(phrase)) return { what: 'all', about: '' }
    return promises.some(repeats) ? { what: 'repeating', about: '' } : { what: 'matching', about: 'last' }
  },
  run(args, context) {
    const says = catalogueOf(context.language).skills
    const ended = chosen(args, context)
    const outcome: Outcome = { say: '', voice: 'stop', endPromises: ended.map(({ id }) => id) }
    const named = (promises: readonly OpenPromise[]) =>
      promises.map((promise) => sayPromise(promise, context)).join('; ')
    if (ended.length > 0) return { ...outcome, say: says.ended(named(ended)) }
    if (args.what === 'speaking') return outcome
    const open = named(context.promises)
    if (args.what === 'repeating') return open === '' ? outcome : { ...outcome, say: says.stillOpen(open) }
    return { ...outcome, say: open === '' ? says.noReminder : says.whichOne(open) }
  },
}

const ids = (all: readonly string[]): StopArgs => ({ what: 'ids', about: all.join(' ') })

/** Whether these words were said, with hardly any others. */
function isSaid(text: string, words: string): boolean {
  const fold = (said: string) => said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [said, wanted] = [fold(text), fold(words)]
  return (
    wanted.length > 0 &&
    said.length <= wanted.length + 4 &&
    ` ${said.join(' ')} `.includes(` ${wanted.join(' ')} `)
  )
}

function repeats({ every, cue }: OpenPromise): boolean {
  return every !== null || cue?.again === true
}

function isDrill({ every, until }: OpenPromise): boolean {
  return every !== null && every <= 60_000 && until === null
}

function chosen({ what, about }: StopArgs, { promises }: SkillContext): readonly OpenPromise[] {
  if (what === 'speaking') return []
  if (what === 'all') return promises
  if (what === 'repeating') return promises.filter(repeats)
  if (what === 'ids') return promises.filter(({ id }) => about.split(' ').includes(id))
  return named(about, promises)
}
