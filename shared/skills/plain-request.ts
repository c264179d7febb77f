/** Longest request that a phrase is looked for in; working to be checked may be longer. */
export const REQUEST_LENGTH = 600

const BEFORE = new RegExp(
  `^(?:${[
    '(?:hey|hi|hello|ok|okay|so|well|um|uh|erm|oh|ah|yo|yes|yeah|right|alright|all right|great|good|cool|fine|sorry|excuse me|actually|now|then|and|also|but|just|please|pls|plz|kindly|quickly|thanks|thank you|from now on|aside|tutor|buddy|mate)(?=[\\s,.!:])',
    '(?:can|could|would|will|might|may) (?:you|u|ya)(?: (?:please|pls|maybe|just|also|kindly|perhaps|possibly|quickly|be able to))*',
    '(?:can|could|may) (?:i|we) (?:please )?(?:get|have)(?= (?:a|an|another|some|my) )',
    '(?:can|could|may) (?:i|we) (?:please )?(?:ask you to|get you to|have you)',
    "(?:i'd|i would|i) (?:really )?(?:like|love|want|need|wish|prefer|ask)(?: for)? you to",
    "i(?:'d| would)? (?:really )?appreciate it if you (?:could|would)",
    "i(?:'m| am| was)? (?:just )?(?:wonder(?:ing)?|hoping) (?:if|whether|that)? ?you (?:could|can|would|might)",
    '(?:would|do) you mind(?: please)?',
    '(?:are|would) you (?:be )?able to',
    '(?:is it possible|would it be possible)(?: for you)? to',
    '(?:please )?do me a favou?r(?: and|:|,)?',
    '(?:would you )?be (?:so (?:kind|good|nice)(?: as to| and)|a dear and)',
    "it(?:'d| would) be (?:great|nice|helpful|good|lovely|cool|awesome) if you(?: could| would)?",
    'you (?:should|could|can|may|must|need to|have to|ought to)(?: please)?(?= (?:remind|tell|let|say|nudge|ping|check|find|stop|set))',
    '(?:how|what) about(?= (?:a|an|you|setting|reminding|counting|telling|saying|giving|pinging|nudging|keeping|another|some)\\b)',
    "(?:let's|lets|let us)",
    "(?:feel free to|go ahead and|try to|make sure to|be sure to|remember to|(?:please )?don'?t forget to)(?= (?:remind|tell|say|nudge|ping|let|wake|poke|alert|notify|set|give|ask|call))",
    '(?:please )?do(?= (?:remind|tell|let|check|find))',
    'i (?:want|need|would like)(?= (?:a|an|the|another|some) )',
  ].join('|')})[\\s,.!:;-]*`,
  'i',
)
const AFTER =
  /(?:[\s,.!?;…-]|(?<![a-z])(?:please|pls|plz)|(?<=[,.!?] ?)(?:thanks|thank you|thx|ty|cheers|ok|okay|will you|would you|could you|can you|aside|mate|buddy)(?: so much| a lot| very much| in advance)?|(?<=\w )(?:if you (?:can|could|would|don't mind)|if possible|would you|will you))$/i

/** The request in curly-free characters, without what politeness puts around it; its case is kept. */
export function plainRequest(text: string): string {
  let plain = text
    .slice(0, REQUEST_LENGTH)
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[\uE000-\uF8FF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(BEFORE, '')
  }
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(AFTER, '')
  }
  return plain
}

/** The same in lower case, for patterns of whole phrases. */
export function plainPhrase(text: string): string {
  return text.length > REQUEST_LENGTH ? '' : plainRequest(text).toLowerCase()
}
