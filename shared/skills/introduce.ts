import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

const IntroduceSchema = v.object({
  greeted: v.pipe(v.boolean(), v.description('Whether it was a greeting, and no question')),
})
type IntroduceArgs = v.InferOutput<typeof IntroduceSchema>

const GREETINGS =
  /^(?:hi|hey|hello|hallo|hi there|hello there|good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|moin|servus|grüß (?:dich|gott)|na)(?: aside)?$/
const ABILITIES =
  /^(?:what (?:can|do|could) you (?:do|help with|understand)(?: for me| here)?|what are you(?: for| able to do)?|who are you|how (?:does (?:this|it) work|do you work)|(?:was|wobei) (?:kannst|tust|machst) du(?: (?:mir|alles|hier|so|für mich|helfen))*|wer bist du|was bist du|wie (?:funktioniert|geht) (?:das|es)(?: hier)?|kannst du mir helfen)$/

/** Greets back, and tells what Aside can do. */
export const introduce: Skill<IntroduceArgs> = {
  name: 'introduce',
  description: 'Answers a greeting, or the question what Aside can do.',
  schema: IntroduceSchema,
  examples: ['hi', 'what can you do?'],
  understand(text) {
    // Not as a plain phrase, which leaves greetings out.
    const words = text
      .slice(0, 80)
      .toLowerCase()
      .replace(/[^\p{L}\s]/gu, '')
      .trim()
    if (GREETINGS.test(words)) return { greeted: true }
    return ABILITIES.test(plainPhrase(text)) ? { greeted: false } : null
  },
  run({ greeted }, { language }) {
    const says = catalogueOf(language).skills
    return { say: greeted ? says.hello : says.abilities }
  },
}
