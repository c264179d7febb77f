/** What proves that a line is wrong, and what is asked of it where no known slip made it. */
export const evidence = {
  decimal: '.',
  about: (number: string) => `about ${number}`,
  undefined: 'undefined',
  is: (value: string) => `is ${value}`,
  noValue: 'has no value',
  whole: (line: number) => `line ${line}`,
  side: {
    left: (line: number) => `the left side of line ${line}`,
    right: (line: number) => `the right side of line ${line}`,
  },
  /** After the same side of another line. */
  sameSide: (line: number) => `that of line ${line}`,
  /** At a point, the one comes to this and the other to that. `at` as `x = 1`. */
  differAt: (at: string, one: string, other: string) => `At ${at} ${one}, ${other}.`,
  butAt: (at: string, one: string, other: string) => `At ${at}, ${one}, but ${other}.`,
  differ: (one: string, other: string) => `${one}, ${other}.`,
  but: (one: string, other: string) => `${one}, but ${other}.`,
  solves: (at: string, line: number, other: number) => `${at} solves line ${line} but not line ${other}`,
  itsSides: (left: string, right: string) => `its left side ${left}, its right side ${right}`,

  howBecame: (before: string, after: string) => `How did ${before} become ${after}?`,
  tryInBoth: (at: string) => `Try ${at} in both.`,
  sameAt: (left: string, right: string, at: string) => `Is ${left} the same as ${right} at ${at}?`,
  same: (left: string, right: string) => `Is ${left} the same as ${right}?`,
  keepsAll: (line: string, at: string) => `Does ${line} keep every solution? Try ${at}.`,
  doesSolve: (at: string, line: string) => `Does ${at} solve ${line}?`,
}
