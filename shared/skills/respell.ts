/** Words by which a request is understood: what is written almost like one of them is taken for it. */
const KNOWN = (
  'remind reminder every each second seconds minute minutes hour hours until when whenever write writing written before ' +
  'bracket brackets minus correct line lines next after count mistake mistakes silent silence paragraph reach timer alarm ' +
  'tell time finish please moment page hint typing wrong right again equals fraction sign second third fourth times ' +
  'stop starting anything quiet nothing scroll bottom return come back heading'
).split(' ')
const known = new Set(KNOWN)
/** Words that are near to one of those and mean something else. */
const OTHERS = new Set(
  'very ever even never were there then them than white while lime dime mine nine fine wine lane like live liner listen light might sight sigh teach beach peach each reached four your our hours text test rest nest bell sell fell well tall till will wait weak week stay step shop stoop strop find fined kind mind send sends hint hints hunt tint mint tune tame tide tile tie tires tires timed fasten country counts bracelet racket packet pages cage sage wage rage pace pause thing things thirst third tired trace mines menus menu minor write rite writer wrote white quite quit quits quieter night fight eight sights signs sing sin side size pack bark sack lack rack tack bank comes cone core came some home dome one two ten but buy'.split(
    ' ',
  ),
)

const ALWAYS: readonly (readonly [RegExp, string | ((said: string) => string)])[] = [
  [/ = (?:(?:one|a) )?(?=['"]\w)(.+?) (?:from you)(?=$|[.,!?])/gi, ': $1'],
  [/\byuo\b/gi, 'you'],
  [/\bteh\b/gi, 'the'],
  [/\bparagraf(?:f|e)?\b/gi, 'paragraph'],
  [/\bwot\b/gi, 'what'],
  [/(?<=^|me |just )2(?= [a-z]{3,} )/gi, 'to'],
  [/^told(?= me\b)/gi, 'tell'],
  [/^reminded(?= me\b)/gi, 'remind'],
  [/^asked(?= me\b)/gi, 'ask'],
  [/^gave(?= me\b)/gi, 'give'],
  [/^said\b/gi, 'say'],
  [/^let(?: me)? knew\b/gi, 'let me know'],
  [
    /^(nudged|poked|pinged|warned|shouted|alerted|beeped|prodded)(?= (?:me|at me)\b)/gi,
    (verb) => verb.replace(/ed$/i, /nudged|poked/i.test(verb) ? 'e' : ''),
  ],
  [/\bgimme\b/gi, 'give me'],
  [/\b(?:lemme|lmk)\b(?! know)/gi, 'let me know'],
  [/\blemme\b/gi, 'let me'],
  [/\b(?:u|ya)\b(?! ?[=+*/^−-])(?= [a-z]{2,})/gi, 'you'],
  [/(?<=[a-z] )r(?= (?:up|over|done|gone|past|u|you)\b)/gi, 'are'],
  [/\b(?:bout|abt)\b/gi, 'about'],
  [/(?<![a-z])'?til(?=l? (?:i|we|you|told|further|\d))l?\b/gi, 'until'],
  [/\b(?:wanna|wana)\b/gi, 'want to'],
  [/\b(?:gonna|gunna)\b/gi, 'going to'],
  [/\bgotta\b/gi, 'have to'],
  [/\b(?:dunno|idk)\b/gi, "don't know"],
  [/\b(?:evrything|everythin|evrythin)\b/gi, 'everything'],
  [/\bsth\b/gi, 'something'],
  [/\b(?:wrng|worng)\b/gi, 'wrong'],
  [/\b(?:ev(?:e)?ry ?time|evrytime)\b/gi, 'every time'],
  [/\bi (?:shall|will|'ll) (?=(?:have|get|write|finish|make)\b)/gi, 'I '],
  [/ ?(?:->|=>|→|⇒|➔) ?/g, ', '],
  [/\b(?:rem|remem|rmd) me\b/gi, 'remind me'],
  [/\b(?:make me remember|remember me)(?! as\b)/gi, 'remind me'],
  [/\bwen\b/gi, 'when'],
  [/\bim\b/gi, "I'm"],
  [/\bid (?=(?:like|love|rather|prefer)\b)/gi, "I'd "],
  [/\bill (?=(?:be|do|go|have|say|tell)\b)/gi, "I'll "],
  [/\b(i|we)ve\b/gi, "$1've"],
  [/\b(do|have|did|has|is|are|was|wo|ca|does)nt\b/gi, "$1n't"],
  [/\bits (?=(?:been )?(?:\d|a |an |half|one |two |three |four |five |ten |twenty ))/gi, "it's "],
  [
    /\bi (?:wanna|want to|would like to|'d like to|need to) know (?=when|if|once|as soon|every|each)/gi,
    'let me know ',
  ],
  [/^i(?: would|'d)? (?:want|wanna|like|love) (?:to )?hear (?:an? )?/i, 'say '],
  [/\b(?:suggest|propose|recommend)(?: to me)?(?= (?:that|to) )/gi, 'remind me'],
  [/\b(?:bring|get|call|fetch) me back (?:with|by saying)\b:? ?/gi, 'say '],
  [/\b(?:praise|congratulate|cheer|applaud|encourage) me (?:with|by saying)\b:? ?/gi, 'say '],
  [/^(?:please )?to (?=(?:count|tell|remind|say|let|warn|ask)\b)/i, ''],
]

/** What is usual in requests that are written in a hurry, put as it is read elsewhere. */
export function plainer(text: string): string {
  return ALWAYS.reduce(
    (done, [from, to]) => (typeof to === 'string' ? done.replace(from, to) : done.replace(from, to)),
    text,
  )
}

/** A text with its misspelt words put right, and what stood there before. */
export interface Respelt {
  text: string
  /** The words as they were, by those that took their place. */
  before: ReadonlyMap<string, string>
}

/** Longest text that is respelt word by word, in words. */
const WORDS = 40

/** Puts right what is one slip of the fingers away from a word by which requests are understood. */
export function respell(text: string): Respelt {
  const before = new Map<string, string>()
  if (text.split(' ').length > WORDS) return { text, before }
  const respelt = text.replaceAll(/(?<![\p{L}'"])\p{Ll}{4,12}(?![\p{L}'"])/gu, (word) => {
    if (known.has(word) || OTHERS.has(word)) return word
    const right = KNOWN.find((each) => isSlip(word, each))
    if (right === undefined) return word
    before.set(right, word)
    return right
  })
  return { text: respelt, before }
}

/** The words of a message as the person wrote them. */
export function asWritten(message: string, { before }: Respelt): string {
  return message.replaceAll(/\p{Ll}+/gu, (word) => before.get(word) ?? word)
}

/** Whether two words differ by one letter left out, doubled, wrong, or two that changed places. */
function isSlip(written: string, word: string): boolean {
  if (written === word || Math.abs(written.length - word.length) > 1) return false
  let from = 0
  while (from < word.length && written[from] === word[from]) from++
  const [a, b] = [written.slice(from), word.slice(from)]
  if (a.length > b.length) return a.slice(1) === b
  if (a.length < b.length) return a === b.slice(1)
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}
