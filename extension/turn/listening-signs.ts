/** Signs of listening that do not claim the floor; after Yngve (1970) and Jurafsky et al. (1997). */
const BACKCHANNELS = new Set(
  [
    'ok okay k mhm mm mmhm hm hmm uh huh uhhuh yes yeah yep yup right sure aha ah oh i see got it cool nice thanks thx fine good alright true',
    'ja jaja jep jo genau klar stimmt richtig gut achso ach so verstehe danke',
  ].flatMap((line) => line.split(' ')),
)

const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean)

/** Whether the whole text is a sign of listening ("ok", "mm-hm", "I see"). */
export function isBackchannel(text: string): boolean {
  const said = words(text)
  return said.length > 0 && said.length <= 3 && said.every((word) => BACKCHANNELS.has(word))
}

const WAITS = [
  /^(please\s+)?(wait|hold on|hang on|one (moment|sec(ond)?|minute)|(just )?(a|one) (moment|sec(ond)?|minute)|let me think|give me a (moment|sec(ond)?|minute)|not now)\b[^?]{0,30}$/i,
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
  return (
    said.length < 3 &&
    said.every((word) => BACKCHANNELS.has(word)) &&
    [...BACKCHANNELS].some((backchannel) => backchannel.startsWith(last))
  )
}
