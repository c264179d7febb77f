import { readDuration } from '../read-duration.ts'
import { readWords } from '../read-words.ts'
import { phrasesFrom, type ReadWaited, type Waited } from './waited.ts'

const AWAY =
  /^(?:i|we)(?:'m|'ve| am| are| have| happen to| should)*(?: (?:been|be|being|go|going|gone|stay|stayed|disappear|disappeared|wander|wandered|drift|vanish|leave|left|get|step|walk|stray))*(?: (?:away|gone|off|out|absent|elsewhere|lost|missing|not here|not on|back))*(?: (?:from|on|off|in))?(?: (?:the|this|my|another|some other|other))*(?: (?:page|tab|window|site|tabs|work|desk|screen))?(?: (?:alone|open))?(?: (?:for|longer|more|than|over|at least|a full|about|some))* #(?: (?:or (?:more|longer)|straight|at a (?:time|stretch)|now))?$/
const NOT_BACK =
  /^(?:i|we)(?:'m| am|'ve| have| do| did)*(?:n't| not)(?: (?:come|be|been|got|get|gotten|returned|return))*(?: (?:back|here|returned))+(?: (?:to|on) (?:the|this) (?:page|tab))?(?: (?:for|in|within|after|inside|by))* #$/
const LEAVES =
  /\b(?:leave|left|away|gone|off|out|absent|disappear|vanish|wander|drift|stray|elsewhere|missing|not here|not on)\b/
const NO_LINE =
  /^(?:(?:i|we)(?:'m|'ve| am| have| do| did| should| can| could|'ll| will)*(?:n't| not|not)? ?(?:not |fail to |yet |failed to )?(?:(?:finish|finished|manage|managed|write|written|got|get|have|done|do|complete|completed|produce|produced|made|make|added|add|put|come up with|had)(?: down| to (?:finish|write|complete|get|do))? )?(?:(?:a|an|another|the|any|my|one|single|new|next|more|further|full|whole) )*(?:line|step|row|lines|steps)(?: (?:done|down|finished|written|complete))?|(?:there(?:'s| is| has been) )?no (?:new |finished |further |more |next |other )*(?:line|step|lines|steps)(?: (?:is|are|gets|has been|have been|comes|appears|from me|turns up|finished|written|done))*)(?: (?:for|in|within|after|during|by|inside|over|the|next|coming|following|last|past|more|longer|than|at least|a full|once|have|has))* #(?: (?:are up|is up|have passed|are over|have gone by|from now|have gone|passed))?$/
const LONG_LINE =
  /^(?:(?:i|we)(?:'m|'ve| am| have| happen to)*(?: (?:been|be|spend|spent|spending|take|took|taken|taking|need|needed|stuck|stay|stayed|sit|sat|sitting|am|dwell|linger|hang|work|working|get stuck))+|(?:a|one|any|the same|this|the) (?:single )?(?:line|step) (?:is taking|takes|took|needs|lasts|has taken))(?: (?:me|my|for|longer|more|than|over|at least|a full|about|on|(?:a|one|any|the same|this|the|single|my|in) (?:line|step|one)|(?:a|one|the same|any) single (?:line|step)))* #(?: (?:on|for|with|over|at|to finish|to write|to do|or more|or longer|straight) ?(?:(?:a|one|any|the same|the|this|my|single|current) ?)*(?:line|step|one)?)*$/

/** Absence, and a line that does not come, each for a span: "I leave for more than 30 secs", "I haven't finished a line within half a minute". */
export const readLasting: ReadWaited = (reader, at) => {
  for (const { phrase, next } of phrasesFrom(reader, at)) {
    const value = lastingIn(phrase)
    if (value !== null) return { value, next }
  }
  return null
}

function lastingIn(phrase: string): Waited | null {
  const words = readWords(phrase)
  for (let at = 0; at < words.length; at++) {
    const span = readDuration(words, at)
    if (span === null) continue
    if (span.value < 1000) return null
    const said = `${phrase.slice(0, words[at]?.start)}#${phrase.slice(words[span.next - 1]?.end)}`
    const ms = span.value
    if (NOT_BACK.test(said) || (AWAY.test(said) && LEAVES.test(said))) return { moment: { when: 'away', ms } }
    if (LONG_LINE.test(said) && /\b(?:line|step)\b/.test(said))
      return { moment: { when: 'no-line', ms, once: false } }
    const isNot = /n't\b|\bnot\b|\bno\b|\bfail/.test(said)
    if (isNot && NO_LINE.test(said))
      return { moment: { when: 'no-line', ms, once: !/\b(?:for|last|past)\b/.test(said) } }
    return null
  }
  return null
}
