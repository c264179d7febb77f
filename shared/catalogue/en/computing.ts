/** Answers that were asked for: each is marked as one. Formulas come as they are shown. */
export const computing = {
  or: 'or',
  and: 'and',
  exam: 'In exam mode I do not solve.',
  failed: 'I could not work that out: the solver did not answer. Please ask again.',

  stillAtIt: 'I am still working on that. Say “cancel” if you no longer need it.',
  cancelled: 'Cancelled: I no longer work on that.',
  answer: (formula: string) => `Answer: ${formula}.`,
  stepByStep: 'Step by step, each step checked:',
  /** A line, and what led to it. */
  step: (formula: string, done: string) => `${formula}   (${done})`,
  noSteps: 'I checked it, but have no steps to show for this kind.',
  noSolution: 'Answer: no real number solves it.',
  everyNumber: 'Answer: every number for which both sides have a value solves it.',
  noneFound: 'I put it in and it holds; I have searched for others and found none.',
  noSolutionFound: 'I have searched for a real solution and found none.',
  whereDefined: 'This holds wherever both have a value.',
  unchanged: (formula: string) => `Answer: ${formula}. It is as simple as I can make it.`,
  forEachWhole: 'for every whole number k',
  rounded: 'Rounded.',
  noValue: 'Answer: it has no value there.',
  none: 'none',
  table: (letter: string, of: string) => `Answer: values of ${of} by ${letter}.`,
  row: (letter: string, x: string, y: string) => `${letter} = ${x}: ${y}`,

  /** How a line (counted from 1) follows from another; `from` null: it holds by itself. */
  namedStep: {
    rule: (line: number, from: number | null, rule: string) =>
      from === null
        ? `Line ${line}: ${rule}.`
        : `From line ${from} to line ${line}: ${rule}. I have checked it.`,
    sameSolutions: (line: number, from: number | null) =>
      `Line ${line} follows: it has the same solutions as line ${from ?? line - 1}. But I cannot name the rule.`,
    equal: (line: number, from: number | null) =>
      `Line ${line} follows: it is equal to line ${from ?? line - 1}. But I cannot name the rule.`,
    doesNotFollow: (line: number) =>
      `Line ${line} does not follow, so there is no rule that leads to it. Say “check this”, and I show where it differs.`,
    cannotTell: (line: number) => `I cannot tell how line ${line} follows.`,
    first: (line: number) => `Line ${line} is where the working begins: nothing leads to it.`,
  },

  /** A worked solution on the page; lines are counted from 1. */
  derivation: {
    none: 'I find no worked solution here. Select its lines on the page, then ask me again.',
    right: (steps: number) =>
      steps === 1 ? 'I checked one step: it follows.' : `I checked ${steps} steps: all follow.`,
    wrong: (steps: number, lines: string) => `I checked ${steps} steps. Wrong: ${lines}.`,
    wrongStep: (line: number) => `Line ${line} does not follow.`,
  },

  cannot: {
    'not-read': 'I cannot read that as mathematics. Write it like this: “solve 2x+3 = 7”.',
    'which-unknown': 'For which letter? Say for example “solve A = a*b for b”.',
    'no-unknown': 'That letter is not in it.',
    unsure: 'I am not sure of the answer, so I do not give one.',
    'too-hard': 'I cannot work that out in a way that I can check.',
    'no-like':
      'I can make one like it of linear and quadratic equations, fractions, brackets to expand, and derivatives of polynomials. Say for example “give me a quadratic equation”.',
    'no-factors': 'I find no factors of it.',
    'other-kind': 'I cannot turn one into the other: they are no units that I know of the same kind.',
  },

  /** What was done to get a line from the one before. */
  operations: {
    add: (it: string) => `add ${it} on both sides`,
    subtract: (it: string) => `subtract ${it} on both sides`,
    multiply: (it: string) => `multiply both sides by ${it}`,
    divide: (it: string) => `divide both sides by ${it}`,
    'divide-and-flip': (it: string) => `divide both sides by ${it}, which is negative: the sign turns round`,
    swap: () => 'swap the sides',
    expand: () => 'expand and collect like terms',
    factor: () => 'factor',
    collect: () => 'bring the squares to one side and the numbers to the other',
    rearrange: () => 'rearrange the terms',
    simplify: () => 'simplify',
    root: () => 'take the root on both sides: there are two signs',
    square: () => 'square both sides',
    'zero-product': () => 'a product is zero when a factor is',
    'quadratic-formula': () => 'quadratic formula',
    'negative-discriminant': (it: string) => `the discriminant ${it} is negative`,
    substitute: (it: string) => `put in what ${it} is`,
    isolate: (it: string) => `solve for ${it}`,
    cancel: () => 'cancel a common factor',
    'common-denominator': () => 'put it over one denominator',
    differentiate: () => 'differentiate',
    logarithm: () => 'take the logarithm on both sides',
    exponential: (it: string) => `raise ${it} to both sides`,
    raise: (it: string) => `raise both sides to the power ${it}`,
    'odd-root': (it: string) => `take the root of order ${it} on both sides`,
    absolute: () => 'what stands in the bars is either of the two',
  },
}
