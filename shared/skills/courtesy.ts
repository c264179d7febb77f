/** What courtesy and hesitation put between the words of a request. */
const COURTESY: readonly RegExp[] = [
  /^dear (?:aside|tutor|computer|sir|madam|assistant)\b,?/gi,
  /^i(?:'d| would| should| shall)? (?:be |feel )?(?:so |very |most |really |ever so |much )*(?:grateful|obliged|glad|happy|thankful|appreciate) (?:for )?(?=an? )/gi,
  /^(?:mind )?(?:terribly|awfully|very much|at all|horribly|dreadfully) (?=\w+ing\b)/gi,
  /\b(?:if (?:it|that)(?:'s| is|'d be| would be| isn't| is not| wouldn't be)? ?(?:not )?(?:too much|any|no|ok(?:ay)?|alright|all right|fine|possible|convenient)(?: of an?)?(?: (?:trouble|bother|to ask|with you|for you|effort|problem))*|if you(?:'d| would)? (?:don't mind|wouldn't mind|could|can|please|like|be so (?:kind|good))(?= ?[,.;:]|$))(?:,|\b)/gi,
  /\b(?:would|could|can|will) (?:you|u) (?:please )?(?:be (?:so (?:good|kind|nice)|good enough|kind enough|an? (?:dear|angel|star|love|gem|pal))(?: as)?(?: to| and)|do me (?:a|the) (?:favou?r|kindness)(?: and| of|:|,)?|find it in you(?:rself)? to)\b/gi,
  /\bi(?:'d| would| should| shall)? (?:be|feel) (?:so |very |most |really |ever so |much )*(?:grateful|obliged|glad|happy|thankful|pleased|delighted) (?:if|to have)\b ?(?:you (?:could|would|were to|can)\b|you\b)?,?/gi,
  /\bi(?:'d| would| should)? (?:quite |really |very much |rather )*(?:like|love|appreciate|prefer|want|need|wish|ask|request|beg)(?: for)?(?: it if)? you (?:to|could|would|please)\b/gi,
  /\b(?:any chance|is there any chance|any way|think|reckon|suppose)(?: that)? (?:you (?:could|can|might|would)|of you|of)\b/gi,
  /\bwould you mind (?:terribly|awfully|very much|at all|horribly)\b/gi,
  /\b(?:mind|fancy) (?=(?:giving|reminding|telling|poking|pinging|nudging|setting|letting|saying|asking)\b)/gi,
  /,? (?:oh|um+|uh+|erm*|hm+|let's say|let us say|i (?:don't know|guess|suppose|think|dunno)|you know|shall we say|say|like|maybe|perhaps|what|hmm)(?:, ?)(?=(?:\d|a|an|half|three|quarter|one|two|four|five|six|seven|eight|nine|ten|eleven|twelve|fif|six|seven|twen|thir|for|nine)\w*\b)/gi,
  /(?<!\b(?:say|says|saying|shout|yell|whisper|call|write)[ :,]*)[,.;!?]+ ?\b(?:deal|yeah|yea|yes|ok(?:ay)?|k|alright|right|got (?:it|that)|understood|man|nothing else(?:, please)?|no excuses|that's all|only that(?: once)?|so|too|buddy|mate|bro|dude|pal|aside)(?=[?!. ]*$)/gi,
  /(?<!\b(?:say|says|saying|shout|yell|whisper|call|write|mention)[ :,]*)[,.;!?]* ?\b(?:lol|haha+|hehe|thx|yeah|yea|yes|thanks(?: (?:a lot|so much|in advance|a bunch|love|mate|pal|bro|dude))?|cheers|ty|tysm|pls|plz|please|bro|dude|fam|innit|(?:will|would|could|can) you)(?=[?!. ]*$)/gi,
]

/** A request without them; its own words stay as they are. */
export function withoutCourtesy(text: string): string {
  let plain = text
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = COURTESY.reduce((said, pattern) => said.replace(pattern, ' '), plain)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ (?=[,.;:!?])/g, '')
      .trim()
  }
  return plain
}
