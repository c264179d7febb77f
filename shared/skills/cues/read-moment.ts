import type { Deed, Moment } from '../../percepts/cue.ts'
import type { ClauseReader } from '../clause-reader.ts'
import { type Read, readCount, readDuration } from '../read-duration.ts'
import { readWords } from '../read-words.ts'
import { readOrdinal, readPlace } from './read-place.ts'
import { readSigns } from './read-signs.ts'
import { AFTER_LAST, I, OF_SILENCE, SILENT, STOPPED, STUCK } from './silence-words.ts'

/** "A while" in which nothing is written or said (ms); a pause, where somebody only stops. */
export const A_WHILE_MS = 60_000
export const A_PAUSE_MS = 5000

/** Reads what is waited for, after "when", or null. */
type ReadMoment = (reader: ClauseReader, at: number) => Read<Moment> | null

/** "for two minutes", "for a while", or nothing. */
function readSpan(reader: ClauseReader, at: number, usual: number): Read<number> {
  const lead = reader.skip(
    at,
    /^(?:(?:for|since|during|in)(?: (?:more than|longer than|over|at least|about|the last|the past|as long as|like|some|another))*|(?:more|longer) than|over|at least)\b/,
  )
  const duration = readDuration(reader.words, lead)
  if (duration !== null && duration.value >= 1000)
    return {
      value: duration.value,
      next: reader.skip(
        duration.next,
        /^(?:or (?:more|longer)|straight|in a row|now|already|without (?:writing|typing|doing|saying)(?: anything| a word)?)\b/,
      ),
    }
  const vague = reader.skip(
    lead,
    /^(?:(?:quite )?an? (?:(?:little|long|short|good|longer) )?(?:while|bit|moment|time)|(?:some|a long) ?time|(?:too |so |very )?long(?:er)?|ages|while)\b/,
  )
  return { value: usual, next: vague > lead ? vague : at }
}

/** "30 seconds after I stop typing", which needs no "when". */
export const readSilenceAfter: ReadMoment = (reader, at) => {
  const span = readDuration(reader.words, at)
  const next = span === null || span.value < 1000 ? at : reader.skip(span.next, AFTER_LAST)
  return span === null || next <= span.next ? null : { value: { when: 'silent', ms: span.value }, next }
}

const readSilent: ReadMoment = (reader, at) => {
  const first = readDuration(reader.words, reader.skip(at, /^(?:about|at least|another|a full|the first)\b/))
  if (first !== null && first.value >= 1000) {
    const last = reader.skip(first.next, AFTER_LAST)
    const next = last > first.next ? last : reader.skip(first.next, OF_SILENCE)
    return next === first.next ? null : { value: { when: 'silent', ms: first.value }, next }
  }
  const vague = reader.skip(at, /^(?:a (?:long |little )?(?:while|time|bit)|some time)\b/)
  if (vague > at) {
    const next = reader.skip(vague, OF_SILENCE)
    return next === vague ? null : { value: { when: 'silent', ms: A_WHILE_MS }, next }
  }
  for (const [pattern, usual] of [
    [SILENT, A_WHILE_MS],
    [STOPPED, A_PAUSE_MS],
  ] as const) {
    const said = reader.skip(at, pattern)
    if (said === at) continue
    const own = STUCK.test(reader.from(at).slice(0, 40)) ? A_WHILE_MS : usual
    const { value, next } = readSpan(reader, said, own)
    return { value: { when: 'silent', ms: Math.min(value, 366 * 86_400_000) }, next }
  }
  return null
}

const COUNT =
  '\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a couple of|a few'
const RIGHT = '(?:correct|right|good|true|valid|proper|flawless|fine|ok|okay|perfect|accurate)(?:ly)?'
const WRONG = '(?:wrong|incorrect|false|bad|faulty|mistaken|invalid|off)(?:ly)?'
const DO =
  "(?:get|got|gets|have|'ve|had|write|wrote|written|finish|finished|make|made|do|did|done|complete|completed|produce|produced|reach|reached|manage|solve|solved|enter|entered|hit|type|typed|add|put)"
const ANY = '(?:(?:the|my|a|an|one|another|one more|exactly|any|some|every|each|single|whole|new|full) )*'
const LINE = '(?:lines?|steps?|rows?|equations?|transformations?)'
const LINES = new RegExp(
  `^(?:(?:i|we)(?: have|'ve)? (?:${DO} )?(?:down )?)?${ANY}(?:(?:next|first|following) )?(?:(?<count>${COUNT}|(?<nth>second|third|fourth|fifth|other|2nd|3rd|4th|5th)) )?(?:more |further |other |new )?(?:(?:(?<right>${RIGHT})|(?<wrong>${WRONG})) )?(?:math )?${LINE}(?: (?:in a row )?(?:i (?:write|get|make|do|finish) )?(?:(?:that|which) ?)?(?:(?:is|are|was|were|'s|turns? out|comes? out|goes|have been|has been|checks? out|to be)(?: (?:to be|as|all|really))?)?(?: ?(?:(?<isright>${RIGHT})|(?<iswrong>${WRONG})))| (?:follows|checks out|holds|stands|is (?:done|finished|complete|written)|(?<fails>does(?:n't| not) (?:follow|hold|check out|add up|work|fit))))?\\b`,
)
const MISTAKE = new RegExp(
  `^(?:(?:(?:i|we)(?: have|'ve)? (?:${DO} )?|there(?:'s| is| are) |you (?:see|find|notice|spot) )?${ANY}(?:(?:next|first|following|new) )?(?:(?<count>${COUNT}) )?(?:more |other |new )?(?:math |maths |sign |algebra |calculation )?(?:mistakes?|errors?|slips?(?:[- ]?ups?)?|blunders?|faults?|typos? in my math)|(?:i|we)(?:'m| am)? (?:get|got|do|did|write|wrote|have|am|made|make)? ?(?:something|anything|it|one|that|this|a (?:line|step)|the next (?:one|line|step))? ?(?:wrong|incorrect(?:ly)?)|(?:i|we) (?:go wrong|went wrong|mess(?:ed)? (?:it |something )?up|slip(?:ped)? up|screw(?:ed)? (?:it )?up|am mistaken|miscalculate|blunder)|(?:something|anything|a (?:line|step)|it|my (?:line|step)) (?:is|goes|looks|was|went) (?:wrong|incorrect|off))\\b`,
)
const RIGHTS =
  /^(?:(?:i|we)(?:'m| am)? (?:get|got|do|did|have|am|make)? ?(?:something|it|one|that|this|a (?:line|step)|(?:the|my) next (?:one|line|step))? ?(?:right|correct(?:ly)?)|(?:a|my|the) (?:line|step) (?:is|was) (?:right|correct)|(?:something|it) (?:is|was) (?:right|correct))\b/

const LINE_NUMBER = new RegExp(
  `(?:(?:the |my )?${LINE} (?:number |no\\.? ?|#)?(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\\b|(?:the |my )(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:lines?|steps?|rows?)\\b)`,
)
const BEGUN = new RegExp(
  `^${I} (?:reach(?:ed)?|get to|got to|start(?:ed)?(?: with| on| writing)?|begin|come to|arrive (?:at|to)|on|at|move on to|go on to|working on|write|writing|type) ${LINE_NUMBER.source}`,
)
const FINISHED = new RegExp(
  `^(?:${I} (?:finish(?:ed)?|completed?|done with|through with|get through|have|got|written|wrote|solved?|end)(?: writing)? ${LINE_NUMBER.source}|${LINE_NUMBER.source}(?: (?:is|'s|has been|gets)(?: been)? (?:done|finished|completed?|written|there|over))?)`,
)

const readLine: ReadMoment = (reader, at) => {
  const from = reader.from(at)
  for (const [pattern, state] of [
    [BEGUN, 'begun'],
    [FINISHED, 'finished'],
  ] as const) {
    const match = pattern.exec(from)
    const named = match?.slice(1).find((each) => each !== undefined)
    const number = named === undefined ? null : readOrdinal(named)
    if (match === null || number === null || number < 1) continue
    return { value: { when: 'line-number', number, state }, next: reader.after(at, match[0].length) }
  }
  const mistake = MISTAKE.exec(from)
  if (mistake !== null) return lines(reader, at, mistake, 'wrong')
  const right = RIGHTS.exec(from)
  if (right !== null) return lines(reader, at, right, 'right')
  const line = LINES.exec(from)
  if (line === null) return null
  const { right: good, isright, wrong, iswrong, fails } = line.groups ?? {}
  const verdict =
    (wrong ?? iswrong ?? fails) !== undefined
      ? 'wrong'
      : (good ?? isright) !== undefined || / (?:follows|checks out|holds|stands)$/.test(line[0])
        ? 'right'
        : null
  return lines(reader, at, line, verdict)
}

function lines(
  reader: ClauseReader,
  at: number,
  match: RegExpExecArray,
  verdict: 'right' | 'wrong' | null,
): Read<Moment> {
  const said = match.groups?.count?.replace(/^a couple of$/, '2').replace(/^a few$/, '3') ?? '1'
  const nth = match.groups?.nth === 'other' ? 2 : readOrdinal(match.groups?.nth ?? '')
  const count = nth ?? readCount(readWords(said), 0)?.value ?? 1
  return {
    value: { when: 'line', verdict, count: Math.max(1, Math.min(1000, Math.round(count))) },
    next: reader.after(at, match[0].length),
  }
}

/** Where the words end that a moment takes in, and those begin that say what is to be said then. */
const TAIL_ENDS =
  /[,;:!?]|\.(?!\d)|(?: (?:then|please|pls|so|and|could you|can you|you (?:should|can|could|must)))* (?:tell|remind|say|ask|let|ping|nudge|warn|give|show|alert|notify|poke|buzz|shout|repeat|praise|inform|prompt|stop)\b| to (?=\p{L})| - | – | (?:please|thanks|thx)\b|$/gu

/** What the pattern is followed by, read by `read`, as far as it can be. */
function readTail<T>(
  reader: ClauseReader,
  at: number,
  pattern: RegExp,
  read: (phrase: string, lead: string) => T | null,
): Read<T> | null {
  const from = reader.from(at)
  const lead = pattern.exec(from)?.[0]
  if (lead === undefined) return null
  const rest = from.slice(lead.length)
  for (const { index } of rest.matchAll(TAIL_ENDS)) {
    const phrase = rest.slice(0, index).trim()
    const value = phrase === '' ? null : read(reader.written(phrase), lead)
    if (value !== null) return { value, next: reader.after(at, lead.length + index) }
  }
  return null
}

const WRITES = new RegExp(
  `^${I} (?:(?:accidentally|just|ever|again|happen to) )?(?:write|type|use|put|place|set|draw|enter|add|wrote|typed|used|insert|written|am writing|writing|typing)(?: down| in)? `,
)
const readWritten: ReadMoment = (reader, at) => {
  const signs = readTail(reader, at, WRITES, (phrase) => readSigns(phrase))
  return signs && { value: { when: 'written', signs: signs.value }, next: signs.next }
}

const SAYS = new RegExp(`^${I} (?:say|said|tell you|told you|shout|mention|call|ask for)(?: the words?)? `)
const readSaid: ReadMoment = (reader, at) => {
  const said = readTail(reader, at, SAYS, (phrase) =>
    /^["'“].*["'”]$/.test(phrase) || /^\p{L}+(?: \p{L}+)?$/u.test(phrase)
      ? phrase.replaceAll(/^["'“]|["'”]$/g, '').trim()
      : null,
  )
  if (
    said === null ||
    said.value === '' ||
    /^(?:something|anything|so|nothing|stop|enough|it|that)\b/.test(said.value)
  )
    return null
  return { value: { when: 'said', text: said.value.slice(0, 100) }, next: said.next }
}

const REACHES = new RegExp(
  `^${I} (?:reach(?:ed)?|get (?:down |up )?to|got to|gotten to|come to|came to|arrived? (?:at|to|in)|(?:have )?scroll(?:ed)? (?:down |up |all the way )*to|at|hit|see|read|reading|start(?:ed)?(?: with| reading| on)?|begin(?: with| reading)?|on|look(?:ing)? at|finish(?:ed)?(?: reading)?|done (?:reading|with)|through with|go to|move on to|make it to|land (?:on|at)|enter|open) `,
)
const readReached: ReadMoment = (reader, at) => {
  const place = readTail(reader, at, REACHES, (phrase, lead) => {
    const read = readPlace(phrase)
    const isDone = /\b(?:finish|finished|done|through)\b/.test(lead)
    return isDone && read !== null && 'number' in read && read.number > 0
      ? { ...read, number: read.number + 1 }
      : read
  })
  if (place !== null) return { value: { when: 'reached', place: place.value }, next: place.next }
  const shown =
    /^(.{3,60}?) (?:comes? (?:into (?:view|sight)|up)|is (?:in (?:view|sight)|on (?:the |my )?screen|visible|reached)|gets? (?:in(?:to)? view|visible)|scrolls? into view)\b/.exec(
      reader.from(at),
    )
  const read = shown === null ? null : readPlace(reader.written(shown[1] ?? ''))
  if (shown === null || read === null) return null
  return { value: { when: 'reached', place: read }, next: reader.after(at, shown[0].length) }
}

const HERE =
  '(?: (?:(?:to|on|at|in|from) )?(?:this|that|the|my|another) (?:page|tab|site|window|work|working|desk|text|article|one))?'
const DEEDS: readonly (readonly [RegExp, Deed])[] = [
  [
    new RegExp(
      `^${I}(?: (?:come|came|get|got|switch|go))? (?:back|return(?:ed)?|(?:again )?here(?: again)?)(?: here| again)?${HERE}\\b`,
    ),
    'returned',
  ],
  [
    new RegExp(
      `^${I} (?:leave|left|go away|walk away|(?:switch|change|switch to another|open another) (?:tabs?|windows?|pages?)|look away|close)(?: from)?${HERE}\\b`,
    ),
    'left',
  ],
  [
    new RegExp(`^${I} (?:scroll(?:ed)?|move the page)(?: (?:down|up|away|again))?(?: the page)?\\b`),
    'scrolled',
  ],
  [
    new RegExp(
      `^${I} (?:select|highlight|mark|selected)(?: (?:something|anything|(?:a |some |any |the )?(?:text|words?|line|formula|part|sentence|passage)))?\\b`,
    ),
    'selected',
  ],
  [
    new RegExp(
      `^${I} (?:(?:start|begin|resume|started|continue|go on|keep on|began)(?: (?:typing|writing|working|to (?:type|write|work)|with my work|again))|(?:write|type|edit|am writing|am typing) ?(?:something|anything|again)?)(?: again)?\\b`,
    ),
    'began-writing',
  ],
  [
    new RegExp(
      `^${I} (?:look(?:ed)? at|ask(?:ed)? for|open|opened|use|used|take|took|need|get|request|want|peek at|click(?: on)?|read|check|press)(?: (?:the|a|another|my|for a|any))* (?:hint|tip|clue)s?\\b`,
    ),
    'hinted',
  ],
  [
    new RegExp(
      `^${I} (?:correct|fix|repair|mend|put right|corrected|fixed)(?: (?:a|the|my|it|that|this|another|any))*(?: (?:mistake|error|line|step|slip)s?)?\\b`,
    ),
    'corrected',
  ],
]
const readDeed: ReadMoment = (reader, at) => {
  const from = reader.from(at)
  for (const [pattern, deed] of DEEDS) {
    const match = pattern.exec(from)
    if (match !== null) return { value: { when: 'did', deed }, next: reader.after(at, match[0].length) }
  }
  return null
}

/** Without "when", at the beginning of a request in a hurry: "idle 20s, nudge me", "next correct line: say nice". */
export const readTerse: ReadMoment = (reader) => {
  const idle = reader.skip(
    0,
    /^(?:idle|silent|silence|quiet|inactive|no (?:typing|writing|input|activity|words?|edits?))(?: for)?\b/,
  )
  const span = idle === 0 ? null : readDuration(reader.words, idle)
  const next = reader.skip(0, /^(?:the |my )?(?:next|first|every|each|any)\b/)
  const line = next === 0 ? null : readLine(reader, reader.skip(0, /^(?:the |my )/))
  const until = /[,:;]/.exec(reader.text)?.index ?? 0
  const named = reader.text.slice(0, until).trim()
  const place = /^(?:para|paragraph|section|heading|page end|end of)/i.test(named) ? readPlace(named) : null
  const signs = /^[^\p{L}\p{N}\s,:;]{1,6}$/u.test(named) ? readSigns(`"${named}"`) : null
  const read: Read<Moment> | null =
    span !== null && span.value >= 1000
      ? { value: { when: 'silent', ms: span.value }, next: span.next }
      : line !== null
        ? line
        : place !== null
          ? { value: { when: 'reached', place }, next: reader.after(0, until) }
          : signs !== null
            ? { value: { when: 'written', signs }, next: reader.after(0, until) }
            : null
  return read !== null && /^[,:;?–-]/.test(reader.from(read.next)) ? read : null
}

/** In this order: what comes first would be read as something else later. */
const MOMENTS: readonly ReadMoment[] = [readSilent, readLine, readWritten, readReached, readSaid, readDeed]

/** What is waited for, from a word on: "I've been silent for a minute", "the next correct line". */
export function readMoment(reader: ClauseReader, at: number): Read<Moment> | null {
  for (const read of MOMENTS) {
    const moment = read(reader, at)
    if (moment !== null && moment.next > at) return moment
  }
  return null
}
