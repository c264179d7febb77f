/** What is done to a line to get the next one; `about` holds printed expressions. */
export const OPERATIONS = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'divide-and-flip',
  'swap',
  'expand',
  'factor',
  'collect',
  'rearrange',
  'simplify',
  'root',
  'square',
  'zero-product',
  'quadratic-formula',
  'negative-discriminant',
  'substitute',
  'isolate',
  'cancel',
  'common-denominator',
  'differentiate',
  'logarithm',
  'exponential',
  'raise',
  'odd-root',
  'absolute',
] as const
export type Operation = { id: (typeof OPERATIONS)[number]; about: string[] }

/** A line of a worked solution, as plain text that reads back, with what led to it; null at the first. */
export type SolutionStep = { line: string; operation: Operation | null }

export const operation = (id: Operation['id'], ...about: string[]): Operation => ({ id, about })
