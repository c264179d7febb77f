import * as v from 'valibot'
import { germanPractise } from './german/german-practise.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

/** Longest answer, in UTF-16 units. */
const LENGTH = 4000

const PractiseSchema = v.object({
  what: v.pipe(
    v.picklist(['begin', 'skip', 'later', 'hint', 'solution', 'answer']),
    v.description(
      'begin: an exercise on a slip the person has made; the others are about the exercise that is open: leave it out, end practice, its rule, its answer, or the person answers it',
    ),
  ),
  text: v.pipe(v.string(), v.maxLength(LENGTH), v.description('The answer, one step a line; else empty')),
})
export type PractiseArgs = v.InferOutput<typeof PractiseSchema>
/** Of an exercise that is open. */
export type PractiseDeed = Exclude<PractiseArgs['what'], 'begin' | 'answer'>

const BEGIN =
  /^(?:practi[sc]e(?: (?:something|again|more|some more|maths?|algebra|my (?:slips|mistakes|errors)|with me|a bit|a little|now))*|(?:give me |do |have |(?:i )?(?:want|need) )?(?:some |a |an |another |more |one more |a bit of )*(?:practi[sc]e|exercise|practi[sc]e (?:item|exercise|problem|question|task)|exercise to practi[sc]e)s?|(?:quiz|train|drill) me|(?:to )?practi[sc]e|what (?:should|can|could) i practi[sc]e|i (?:want|would like|'d like) to practi[sc]e)$/
const DEEDS: Readonly<Record<PractiseDeed, RegExp>> = {
  skip: /^(?:skip(?: (?:it|this|that|this one))?|next(?: one)?|another(?: one)?|a different one|pass)$/,
  later:
    /^(?:later|no more|enough(?: for (?:now|today))?|stop(?: practi[sc]ing)?|that's enough|i(?:'m| am) done|end(?: practi[sc]e)?|quit)$/,
  hint: /^(?:(?:give me )?(?:a |another )?(?:hint|tip)|help(?: me)?|(?:what(?:'s| is)|which is) the rule|i(?:'m| am) stuck|i (?:don't|do not) know)$/,
  solution:
    /^(?:i give up|(?:what(?:'s| is)|(?:show|tell|give) me) (?:the )?(?:right |correct )?(?:answer|solution)|solution|answer)$/,
}

/** Brings a slip of the person's back as a short exercise, and takes the answer. */
export const practise: Skill<PractiseArgs> = {
  name: 'practise',
  description: 'Gives a two-minute exercise on a slip from the record, and takes what is said about it.',
  schema: PractiseSchema,
  examples: ['practise', 'give me practice'],
  understand(text, { practising }) {
    const phrase = plainPhrase(text)
    const german = germanPractise(text)
    if (german === 'begin' || BEGIN.test(phrase)) return { what: 'begin', text: '' }
    if (!practising) return null
    if (german !== null) return { what: german, text: '' }
    for (const what of ['skip', 'later', 'hint', 'solution'] as const)
      if (DEEDS[what].test(phrase)) return { what, text: '' }
    return isMathematics(text) ? { what: 'answer', text: text.trim() } : null
  },
  run: ({ what, text }) => ({ say: '', practise: what === 'answer' ? { answer: text } : what }),
}

const WORDS = new Set(
  'sin cos tan cot ln log lg exp sqrt root or and oder und dx dy frac dfrac cdot times left right pi pm int le ge leq geq in'.split(
    ' ',
  ),
)

/** Numbers, letters and signs, and no other word: what answers an exercise. */
function isMathematics(text: string): boolean {
  if (text.length > LENGTH || !/[\d=<>≤≥^²³]|^\s*[a-z]\s*$/i.test(text)) return false
  return (text.match(/\p{L}{2,}/gu) ?? []).every(
    (word) => WORDS.has(word.toLowerCase()) || /^[a-z]{2}$/.test(word),
  )
}
