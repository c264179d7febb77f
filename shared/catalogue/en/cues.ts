import type { Deed, PlaceKind, Sign } from '../../percepts/cue.ts'

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)
const ordinal = (number: number): string => (number < 0 ? 'last' : (ORDINALS[number - 1] ?? `${number}th`))
const some = (count: number, one: string, other: string): string =>
  count === 1 ? `a ${one}` : `${count} ${other}`

const signs: Record<Sign, string> = {
  minus: 'a minus',
  plus: 'a plus',
  times: 'a multiplication sign',
  divided: 'a division sign',
  equals: 'an equals sign',
  bracket: 'a bracket',
  'closing-bracket': 'a closing bracket',
  fraction: 'a fraction',
  root: 'a root',
  power: 'a power',
  square: 'a square',
  less: 'a less-than sign',
  greater: 'a greater-than sign',
  percent: 'a percent sign',
  pi: 'pi',
  decimal: 'a decimal',
  number: 'a number',
}
const kinds: Record<PlaceKind, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  picture: 'picture',
  formula: 'formula',
  table: 'table',
  list: 'list',
}
const deeds: Record<Deed, string> = {
  returned: 'you are back',
  left: 'you leave this page',
  scrolled: 'you scroll',
  selected: 'you select something',
  'began-writing': 'you begin to write',
  hinted: 'you look at a hint',
  corrected: 'you correct a line',
  cleared: 'you have deleted everything',
}

/**
 * Moments that are waited for. Each is a clause that stands on its own and after "when"; where a language puts its verb
 * elsewhere after "when", `after` says it so.
 */
export const cues = {
  silent: (span: string) => ({
    said: `you have been silent for ${span}`,
    after: `you have been silent for ${span}`,
  }),
  line: (verdict: 'right' | 'wrong' | null, count: number) => {
    const said =
      verdict === null
        ? `you have finished ${some(count, 'line', 'lines')}`
        : verdict === 'right'
          ? count === 1
            ? 'a line is correct'
            : `${count} more lines are correct`
          : count === 1
            ? 'a line does not follow: a mistake'
            : `${count} more lines do not follow`
    return { said, after: said }
  },
  lineNumber: (number: number, state: 'begun' | 'finished' | 'right' | 'wrong') => {
    const said = {
      begun: `you reach line ${number}`,
      finished: `line ${number} is finished`,
      right: `line ${number} is correct`,
      wrong: `line ${number} does not follow`,
    }[state]
    return { said, after: said }
  },
  away: (span: string) => ({ said: `you are away for ${span}`, after: `you are away for ${span}` }),
  noLine: (span: string) => ({
    said: `you have finished no line for ${span}`,
    after: `you have finished no line for ${span}`,
  }),
  written: (what: string) => ({ said: `you write ${what}`, after: `you write ${what}` }),
  /** One sign directly before the next. */
  before: (first: string, second: string) => `${first} before ${second}`,
  signs,
  saying: (text: string) => ({ said: `you say “${text}”`, after: `you say “${text}”` }),
  place: (kind: PlaceKind, number: number) => `the ${ordinal(number)} ${kinds[kind]}`,
  ends: { top: 'the top of the page', middle: 'the middle of the page', end: 'the end of the page' },
  passage: (text: string) => `the part with “${text}”`,
  reached: (place: string) => ({ said: `you reach ${place}`, after: `you reach ${place}` }),
  did: (deed: Deed) => ({ said: deeds[deed], after: deeds[deed] }),

  when: (text: string, moment: string) => `${text}, when ${moment}`,
  eachTime: (text: string, moment: string) => `${text}, each time ${moment}`,
  nth: (moment: string, nth: number) => `${moment} (the ${ordinal(nth)} time)`,
  inRow: (moment: string) => `${moment}, in a row`,
  delayed: (moment: string, span: string) => `${moment}, ${span} later`,
  atMost: (text: string, times: string) => `${text}, ${times} at most`,
  counting: (what: string) => `counting: ${what}`,
  /** What is counted, where it has a name of its own. */
  counted: { right: 'correct lines', wrong: 'mistakes', any: 'finished lines' },
  countIs: (what: string, count: number) => `${what}: ${count}`,
  willCount: (what: string) => `I count from now on: ${what}. Say “stop” to end it.`,
  noSuchPage: 'I am not reading a page here, so I cannot tell where you are in it.',

  times: (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`),
  never: (what: string) => `I have not noticed that yet: ${what}.`,
  howOften: (what: string, times: string, last: string) =>
    `${times}: ${what}. The last time was ${last} ago.`,
  judged: (right: number, wrong: number) =>
    `${right} line${right === 1 ? '' : 's'} of yours followed, ${wrong} did not.`,
  linesFinished: (lines: number) => `You have finished ${lines} line${lines === 1 ? '' : 's'}.`,
  keptSoFar: (times: string) => `I have reminded you ${times} so far.`,
  notKept: 'I have not reminded you yet.',
  notCounted: (what: string) =>
    `I have not counted that. Say “count how often I …”, and I do from now on (${what}).`,

  /** What the person was doing at a time; `about` is a time of day or a span. */
  /** How long the person was away the last time, and when. */
  wasAway: (span: string) => `You were away for ${span}.`,
  neverAway: 'I have not noticed that you were away.',
  longestLine: (number: number, span: string) => `Line ${number} took you longest: ${span}.`,
  perLine: (span: string) => `${span} a line on average.`,
  doing: (time: string, deeds: string) => `At ${time}: ${deeds}.`,
  doingNothing: (time: string) => `I noticed nothing of you at ${time}.`,
  earlier: (time: string, deed: string) => `Before that, at ${time}: ${deed}.`,
  later: 'That time is still to come.',
  tooOld: 'I remember what I noticed for a day at most.',
  deeds: {
    wrote: (where: string) => `you were writing${where && ` in “${where}”`}`,
    line: (line: string) => `you finished the line “${line}”`,
    right: (line: string) => `“${line}” was right`,
    wrong: (line: string) => `“${line}” did not follow`,
    hinted: 'you looked at a hint',
    corrected: 'you corrected a line',
    left: 'you left the tab',
    returned: 'you came back',
    selected: (text: string) => `you selected “${text}”`,
    scrolled: 'you were reading and scrolling',
    said: (text: string) => `you asked me: “${text}”`,
  },
}
