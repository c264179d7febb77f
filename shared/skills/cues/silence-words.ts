/** Who is noticed, in all the ways it is said: "when I've finally …", "you see that I …". */
export const I =
  "(?:i|we|you see (?:that )?(?:i|me))(?:'ve|'m|'ll| have| am| had| was| again| will| shall| happen to| finally| ever| should)*"
const NOTHING =
  '(?: (?:anything|nothing|a (?:thing|word|single word|key|line)|any (?:word|key)s?|any ?more))?'
export const SILENT = new RegExp(
  `^(?:${I} (?:been |being |gone |go |stay(?:ed)? |fall(?:en)? |become |get |gotten |keep |kept |remain(?:ed)? )?(?:totally |completely |just |too |so |very )?(?:silent|quiet|idle|inactive|passive|stuck|lost|blocked|frozen|wordless|blank|shut up|clam up|zone out|zoned out|freeze|space out|mute|say nothing|hush)|${I} (?:stay(?:ed)?|been|remain(?:ed)?|go|be|sit|sat) without (?:writing|typing|doing|saying)${NOTHING}|${I} (?:been )?(?:staring|looking|gazing|star(?:e|ed)) at (?:the|my) (?:page|screen|paper|problem|exercise)|${I} not (?:been )?(?:typ(?:ed|ing)|writ(?:ten|ing)|done|doing|said|saying)${NOTHING}|(?:i|we) (?:don't|do not|haven't|have not|didn't|did not|don't|am not|'m not) (?:been )?(?:typ(?:e|ed|ing)|writ(?:e|ten|ing)|wrote|do|done|doing|say|said|saying|respond(?:ed)?|answer(?:ed)?|react(?:ed)?|touch(?:ed)?|enter(?:ed)?|mov(?:e|ed))${NOTHING}|${I} (?:do|done|did|say|said|write|written|wrote|type|typed|doing) nothing|(?:from me )?(?:is |there is |there's )?com(?:es|ing) nothing(?: from me)?|you (?:don't|do not|haven't|have not) (?:hear|heard|seen|see) (?:from|anything from|a (?:thing|word|peep) from|anything of) me|there(?:'s| is| has been)(?: been)? (?:silence|no (?:activity|input|typing|writing|sign of me|word from me))|nothing (?:happens|happened|is happening|has happened|is (?:typed|written)|comes(?: from me)?|(?:has been|gets) (?:typed|written))|(?:it's|it is|it has been|it's been|everything is|all is) (?:silent|quiet))\\b`,
)
export const STOPPED = new RegExp(
  `^${I} (?:stop(?:ped)?|quit|pause(?:d)?|paus(?:e|ed|ing)|take a (?:break|pause)|rest)(?: (?:from )?(?:typ|writ|work|do|solv|calculat)ing)?${NOTHING}\\b(?! (?:lines?|by|until))`,
)
export const STUCK = /\b(?:stuck|lost|blocked|frozen)\b/
export const OF_SILENCE =
  /^(?:(?:of|with|have passed with|pass with|go by with|passes? with|go by|pass|passes|have passed|passed)? ?(?:total |complete |pure |only |just )?(?:silence|quiet|inactivity|idleness|idle time|idling|no (?:typing|writing|activity|input|words?|action|edits?)|nothing (?:happening|written)|not (?:typing|writing|doing)(?: anything)?|(?:without|where i don't|in which i don't|and i don't|and i haven't)(?: (?:me|my|any|a))*(?: (?:typ|writ|do|say|edit|mov)(?:e|ing|ten)?| typed| done| said| word| input| activity| key(?:stroke)?| edits?)(?: (?:a thing|anything|a word|from me))*))\b/
export const AFTER_LAST =
  /^after (?:(?:i|we) (?:(?:have )?(?:stop(?:ped)?|quit|last|finish(?:ed)?)) ?(?:typ(?:ing|ed)|writ(?:ing|ten)|wrote|work(?:ing|ed)|(?:said|did) (?:something|anything))|my last (?:edit|word|key(?:stroke)?|input|change|line|sign))\b/
