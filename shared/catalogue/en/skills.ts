/** The answers of the skills. A `time` is a time of day, a `span` a duration, as said by `say-time.ts`. */
export const skills = {
  unknown:
    'I did not understand that. I can remind you (“remind me in 10 minutes to stretch”), check your working (“check 2(x+3) = 2x+6”), find words on this page (“find slope on this page”), solve and compute when you ask for it (“solve 2x+3 = 7”), and draw graphs (“plot x^2 - 3”).',

  hello:
    'Hello. Write your working in a field of the page, one step on each line. I say something when a step does not follow.',
  abilities:
    'I check your working while you write, and when you say “check this”. At a mark you can ask “why?” or for a hint. I can also remind you (“remind me in 10 minutes to stretch”), find words on this page (“find slope on this page”), solve and compute when you ask for it (“solve 2x+3 = 7”), and draw graphs (“plot x^2 - 3”).',
  noSolution: 'I do not work it out for you. Write your next step, and I check it.',
  cannotPlot:
    'I can plot functions of one variable, up to three at once (“plot x^2 - 3 and 2x”), and inequalities (“plot x > 3”). I could not read that as one.',
  nothingToPlot: 'Select a function on the page, or tell me one: “plot y = x^2 - 3”.',
  noProblem:
    'I am not sure which exercise you mean. Select it, or give it to me: “solve 2x + 3 = 7”. Then I work it out.',
  nothingPointedAt: 'There is nothing marked now. Say “check this”, and I go through your working.',
  takenBack: 'I take that back, and stay quiet about it here.',

  /** Plural forms of the units, and as they are after "in" and "ago". */
  units: {
    day: { one: 'day', other: 'days', othersIn: 'days' },
    hour: { one: 'hour', other: 'hours', othersIn: 'hours' },
    minute: { one: 'minute', other: 'minutes', othersIn: 'minutes' },
    second: { one: 'second', other: 'seconds', othersIn: 'seconds' },
  },
  decimal: '.',
  /** How `Intl` writes a date. */
  dates: 'en-GB',
  tomorrow: (time: string) => `${time} tomorrow`,
  onDay: (time: string, day: string) => `${time} on ${day}`,
  at: (time: string) => `at ${time}`,
  in: (span: string) => `in ${span}`,
  inAt: (span: string, time: string) => `in ${span} (${time})`,
  every: (span: string) => `every ${span.replace(/^1 (?=\w+$)/, '')}`,
  fromNow: (span: string) => `${span} from now`,

  quoted: (text: string) => `“${text}”`,
  watchingFor: (text: string) => `watching for “${text}”`,
  until: (text: string, end: string) => `${text}, until ${end}`,
  next: (text: string, due: string) => `${text}, next ${due}`,
  open: (promises: string) => `Open: ${promises}.`,
  nothingOpen: 'Nothing is open: no reminder and no watch.',
  noReminder: 'No reminder is open.',
  ended: (promises: string) => `Ended: ${promises}.`,
  stillOpen: (promises: string) => `Still open: ${promises}. Say “cancel all” to end it.`,
  whichOne: (promises: string) => `Which do you mean? Open: ${promises}.`,

  reminder: (text: string) => `Reminder: ${text}`,
  late: (text: string, span: string) => `${text} (${span} late)`,
  timeIsUp: 'Time is up',
  willRemind: (promises: string) => `I will remind you: ${promises}.`,
  sayStop: 'Say “stop” to end it.',
  unknownTime: (time: string) => `I do not know when “${time}” is.`,
  passed: 'That time has passed already. Give me one that is still to come, for example “in 10 minutes”.',
  tooOften: 'I can repeat something once a second at most.',
  howOften: 'How often? For example “every 20 seconds”.',
  whenToRemind: (text: string) =>
    `When shall I remind you${text && ` of “${text}”`}? For example “remind me in 10 minutes to ${text || 'stretch'}”.`,
  tooFar: 'That is more than a year away; I cannot promise that.',
  overBefore: 'It would be over before it is due the first time.',
  timePassed: 'That time has passed already.',
  endPassed: 'That end has passed already. Give me one that is still to come.',

  changed: (promises: string) => `Changed: ${promises}.`,
  skipped: (promise: string) => `The next one is left out: ${promise}.`,
  /** Something is to be changed, and it is not clear what. */
  whichToChange: (promises: string) => `Which one shall I change? Open: ${promises}.`,
  whenAgain: 'There is nothing that I could say again. Tell me what to remind you of, and when.',

  watchedAlready: (text: string) => `I am watching for “${text}” already.`,
  willWatch: (text: string) => `I will tell you when “${text}” appears on this page.`,
  willWatchFor: (text: string, span: string) =>
    `I will tell you when “${text}” appears on this page within ${span}.`,

  quietFor: (span: string) => `I keep quiet for ${span}. What you asked for still comes.`,
  quietUntil: (time: string) => `I keep quiet until ${time}. What you asked for still comes.`,
  quietUntilTold: 'I keep quiet until you say “you can talk again”. What you asked for still comes.',

  quietOver: 'I am back.',

  itIs: (time: string) => `It is ${time}.`,
  noPage: 'I am not reading a page here, so I have measured nothing.',
  sinceStart: (span: string) => `${span} since I was started here.`,
  nothingWritten: (span: string) =>
    `I have not seen you write anything on this page yet. I was started here ${span} ago.`,
  sinceEdit: (span: string) => `${span} since your last edit.`,
  /** `field` is its name, or ''. */
  soFar: (span: string, field: string) => `You began to write${field && ` in “${field}”`} ${span} ago.`,
  took: (span: string, field: string) =>
    `${span} from your first edit to your last${field && ` in “${field}”`}.`,
  ofThat: (span: string) => `You were writing for ${span} of that.`,
  noLine: (lines: number, asked: number) =>
    `I have seen ${lines} finished line${lines === 1 ? '' : 's'}, no line ${asked}.`,
  sinceLine: (span: string, line: number) => `${span} since you finished line ${line}.`,
  lineTook: (line: number, span: string) => `Line ${line} took you ${span}.`,
}
