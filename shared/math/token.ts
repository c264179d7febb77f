import type { FunctionName } from './expression.ts'

export type Relation = '=' | '≈' | '<' | '≤' | '>' | '≥' | '≠'

/** `start` and `end` are offsets into the line; `space` is whether white space stood before the token. */
export type Token = TokenContent & { start: number; end: number; space: boolean }

export type TokenContent =
  | { type: 'number'; text: string }
  | { type: 'symbol'; name: string }
  | { type: 'constant'; name: 'pi' | 'e' | 'infinity' }
  | { type: 'function'; name: FunctionName }
  /** A superscript run such as ² or ⁻¹, as plain text. */
  | { type: 'raised'; text: string }
  | { type: 'vulgar'; over: number; under: number }
  /** `index` 0: it follows in a bracket of its own. */
  | { type: 'root'; index: number }
  | { type: 'fraction' }
  | {
      type: 'operator'
      text: '+' | '-' | '*' | '/' | '÷' | '^' | '_' | '!' | '%' | '°' | '±' | '∓' | "'" | '∘'
    }
  | { type: 'open'; text: '(' | '[' | '{' | '\\{' }
  | { type: 'close'; text: ')' | ']' | '}' | '\\}' }
  | { type: 'bar' }
  | { type: 'relation'; text: Relation }
  | { type: 'arrow' }
  | { type: 'or' }
  | { type: 'and' }
  | { type: 'element' }
  | { type: 'set'; text: '∪' | '∩' | '∖' }
  | { type: 'reals' }
  | { type: 'empty-set' }
  /** & parts the cells of a matrix and stands nowhere else. */
  | { type: 'separator'; text: ',' | ';' | ':' | '&' }
  /** \begin{pmatrix}; `bars` for vmatrix, the determinant. */
  | { type: 'matrix'; bars: boolean }
  | { type: 'matrix-end' }
  | { type: 'integral' }
  /** `head` is what follows k = under the sign, once it has been gathered. */
  | { type: 'series'; operation: 'sum' | 'product'; by?: string; head?: readonly Token[] }
  /** `head` is what follows x → under the sign. */
  | { type: 'limit'; by?: string; head?: readonly Token[] }
  /** \binom, or `choose` between n and k. */
  | { type: 'binomial' }
  /** d/dx, or dy/dx when `of` is given. */
  | { type: 'derivative'; of: string | null; by: string; order: number }
  | { type: 'word'; text: string }
  /** A question mark, a cross or a character of no known meaning. */
  | { type: 'other'; text: string }

/** Whether a bracket opens right after the exponent that these tokens begin with: f²(x), f^{-1}(x). */
export function opensAfterPower([raised, exponent, ...rest]: readonly Token[]): boolean {
  if (raised?.type === 'raised') return exponent?.type === 'open' && exponent.text === '('
  const braced = exponent?.type === 'open' ? rest.findIndex(({ type }) => type === 'close') + 1 : 0
  const next = rest[braced]
  return next?.type === 'open' && next.text === '('
}
