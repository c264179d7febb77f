/** Why no answer is given. */
export const WHY_NOT = [
  'not-read',
  'which-unknown',
  'no-unknown',
  'unsure',
  'too-hard',
  'no-factors',
  'other-kind',
  'no-like',
] as const
export type WhyNot = (typeof WHY_NOT)[number]
