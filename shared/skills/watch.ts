import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { germanWatch } from './german/german-phrases.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import { readTimeClauses } from './read-time-clauses.ts'
import { sayDuration } from './say-time.ts'
import type { Skill } from './skill.ts'
import { unquote } from './unquote.ts'

const WatchSchema = v.object({
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(200),
    v.description('Text to wait for on the page'),
  ),
  seconds: v.pipe(
    v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(366 * 86_400))),
    v.description('How long to watch; null: as long as the page is open'),
  ),
})
type WatchArgs = v.InferOutput<typeof WatchSchema>

const TELL =
  '(?:(?:tell|notify|alert|warn|ping|nudge|inform|remind|message|buzz|poke|wake|call) me|let me know|give me a (?:shout|nudge|ping|heads[- ]up|call)|say something|speak up|shout)'
const WHEN =
  '(?:when(?:ever)?|if|once|as soon as|the moment|the second|the minute|the instant|in case|every time)'
const PAGE =
  '(?:(?:the|this|that) (?:page|site|website|tab|screen|text|document|article|web ?page|app|status(?: page)?|table|list)|it|here)'
const SAYS =
  '(?:(?:now |finally |suddenly |eventually )?(?:says?|shows?|displays?|reads?|contains?|mentions?|includes?|has|lists|gets|changes to|turns(?: in)?to|switches to|becomes|prints))'
const CHANGES = '(?:changes|switches|turns|goes|jumps|is set) (?:in)?to'
const APPEARS =
  '(?:(?:first |finally |suddenly |eventually )?(?:appears?|shows? up|comes? up|pops? up|turns? up|pops? in|arrives?|is (?:shown|displayed|visible|there|on (?:the|this) (?:page|screen)|mentioned|listed|written)|can be (?:seen|read)|gets? (?:shown|displayed|listed)|becomes? visible|comes? on screen)|(?:is|comes|shows)(?= (?:on|up on) (?:the|this) (?:page|screen)))'
const THERE = `(?: (?:any ?where|some ?where))?(?: (?:on|in|up on|at the top of|at the bottom of) ${PAGE})?(?: again| now)?`
const NOUN =
  '(?:the (?:words?|text|phrase|message|label|string|heading|title|button|notice|sentence) |anything (?:about|on|saying) )?'

/** What is waited for is the first group. */
const PATTERNS = [
  new RegExp(`^${TELL} ${WHEN} (?:you see )?(?:on )?${PAGE} (?:to )?${SAYS} ${NOUN}(.+?)${THERE}$`, 'i'),
  new RegExp(
    `^${TELL} ${WHEN} (?:you (?:see|spot|find|notice|read) ${NOUN}(.+?)(?: appear(?:ing)?| show(?:ing)? up| pop(?:ping)? up| come up)?)${THERE}$`,
    'i',
  ),
  new RegExp(`^${TELL} ${WHEN} ${NOUN}(.+?) ${APPEARS}${THERE}$`, 'i'),
  new RegExp(`^${TELL} ${WHEN} .+? ${CHANGES} ${NOUN}(.+?)${THERE}$`, 'i'),
  new RegExp(`^${TELL} ${WHEN} ${NOUN}(".+")(?: \\w+)?${THERE}$`, 'i'),
  new RegExp(`^${WHEN} (?:you see )?${PAGE} ${SAYS} ${NOUN}(.+?),? (?:then )?(?:please )?${TELL}$`, 'i'),
  new RegExp(`^${WHEN} ${NOUN}(.+?) ${APPEARS}${THERE},? (?:then )?(?:please )?${TELL}$`, 'i'),
  new RegExp(
    `^(?:watch|monitor|observe|look at|check|keep (?:watching|checking|an eye on|your eyes? on)|wait on) ${PAGE} (?:for|until (?:it (?:says|shows)|you see)|and ${TELL} ${WHEN} (?:it|you|there(?:'s| is)) ?(?:see|says|shows|finds?|find)?) ${NOUN}(.+?)(?: and ${TELL}.*)?$`,
    'i',
  ),
  new RegExp(
    `^(?:(?:keep )?watch(?:ing)?(?: out)?|keep (?:an eye|your eyes?|a look-?out)(?: out| open| peeled)?|be on the look-?out|(?:keep )?look(?:ing)? out|stay alert|wait(?: here)?|listen) for ${NOUN}(.+?)(?: to ${APPEARS})?${THERE}(?:,? (?:and|then) ${TELL}.*)?$`,
    'i',
  ),
  new RegExp(`^wait (?:until|till) ${PAGE} ${SAYS} ${NOUN}(.+?)$`, 'i'),
  new RegExp(`^wait (?:until|till) ${NOUN}(.+?) ${APPEARS}${THERE}$`, 'i'),
]
/** Durations and pronouns are nothing to watch for. */
const NOTHING =
  /^been\b|^(?:it|that|this|something|anything|me|you|i|a (?:change|moment|second|minute|bit|while)|(?:the )?(?:page|changes?)|\d+ ?\w+)$/i

/** Tells once when a text appears on the page. */
export const watch: Skill<WatchArgs> = {
  name: 'watch',
  description: 'Watches the page and tells once when it contains a text.',
  schema: WatchSchema,
  examples: [
    'tell me when the page says “in stock”',
    'let me know when "sold out" appears',
    'watch for Results',
  ],
  understand(text, context) {
    if (text.length > REQUEST_LENGTH) return null
    const german = germanWatch(text)
    if (german !== null) return { text: german, seconds: null }
    const { request, seconds } = limited(plainRequest(text), context)
    for (const pattern of PATTERNS) {
      const words = unquote(pattern.exec(request)?.[1] ?? '')
      if (words.length > 1 && words.length <= 200 && !NOTHING.test(words)) return { text: words, seconds }
    }
    return null
  },
  run({ text, seconds }, { now, promises, language }) {
    const says = catalogueOf(language).skills
    if (promises.some((promise) => promise.kind === 'watch' && same(promise.text, text)))
      return { say: says.watchedAlready(text) }
    const until = seconds === null ? null : now + seconds * 1000
    return {
      say:
        seconds === null
          ? says.willWatch(text)
          : says.willWatchFor(text, sayDuration(seconds * 1000, language, true)),
      promise: { kind: 'watch', text, due: null, every: null, until },
    }
  },
}

/** The request without "for the next 5 minutes". */
function limited(
  request: string,
  context: Parameters<typeof readTimeClauses>[1],
): { request: string; seconds: number | null } {
  if (request.includes('"')) return { request, seconds: null }
  const limit = readTimeClauses(request, context).find((clause) => clause.kind === 'for')
  if (limit?.kind !== 'for') return { request, seconds: null }
  const rest = `${request.slice(0, limit.start)}${request.slice(limit.end)}`.replaceAll(/\s+/g, ' ').trim()
  return { request: rest.replace(/[, ]+$/, ''), seconds: limit.ms / 1000 }
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
