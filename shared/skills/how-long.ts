import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { germanHowLong } from './german/german-phrases.ts'
import { plainPhrase } from './plain-request.ts'
import { readCount } from './read-duration.ts'
import { readWords } from './read-words.ts'
import { sayDue, sayPromise } from './say-promise.ts'
import { sayClock, sayDuration } from './say-time.ts'
import type { Activity, Skill, SkillContext } from './skill.ts'

const HowLongSchema = v.object({
  of: v.pipe(
    v.picklist(['work', 'so-far', 'since-start', 'since-edit', 'line', 'since-line', 'reminder', 'clock']),
    v.description(
      'work: from the first edit to the last; so-far: from the first edit until now; since-start: since Aside was started here; since-edit: since the last edit; line: how long one line took; since-line: since a line was finished; reminder: until the next reminder; clock: the time of day',
    ),
  ),
  line: v.pipe(
    v.nullable(v.pipe(v.number(), v.integer())),
    v.description('Number of the line from 1, for line and since-line; null: the last finished one'),
  ),
})
type HowLongArgs = v.InferOutput<typeof HowLongSchema>

const LONG =
  "(?:how (?:long|much time|many (?:minutes|seconds|hours)|quick(?:ly)?|fast)|what(?:'s| is| was) (?:my|the) time)"
const NUMBER = '(?:#|number |no\\.? ?)?(\\d+|one|two|three|four|five|six|seven|eight|nine|ten)'
const LINE = new RegExp(
  `\\b(?:line|step|row|equation) ${NUMBER}\\b|\\b(?:the )?(first|second|third|fourth|fifth|last|previous|latest) (?:line|step|row|equation)\\b|\\b(?:this|that) (line|step)\\b`,
)
const ORDINALS: Record<string, number | null> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 }
const CLOCK =
  /^(?:what time it is(?: now)?|what the time is|what time is it(?: now| right now)?|what(?:'s| is) the time(?: now)?|(?:tell me|give me) the time|what's the clock say|time check|the time)$/
const REMINDER =
  /^(?:(?:how (?:long|much time)(?: is| do i have)?|how many (?:minutes|seconds)(?: are)?|what(?:'s| is)|what time(?: is)?) ?(?:left|remaining|until|till|before|to|on|is left|remains?)?(?: on| of| until| till| before| to| in)? (?:the |my )?(?:next )?(?:timer|reminder|alarm|countdown|one)(?: (?:goes off|rings|is due|ends|is up|left))?|time left|how (?:long|much time)(?: is)? left|how much longer(?: on the timer)?|when (?:is|does) (?:the |my )(?:next )?(?:timer|reminder|alarm) (?:due|go off|end|ring|up))$/
const TOOK = new RegExp(
  `^(?:${LONG}(?: did| has| have| was)?(?: (?:it|that|this|all (?:that|this)|everything|i|me|the whole (?:thing|problem)|(?:this|that|the) (?:problem|exercise|question|one|task|solution|answer|proof|calculation|working)))? ?(?:take(?: me)?|took(?: me)?|taken(?: me)?|i take|i need(?:ed)?|need|spend(?: on (?:that|this|it))?|spent(?: on (?:that|this|it))?|was i|last|been)(?: (?:me|so far|in total|all in all|altogether|for (?:that|this|it)|to (?:solve|do|finish|write|answer|work out|get)(?: (?:that|this|it|there|the (?:problem|exercise|question|equation)))?|to (?:get there|finish up)))*|how (?:quick|fast) (?:was (?:i|that)|am i|did i (?:do|solve|finish)(?: (?:that|this|it))?)|(?:what's|what is|what was) my time|(?:time|duration) (?:taken|spent|so far)|did (?:that|it) take (?:me )?long)$`,
)
const SO_FAR = new RegExp(
  `^(?:${LONG} (?:(?:have|has|had|did|am|was|'ve) (?:i|we)|i(?:'ve| have|'m| am| was|'d been)|we(?:'ve| have)) (?:now |already )?(?:been )?(?:working|work|at|on|doing|writing|busy|stuck|solving|trying|sitting|spend|spent|spending|here|going|thinking|studying|practi[cs]ing)\\b.*|${LONG} (?:has|did) (?:it|this|that) (?:been|taken|take)(?: me)? (?:so far|up to now|until now|already|by now)|how long (?:is it|it's) been|how long has (?:it|this) been(?: going on)?|how long so far|for how long have i .*)$`,
)
const SINCE =
  /^(?:how (?:long|much time)(?: (?:is|has) it(?: been)?| has passed| passed| went by| has gone by| has elapsed)?|how many (?:minutes|seconds)(?: have passed| has it been| is it)?|what(?:'s| is) the time|time) (?:since|from when|ago (?:was|did))\b ?(.*)$/
const AGO = /^(?:how long ago|when) (?:did|was|have) (?:i|my|the|we) ?(.*)$/

/** Elapsed times: "how long did that take me?", "how much time did line 2 take", "what time is it". */
export const howLong: Skill<HowLongArgs> = {
  name: 'how-long',
  description:
    'Measures elapsed time: the work on this page, one line of it, since the last edit; or tells the time.',
  schema: HowLongSchema,
  examples: [
    'how long did that take me?',
    'how long have I been working',
    'how much time did line 2 take',
    'what time is it?',
  ],
  understand(text) {
    const german = germanHowLong(text)
    if (german !== null) return german
    const phrase = plainPhrase(text)
    if (phrase.length > 120) return null
    if (CLOCK.test(phrase)) return { of: 'clock', line: null }
    if (REMINDER.test(phrase)) return { of: 'reminder', line: null }
    const since = SINCE.exec(phrase) ?? AGO.exec(phrase)
    if (since !== null) return understandSince(since[1] ?? '')
    const line = LINE.exec(phrase)
    if (
      line !== null &&
      new RegExp(`^(?:${LONG}|when (?:did|was|have|had|do))\\b`).test(phrase) &&
      /\b(?:take|took|taken|need|needed|spend|spent|on|for|cost)\b/.test(phrase)
    ) {
      return { of: 'line', line: lineNumber(line) }
    }
    if (SO_FAR.test(phrase)) return { of: 'so-far', line: null }
    return TOOK.test(phrase) ? { of: 'work', line: null } : null
  },
  run(args, context) {
    return { say: say(args, context) }
  },
}

function understandSince(what: string): HowLongArgs | null {
  const line = LINE.exec(what)
  if (line !== null) return { of: 'since-line', line: lineNumber(line) }
  if (
    /^(?:i |my |the |we )?(?:last|latest|most recent|previous)?\s*(?:i )?(?:last )?(?:edit|edited|typ|wrote|writ|chang|key|touched|did something|did anything|was active)/.test(
      what,
    )
  ) {
    return { of: 'since-edit', line: null }
  }
  if (/\b(?:you|aside|opened|arrived|came|session|page|here|got here|tutoring)\b/.test(what))
    return { of: 'since-start', line: null }
  return /\b(?:start|started|began|begin|beginning|begun|first)\b/.test(what)
    ? { of: 'so-far', line: null }
    : null
}

/** Null: the last one. */
function lineNumber(match: RegExpExecArray): number | null {
  if (match[1] !== undefined) return readCount(readWords(match[1]), 0)?.value ?? null
  return ORDINALS[match[2] ?? ''] ?? null
}

function say({ of, line }: HowLongArgs, context: SkillContext): string {
  const { activity, now, language } = context
  const says = catalogueOf(language).skills
  const span = (ms: number) => sayDuration(ms, language)
  if (of === 'clock') return says.itIs(sayClock(now, context))
  if (of === 'reminder') return sayReminder(context)
  if (activity === null) return says.noPage
  const { firstEditAt, lastEditAt, startedAt, label } = activity
  if (of === 'since-start') return says.sinceStart(span(now - startedAt))
  if (firstEditAt === null || lastEditAt === null)
    return says.nothingWritten(sayDuration(now - startedAt, language, true))
  if (of === 'since-edit') return says.sinceEdit(span(now - lastEditAt))
  if (of === 'line' || of === 'since-line') return sayLine(of, line, activity, context)
  // Said only where it is news: there were pauses.
  const whole = (of === 'so-far' ? now : lastEditAt) - firstEditAt
  const paused = activity.activeMs >= 1000 && activity.activeMs < 0.8 * whole
  const said =
    of === 'so-far'
      ? says.soFar(sayDuration(now - firstEditAt, language, true), label)
      : says.took(span(lastEditAt - firstEditAt), label)
  return paused ? `${said} ${says.ofThat(span(activity.activeMs))}` : said
}

function sayLine(
  of: 'line' | 'since-line',
  asked: number | null,
  activity: Activity,
  { now, language }: SkillContext,
): string {
  const says = catalogueOf(language).skills
  const { lines, firstEditAt } = activity
  const number = asked ?? lines.length
  const line = lines[number - 1]
  if (line === undefined) return says.noLine(lines.length, number)
  if (of === 'since-line') return says.sinceLine(sayDuration(now - line.at, language), number)
  const from = lines[number - 2]?.at ?? firstEditAt ?? activity.startedAt
  return says.lineTook(number, sayDuration(Math.max(0, line.at - from), language))
}

function sayReminder(context: SkillContext): string {
  const says = catalogueOf(context.language).skills
  const timed = context.promises.filter(({ due }) => due !== null)
  const once = timed.filter(({ every }) => every === null)
  const said = (once.length > 0 ? once : timed)
    .toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0))
    .map((promise) =>
      promise.every === null
        ? sayPromise(promise, context)
        : `${says.quoted(promise.text)}, ${sayDue(promise.due ?? context.now, context)}`,
    )
  return said.length === 0 ? says.noReminder : `${said.join('; ')}.`
}
