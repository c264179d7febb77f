import { type Expression, product } from '../expression.ts'

/** 2³ as 2·2·2, as long as that can be looked over. */
export function writtenOut(base: Expression, exponent: Expression): { instead?: Expression } {
  const times = exponent.kind === 'number' ? Number(exponent.text) : 0
  return [2, 3, 4, 5].includes(times) ? { instead: product(Array.from({ length: times }, () => base)) } : {}
}
