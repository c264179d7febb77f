import type { Deed } from '../../percepts/cue.ts'
import { readOrdinal } from './read-place.ts'
import { I } from './silence-words.ts'
import { phrasesFrom, type ReadWaited, type Waited } from './waited.ts'

const DEEDS: readonly (readonly [RegExp, Deed])[] = [
  [
    /^(?:(?:look|looked|looking|peek|peeked|glance|glanced|peep|have a (?:look|peek)|take a (?:look|peek)|sneak a (?:look|peek)|cheat) ?(?:at|into|with)|ask(?:ed)? for|open(?:ed|ing)?|us(?:e|ed|ing)|took|take|need(?:ed)?|get|request|want|click(?:ed)?(?: on)?|tap(?:ped)?(?: on)?|read|check(?:ed)?|press(?:ed)?|see|saw|view(?:ed)?|reveal(?:ed)?|consult(?:ed)?|go (?:for|to)|show|unfold|expand|fall back on|resort to|touch|hit)(?: (?:the|a|another|my|for|any|up|that|this|one of the))* (?:hint|tip|clue)s?$/,
    'hinted',
  ],
  [
    /^(?:(?:come|came|coming|get|got|switch|go|am|be|return|turn up|show up|pop) ?)*(?:back(?: again| here)?|return(?:ed|ing|s)?|here again|again here|(?:(?:am )?(?:again|once more) )?here|reappear(?:ed)?)$/,
    'returned',
  ],
  [
    /^(?:leav(?:e|ing)|left|go(?:ing)? away|go off|walk(?:ing)? away|wander(?:ing)? (?:off|away)|switch(?:ing)?(?: to another| to a different| to some other)?(?: away| over)?(?: tabs?| windows?| pages?)?|chang(?:e|ing) (?:tabs?|windows?|pages?)|open another (?:tab|window|page)|look(?:ing)? away|clos(?:e|ing)|quit|exit|tab (?:out|away)|click (?:away|out)|go elsewhere|disappear|abandon|get out|navigate away|move away|am (?:off|away|gone)|step away|head off)(?: (?:from|of|out of))?$/,
    'left',
  ],
  [
    /^(?:scroll(?:ed|ing)?|move the page)(?: (?:down|up|away|again|further|on|at all|anywhere|past this))*$/,
    'scrolled',
  ],
  [
    /^(?:select(?:ed|ing)?|highlight(?:ed|ing)?|mark(?:ed|ing)?|pick out)(?: (?:something|anything|a (?:word|phrase|line|passage|sentence|part|formula|bit)|some|any|the|text|words?|line|formula|part|sentence|passage|a|of|bit))*$/,
    'selected',
  ],
  [
    /^(?:(?:delet|eras|wip|remov)(?:e|ed|ing)|clear(?:ed)?(?: out)?|rub(?:bed)? out|bin(?:ned)?|trash(?:ed)?|throw away|undo|scrap)(?: (?:out|away))?(?: (?:everything|it all|all(?: of it)?|the lot|all my (?:work|lines|text)|my (?:whole )?(?:work|working)|the whole (?:thing|lot|field|answer)|everything again))(?: (?:out|away|again))?$|^(?:clear(?:ed)?|empty|emptied|wiped?|erased?|blank) (?:the |my )?(?:(?:answer )?(?:field|box)|working|page|sheet)(?: out)?$/,
    'cleared',
  ],
  [
    /^(?:(?:start(?:ed)?|begin|resume|continue|go on|keep on|began|get back to|pick up|carry on|take up)(?: (?:typing|writing|working|to (?:type|write|work)|with my work|again|my work))|(?:write|type|edit|am writing|am typing) ?(?:something|anything|again)?|touch (?:the|a) (?:key|keyboard)|put pen to paper|press a key|change (?:something|anything)|make (?:a|any) (?:change|edit))(?: again| once more)?$/,
    'began-writing',
  ],
  [
    /^(?:correct(?:ed)?|fix(?:ed)?|repair|mend|put right|sort out|rewrite|spot)(?: (?:a|the|my|it|that|this|another|any|own))*(?: (?:mistake|error|line|step|slip)s?)?$/,
    'corrected',
  ],
]
/** Where it is done, which does not matter. */
const WHERE =
  /(?: ?(?:from |to |on |at |in |of |out of )?(?:this |that |the |my |another |its )?(?:answer |text |input |working |maths? |whole )?(?:page|tab|site|window|work|working|desk|text|article|box|field|one|keyboard|sheet|screen|here|there|browser|computer|worksheet|exercise)(?: alone)?)$/
const HERE =
  /^(?:from|to|on|at|in|of|out of) (?:this|that|the|my|another) (?:answer |text |input |working |whole )?(?:page|tab|site|window|work|working|desk|text|article|box|field|keyboard|sheet|screen|browser|computer)\b/
/** "I wander off and come back" waits for the coming back. */
const BACK = /^(?:and|n|&|then)(?: then)? (?:i )?(?:come|get|am|return)(?: back)?(?: again)?\b/
const OFTEN =
  /^(?<deed>.+?) (?:for )?(?:(?:a|the|my) (?<nth>second|third|fourth|fifth|sixth|tenth|2nd|3rd|4th|5th) time|(?<twice>twice)|(?<count>two|three|four|five|six|ten|\d{1,2}) times)$/
/** The field itself does it: "the field is left", "the box loses focus". */
const PASSIVE =
  /^(?:the|this|my) (?:answer |input |text )?(?:field|box|page|tab|window) (?:is left|gets left|loses (?:the )?focus|is (?:closed|hidden|out of sight)|has been left)$/
const EMPTY =
  /^(?:(?:the|my) (?:answer |input |text )?(?:field|box|page|sheet|working) (?:is|gets|becomes|turns)(?: completely| all)? (?:empty|blank|cleared)(?: again)?|everything(?:'s| is| gets| has been) (?:deleted|gone|erased|cleared|wiped))$/

/** Something that the person does, at most how often: "I open the hint a third time", "the field is left". */
export const readDeed: ReadWaited = (reader, at) => {
  for (const { phrase, next } of phrasesFrom(reader, at)) {
    const value = deedIn(phrase)
    if (value === null) continue
    const end = reader.skip(next, HERE)
    const back = reader.skip(end, BACK)
    return back > end
      ? { value: { moment: { when: 'did', deed: 'returned' } }, next: back }
      : { value, next: end }
  }
  return null
}

const WHO = new RegExp(`^(?:${I}|me|my|us) `)

function deedIn(said: string): Waited | null {
  if (PASSIVE.test(said)) return { moment: { when: 'did', deed: 'left' } }
  if (/\b(?:and|n|then|&) (?:then )?(?:(?:i )?(?:come|get|am|'m)|return)(?: back)?(?: again)?$/.test(said))
    return { moment: { when: 'did', deed: 'returned' } }
  if (EMPTY.test(said)) return { moment: { when: 'did', deed: 'cleared' } }
  const who = WHO.exec(said)?.[0]
  if (who === undefined) return null
  const often = OFTEN.exec(said)?.groups
  const whole = (often?.deed ?? said).slice(who.length)
  const bare = whole
    .replace(/ (?:again|ever|now|once more|for a (?:bit|moment|while|second)|somewhere else|at all)$/, '')
    .replace(/^(?:accidentally|actually|just|ever|again|happen to|suddenly|then|do|finally) /, '')
  for (const phrase of [bare, bare.replace(WHERE, '').trim()]) {
    for (const [pattern, deed] of DEEDS) {
      if (!pattern.test(phrase)) continue
      const nth = often?.twice !== undefined ? 2 : readOrdinal(often?.nth ?? often?.count ?? '')
      return { moment: { when: 'did', deed }, ...(nth !== null && nth > 1 && { nth }) }
    }
  }
  return null
}
