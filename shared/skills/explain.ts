import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { solverTask } from '../math/asked-problem.ts'
import { germanExplain } from './german/german-explain.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

const ExplainSchema = v.object({
  what: v.pipe(
    v.picklist(['why', 'hint', 'step', 'wrong', 'solution']),
    v.description(
      'why: the evidence of the remark that stands; hint: its next hint; step: the step itself; wrong: the person says that the remark is mistaken; solution: the person wants the answer itself',
    ),
  ),
})
export type ExplainArgs = v.InferOutput<typeof ExplainSchema>

const IT = '(?:it|that|this|line \\d+|my (?:line|step|working)|the (?:line|step|remark|mark))'
/** Each is a whole phrase: a reason asked for within a longer sentence may be about anything. */
const PHRASES: Readonly<Record<ExplainArgs['what'], RegExp>> = {
  why: new RegExp(
    `^(?:why(?: (?:not|so|is ${IT}(?: (?:wrong|marked|underlined))?|(?:did|do|have) you (?:mark|say|underline|think|marked|underlined)(?: ${IT}| so)?))?|how (?:so|come|do you know(?: ${IT})?)|what(?:'s| is| was) (?:the (?:problem|matter|mistake|reason|evidence)|my mistake)(?: with ${IT})?|what did i do wrong|explain(?: ${IT}| yourself)?|prove ${IT}|what do you mean(?: by ${IT})?|i (?:don't|do not|didn't) (?:get|understand|see)(?: (?:${IT}|why|what you mean|the (?:problem|mistake|question)))?)$`,
  ),
  hint: /^(?:(?:(?:i (?:need|want)|give me) )?(?:a |an |another |one more |the next |the |more )*(?:hint|tip|clue)s?|(?:help|can you help)(?: me)?(?: (?:with (?:this|that|it)|here|out))*|i(?:'m| am) (?:stuck|lost|confused)(?: here)?|i need help|(?:what(?:'s| is)|which is) the rule|which rule(?: is (?:it|that|this))?|what (?:now|next)|what (?:should|do|can|must) i do(?: now| next| here)?|how do i (?:fix|correct|mend|do|solve) (?:it|that|this)|i (?:don't|do not) know)$/,
  step: /^(?:do (?:it|this|that) for me|(?:(?:show|tell|give) me|what(?:'s| is)|i (?:want|need)(?: to see)?) (?:the |that |this )?(?:right |correct |next )?step(?: itself)?(?: here)?|show me how(?: (?:to do (?:it|that|this)|it(?:'s| is) done))?|how (?:is it|does it go|should it be) (?:done|right)|how (?:should|would) (?:it|that line|this line|line \d+) (?:be|look|go)|what should (?:it|line \d+|the line|that line|this line) (?:be|say))$/,
  wrong: new RegExp(
    `^(?:no[, ]+|nope[, ]+|but )*(?:you(?:'re|re| are| were) (?:wrong|mistaken|incorrect)(?: (?:here|there|about ${IT}))?|i(?:'m| am| was) right|${IT}(?:'s| is| was) not (?:wrong|a mistake)|(?:line \\d+|my (?:line|step|working)) (?:is|was) (?:right|correct|fine)|your remark (?:is|was) wrong)$`,
  ),
  solution:
    /^(?:what(?:'s| is) (?:the (?:right |correct )?(?:answer|solution|result)|x|y)|(?:tell|give|show) me (?:the )?(?:right |correct )?(?:answer|solution|result)|(?:just )?solve .{1,80}|what (?:would|does) it have to be)$/,
}

const SOLVE = { what: 'solve', unknown: null } as const
const SIMPLIFY = { what: 'simplify' } as const

/** Answers what is asked about the remark that stands: "why?", "a hint, please", "you were wrong". */
export const explain: Skill<ExplainArgs> = {
  name: 'explain',
  description:
    'Gives the evidence of the remark that stands, its next hint or the step itself, or takes it back. The answer of the exercise is told only when it is asked for, and worked out by the solver.',
  schema: ExplainSchema,
  examples: ['why?', 'give me a hint', 'you were wrong'],
  understand(text) {
    const german = germanExplain(text)
    if (german !== null) return { what: german }
    const phrase = plainPhrase(text)
    if (phrase.length > 120) return null
    for (const what of ExplainSchema.entries.what.pipe[0].options)
      if (PHRASES[what].test(phrase)) return { what }
    return null
  },
  run({ what }, { remark, problem = null, language }) {
    const says = catalogueOf(language).skills
    if (what === 'solution' && remark?.right != null) {
      const isEquation = /[=<>≤≥]|\\(?:leq?|geq?)\b/.test(remark.right)
      const task = { text: remark.right, ...(isEquation ? SOLVE : SIMPLIFY) }
      return { say: '', compute: task }
    }
    if (what === 'solution' && problem !== null) return { say: '', compute: solverTask(problem) }
    if (what === 'solution' && remark === null) return { say: says.noProblem }
    if (what === 'solution' || (what === 'step' && remark === null)) return { say: says.noSolution }
    if (remark === null) return { say: says.nothingPointedAt }
    switch (what) {
      case 'why':
        return { say: remark.why, evidence: true }
      case 'hint':
      case 'step':
        return { say: '', remark: what }
      case 'wrong':
        return { say: says.takenBack, remark: 'wrong' }
    }
  },
}
