import * as v from 'valibot'
import { SORTS, type Sort } from '../math/computing/sorts.ts'
import { parseLine } from '../math/parse-line.ts'
import { germanPhrase } from './german/plain-german.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

const LikeItSchema = v.object({
  text: v.pipe(
    v.string(),
    v.maxLength(600),
    v.description('The exercise; empty: the one in the field last edited'),
  ),
  sort: v.pipe(v.nullable(v.picklist(SORTS)), v.description('Its kind, where the person names one')),
})
type LikeItArgs = v.InferOutput<typeof LikeItSchema>

const LIKE =
  /^(?:(?:give|make|show)(?: me)? )?(?:an? |one |another |one more |some )*(?:(?:one|exercise|problem|equation|task|question) )?(?:more )?(?:like (?:it|this|that|this one)|similar(?: (?:one|exercise|problem|equation|task|question))?)$/
const LIKE_GERMAN =
  /^(?:(?:gib|mach|stell)(?: mir)? )?(?:(?:noch )?(?:so )?(?:eine|ein) (?:aufgabe |gleichung )?(?:(?:solche|ähnliche)(?: aufgabe| gleichung)?|wie (?:diese|die|das))|noch so (?:eine|ein)(?: aufgabe| gleichung)?)$/
const NAMED: readonly [RegExp, Sort][] = [
  [/^linear equations?$|^lineare gleichung(?:en)?$/, 'linear'],
  [/^quadratics?(?: equations?)?$|^quadratische gleichung(?:en)?$/, 'quadratic'],
  [/^fractions?(?: exercises?| problems?)?$|^(?:bruchaufgaben?|bruchrechnung)$/, 'fractions'],
  [/^(?:brackets?|expanding)(?: exercises?| problems?)?$|^(?:klammeraufgaben?|ausmultiplizieren)$/, 'expand'],
  [/^derivatives?(?: exercises?| problems?)?$|^(?:ableitung(?:en)?|ableitungsaufgaben?)$/, 'derivative'],
]
const GIVE =
  /^(?:(?:give|make|set) me |gib mir |stell mir )(?:an? |another |one more |some |noch )*(?:eine? |einen )?(.+?)(?: to (?:solve|practi[sc]e|do)| zum üben)?$/

/** Gives another exercise of the same kind with other numbers, of which the checker knows the answer. */
export const likeIt: Skill<LikeItArgs> = {
  name: 'like-it',
  description:
    'Gives an exercise of the same kind with other numbers (linear and quadratic equations, fractions, brackets, derivatives of polynomials) and checks the answer.',
  schema: LikeItSchema,
  examples: ['give me one like it', 'give me a similar exercise', 'give me a quadratic equation'],
  understand(text, { selection }) {
    const phrases = [plainPhrase(text), germanPhrase(text)]
    const own = parseLine(selection.trim()).kind === 'statements' ? selection.trim() : ''
    if (phrases.some((phrase) => LIKE.test(phrase) || LIKE_GERMAN.test(phrase)))
      return { text: own, sort: null }
    for (const phrase of phrases) {
      const wanted = GIVE.exec(phrase)?.[1] ?? ''
      const sort = NAMED.find(([pattern]) => pattern.test(wanted))?.[1]
      if (sort) return { text: own, sort }
    }
    return null
  },
  run: ({ text, sort }) => ({ say: '', compute: { what: 'like-it', text, sort } }),
}
