/** A picture's name, what it shows in words, and the few words in it. Formulas are plain text, a point is `x = 1`. */
export const picture = {
  or: ' or ',
  /** Between the parts of a list. */
  and: ' and ',
  copy: 'Copy picture',
  save: 'Save picture',
  copied: 'Copied',
  saved: 'The clipboard did not take it, so it was saved as a file.',
  failed: 'The picture could not be made. Try it once more.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomBack: 'As at first',
  keys: 'Plus and minus zoom, the arrow keys move, 0 goes back.',

  graphOf: (functions: string) => `Graph of ${functions}`,
  over: (name: string, from: string, to: string) => `${name} from ${from} to ${to}.`,
  differ: (at: string, one: string, other: string) =>
    `At ${at} the first is ${one} and the second ${other}: the gap is marked.`,
  lost: (at: string) =>
    `They meet at ${at}, a solution that the next line has lost: it has a ring around it.`,
  gained: (at: string, one: string, other: string) =>
    `At ${at} they do not meet, so it is no solution: one is ${one}, the other ${other}. The gap is marked.`,
  apart: (at: string, one: string, other: string) =>
    `${at} solved the line before. Here one is ${one}, the other ${other}. The gap is marked.`,
  /** Beside the ring, and beside the point of a number line. */
  lostAt: (at: string) => `${at} is lost`,
  gainedAt: (at: string) => `${at} is no solution`,
  broken: 'Where a curve is broken, it has no value or jumps.',

  lineFor: (name: string) => `Number line for ${name}`,
  holdsFor: (line: string, set: string) => `${line}: ${set}.`,
  every: (name: string) => `every ${name}`,
  none: (name: string) => `no ${name}`,
  ends: 'A filled dot belongs to the set, an open one does not.',

  areaOf: (whole: string) => `${whole} as a rectangle`,
  areaSides: (rows: string, columns: string) => `Its sides are ${rows} and ${columns}.`,
  areaMissing: (written: string, parts: string) => `In ${written} these parts are missing: ${parts}.`,
  times: (row: string, column: string) => `${row} times ${column}`,
  missing: (written: string) => `? is missing in ${written}`,

  circleFor: (value: string) => `${value} on the unit circle`,
  circleSays: (value: string, is: string, claimed: string) =>
    `The angle is drawn from the right, against the clock. ${value} ${is}; the dashed line stands where the line of working says: ${claimed}.`,
  yours: (claimed: string) => `your line: ${claimed}`,
}
