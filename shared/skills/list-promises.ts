import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { isGermanList } from './german/german-phrases.ts'
import { plainPhrase } from './plain-request.ts'
import { sayDue, sayPromise } from './say-promise.ts'
import type { Skill } from './skill.ts'

const THING = '(?:reminders?|timers?|alarms?|promises?|watch(?:es)?)'
const LIST = new RegExp(
  `^(?:(?:what|which|how many)(?: are| are all)? (?:my |the |open |active |of my )*${THING}(?: (?:do i have|are (?:there|set|open|active|running|pending|on|left)|have i (?:set|made)|did i (?:set|make)|(?:i've|i have) set|have you (?:got|set|made)|do you have|is (?:set|open|running)))?(?: (?:now|open|set|running|right now|left|at the moment))*|(?:list|show|tell|read|give)(?: me)? (?:all )?(?:of )?(?:my |the |your )?(?:open |active |current )?${THING}|(?:do i have|have i(?: got)?|are there|is there|have you(?: got)?|do you have|got) (?:any |a )?(?:open |active |more )?${THING}(?: (?:set|open|running|left|active))?|(?:any|my|open) ${THING}(?: (?:set|open|running|left))?|what (?:have you|did you) promise[d]?(?: me)?|what (?:are|will) you (?:going to )?(?:remind(?:ing)?(?: me)?(?: of| about)?|watch(?:ing)?(?: for)?)|(?:when is|when's|what is|what's) (?:my |the )?next (?:reminder|timer|alarm|one)|${THING})$`,
)

/** Says which reminders, timers and watches are open. */
export const listPromises: Skill<Record<string, never>> = {
  name: 'list-promises',
  description: 'Lists the open reminders, timers and watches, with the time of each.',
  schema: v.strictObject({}),
  examples: ['what reminders do I have', 'list my reminders', 'what are you watching for'],
  understand: (text) => (isGermanList(text) || LIST.test(plainPhrase(text)) ? {} : null),
  run(_, context) {
    const says = catalogueOf(context.language).skills
    if (context.promises.length === 0) return { say: says.nothingOpen }
    const said = context.promises
      .toSorted((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY))
      .map((promise) => {
        const said = sayPromise(promise, context)
        if (promise.every === null || promise.due === null) return said
        return says.next(said, sayDue(promise.due, context))
      })
    return { say: says.open(said.join('; ')) }
  },
}
