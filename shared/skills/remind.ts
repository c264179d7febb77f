import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { CueSchema } from '../percepts/cue.ts'
import { ownWords, sayCounted } from './cues/say-moment.ts'
import { germanReminder } from './german/german-reminder.ts'
import { readClock } from './read-clock.ts'
import { readRequest } from './read-request.ts'
import { sayPromise } from './say-promise.ts'
import type { NewPromise, Outcome, Skill, SkillContext } from './skill.ts'

const YEAR = 366 * 86_400
const Seconds = v.pipe(v.number(), v.finite())
const Clock = v.pipe(v.string(), v.maxLength(100))

export const ReminderSchema = v.object({
  text: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(600),
    v.description('What to say when it is due, in the person’s own words: "stretch"'),
  ),
  after: v.pipe(
    v.nullable(Seconds),
    v.description('Seconds from now until the first time; null if `at` or `every` says it'),
  ),
  at: v.pipe(
    v.nullable(Clock),
    v.description(
      'The first time as a time of day or date in English ("15:30", "tomorrow at 9"); null if not given',
    ),
  ),
  every: v.pipe(v.nullable(Seconds), v.description('Seconds between repetitions, at least 1; null for once')),
  for: v.pipe(
    v.nullable(Seconds),
    v.description('Repeat for so many seconds from now; null for no such limit'),
  ),
  until: v.pipe(
    v.nullable(Clock),
    v.description('Repeat until this time of day or date; null for no such limit'),
  ),
  times: v.pipe(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
    v.description('How often in all; null for no such limit'),
  ),
  when: v.pipe(
    v.nullable(v.omit(CueSchema, ['seen', 'after', 'since', 'dues'])),
    v.description(
      'Instead of a time, a moment that is noticed: a line, signs that are written, a place of the page, silence; `again`: each time; null for a time',
    ),
  ),
  asks: v.pipe(
    v.boolean(),
    v.description(
      'Whether `text` is a question about the person’s own work that is to be answered at that time',
    ),
  ),
  ends: v.pipe(
    v.nullable(v.pipe(v.string(), v.maxLength(100))),
    v.description('Words of the person that end it: "pineapple"; null for none but "stop"'),
  ),
})
export type Reminder = v.InferOutput<typeof ReminderSchema>

const RemindSchema = v.object({ reminders: v.pipe(v.array(ReminderSchema), v.minLength(1), v.maxLength(10)) })
type RemindArgs = v.InferOutput<typeof RemindSchema>

/** Says something at a time, after a time, or again and again. */
export const remind: Skill<RemindArgs> = {
  name: 'remind',
  description:
    'Reminds the person once or repeatedly, at a time (also as a timer or alarm) or when something is noticed: says their words then, or counts. Ends with "stop" or at its limit.',
  schema: RemindSchema,
  examples: [
    'remind me in 10 minutes to stretch',
    'remind me to breathe every 4 seconds until I say stop',
    'set a timer for 5 minutes',
    'every 20 minutes until 6pm tell me to look away',
    'each time I write a minus before a bracket, tell me to check the signs',
    'after the next correct line say well done',
    'count my correct lines',
  ],
  understand(text, context) {
    const reminders =
      germanReminder(text, context) ?? readRequest(text, context) ?? readFollowing(text, context)
    return reminders === null ? null : { reminders: reminders.slice(0, 10) }
  },
  run({ reminders }, context) {
    const made = reminders.map((reminder) => makePromise(reminder, context))
    const refusal = made.find((each) => typeof each === 'string')
    if (typeof refusal === 'string') return { say: refusal }
    const [promise, ...morePromises] = made.filter((each) => typeof each !== 'string')
    if (promise === undefined) return { say: '' }
    const { cues, skills: says } = catalogueOf(context.language)
    if (promise.cue?.counts)
      return { say: cues.willCount(sayCounted(promise.cue, context.language)), promise }
    const said = [promise, ...morePromises].map((each) => sayPromise(each, context)).join('; ')
    const endless = (promise.every !== null || promise.cue?.again === true) && promise.until === null
    const say = `${says.willRemind(said)}${endless ? ` ${says.sayStop}` : ''}`
    const outcome: Outcome = { say, promise }
    return morePromises.length > 0 ? { ...outcome, morePromises } : outcome
  },
}

/** "and to change the paper in 20": one more like the last, in the unit that fits it. */
function readFollowing(text: string, context: SkillContext): Reminder[] | null {
  const last = context.promises.findLast(({ due }) => due !== null)
  const more =
    /^(?:oh )?(?:and|also|plus|and also)(?: then)?,? (?:(?:that i should|please) )?(.+?)[.!]*$/i.exec(
      text.trim(),
    )?.[1]
  if (last?.due == null || more === undefined || /\?$/.test(text) || text.length > 120) return null
  const unit = last.due - context.now < 60_000 ? 'seconds' : 'minutes'
  const named = more.replace(/ (in|after|every) (\d+|[a-z]+(?:-[a-z]+)?)$/i, (all, lead, count) =>
    /^(?:\d+|ten|twenty|thirty|forty|fifty|sixty|five|fifteen|twelve|ninety|\w+-\w+)$/i.test(count)
      ? ` ${lead} ${count} ${unit}`
      : all,
  )
  const read = readRequest(`remind me ${named}`, context)
  return read?.every(({ after, every, at, when }) => (after ?? every ?? at ?? when) !== null) ? read : null
}

/** The promise, or the sentence that says why it cannot be made. */
function makePromise(reminder: Reminder, context: SkillContext): NewPromise | string {
  if (reminder.when !== null) return makeCue(reminder.text, reminder.when, reminder, context)
  const { text, after, every, times } = reminder
  const says = catalogueOf(context.language).skills
  const at = reminder.at === null ? null : readClock(reminder.at, context)
  if (reminder.at !== null && at === null) return says.unknownTime(reminder.at)
  if (at?.passed || (after !== null && after <= 0)) return says.passed
  if (every !== null && every < 1) return says.tooOften
  if (after === null && at === null && every === null) {
    const often = times !== null || reminder.for !== null
    return often ? says.howOften : says.whenToRemind(text)
  }
  if ((after ?? 0) > YEAR || (every ?? 0) > YEAR) return says.tooFar
  const everyMs = every === null ? null : Math.round(every * 1000)
  const due = Math.round(at?.at ?? context.now + (after === null ? (everyMs ?? 0) : after * 1000))
  const until = everyMs === null ? null : limitOf(reminder, due, everyMs, context)
  if (typeof until === 'string') return until
  if (until !== null && until < due) return says.overBefore
  return {
    kind: 'remind',
    text: text || `${says.timeIsUp}.`,
    due,
    every: everyMs,
    until,
    ...moreOf(reminder),
  }
}

const moreOf = ({ asks, ends }: Reminder): Pick<NewPromise, 'asks' | 'ends'> => ({
  ...(asks && { asks: true }),
  ...(ends !== null && { ends }),
})

function makeCue(
  text: string,
  when: NonNullable<Reminder['when']>,
  limits: Reminder,
  context: SkillContext,
): NewPromise | string {
  const until = limitOf({ ...limits, times: null }, 0, 0, context)
  if (typeof until === 'string') return until
  const said = when.counts
    ? sayCounted(when, context.language)
    : text || ownWords(when.moment, context.language)
  return {
    kind: 'cue',
    text: said,
    due: null,
    every: null,
    until,
    cue: { ...when, seen: 0 },
    ...moreOf(limits),
  }
}

/** The last moment of a repetition: the nearest of its limits; null for none. */
function limitOf(
  reminder: Reminder,
  due: number,
  every: number,
  context: SkillContext,
): number | null | string {
  const says = catalogueOf(context.language).skills
  const limits: number[] = []
  if (reminder.for !== null) {
    if (reminder.for <= 0) return says.timePassed
    limits.push(context.now + reminder.for * 1000)
  }
  if (reminder.until !== null) {
    const clock = readClock(reminder.until, context)
    if (clock === null) return says.unknownTime(reminder.until)
    if (clock.passed) return says.endPassed
    limits.push(clock.at)
  }
  if (reminder.times !== null) limits.push(due + (reminder.times - 1) * every)
  const limit = Math.min(...limits)
  return Number.isFinite(limit) ? Math.round(limit) : null
}
