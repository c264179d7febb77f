import type { Moment } from '../../percepts/cue.ts'
import { ClauseReader, type TimeClause } from '../clause-reader.ts'
import type { Read } from '../read-duration.ts'
import { readMoment, readSilenceAfter, readTerse } from './read-moment.ts'

const LEAD =
  /^(?:(?:and )?(?:always |only )?(?:(?:every|each|any) (?:single )?time(?: (?:that|when))?|when(?:ever)?|wenever|anytime|once|as soon as|the (?:very )?(?:moment|second|minute|instant|next time|first time)(?: (?:that|when))?|next time|if|in case|until|should)(?: (?:ever|again|then))?|(?:right |directly |immediately |straight )?(?:after|upon|following)|on|at|with|for|every|each|per)\b/
const AGAIN = /\b(?:every|each|any ?time|when ?ever|always|per)\b/
/** These are followed by a line, a mistake or silence, not by what a person does. */
const NOMINAL =
  /^(?:(?:right |directly |immediately |straight )?(?:after|upon|following)|on|at|with|for|every|each|per)$/

/** "when I reach the second paragraph", "after the next correct line", "each time I write a minus before a bracket". */
export function readCue(reader: ClauseReader, at: number): Read<TimeClause> | null {
  const lead = reader.skip(at, LEAD)
  const said = reader.text
    .slice(reader.words[at]?.start ?? 0, reader.words[lead]?.start)
    .trim()
    .toLowerCase()
  if (lead === at) {
    // "30 seconds after I stop typing"
    const silence = readSilenceAfter(reader, at) ?? (at === 0 ? readTerse(reader, at) : null)
    return silence && cue(silence, /^(?:every|each|any)\b|\b(?:every|each|any) time\b/i.test(reader.text))
  }
  if (said === 'until') return null
  // "…, every time"
  if (lead >= reader.words.length && /time$/.test(said)) return { value: { kind: 'filler' }, next: lead }
  const again = AGAIN.test(said) || /\b(?:always|each time|every time|whenever)\b/i.test(reader.text)
  const isNominal = NOMINAL.test(said)
  const back = isNominal ? reader.skip(lead, /^(?:my )?(?:return|coming back|arrival back)\b/) : lead
  if (back > lead) return cue({ value: { when: 'did', deed: 'returned' }, next: back }, again)
  const moment = readMoment(reader, isNominal ? lead : reader.skip(lead, /^(?:that|and when|when)\b/))
  if (moment === null) return null
  const { value, next } = moment
  if (!isNominal) return cue({ value, next }, again)
  const own = reader.from(lead)
  if (/^after\b|after$|upon|following/.test(said)) {
    return cue({ value, next }, again || /^(?:every|each)\b/.test(own))
  }
  // "for two lines" is no moment, nor is "at line 3" said of what a person writes.
  const named = value.when === 'line' && (value.verdict !== null || /^(?:on|every|each|per)$/.test(said))
  const isEach = /^(?:every|each|all|any)\b/.test(own)
  return named && (again || isEach || /^(?:my |the )?(?:next|first|following)\b/.test(own))
    ? cue({ value, next }, again || isEach)
    : null
}

function cue({ value, next }: Read<Moment>, again: boolean): Read<TimeClause> {
  return { value: { kind: 'cue', moment: value, again }, next }
}

const COUNTS =
  /^(?:keep (?:a |the )?(?:running )?(?:count|track|score|tally) of|(?:start |begin |keep )?(?:counting|count|tally|tallying|track|tracking)(?: up)?)(?: (?:out loud|aloud|for me|up|me))* /i
const HOW_OFTEN =
  /^(?:how (?:often|many(?: times)?)|(?:the |all )?(?:times|number of times|number of))(?: (?:that|when))? /
const TIME_I = /^(?:every|each|any) time (?:that |when )?/

/** What is to be counted: "count my correct lines", "count how often I look at the hint"; null for anything else. */
export function readCounted(request: string): Moment | null {
  const asked = COUNTS.exec(request)?.[0]
  if (asked === undefined) return null
  let what = request.slice(asked.length).toLowerCase()
  what = what
    .replace(HOW_OFTEN, '')
    .replace(TIME_I, '')
    .replace(/^(?:all |every |each )+/, '')
  const turned =
    /^(.+?) (?:that )?(?:i|we) (?:write|type|use|put|make|do|get|have|finish)(?: (right|correct(?:ly)?|wrong(?:ly)?))?(?: from now(?: on)?| now)?$/.exec(
      what,
    )
  const phrases =
    turned === null
      ? [what, `i write ${what.replace(/s$/, '')}`]
      : [
          `${turned[2] === undefined ? '' : `${turned[2]} `}${turned[1]}`,
          `i write a ${(turned[1] ?? '').replace(/s$/, '').replace(/(minus|plus) sign$/, '$1')}`,
        ]
  for (const phrase of phrases) {
    const reader = new ClauseReader(phrase, { now: 0, timeZone: 0 })
    const moment = readMoment(reader, 0)
    const rest = reader.from(moment?.next ?? 0)
    if (
      moment === null ||
      !/^(?:(?:from now(?: on)?|now|so far|today|for me|as i go|please|,|out loud|aloud|while i (?:work|write|type))\s*)*$/.test(
        rest,
      )
    )
      continue
    if (moment.value.when === 'silent' || moment.value.when === 'line-number') continue
    return moment.value.when === 'line' ? { ...moment.value, count: 1 } : moment.value
  }
  return null
}
