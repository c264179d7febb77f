import * as v from 'valibot'
import { germanFind } from './german/german-phrases.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import type { Skill } from './skill.ts'
import { unquote } from './unquote.ts'

const FindSchema = v.object({
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(200),
    v.description('Text to find on the page, as it stands there'),
  ),
})
type FindArgs = v.InferOutput<typeof FindSchema>

const PAGE =
  '(?:(?:the|this|that) (?:page|site|website|tab|text|document|article|web ?page|chapter|section|screen|whole page|file|paper)|here|the open page)'
const ON = `(?:on|in|within|through|throughout) ${PAGE}`
const FIND =
  '(?:find|search(?: for)?|look(?: up| for)?|locate|highlight|show me|mark|jump to|go to|scroll to|take me to|point (?:me )?(?:to|at|out)|spot|seek|where is|where are|where can i (?:find|see|read about)|is there(?: (?:any|a|an|anything (?:about|on)))?|are there(?: any)?|do you see|can you see|where do you see)'
const NOUN =
  '(?:(?:all |every |any |each |the )?(?:the )?(?:words?|text|phrase|term|string|anything about|mentions? of|occurrences? of|instances? of|places? (?:that|which|where it) (?:says?|mentions?)|parts? (?:that|which|where it|about) ?(?:says?|mentions?|is about)?) )?'
const SAYS =
  '(?:say|says|mention|mentions|talk about|talks about|speak of|state|states|describe|describes|explain|explains|define|defines|use the words?|contain|contains)'

const PATTERNS = [
  new RegExp(`^${FIND} ${NOUN}(.+?) ${ON}$`, 'i'),
  new RegExp(`^${ON},? ${FIND} ${NOUN}(.+)$`, 'i'),
  new RegExp(
    `^(?:find|search(?: for)?|locate|highlight|jump to|scroll to|look for|show me|where is) ${NOUN}(["'].+["'])$`,
    'i',
  ),
  /^(?:find|search for|locate|highlight|jump to|scroll to|look for) (?:the |every |all )?(?:words?|text|phrase|term|string|anything about|mentions? of|occurrences? of|instances? of) (.+)$/i,
  new RegExp(
    `^(?:search|scan|look through|go through|skim|look in|look at) ${PAGE} (?:for|to find|and find) ${NOUN}(.+)$`,
    'i',
  ),
  new RegExp(
    `^(?:where (?:exactly )?|in which (?:line|place|paragraph|section) )(?:on ${PAGE} )?(?:does|do|did) (?:it|the page|this page|the text|the article|the author|they|this|the document) ${SAYS} ${NOUN}(.+?)(?: ${ON})?$`,
    'i',
  ),
  new RegExp(
    `^(?:does|do) (?:it|this|the (?:page|text|article|document)|this (?:page|text|article|document)) ${SAYS} ${NOUN}(.+?)(?: (?:any ?where|some ?where|at all))?(?: ${ON})?$`,
    'i',
  ),
  new RegExp(
    `^where (?:is|are|was|were) ${NOUN}(.+?) (?:mentioned|written|described|explained|defined|discussed|stated|said|named|shown|introduced|on (?:the|this) page)(?: ${ON})?$`,
    'i',
  ),
  new RegExp(
    `^(?:show|find|tell) me where (?:it|the (?:page|text|article)|this page) ${SAYS} ${NOUN}(.+)$`,
    'i',
  ),
  new RegExp(
    `^(?:show|find|tell) me where ${NOUN}(.+?) (?:is|are) (?:mentioned|written|described|explained|defined|discussed|stated|said)(?: ${ON})?$`,
    'i',
  ),
  /^(?:ctrl|cmd|control|command)[ +-]*f[: ]+(.+)$/i,
  /^(?:scroll|jump|take me) (?:down |up )?to (?:the (?:word|text|part about|section (?:on|about|called)|heading) )(.+)$/i,
  /^search for (.+)$/i,
  /^(?:find|locate|highlight|jump to|scroll to) (?:the )?([\p{L}-]{4,40})$/iu,
]
/** These ask for something else than words of the page. */
const ELSEWHERE =
  /\b(?:on|in) the (?:web|internet|net)\b|\bonline\b|\bgoogle\b|^(?:my |the |an? )?(?:mistakes?|errors?|slips?|bugs?)$|^(?:it|that|this|them|me|out|my \w+|the web|the internet)$/i

/** Finds words on the page and marks them. */
export const find: Skill<FindArgs> = {
  name: 'find',
  description: 'Finds a text on the page and marks every place where it stands.',
  schema: FindSchema,
  examples: ['find slope on this page', 'where does it say “commutative”', 'search the page for domain'],
  understand(text) {
    if (text.length > REQUEST_LENGTH) return null
    const german = germanFind(text)
    if (german !== null) return { text: german }
    const request = plainRequest(text)
    for (const pattern of PATTERNS) {
      const words = unquote(pattern.exec(request)?.[1] ?? '')
      if (words === '' || words.length > 200) continue
      return ELSEWHERE.test(words) ? null : { text: words }
    }
    return null
  },
  run: ({ text }) => ({ say: '', find: text }),
}
