import type { Token } from './token.ts'

/** h² in (x + h)²: a letter, for no bracket follows; g²(x) applies g. `at` is the index after the letter. */
function isSquaredLetter(name: string, tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]
  const raised = first?.type === 'raised'
  if (!/^[gh]$/.test(name) || (!raised && !(first?.type === 'operator' && first.text === '^'))) return false
  const braced = tokens[at + 1]?.type === 'open'
  const exponent = raised ? first : tokens[at + (braced ? 2 : 1)]
  const after = tokens[at + (raised ? 1 : braced ? 4 : 2)]
  const whole = exponent?.type === 'raised' || exponent?.type === 'number'
  return whole && /^\d+$/.test(exponent.text) && after?.type !== 'open'
}

/** f, g and h, and what the working applies by a line f(x) = …, if it is no letter here. */
export const isApplied = (
  name: string,
  functions: readonly string[],
  tokens: readonly Token[],
  at: number,
): boolean => ['f', 'g', 'h', ...functions].includes(name) && !isSquaredLetter(name, tokens, at)

export const opensRound = (token: Token | undefined): boolean => token?.type === 'open' && token.text === '('
