import type { PlacedClause } from './clause-reader.ts'
import type { Asking } from './find-asking.ts'
import { sayDuration } from './say-time.ts'
import { unquote } from './unquote.ts'

const LEAD =
  /^(?:[\s,:;.!\uF8FF–—-]|(?:so |in order )?to(?= )|that(?= (?!'s))|(?:about|of|for|saying|concerning|regarding|as to|(?:which|that|to) says?|says|later|soon|shortly|sometime|called|named|labell?ed|and|then|please|again|repeatedly|by saying|with(?= ["'])|(?:with )?(?:the |a )?(?:text|message|words?|label|note|name)(?= ["'])|with (?:the |a )?(?:text|message|words?|label|note|name)|the words?(?= \W)|when|me(?= )|once(?= \uF8FF)|off|up)(?= |$|,|:|\uF8FF))+/i
const TRAIL =
  /(?:[\s,:;.!?\uF8FF–—-]|(?<= |\uF8FF)(?:and|then|please|starting|beginning|repeatedly|repeating|again and again|over and over)(?=[\s\uF8FF]*$)|, to$)+$/i
const BUT =
  /^(?:i|we) (?:need|have|want|must|should|ought|would like|'d like|'ve got|have got|am supposed|got)(?: to)? /i
const FILLER =
  /^(?:(?:please|can|could|may|i|we|you|want|wants|need|have|get|got|like|would|i'd|'d|love|set|let|leave me (?:be|alone|in peace)|alone|quiet|peace|silence|setup|up|start|starts|create|make|put|add|schedule|begin|run|give|launch|arrange|fix|place|do|use|me|us|a|an|the|my|some|another|new|quick|short|little|one|two|three|four|several|separate|repeating|recurring|repeat|regular|periodic|and|also|then|so|just|keep|on|in|with|of|for|be|by|it|its|it's|is|there|please|kindly|to|that|when|wait|after|over|done|off|think|kind|sort|at|ok|as|once|will|shall|gentle|friendly|small|simple|single|visual|verbal|spoken|countdown|kitchen|only|now)\b[\s,:;.!\uF8FF-]*)*$/i

/** What stands after the asking, else what stands before it; null when the request is about something else. */
export function messageOf(before: string, after: string, asking: Asking): string | null {
  const said = tidy(after)
  const lead = tidy(before).replace(BUT, '')
  const led = FILLER.test(lead)
    ? ''
    : lead.replace(
        /^(?:(?:set|start|create|make|put|add|schedule|run|give me|get me|i need|i want|i'd like|up|on|a|an|the|my|another|quick|new|one)\s+)+/i,
        '',
      )
  if (asking.isWeak) {
    if (led !== '' && !/^(?:wait|then|now)\b/i.test(led)) return null
    if (
      /^(?:the (?:answer|solution|result|value|derivative|steps?)|a |an )\b/i.test(said) ||
      (!asking.isVerbatim && /^(?:why|where|who|whether|if)\b/i.test(said))
    )
      return null
  }
  if (asking.isNoun && led.split(' ').length > 4) return null
  // "give me an encouraging word, 'courage' will do"
  const quoted =
    /^[,: ]*"([^"]+)"(?: (?:will|would|should) (?:do|be (?:fine|nice|good|enough)|suffice)| is (?:fine|enough)| or something(?: like that)?| for instance| for example| maybe| from you)?$/i.exec(
      said.replace(/^'([^']+)'/, '"$1"'),
    )?.[1]
  if (quoted !== undefined) return quoted
  // "I always forget the chain rule, so remind me of it"
  if (/^(?:of |about )?(?:it|that|this|so)$/i.test(said)) return led.replace(/,? (?:so|and)$/i, '')
  return said === '' ? led : said
}

function tidy(part: string): string {
  const bare = part
    .replace(
      /\b(?:(?:that|which|to) )?(?:goes?|going|rings?|fires?|repeats?) off\b|^\s*(?:that|which) (?:rings|fires|repeats)\b/i,
      '',
    )
    .replace(LEAD, '')
    .replace(TRAIL, '')
    .replaceAll('\uF8FF', ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.!?])/g, '')
  return unquote(
    bare
      .trim()
      .replace(/(?<!\b(?:think|read|reading|work|speak|count|talk|thinking)) (?:to me|out loud|aloud)$/i, ''),
  )
}

/** "time", "up": what is left of "tell me when the time is up". */
export function isAboutTime(text: string): boolean {
  return /^(?:(?:the |my )?time(?:'s| is)? ?(?:up|over)?|up|it(?:'s| is)? ?(?:time|over|up)?|they(?:'re| are) (?:up|over|done|gone)|so|know|again|please|now|me|when (?:it's|the time is|time's|time is) (?:up|over|time|done))$/i.test(
    text,
  )
}

/** The words that are said; for a timer or a bare "ping me", which one it is. */
export function wordsFor(
  message: string,
  asking: Asking,
  timed: PlacedClause | undefined,
  written: string,
  ms: number,
): string {
  const label =
    (isAboutTime(message) && !asking.isVerbatim) || (asking.isTimer && TIMER.test(message)) ? '' : message
  if (label !== '' && !asking.isTimer) return label
  if (timed === undefined || timed.kind === 'cue') return label
  const span = spanOf(timed, written, ms)
  if (asking.isTimer) return `Time is up: ${label === '' ? '' : `${label}, `}${timerOf(span, timed, asking)}`
  if (asking.word === 'wake up' && timed.kind !== 'at') return asking.word
  if (timed.kind === 'every') return `${asking.word || 'time'}, every ${span}`
  // "reminder" stands above what is said anyway.
  const bare = asking.word === '' || asking.word === 'reminder'
  if (timed.kind === 'at') return bare ? `It is ${span}` : `${asking.word}: it is ${span}`
  return `Time is up: ${span}${bare ? '' : ` (${asking.word})`}`
}

const TIMER =
  /^(?:(?:an?|the|another|and|other|second|one|first|for|two|three|timer|alarm|count-?down)s?[ ,:]*)+$/i

/** The duration or time as the person wrote it: "90 seconds", "a minute and a half". */
function spanOf(timed: PlacedClause, written: string, ms: number): string {
  if (timed.kind === 'in' && timed.ms.length > 1) return sayDuration(ms, 'en')
  return written
    .replace(
      /^(?:in|after|for|every|each|when|once|at|by|within|wait|a)\s+(?:my |the |it's been |it has been )?/i,
      '',
    )
    .replace(/ (?:have |has |are |is )?(?:passed|up|over|elapsed|gone|from now|later)$/i, '')
}

function timerOf(span: string, clause: PlacedClause, { word }: Asking): string {
  const name = word.startsWith('alarm') ? 'alarm' : 'timer'
  if (clause.kind === 'at') return `your alarm for ${span}`
  return /(?:second|minute|hour|sec|min)$/i.test(span) && !/^(?:an?|one|1|half)\b/i.test(span)
    ? `your ${span} ${name}`
    : `your ${name} of ${span}`
}
