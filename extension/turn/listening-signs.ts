/** Signs of listening that do not claim the floor; after Yngve (1970) and Jurafsky et al. (1997). */
const BACKCHANNELS = new Set(
  [
    'ok okay okey k kk mhm mm mmhm mmhmm hm hmm uh huh uhhuh yes yeah yea yep yup right sure aha ah oh i see got it gotcha cool nice great wow thanks thx ty fine good alright true exactly indeed understood interesting lol haha',
    'ja jaja jep jo jup genau klar stimmt richtig gut achso ach so aha verstehe verstanden danke super okidoki',
  ].flatMap((line) => line.split(' ')),
)
/** Of more than one word, where the words alone could be something else. */
const PHRASES = new Set([
  'makes sense',
  'that makes sense',
  'sounds good',
  'of course',
  'fair enough',
  'all right',
  'alles klar',
  'macht sinn',
  'na klar',
])
/** Faces and hands that agree, in whichever skin and with whichever selector. */
const AGREEING = /[👍👌👏🙌🤝💪🙏✅✔☑💯🎉🙂😊😀😃😄😁😅😂🤣😉😌🤓🤔👀❤💡]/gu
const SELECTORS = /[\u{1F3FB}-\u{1F3FF}]|\u200D|\uFE0E|\uFE0F/gu

const words = (text: string) =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replace(SELECTORS, '')
    // A face counts as a word of its own: "ok👍".
    .replace(AGREEING, ' ok ')
    .replace(/:-?[)D]|\^\^|\+1(?!\d)/g, ' ok ')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}\s?+*/=^<>-]/gu, '')
    .replace(/-/g, '')
    .split(/\s+/)
    .filter(Boolean)
    // "okkk", "yesss", "mmmm"
    .map((word) => (BACKCHANNELS.has(word) ? word : word.replace(/(\p{L})\1{2,}/gu, '$1')))

const isSign = (said: readonly string[]): boolean =>
  said.length > 0 &&
  said.length <= 3 &&
  (said.every((word) => BACKCHANNELS.has(word)) ||
    PHRASES.has(said.filter((word) => word !== 'ok').join(' ')))

/** Whether the whole text is a sign of listening ("ok", "mm-hm", "I see", 👍). */
export function isBackchannel(text: string): boolean {
  return isSign(words(text))
}

const WAITS = [
  /^(please\s+|no,? |hmm?,? )?(wait(,? wait)*|hold (on|up)|hang on|bear with me|brb|gimme a (moment|sec(ond)?|minute)|one (moment|sec(ond)?|minute)|(just )?(a|one) (moment|sec(ond)?|minute)|let me think|give me a (moment|sec(ond)?|minute)|not now)\b[^?]{0,30}$/i,
  /^(bitte\s+)?(warte?( (mal|kurz|bitte|noch))*|((einen|nen) )?(kleinen )?(moment|augenblick)( (mal|noch|bitte))*|(eine )?sekunde( noch)?|lass mich ((kurz|erst|mal|noch) )*(nach|über)(denken|legen)|(jetzt )?nicht jetzt|jetzt nicht)[\s.!…]*$/i,
]

/** Whether the person asks for a moment ("wait", "let me think"): heeded, not answered. */
export const isWait = (text: string) => WAITS.some((wait) => wait.test(text.trim()))

const CANCELS = [
  /^(please\s+)?(stop|cancel|abort|quit|never ?mind|forget)( (it|that|this|computing|solving))?(,? please| now)?[\s.!…]*$/i,
  /^(bitte\s+)?(stopp?|abbrechen|brich( (das|es))? ab|vergiss (es|das)|lass (es|das)|hör auf)( bitte)?[\s.!…]*$/i,
]

/** Whether the person no longer wants what they asked for. */
export const isCancel = (text: string) => CANCELS.some((cancel) => cancel.test(text.trim()))

const NEVER_MIND =
  /^(?:never ?mind(?: that| it)?|forget (?:it|that|about (?:it|that))|don'?t bother|leave it|drop it|stop thinking(?: about (?:it|that))?|egal|vergiss (?:es|das)|lass (?:es|gut sein|mal)|schon gut|nicht so wichtig)[\s.!…]*$/i

/** Whether the person gives up a question that is being thought about. */
export const isNeverMind = (text: string) => NEVER_MIND.test(text.trim())

/** Whether it may still become one: "o", "ye". */
export function mayBecomeBackchannel(text: string): boolean {
  const said = words(text)
  const last = said.pop() ?? ''
  if (isSign([...said, last])) return true
  const whole = [...said, last].join(' ')
  return (
    (said.length < 3 &&
      said.every((word) => BACKCHANNELS.has(word)) &&
      [...BACKCHANNELS].some((backchannel) => backchannel.startsWith(last))) ||
    [...PHRASES].some((phrase) => phrase.startsWith(whole))
  )
}
