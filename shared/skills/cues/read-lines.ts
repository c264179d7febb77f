import type { Moment } from '../../percepts/cue.ts'
import { readOrdinal } from './read-place.ts'
import { phrasesFrom, type ReadWaited, type Waited } from './waited.ts'

const LINE = /^(?:lines?|steps?|rows?|equations?|transformations?|ones?|line's|step's)$/
const RIGHT =
  /^(?:correct|correctly|right|rite|good|true|valid|proper|properly|flawless|fine|ok|okay|perfect|accurate|accurately|nailed?|checks|follows|holds|works|right's)$/
const WRONG =
  /^(?:wrong|wrongly|incorrect|incorrectly|false|bad|faulty|mistaken|invalid|off|mistakes?|errors?|slips?|blunders?|fault|faults|goofs?|oops|mess(?:ed|es)?|screw(?:ed|s)?|muck(?:ed)?|botch(?:ed)?|bungle[d]?|fluff(?:ed)?|mis(?:calculate[d]?|write|wrote|step)|slip|slipped|goof(?:ed)?|blunder(?:ed)?|fail|failed|fails|balls|flub(?:bed)?|err)$/
/** Words that name a mistake by themselves, without a line. */
const MISTAKE =
  /^(?:mistakes?|errors?|slips?|slipped|blunders?|blundered|mess(?:ed)?|screw(?:ed)?|goof(?:ed|s)?|muck(?:ed)?|botch(?:ed)?|bungled?|fluff(?:ed)?|miscalculated?|faults?|flub(?:bed)?|err|wrong)$/
const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const IN_ROW =
  / ?\b(?:in a row|running|straight|in succession|consecutive(?:ly)?|back[- ]to[- ]back|one after (?:the other|another)|on the trot|successive(?:ly)?|without (?:a break|(?:a|any) (?:mistake|slip|error)s?(?: in between)?)|uninterrupted)\b/
const DONE =
  /^(?:done|finish(?:ed)?|complete[d]?|over|through|written|solve[d]?|down|there|behind|ready|got|have|had|wrap(?:ped)?|end(?:ed)?|stands)$/
const BEGIN =
  /^(?:reach|reached|start|started|starting|begin|began|beginning|on|at|arrive|arrived|come|came|move|go|working|write|writing|type|typing|hit|tackle|get|to)$/
/** All else that a phrase about lines may hold. */
const FILLERS = new Set(
  "i i've i'm i'll i'd we we've you you've my the a an another any some every each single whole new next first following other more further exactly of is are was were be been being has have had 's 've get gets getting got gotten do does did make makes made write writes wrote written writing finish finished complete produce reach reached manage managed solve enter entered hit type typed add put it its that this these those them which with at to on in up out down so again ever just finally also too as come comes coming turns turn goes go went i’ve math maths sum mine working work am will shall should currently now current present through see notice spot find found there there's something anything thing comes all total altogether time says say judged marked found answer answers result results calculation algebra sign checked done happen happens if when then whenever once after line line's lines' number no one's accidentally even still tick ticked cross crossed land screw turned pass passes passed".split(
    ' ',
  ),
)
const EITHER =
  /,? ?\b(?:right or (?:not|wrong)|wrong or right|whether (?:it's |they're |they are |it is )?(?:right|correct) or (?:not|wrong)|no matter (?:if|whether|how)[\w ']*|correct or (?:not|wrong|incorrect)|good or bad)\b/

/** "three correct lines in a row", "I mess up a line", "line 2 is wrong", "the line I'm on": in any order of the words. */
export const readLines: ReadWaited = (reader, at) => {
  let found: ReturnType<ReadWaited> = null
  for (const { phrase, next } of phrasesFrom(reader, at)) {
    const value = linesIn(phrase)
    const end = reader.skip(next, new RegExp(`^${EITHER.source}`))
    if (value === null && found === null) {
      // "after each good line and boo after each bad one"
      const [first = ''] = phrase.split(' and ')
      const part = first === phrase ? null : linesIn(first)
      if (part !== null) return { value: part, next: reader.after(at, first.length) }
    }
    if (value === null) continue
    // "the next line of mine that holds up"
    const isOpen = value.moment.when === 'line' && value.moment.verdict === null && end === next
    if (!isOpen) return { value, next: end }
    found ??= { value, next }
    if (!/^(?:that|which) /.test(reader.from(next))) break
  }
  return found
}

/** What a whole phrase says about lines; null where it speaks of something else. */
function linesIn(whole: string): Waited | null {
  const either = EITHER.test(whole)
  const inRow = IN_ROW.test(whole)
  const phrase = whole
    .replace(EITHER, ' ')
    .replace(IN_ROW, ' ')
    .replaceAll(/(?<=\w)['’](?:s|re)\b/g, ' is')
    .replaceAll(/(?<=\w)['’]ve\b/g, ' have')
    .replaceAll(/(?<=\w)['’]m\b/g, ' am')
    .replaceAll(/(?<=\w)['’](?:ll|d)\b/g, ' will')
    .replaceAll(
      /\b(does|do|did|is|was|has)n'?t (follow|hold|check out|add up|work(?: out)?|fit|right|correct)\b/g,
      'is wrong',
    )
    .replaceAll(
      /\b(?:check|checks|checked|work|works|worked|turn|turns|turned|come|comes|came) out\b(?! (?:wrong|right|to be|correct|false|incorrect))/g,
      'right',
    )
    .replaceAll(/\b(?:am|is|are|was|'m|'s) not (?:right|correct)\b/g, 'wrong')
    .replaceAll(/\bnot (?:right|correct)\b/g, 'wrong')
    .replaceAll(/\ba couple of\b/g, 'two')
    .replaceAll(/\ba few\b/g, 'three')
    .replaceAll(/\b(?:a|one) pair of\b/g, 'two')
    .replaceAll(/\b(?:one|1) of my\b/g, 'a')
  const words = phrase.match(/[\p{L}'’]+|#?\d+(?:st|nd|rd|th)?|\S/gu) ?? []
  if (words.length > 16) return null
  let verdict: 'right' | 'wrong' | null = null
  let hasLine = false
  let isMistake = false
  let count: number | null = null
  let nth: number | null = null
  let done = false
  let begins = false
  const isEvery = /^(?:every|each)\b/.test(phrase)
  for (const [index, word] of words.entries()) {
    if (WRONG.test(word)) {
      if (verdict === 'right') return null
      verdict = 'wrong'
      isMistake ||= MISTAKE.test(word)
    } else if (RIGHT.test(word)) {
      if (verdict === 'wrong') return null
      verdict = 'right'
    } else if (
      LINE.test(word) &&
      !(
        NUMBERS.includes(word) &&
        !/^(?:right|wrong|correct|incorrect|next|first|wrong|bad|good)$/.test(words[index - 1] ?? '')
      )
    )
      hasLine = true
    else if (/^#?\d+$/.test(word) || NUMBERS.includes(word)) {
      const number = /\d/.test(word) ? Number(word.replace('#', '')) : NUMBERS.indexOf(word) + 1
      const isName = LINE.test(words[index - 1] ?? '') || /^(?:number|no|nr|#)$/.test(words[index - 1] ?? '')
      if (isName && !/s$/.test(words[index - 1] ?? '')) nth ??= number
      else count ??= number
    } else if (
      /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|other)$/.test(word)
    ) {
      const ordinal = word === 'other' ? 2 : readOrdinal(word)
      if (ordinal === null) return null
      if (isEvery || verdict !== null) count ??= ordinal
      else nth ??= ordinal
      if (word === 'other' && !isEvery) count = null
    } else if (DONE.test(word) && !/^(?:got|have|had)$/.test(word)) done = true
    else if (BEGIN.test(word))
      begins ||=
        /^(?:reach|start|begin|began|arrive|tackle|hit|on|at|move|come|came|get|starting|started|reached|working|write|writing|type|typing|go|to)/.test(
          word,
        ) && word !== 'to'
    else if (!FILLERS.has(word) && !DONE.test(word) && !/^['’]$/.test(word)) return null
  }
  // "I get it wrong", "something is off", "I got four right": a verdict alone, with somebody who gets it.
  const isOwn = /\b(?:i|we|it|something|anything|that|this|one)\b/.test(phrase)
  if (
    !hasLine &&
    !(
      isMistake ||
      (inRow && verdict !== null && count !== null) ||
      (verdict !== null &&
        isOwn &&
        (count !== null ||
          /\b(?:get|got|gets|is|am|'m|it is|was|did|go|went|wrote|write|have|do)\b|i'm/.test(phrase)))
    )
  )
    return null
  if (
    !hasLine &&
    verdict === 'right' &&
    count === null &&
    !/\b(?:get|got|have|do|did|write|wrote)\b/.test(phrase)
  )
    return null
  if (count !== null && (count < 1 || count > 1000)) return null
  if (nth !== null) {
    // "the second mistake" is another one, "the second wrong line" too; "the second line is wrong" is that line.
    const ordinalFirst =
      /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:wrong|right|correct|incorrect|bad|good|mistake|error|slip|one wrong)/.test(
        phrase,
      )
    if (!hasLine || ordinalFirst)
      return { moment: { when: 'line', verdict: either ? null : verdict, count: nth } }
    const state =
      verdict ??
      (done ||
      !begins ||
      /\b(?:finish|done|complete|through|have written|'ve written|after|got)\b/.test(phrase)
        ? 'finished'
        : 'begun')
    return nth < 1 || nth > 1000 ? null : { moment: { when: 'line-number', number: nth, state } }
  }
  if (!hasLine && verdict === null) return null
  // "at line", "the line" alone is none.
  if (
    verdict === null &&
    count === null &&
    !/\b(?:next|first|another|every|each|new|more|any|current|finish\w*|done|complete\w*|written|write|wrote|through|(?:i am|i'm) on|further)\b/.test(
      phrase,
    )
  )
    return null
  const moment: Moment = { when: 'line', verdict: either ? null : verdict, count: count ?? 1 }
  return inRow && verdict !== null ? { moment, inRow: true } : { moment }
}
