import * as v from 'valibot'
import { germanCheck } from './german/german-phrases.ts'
import { REQUEST_LENGTH } from './plain-request.ts'
import type { Skill } from './skill.ts'

/** Longest working that is checked at once, in UTF-16 units; as much as a message may hold. */
const LENGTH = 8000

const CheckSchema = v.object({
  text: v.pipe(
    v.nullable(v.pipe(v.string(), v.maxLength(LENGTH))),
    v.description('Lines of working to check, one a line; null: the working in the field last edited'),
  ),
})
type CheckArgs = v.InferOutput<typeof CheckSchema>

const POLITE =
  /^(?:(?:hey|hi|hello|ok|okay|so|and|now|please|pls|um|well|aside|just|but|then|(?:can|could|would|will) (?:you|u)(?: (?:please|also|just|quickly))*|i(?:'d| would) like you to|i want you to|(?:would|do) you mind|quickly|let's)\b[\s,:]*)+/i
const WORK =
  "(?:this|that|it|these|those|(?:all )?(?:my|the|this) (?:work(?:ing)?|steps?|lines?|answers?|solutions?|result|math|maths|algebra|calculations?|equations?|selection|last (?:line|step|one|answer)|whole thing|problem|exercise|proof|field|above)|everything|what i (?:have|wrote|did|(?:have |'ve )?written)(?: so far)?|the (?:above|lot|last one))"
const RIGHT =
  '(?:right|correct|ok|okay|true|good|valid|fine|wrong|incorrect|false|accurate|all right|alright|legit|sound)'
const CHECK =
  '(?:(?:re-?|double[- ]?)?check(?:ing)?|verify|validate|proof-?read|test|look (?:over|at|through)|go (?:over|through)|review|grade|mark|correct|assess|inspect|take a look at|have a look at)'
const ERROR = '(?:a |an |any |some |my |the |one )?(?:mistakes?|errors?|slips?|problems?|bugs?)'
const NULL_PHRASES = new RegExp(
  `^(?:${[
    `${CHECK}(?: ${WORK})?(?: for ${ERROR})?(?: (?:please|for me|so far|now|again|over|out))*`,
    `(?:is|are|was|were|does|do) ${WORK}(?: (?:line|step|one|answer|bit))? (?:look(?:ing)? |seem |all |still |really |even |now |completely |totally )*${RIGHT}(?: (?:so far|now|or (?:wrong|not)|up to here|until here|this time|like this|like that))*`,
    `(?:did|have|do) i (?:make|made|get|got|do|done|did|have|solve|solved|write|written|go|gone)(?: (?:it|this|that|these|them|everything|${ERROR}|my work|the steps?|all of (?:it|this)|wrong))?(?: (?:all )?${RIGHT}(?:ly)?)?(?: ?(?:so far|here|there|somewhere|anywhere|yet|in (?:this|that|it|my work(?:ing)?)|this time))*`,
    `am i (?:${RIGHT}|on the right track|doing (?:this|it|that|ok|okay|fine|well)(?: ${RIGHT}(?:ly)?)?|making ${ERROR})(?: (?:so far|here|now|with (?:this|that)))*`,
    `where (?:did i go wrong|is (?:my|the) (?:mistake|error|slip)|are (?:my|the) (?:mistakes|errors)|am i wrong|did i (?:make|mess|screw|slip)(?: up| ${ERROR})?|have i gone wrong)`,
    `(?:is|are) there ${ERROR}(?: (?:here|in (?:this|that|it|there|my (?:work(?:ing)?|steps?|solution|answer))|somewhere|anywhere))*`,
    `(?:find|spot|see|show me|point out|look for) (?:my |the |any |a |an )?(?:mistakes?|errors?|slips?)(?: (?:here|in (?:this|that|it|my (?:work(?:ing)?|steps?|solution|answer))))*`,
    `(?:how am i doing|how does (?:this|that|it) look|how did i do|right so far|correct so far|ok so far|all (?:good|right|correct) so far|so far so good|any (?:mistakes?|errors?|slips?)(?: (?:here|so far|yet))?)`,
    `(?:what(?:'s| is) wrong(?: (?:here|with (?:this|that|it|my (?:work(?:ing)?|answer|solution))))?|anything wrong(?: (?:here|with (?:this|that|it)))?|is (?:anything|something) wrong(?: (?:here|with (?:this|that|it)))?)`,
    `(?:tell me|say) (?:if|whether) (?:this|that|it|i|my (?:work|answer|solution))(?:'s|'m| is| am| was| made| got it)? (?:${RIGHT}|${ERROR})(?: so far)?`,
  ].join('|')})$`,
)
/** The first also takes working of many lines; the others look through one line again and again. */
const GIVEN = [
  new RegExp(
    `^${CHECK}(?: (?:this|that|if|whether|the (?:equation|line|step|following|answer|working)|my (?:work(?:ing)?|steps?|answer|solution|lines?)|these(?: (?:lines|steps))?|following))*(?: for ${ERROR})?[:,]?\\s+([\\s\\S]+)$`,
    'i',
  ),
  new RegExp(
    `^is (?:it )?(?:(?:true|right|correct) that )?([^\\n]*[=<>≤≥≠][^\\n]*?)(?:,? (?:is )?(?:that |it )?${RIGHT})?$`,
    'i',
  ),
  /^does ([^\n]+?) (?:equal|=) ([^\n]+)$/i,
  new RegExp(
    `^([^\\n]*[=<>≤≥≠][^\\n]*?)[,;:.–-]*\\s+(?:(?:is|was) (?:this|that|it) ${RIGHT}|${RIGHT}|am i right|(?:please )?check(?: (?:this|that|it))?)$`,
    'i',
  ),
  new RegExp(
    `^(?:is|are) (?:this|that|these|my (?:working|answer|solution|steps)) ${RIGHT}[?:,\\s]+([\\s\\S]+)$`,
    'i',
  ),
]
/** A relation, or an operation between things that could be numbers. */
const MATHS = /[=<>≤≥≠≈√∫]|\\[a-z]+|\d\s*[-+*/^×·÷−]\s*[\da-z(]|[a-z)]\s*[-+*/^×·÷−]\s*\d|\^|[²³]/i
/** Prose is checked by nobody: three words of four letters or more in a row that are no functions. */
const PROSE =
  /\b(?!sqrt|then|hence|thus|also|when|with|where|since|therefore|because|from)[a-z]{4,} (?!sqrt)[a-z]{3,} [a-z]{3,}/i

/** Has the person's working checked, step by step. */
export const check: Skill<CheckArgs> = {
  name: 'check',
  description:
    'Checks working line by line and points at the first line that does not follow from the one before.',
  schema: CheckSchema,
  examples: ['check this', 'is this right?', 'check 2(x+3)=2x+6', 'did I make a mistake?'],
  understand(text, { selection }) {
    if (text.length > LENGTH) return null
    const request = text
      .replaceAll(/[‘’ʼ]/g, "'")
      .trim()
      .replace(POLITE, '')
      .replace(/[\s?!.]+$/, '')
    const own = { text: selection.trim() !== '' && MATHS.test(selection) ? selection.slice(0, LENGTH) : null }
    const phrase =
      request.length > 120 ? '' : request.toLowerCase().replaceAll(/\s+/g, ' ').replace(/[,.:]/g, '')
    const german = germanCheck(text, (given) => MATHS.test(given) && !isProse(given))
    if (german !== undefined) return german === null ? own : { text: german }
    if (NULL_PHRASES.test(phrase.replace(/ (?:please|thanks|thank you|pls)$/, ''))) return own
    for (const pattern of request.length > REQUEST_LENGTH ? GIVEN.slice(0, 1) : GIVEN) {
      const match = pattern.exec(request)
      const given = match?.[2] === undefined ? match?.[1] : `${match[1]} = ${match[2]}`
      if (given !== undefined && MATHS.test(given) && !isProse(given)) return { text: given.trim() }
    }
    return null
  },
  run: ({ text }) => ({ say: '', check: text }),
}

function isProse(text: string): boolean {
  const [first = ''] = text.split('\n')
  return PROSE.test(first.replaceAll(/\\[a-z]+/gi, ' ')) || /^(?:why|how|what|where|who|when)\b/i.test(first)
}
