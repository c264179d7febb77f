/** What the loop writes into the conversation by itself, or in answer to a check. */
export const loop = {
  welcome: 'I am reading along. I stay quiet unless a step does not follow. Ask me below whenever you like.',
  /** A field holds more than is read of it. */
  tooLong: 'This text is longer than I read: I see its first 20,000 characters and check none of it.',
  /** The database was deleted while a conversation went on. */
  emptied:
    'What Aside had kept was deleted from this disk. This conversation goes on from here, and open reminders stay.',
  /** Why a tutoring ended. */
  farewell: {
    moved: 'This tab went to another site. A new conversation began there.',
    stopped: 'Stopped. Nothing on this tab is read any more.',
    unreadable:
      'This tab went to a page that I may not read, so I stopped. Press the toolbar button there to let me read it.',
  },

  /** The name of a line, counted from 1; its beginning is a capital. */
  line: (number: number) => `Line ${number}`,
  /** The same within a sentence. */
  lineWithin: (number: number) => `line ${number}`,
  generalRule: 'Each line must say the same as the line before it: do the same thing to both sides.',
  follows: (number: number) => `Line ${number} follows now.`,
  /** Before what is so, where it was just saying the contrary. */
  takenBack: (text: string) => `I take that back. ${text}`,
  followsBecause: (number: number, what: string) => `Line ${number} follows now: ${what}.`,
  /** Begins a question about a slip that was spoken of before; `quoted` is the line it was in, or ''. */
  recall: (number: number, quoted: string) => `Like in line ${number} before${quoted && `: ${quoted}`}.`,

  /** The rungs above the question; a line of mathematics stands after each colon. */
  ladder: {
    right: (number: number) => `Line ${number} is right:`,
    start: (number: number) => `You start from line ${number}:`,
    example: 'With other numbers:',
    step: (number: number) => `This is the step itself. Line ${number} becomes:`,
    top: 'That is all the help I have here. Try the line once more, and I look at it again.',
    topButStep:
      'That is my last hint. Try the line once more, or say “show me the step”, and I show you this one step.',
    noStep: 'I cannot tell you this step: I know no rule here that I can check. Say “hint” or “why?”.',
  },

  /** The first line is not what the page asks. */
  copy: {
    question: (formula: string) => `The page says ${formula}. Is that what you meant to copy?`,
    onThePage: 'On the page',
    hint: (line: number) => `Compare line ${line} with the page, number by number and sign by sign.`,
    /** What is on one of the two only. */
    added: {
      number: (it: string) => `The page has no number ${it} there.`,
      sign: (it: string) => `The page has no sign ${it} there.`,
      letter: (it: string) => `The page has no letter ${it} there.`,
      exponent: (it: string) => `The page has no exponent ${it} there.`,
      operator: (it: string) => `The page has no sign ${it} there.`,
    },
    leftOut: {
      number: (it: string, line: number) => `The page has the number ${it}, line ${line} does not.`,
      sign: (it: string, line: number) => `The page has the sign ${it}, line ${line} does not.`,
      letter: (it: string, line: number) => `The page has the letter ${it}, line ${line} does not.`,
      exponent: (it: string, line: number) => `The page has the exponent ${it}, line ${line} does not.`,
      operator: (it: string, line: number) => `The page has the sign ${it}, line ${line} does not.`,
    },
    changed: (from: string, to: string, line: number) => `The page has ${from} where line ${line} has ${to}.`,
    settled: (line: number) => `Line ${line} is as on the page now.`,
    pageChanged: 'The page asks something else now.',
  },

  /** Said while the person still writes in the composer. */
  takeUp: {
    line: (number: number) => `Shall I go on about line ${number}?`,
    about: (what: string) => `Shall I go on about ${what}?`,
    because: 'You had something to say, so I stopped in the middle of it.',
    over: 'That no longer stands as it was, so there is nothing to go on with.',
    /** In the list of kinds that are not raised. */
    kind: 'Offers to go on where I was interrupted',
  },

  cutIn: {
    claim: (equation: string) => `Is it true that ${equation}?`,
    inYourWords: 'In your words',
    hint: 'Work out both sides by themselves.',
    copyHint: 'Compare it with the page, number by number and sign by sign.',
    changed: {
      number: (from: string, to: string) => `It is ${from} on the page, not ${to}?`,
      sign: (from: string, to: string) => `The sign is ${from} on the page, not ${to}?`,
      letter: (from: string, to: string) => `The letter is ${from} on the page, not ${to}?`,
      exponent: (from: string, to: string) => `The exponent is ${from} on the page, not ${to}?`,
      operator: (from: string, to: string) => `The sign is ${from} on the page, not ${to}?`,
    },
    leftOut: (it: string) => `There is also ${it} on the page?`,
    added: (it: string) => `There is no ${it} on the page?`,
  },

  noPage: 'I cannot read a page here now. Press the toolbar button on the page first.',
  paused: 'I am paused and read nothing now. Press “Go on” above, then ask me again.',
  nothingToCheck:
    'There is no working to check yet. Write it in a field on the page, or give it to me: “check 2(x+3) = 2x+6”.',
  checkFailed: 'I could not check that: the checker did not answer. Please ask again.',
  holds: 'That is right.',
  doesNotHold: (evidence: string) => `That does not hold. ${evidence}`,
  noStep: 'I cannot tell: there is no step here that I can check.',
  right: (steps: number): string =>
    steps === 1 ? 'The step I can check is right.' : 'The steps I can check are right.',
  cannotTell: (lines: string) => `I cannot tell about ${lines}.`,

  seen: (quote: string) => `The page now says “${quote}”.`,
  /** `shown` of `count` places are listed below the sentence. */
  found: (text: string, count: number, shown: number): string => {
    if (count === 0) return `I do not find “${text}” on this page.`
    if (count === 1) return `“${text}” is on this page once.`
    return `“${text}” is on this page ${count} times.${shown < count ? ` The first ${shown}:` : ''}`
  },

  /** A find or a watch does not reach into a frame of this site; null where nobody can allow it. */
  findMissed: (site: string | null): string =>
    site === null
      ? 'I cannot look into the part of this page that comes from another site.'
      : `I may not look into the part of this page that comes from ${site}: press “Allow this site”, then ask me again.`,
  watchMissed: (site: string | null): string =>
    site === null
      ? 'I cannot watch the part of this page that comes from another site.'
      : `I may not watch the part of this page that comes from ${site}: press “Allow this site”, and I watch it too.`,
  /** A frame has not answered in time. */
  findUnanswered: 'A part of this page did not answer, so I have not looked there.',

  fault: {
    full: 'The space for Aside on this disk is full, so nothing new can be kept. Delete old conversations in the history, or free some disk space.',
    newer:
      'What Aside keeps was written by a newer Aside, so nothing new can be kept. Restart the browser to finish the update.',
    write:
      'Aside cannot write down what it notices right now. It keeps trying; if this stays, restart the browser.',
  },

  /** Shown at the toolbar button. */
  eyeOpen: 'Aside is reading this tab',
  eyeClosed: 'Aside: read this tab',
}
