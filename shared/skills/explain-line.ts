import * as v from 'valibot'
import { germanPhrase } from './german/plain-german.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

const ExplainLineSchema = v.object({
  line: v.pipe(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
    v.description('The line to be explained, counted from 1; null: the last'),
  ),
  text: v.pipe(v.string(), v.description('The working in which it stands; empty: the field last edited')),
})
type ExplainLineArgs = v.InferOutput<typeof ExplainLineSchema>

/** The number of the line is the last one named: the rule from line 3 to line 4 is about line 4. */
const PHRASES = [
  /^explain (?:me )?(?:the )?(?:line|step) (\d{1,2})$/,
  /^explain (?:this|the last|my last) (?:line|step)()$/,
  /^(?:which|what) rule (?:takes|leads|gets|brings|turns)(?: me| you)? (?:from )?line \d{1,2} (?:in)?to line (\d{1,2})$/,
  /^(?:which|what) rule (?:leads|gets|takes)(?: me| you| us)? (?:to|gives) line (\d{1,2})$/,
  /^how (?:do|did|does) (?:you|i|we|one|it) (?:get|come|go) (?:from line \d{1,2} )?to line (\d{1,2})$/,
  /^why does line (\d{1,2}) follow(?: from line \d{1,2})?$/,
  /^how does line (\d{1,2}) follow(?: from line \d{1,2})?$/,
]
const GERMAN = [
  /^erklär(?:e)?(?: mir)?(?: bitte)? (?:die )?(?:zeile|schritt) (\d{1,2})$/,
  /^erklär(?:e)?(?: mir)?(?: bitte)? (?:diese|die letzte) zeile()$/,
  /^erklär(?:e)?(?: mir)?(?: bitte)? (?:diesen|den letzten) schritt()$/,
  /^welche (?:regel|umformung) führt (?:von zeile \d{1,2} )?(?:zu|auf|nach) zeile (\d{1,2})$/,
  /^wie kommt man (?:von zeile \d{1,2} )?(?:zu|auf|nach) zeile (\d{1,2})$/,
  /^(?:warum|wieso) folgt zeile (\d{1,2})(?: aus zeile \d{1,2})?$/,
]
/** Said of a marked line, these ask for what is wrong with it. */
const ABOUT_A_MARK = /^(?:explain|erklär)/

/** Names the rule that takes one line of working to the next. */
export const explainLine: Skill<ExplainLineArgs> = {
  name: 'explain-line',
  description:
    'Names the rule by which a line of working follows from the line it comes from, once the checker has found it.',
  schema: ExplainLineSchema,
  examples: ['explain line 4', 'which rule takes line 3 to line 4', 'explain this line'],
  understand(text, { remark, selection }) {
    const [english, german] = [plainPhrase(text), germanPhrase(text)]
    if (remark !== null && (ABOUT_A_MARK.test(english) || ABOUT_A_MARK.test(german))) return null
    const line =
      PHRASES.map((pattern) => pattern.exec(english)).find((each) => each)?.[1] ??
      GERMAN.map((pattern) => pattern.exec(german)).find((each) => each)?.[1]
    if (line === undefined || Number(line || 1) < 1 || Number(line || 1) > 60) return null
    return { line: line === '' ? null : Number(line), text: selection.includes('\n') ? selection : '' }
  },
  run({ line, text }) {
    const lines = text
      .split('\n')
      .filter((each) => each.trim() !== '')
      .slice(0, 60)
    return { say: '', compute: { what: 'name-step', lines, line: line === null ? null : line - 1 } }
  },
}
