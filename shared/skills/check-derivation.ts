import * as v from 'valibot'
import { germanPhrase } from './german/plain-german.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

const CheckDerivationSchema = v.object({})

const THING = '(?:derivation|worked (?:solution|example)|example|proof)'
const CHECK = '(?:check|verify|go through|go over|look through|review)'
const ENGLISH = new RegExp(
  `^(?:${CHECK} (?:this|that|the|all) ${THING}(?: (?:on|of|from) (?:this|the) page| here)?|${CHECK} (?:the|all|all the) (?:steps|lines|formulas|equations) (?:on|of) (?:this|the) page|(?:is|are) (?:this|the) ${THING}(?: here| on (?:this|the) page)? (?:right|correct|ok|okay|wrong))$`,
)
const SACHE = '(?:herleitung|musterlösung|beispielrechnung|beispiel|ableitung hier|beweis)'
const GERMAN = new RegExp(
  `^(?:(?:über)?prüfe? (?:bitte )?(?:diese|dieses|diesen|die|das|den) ${SACHE}(?: (?:auf|von) (?:der|dieser) seite| hier)?|(?:über)?prüfe? (?:bitte )?(?:die|alle) (?:schritte|zeilen|formeln) (?:auf|von) (?:der|dieser) seite|(?:stimmt|ist) (?:diese|dieses|dieser|die|das|der) ${SACHE}(?: hier)?(?: richtig| korrekt)?)$`,
)

/** Judges every step of a worked solution that stands on the page. */
export const checkDerivation: Skill<Record<string, never>> = {
  name: 'check-derivation',
  description:
    'Checks every step of a worked solution on the page: what is selected, else the displayed formulas in view. Marks the steps that are wrong.',
  schema: CheckDerivationSchema,
  examples: ['check this derivation', 'check the steps on this page', 'is this worked solution right?'],
  understand: (text) => (ENGLISH.test(plainPhrase(text)) || GERMAN.test(germanPhrase(text)) ? {} : null),
  run: () => ({ say: '', derivation: true }),
}
