import { catalogueOf } from '../../catalogue/catalogue.ts'
import { ownWords } from '../cues/say-moment.ts'
import type { Reminder } from '../remind.ts'
import type { SkillContext } from '../skill.ts'
import { unquote } from '../unquote.ts'
import { type GermanCue, germanCounted, germanCue } from './german-cue.ts'
import { CLOCK, germanClock, germanNumber, germanSpan, SPAN, unitOf } from './german-time.ts'
import { plainGerman } from './plain-german.ts'

type Clock = Pick<SkillContext, 'now' | 'timeZone'>

const REMIND =
  /^(?:erinner(?:e|st du|n sie)?|denk(?:e)? (?:bitte )?daran,)\s*(?:(?:mich|uns) )?(?:bitte |mal |noch )*/i
/** Only with a time right there are these requests for later. */
const TELL =
  /^(?:(?:sag(?:e|st du)?|gib|ruf|schreib|zeig) (?:mir|uns)?(?: bitte)?(?: bescheid)?|meld(?:e)? dich|weck(?:e)? mich|stups(?:e)? mich(?: an)?|ping(?:e)? mich(?: an)?|benachrichtige mich|frag(?:e)?(?: mich)?|lob(?:e)?(?: mich)?|sag(?:e)?|wiederhol(?:e)?)(?=[ :,])\s*/i
const TIMER =
  /^(?:(?:stell(?:e)?|setz(?:e)?|start(?:e)?|mach(?:e)?|leg(?:e)?) (?:mir |bitte )*)?(?:(?:einen?|den|die|nen|ne) )?(?:neuen? )?(timer|wecker|countdown|eieruhr|alarm)\b\s*(?:auf|für|von|über|in|um(?= \D))?\s*/i
const TIMER_AFTER = new RegExp(
  `^(?:(?:stell(?:e)?|start(?:e)?|mach(?:e)?) )?(?:(?:einen?|den|nen) )?(${SPAN})[ -]?(timer|wecker|countdown)\\b`,
  'iu',
)

/** "alle 5 Sekunden: durchatmen" */
const LED = /^(?:alle|jede[nrs]?|in|um) [^:]{1,40}:/i
/** "(kannst du) mich in 10 Minuten an den Tee erinnern" */
const VERB_LAST = /^(?:mich|uns) (.+?),? (?:zu )?erinnern$/i

const NO_TIMES: Omit<Reminder, 'text'> = {
  after: null,
  at: null,
  every: null,
  for: null,
  until: null,
  times: null,
  when: null,
  asks: false,
  ends: null,
}

/** The patterns are large and few: each is compiled once. */
const known = new Map<string, RegExp>()
function compiled(pattern: string): RegExp {
  const found = known.get(pattern) ?? new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}])`, 'iu')
  known.set(pattern, found)
  return found
}

/** Takes pieces out of a request and remembers what is left. */
class Rest {
  text: string
  constructor(text: string) {
    this.text = text
  }
  /** What the pattern's first group matched ('' without one), taken out; null when it is not there. */
  take(pattern: string): string | null {
    const match = compiled(pattern).exec(this.text)
    if (match === null) return null
    this.text = `${this.text.slice(0, match.index)} ${this.text.slice(match.index + match[0].length)}`
    return match[1] ?? ''
  }
}

/** "in 10 Minuten erinnere mich ans Essen": the time first. */
const TIME_FIRST = new RegExp(
  `^((?:dann )?(?:(?:in|nach|alle) ${SPAN}|jede[nrs]? (?:sekunde|minute|stunde|halbe stunde)|${CLOCK})),? (?:bitte )?((?:erinner|sag|frag|gib|meld|weck|stups|benachrichtig|ping|schreib|ruf)(?:e|st)?(?: du)? (?:mir|mich|uns|dich|bescheid).*)$`,
  'iu',
)

/** The reminder that a request in German asks for; null when it asks for something else. */
export function germanReminder(whole: string, clock: Clock): Reminder[] | null {
  const request = plainGerman(whole).replace(VERB_LAST, 'erinnere mich $1').replace(TIME_FIRST, '$2 $1')
  if (request === '' || /^(?:wie|wer|was|wo|warum|wann|welche\w*|wieso) /i.test(request)) return null
  const counted = germanCounted(request)
  if (counted !== null)
    return [{ ...NO_TIMES, text: '', when: { moment: counted, again: true, counts: true } }]
  const cued = germanCue(request)
  if (cued !== null) return germanCued(request, cued, clock)
  const timer = germanTimer(request, clock)
  if (timer !== null) return [timer]
  const cue = REMIND.exec(request) ?? TELL.exec(request)
  const led = LED.test(request)
  if (cue === null && !led) return null
  const rest = new Rest(cue === null ? request : request.slice(cue[0].length))
  const quoted = rest.take('"([^"]+)"')
  const times = timesIn(rest, clock)
  const text = quoted ?? messageIn(rest.text)
  const timed = times.after !== null || times.every !== null
  const reminds = cue !== null && REMIND.test(request)
  if (
    !timed &&
    !(reminds && text !== '' && /^(?:an|ans|am|daran|dran|dass|:)/i.test(request.slice(cue[0].length)))
  )
    return null
  if (cue !== null && !reminds && text !== '' && /^(?:wenn|ob|sobald|falls|wie|was|warum)\b/i.test(text))
    return null
  return [{ ...times, text }]
}

/** Any verb that asks, before or behind the moment, and what is to be said. */
function germanCued(
  request: string,
  { moment, again, start, end }: GermanCue,
  clock: Clock,
): Reminder[] | null {
  const rest = [request.slice(0, start), request.slice(end)]
    .map((part) => part.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '').replace(/^(?:dann|bitte|so)\s+/i, ''))
    .filter((part) => part !== '')
  const asking = rest.map((part) => REMIND.exec(part) ?? TELL.exec(`${part} `)).find((each) => each !== null)
  const isLed = rest.length === 1 && start === 0 && /^[:–-]/.test(request.slice(end).trim())
  if (asking === undefined && !isLed) return null
  const said = new Rest(
    rest
      .map((part) =>
        part
          .replace(REMIND, '')
          .replace(TELL, '')
          .replace(/^(?:mir|mich|bescheid)\b ?/i, ''),
      )
      .join(' '),
  )
  const quoted = said.take('"([^"]+)"')
  const { for: lasting } = timesIn(said, clock)
  const text = quoted ?? messageIn(said.text.replace(/^ ?(?:bitte|mal|bescheid|dass)\b/i, ''))
  return [
    {
      ...NO_TIMES,
      for: lasting,
      text: /^(?:mir|mich|bescheid)?$/i.test(text) ? ownWords(moment, 'de') : text,
      when: { moment, again },
    },
  ]
}

const SAID = new RegExp(`^(?:in )?(${SPAN}|${CLOCK})`, 'iu')

/** "Stell einen Timer auf 5 Minuten", "5-Minuten-Timer für die Eier", "Wecker um 7 Uhr". */
function germanTimer(request: string, clock: Clock): Reminder | null {
  const after = TIMER_AFTER.exec(request)
  const cue = after ?? TIMER.exec(request)
  if (cue === null) return null
  const rest = new Rest(
    after === null ? request.slice(cue[0].length) : `in ${after[1]} ${request.slice(cue[0].length)}`,
  )
  const said = SAID.exec(rest.text)?.[1] ?? ''
  const times = timesIn(rest, clock)
  const bare = times.after === null ? rest.take(`(${SPAN})`) : null
  const seconds = times.after ?? (bare === null ? null : germanSpan(bare) / 1000)
  if (seconds === null) return null
  const label = messageIn(rest.text)
  // "10 min timer for the eggs" is English.
  if (/^\d|\b(?:the|for|of|my|and|please|go|to)\b/i.test(label)) return null
  const { timeIsUp } = catalogueOf('de').skills
  const name = /^wecker/i.test(cue[2] ?? cue[1] ?? '') ? 'Wecker' : 'Timer'
  return {
    ...NO_TIMES,
    after: seconds,
    text: `${timeIsUp}: ${label === '' ? '' : `${label}, `}dein ${name} (${said || bare})`,
  }
}

/** The times of a request, taken out of it. */
function timesIn(rest: Rest, clock: Clock): Omit<Reminder, 'text'> {
  const times = { ...NO_TIMES }
  rest.take(
    '(?:so lange,? )?bis (?:ich|wir) [^,.;:]*?(?:sag|ruf|schreib|meld|stopp|aufhör|will)\\p{L}*(?: stopp?| halt)?',
  )
  rest.take('bis auf weiteres|immer wieder|ab jetzt|von jetzt an|ab sofort')
  const until = rest.take(`bis (?:zum |zur )?(${CLOCK}|\\d{1,2}(?:[:.]\\d\\d)?)`)
  if (until !== null) {
    const at = germanClock(/^\d/.test(until) ? `um ${until}` : until, clock)
    if (at !== null) times.for = (at - clock.now) / 1000
  }
  const count = rest.take('(\\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)[ -]?(?:mal|x)')
  if (count !== null) times.times = germanNumber(count)
  const every = rest.take(`(?:alle|jeweils nach|im abstand von) (${SPAN})`)
  const each =
    every === null
      ? (rest.take('jede[nrs]? (sekunde|minute|stunde|tag|woche|halbe stunde|viertelstunde)') ??
        rest.take('(?:ein)?mal (?:pro|in der) (sekunde|minute|stunde)'))
      : null
  const named = every === null && each === null ? rest.take('((?:minüt|stünd|täg|wöchent)lich)') : null
  if (every !== null) times.every = germanSpan(every) / 1000
  else if (each !== null) times.every = (/halbe|viertel/.test(each) ? germanSpan(each) : unitOf(each)) / 1000
  else if (named !== null) times.every = unitOf(named) / 1000
  const span =
    times.every === null
      ? null
      : (rest.take(`(?:(?:für|während|in) )?(?:die |der |den )?(?:nächsten?|kommenden) (${SPAN})`) ??
        rest.take(`(${SPAN}) lang`))
  if (span !== null) times.for = germanSpan(span) / 1000
  if (times.every !== null) {
    const lasting = rest.take(`für (${SPAN})`)
    if (lasting !== null) times.for = germanSpan(lasting) / 1000
  }
  const after = rest.take(`(?:in|nach) (${SPAN})`)
  if (after !== null) times.after = germanSpan(after) / 1000
  else {
    const at = rest.take(`(${CLOCK})`)
    const time = at === null ? null : germanClock(at, clock)
    if (time !== null) times.after = (time - clock.now) / 1000
  }
  return times
}

const PREFIXES =
  'auf|an|ab|aus|ein|hin|vor|zurück|weg|mit|nach|um|los|weiter|durch|fest|her|heim|zusammen|her(?:aus|ein|um|unter)'

/** What is to be said, as one would say it: "daran, Wasser zu trinken" is "Wasser trinken". */
function messageIn(text: string): string {
  const bare = text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,:;.–-]+|[\s,:;.–-]+$/g, '')
    .replace(/^(?:(?:bitte|mal|noch|wieder|immer|und|dann|bescheid)\s+)+/i, '')
    .replace(/^(?:da?ran|dafür)\s*,?\s*/i, '')
    .replace(/^dass (?:ich|wir)\s+(.*?)\s+(?:soll|sollte|muss|müsste|sollen|müssen|will)$/i, '$1')
    .replace(/^(?:ans|am|zum|zur|an|für|mit)\s+/i, '')
    .replace(/^[\s,:;–-]+/, '')
  return unquote(
    bare
      .replace(/^zu (\p{L}+n)$/u, '$1')
      .replace(/(^|\s)zu (\p{L}+n)$/u, '$1$2')
      .replace(new RegExp(`(^|\\s)(${PREFIXES})zu(\\p{L}+n)$`, 'u'), '$1$2$3')
      .trim(),
  )
}
