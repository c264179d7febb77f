import { isApplied, opensRound } from './applied-letter.ts'
import {
  call,
  type Expression,
  type FunctionName,
  factorsOf,
  isBare,
  isNumber,
  negative,
  number,
  power,
  product,
  root,
  sum,
  symbol,
} from './expression.ts'
import { raisedExpression } from './raised-expression.ts'
import { opensAfterPower, type Token } from './token.ts'

/**
 * How ambiguous spellings are read. `tightProducts`: 1/2x is 1/(2x) and x^1/2 is the root. `functions`: names
 * that a following bracket applies, besides f, g, h. `columns`: \binom14 is a vector; `improper`: 2\frac96 is mixed.
 */
export type ExpressionReading = {
  tightProducts: boolean
  functions: readonly string[]
  columns: boolean
  improper: boolean
}

const INVERSE: Partial<Record<FunctionName, FunctionName>> = { sin: 'asin', cos: 'acos', tan: 'atan' }

/** What the name of an inverse function ends in. */
export const INVERSE_OF = '⁻¹'

/** Ends the parse of one line; never leaves the parser. */
export class ParseFailure extends Error {
  override name = 'ParseFailure'
  readonly unfinished: boolean
  constructor(unfinished: boolean) {
    super()
    this.unfinished = unfinished
  }
}

/** The cursor over the tokens, and the operands that are more than a token; a parser of expressions joins them. */
export abstract class OperandParser {
  protected at = 0
  protected depth = 0
  protected bars = 0
  protected integrals = 0
  protected readonly tokens: readonly Token[]
  protected readonly reading: ExpressionReading

  abstract parseSum(): Expression
  protected abstract parseProduct(): Expression
  protected abstract parsePower(): Expression
  protected abstract parsePrimary(): Expression
  protected abstract parseBinomial(): Expression
  protected abstract parseComposed(): Expression | null
  protected abstract startsOperand(): boolean

  constructor(tokens: readonly Token[], reading: ExpressionReading) {
    this.tokens = tokens
    this.reading = reading
  }

  done(): boolean {
    return this.at >= this.tokens.length
  }

  protected peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  protected fail(): never {
    throw new ParseFailure(this.done())
  }

  protected takeOperator(...texts: string[]): string | null {
    const token = this.peek()
    if (token?.type !== 'operator' || !texts.includes(token.text)) return null
    this.at++
    return token.text
  }

  /** The d of dx that ends an integral. */
  protected atDifferential(): boolean {
    const token = this.peek()
    const next = this.peek(1)
    return (
      this.integrals > 0 &&
      token?.type === 'symbol' &&
      token.name === 'd' &&
      next?.type === 'symbol' &&
      !next.space
    )
  }

  protected parseSymbol(name: string): Expression {
    let full = name
    const lower = this.peek()
    if (lower?.type === 'operator' && lower.text === '_') {
      const shifted = this.parseShiftedIndex(full)
      if (shifted) return shifted
      this.at++
      full += `_${this.parseSubscript()}`
    }
    let primes = 0
    while (this.takeOperator("'")) primes++
    const token = this.peek()
    if (full === 'C' && primes === 0 && this.opensPair()) return this.parseBinomial()
    const applies = isApplied(full, this.reading.functions, this.tokens, this.at)
    if (applies && opensRound(token)) return { kind: 'apply', name: full, primes, of: this.parseGroup() }
    if (applies && (token?.type === 'raised' || (token?.type === 'operator' && token.text === '^'))) {
      // f²(x) is read in two ways, f⁻¹(x) is the inverse function.
      if (!opensAfterPower(this.tokens.slice(this.at))) return symbol(full + "'".repeat(primes))
      this.takeMinusOne()
      const group = this.peek()
      if (group?.type !== 'open' || group.text !== '(') this.fail()
      return { kind: 'apply', name: full + INVERSE_OF, primes: 0, of: this.parseGroup() }
    }
    return symbol(full + "'".repeat(primes))
  }

  private takeMinusOne(): void {
    const token = this.peek()
    this.at++
    if (token?.type === 'raised') return token.text === '-1' ? undefined : this.fail()
    const braced = this.peek()?.type === 'open'
    if (braced) this.at++
    const minus = this.takeOperator('-')
    const one = this.peek()
    if (!minus || one?.type !== 'number' || one.text !== '1') this.fail()
    this.at += braced ? 2 : 1
  }

  /** A bracket of two, C(5, 2). */
  private opensPair(): boolean {
    if (!opensRound(this.peek())) return false
    const rest = this.tokens.slice(this.at + 1)
    const comma = rest.findIndex((token) => token.type === 'separator')
    const close = rest.findIndex((token) => token.type === 'close')
    return comma > 0 && comma < close
  }

  /** a_{n+1}: the sequence at n + 1. */
  private parseShiftedIndex(name: string): Expression | null {
    const [open, index, sign, step, close] = [1, 2, 3, 4, 5].map((ahead) => this.peek(ahead))
    const braced = open?.type === 'open' && open.text === '{' && close?.type === 'close'
    if (!braced || index?.type !== 'symbol' || step?.type !== 'number') return null
    if (sign?.type !== 'operator' || !/^[-+]$/.test(sign.text)) return null
    this.at += 6
    const by = number(step.text)
    const of = sum([symbol(index.name), sign.text === '-' ? negative(by) : by])
    return { kind: 'apply', name: `${name}_`, primes: 0, of }
  }

  protected parseSubscript(): string {
    const open = this.peek()
    const braced = open?.type === 'open' && open.text === '{'
    if (braced) this.at++
    let text = ''
    for (;;) {
      const token = this.peek()
      if (!token) this.fail()
      if (token.type === 'number') text += token.text
      else if (token.type === 'symbol') text += token.name
      else if (token.type === 'word') text += token.text
      else if (token.type === 'constant') text += token.name.charAt(0)
      else if (braced && token.type === 'close') {
        this.at++
        return text
      } else this.fail()
      this.at++
      if (!braced) return text
    }
  }

  /** An operand that TeX gives a command: a group or one token. */
  protected parseArgument(): Expression {
    return this.peek()?.type === 'open' ? this.parseGroup() : this.parsePrimary()
  }

  protected parseGroup(): Expression {
    const open = this.peek()
    if (open?.type !== 'open') return this.fail()
    const composed = this.parseComposed()
    if (composed) return composed
    this.at++
    const bars = this.bars
    this.bars = 0
    const inner = this.parseInside(open.text === '(')
    this.bars = bars
    const close = this.peek()
    const pair = { '(': ')', '[': ']', '{': '}', '\\{': '\\}' }[open.text]
    if (close?.type !== 'close' || close.text !== pair) this.fail()
    this.at++
    return inner
  }

  /** What a bracket holds: an expression, or the components of a vector. */
  private parseInside(round: boolean): Expression {
    const components = [this.parseSum()]
    for (let token = this.peek(); round && token?.type === 'separator'; token = this.peek()) {
      if (token.text === ':' || token.text === '&') this.fail()
      const tight = token.text === ',' && this.peek(1)?.space === false
      this.at++
      components.push(this.parseSum())
      // (0,5x + 1) has a decimal in it, (1,2) two components.
      if (tight && !components.every(isBare)) this.fail()
    }
    const [only] = components
    return only && components.length === 1 ? only : { kind: 'matrix', rows: components.map((one) => [one]) }
  }

  protected parseAbsolute(): Expression {
    this.at++
    this.bars++
    const inner = this.parseSum()
    this.bars--
    if (this.peek()?.type !== 'bar') this.fail()
    this.at++
    return call('abs', inner)
  }

  protected parseRoot(index: number): Expression {
    const open = this.peek()
    if (index === 0) {
      const degree = this.parseGroup()
      return root(this.parseGroup(), degree)
    }
    let degree = number(index)
    if (open?.type === 'open' && open.text === '[') {
      degree = this.parseGroup()
      if (this.peek()?.type !== 'open') return root(degree, number(index))
    }
    if (this.peek()?.type === 'open') return root(this.parseGroup(), degree)
    const latex = this.tokens[this.at - 1]
    const single = latex?.type === 'root' && latex.end - latex.start >= 5
    return root(single ? this.parsePrimary() : this.parsePower(), degree)
  }

  protected parseCall(name: FunctionName): Expression {
    let exponent: Expression | null = null
    let base: Expression | null = null
    for (;;) {
      const token = this.peek()
      if (token?.type === 'raised') {
        this.at++
        exponent = raisedExpression(token.text) ?? this.fail()
      } else if (this.takeOperator('^')) {
        const sign = this.takeOperator('-')
        const size = this.parseArgument()
        exponent = sign ? negative(size) : size
      } else if (this.takeOperator('_')) {
        // \log_2\frac{1}{8} has no mixed number in it.
        const digits = token?.type === 'operator' ? this.peek() : undefined
        if (digits?.type === 'number') this.at++
        base = digits?.type === 'number' ? number(digits.text) : this.parseArgument()
      } else if (name === 'log' && !base && token?.type === 'number' && !token.space && this.isLogBase()) {
        this.at++
        base = number(token.text)
      } else break
    }
    const [group, inner] = [this.peek(), this.peek(1)]
    const rows = group?.type === 'open' && group.text === '[' && inner?.type === 'open' && inner.text === '['
    const of = group?.type === 'open' && !rows ? this.parseGroup() : this.parseBare()
    const inverse = INVERSE[name]
    if (exponent?.kind === 'negative' && isNumber(exponent.of, 1) && inverse) return call(inverse, of)
    const called = call(name, of, base)
    return exponent ? power(called, exponent) : called
  }

  /** log2(8), log2 8: the number is the base when an argument follows it. */
  protected isLogBase(): boolean {
    const next = this.peek(1)
    if (!next) return false
    return next.type === 'open' || (next.space && ['number', 'symbol'].includes(next.type))
  }

  /** The argument of a function written without brackets. */
  protected parseBare(): Expression {
    const sign = this.takeOperator('-')
    const factors: Expression[] = [this.parsePower()]
    while (this.startsOperand()) {
      const next = this.peek()?.type
      const last = factors.at(-1)
      if (next === 'function' || next === 'integral' || next === 'bar' || next === 'derivative') break
      if (next === 'open' && last?.kind !== 'number') break
      if (next === 'number') break
      factors.push(this.parsePower())
    }
    const of = product(factors.flatMap((factor) => [...factorsOf(factor)]))
    return sign ? negative(of) : of
  }
}
