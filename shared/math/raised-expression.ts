import { type Expression, negative, number, sum, symbol } from './expression.ts'

/** ², ⁻¹, ⁿ⁺¹ as an expression. */
export function raisedExpression(text: string): Expression | null {
  const parts = text.match(/[+-]?[^+-]+/g)
  if (!parts || parts.join('') !== text || /[()]/.test(text)) return null
  return sum(
    parts.map((part) => {
      const bare = part.replace(/^[+-]/, '')
      const value = /^\d+$/.test(bare)
        ? number(bare)
        : /^[a-z]$/.test(bare)
          ? symbol(bare)
          : number(Number.NaN)
      return part.startsWith('-') ? negative(value) : value
    }),
  )
}
