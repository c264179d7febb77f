import {
  call,
  type Expression,
  type FunctionName,
  factorsOf,
  isNumber,
  negative,
  number,
  power,
  product,
  quotient,
  root,
  sum,
  symbol,
} from './expression.ts'
import type { Token } from './token.ts'

/**
 * How ambiguous spellings are read. `tightProducts`: 1/2x is 1/(2x) and x^1/2 is the root. `functions`: names
 * that a following bracket applies, besides f, g, h.
 */
export type ExpressionReading = { tightProducts: boolean; functions: readonly string[] }

/** `unfinished`: the input ended where an operand or a bracket was still owed. */
export type ParsedExpression = { expression: Expression } | { failure: 'unfinished' | 'not-parsed' }

/** Brackets deeper than this are no school line, and recursion stays far from the stack's end. */
const DEEPEST = 60
const INVERSE: Partial<Record<FunctionName, FunctionName>> = { sin: 'asin', cos: 'acos', tan: 'atan' }

class ParseFailure extends Error {
  override name = 'ParseFailure'
  readonly unfinished: boolean
  constructor(unfinished: boolean) {
    super()
    this.unfinished = unfinished
  }
}

/** The whole of the tokens as one expression. Never throws. */
export function parseExpression(tokens: readonly Token[], reading: ExpressionReading): ParsedExpression {
  const parser = new Parser(tokens, reading)
  try {
    const expression = parser.parseSum()
    return parser.done() ? { expression } : { failure: 'not-parsed' }
  } catch (error) {
    if (error instanceof ParseFailure) return { failure: error.unfinished ? 'unfinished' : 'not-parsed' }
    throw error
  }
}

/**
 * Precedence, loosest first: sum, product (side by side or with a sign), sign, power, postfix, operand.
 * A function without brackets takes the product beside it up to the next +, −, ·, / or function.
 */
class Parser {
  private at = 0
  private depth = 0
  private bars = 0
  private integrals = 0
  private readonly tokens: readonly Token[]
  private readonly reading: ExpressionReading

  constructor(tokens: readonly Token[], reading: ExpressionReading) {
    this.tokens = tokens
    this.reading = reading
  }

  done(): boolean {
    return this.at >= this.tokens.length
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  private fail(): never {
    throw new ParseFailure(this.done())
  }

  private takeOperator(...texts: string[]): string | null {
    const token = this.peek()
    if (token?.type !== 'operator' || !texts.includes(token.text)) return null
    this.at++
    return token.text
  }

  parseSum(): Expression {
    if (++this.depth > DEEPEST) throw new ParseFailure(false)
    const terms: Expression[] = []
    do {
      let sign = this.takeOperator('+', '-', '±', '∓')
      // "+-3" before anything else is ±3 as typed on a keyboard.
      if (sign === '+' && terms.length === 0 && this.takeOperator('-')) sign = '±'
      const term = this.parseSigned()
      if (sign === '±' || sign === '∓')
        terms.push({ kind: 'plus-minus', of: term, upper: sign === '±' ? 1 : -1 })
      else terms.push(sign === '-' ? { kind: 'negative', of: term } : term)
    } while (this.isSign())
    this.depth--
    return sum(terms)
  }

  private isSign(): boolean {
    const token = this.peek()
    return token?.type === 'operator' && ['+', '-', '±', '∓'].includes(token.text)
  }

  /** A product, or after a binary operator a sign and a product: 5 − −2. */
  private parseSigned(): Expression {
    if (this.takeOperator('-')) return { kind: 'negative', of: this.parseSigned() }
    return this.parseProduct()
  }

  private parseProduct(): Expression {
    let factors = [...this.parseBeside()]
    for (;;) {
      const sign = this.takeOperator('*', '/')
      if (sign === '*') {
        factors.push(...this.parseOperand())
      } else if (sign === '/') {
        const [first, ...others] = this.parseOperand()
        if (!first) this.fail()
        if (this.reading.tightProducts) factors = [quotient(product(factors), product([first, ...others]))]
        else factors = [quotient(product(factors), first), ...others]
      } else return product(factors)
    }
  }

  /** What follows · or /: may carry a sign of its own. */
  private parseOperand(): Expression[] {
    if (this.takeOperator('-')) return [{ kind: 'negative', of: product(this.parseBeside()) }]
    this.takeOperator('+')
    return this.parseBeside()
  }

  /** Factors written side by side: 3x(x + 1). */
  private parseBeside(): Expression[] {
    const factors = [this.parsePower()]
    while (this.startsOperand()) {
      const before = this.tokens[this.at - 1]
      if (this.peek()?.type === 'number' && (before?.type === 'number' || before?.type === 'raised')) break
      factors.push(this.parsePower())
    }
    return factors
  }

  private startsOperand(): boolean {
    const token = this.peek()
    if (!token) return false
    switch (token.type) {
      case 'symbol':
        return !this.atDifferential()
      case 'number':
      case 'constant':
      case 'function':
      case 'vulgar':
      case 'root':
      case 'fraction':
      case 'integral':
      case 'derivative':
        return true
      case 'open':
        return token.text !== '\\{'
      case 'bar':
        return this.bars === 0 && this.tokens.slice(this.at + 1).some((later) => later.type === 'bar')
      default:
        return false
    }
  }

  /** The d of dx that ends an integral. */
  private atDifferential(): boolean {
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

  private parsePower(): Expression {
    return this.parsePostfix(this.parsePrimary())
  }

  private parsePostfix(operand: Expression): Expression {
    let e = operand
    for (;;) {
      const token = this.peek()
      if (token?.type === 'raised') {
        this.at++
        e = power(e, raisedExpression(token.text) ?? this.fail())
        continue
      }
      if (token?.type !== 'operator') return e
      if (token.text === '^') {
        this.at++
        e = this.parseExponent(e)
      } else if (token.text === '!') {
        this.at++
        e = { kind: 'factorial', of: e }
      } else if (token.text === '%') {
        this.at++
        e = { kind: 'percent', of: e }
      } else if (token.text === '°') {
        this.at++
        e = { kind: 'degrees', of: e }
      } else return e
    }
  }

  private parseExponent(base: Expression): Expression {
    if (this.takeOperator('∘')) return { kind: 'degrees', of: base }
    if (this.takeOperator("'")) return base.kind === 'symbol' ? symbol(`${base.name}'`) : this.fail()
    const [open, ring, close] = [this.peek(), this.peek(1), this.peek(2)]
    if (open?.type === 'open' && ring?.type === 'operator' && ring.text === '∘' && close?.type === 'close') {
      this.at += 3
      return { kind: 'degrees', of: base }
    }
    const sign = this.takeOperator('-', '+')
    let exponent = this.peek()?.type === 'open' ? this.parseGroup() : this.parsePower()
    const over = this.peek(1)
    const slash = this.peek()
    const plain = exponent.kind === 'number' && slash?.type === 'operator' && slash.text === '/'
    if (this.reading.tightProducts && plain && over?.type === 'number') {
      this.at += 2
      exponent = quotient(exponent, number(over.text))
    }
    return power(base, sign === '-' ? negative(exponent) : exponent)
  }

  private parsePrimary(): Expression {
    const token = this.peek()
    if (!token) return this.fail()
    switch (token.type) {
      case 'number':
        this.at++
        return this.parseMixed(number(token.text))
      case 'vulgar':
        this.at++
        return quotient(number(token.over), number(token.under))
      case 'constant':
        this.at++
        return { kind: 'constant', name: token.name }
      case 'symbol':
        this.at++
        return this.parseSymbol(token.name)
      case 'function':
        this.at++
        return this.parseCall(token.name)
      case 'root':
        this.at++
        return this.parseRoot(token.index)
      case 'fraction':
        this.at++
        return quotient(this.parseArgument(), this.parseArgument())
      case 'open':
        return token.text === '\\{' ? this.fail() : this.parseGroup()
      case 'bar':
        return this.parseAbsolute()
      case 'integral':
        this.at++
        return this.parseIntegral()
      case 'derivative':
        this.at++
        if (token.of !== null) return symbol(token.of + "'".repeat(token.order))
        return {
          kind: 'derivative',
          of: this.peek()?.type === 'open' ? this.parseGroup() : this.parseProduct(),
          by: token.by,
          order: token.order,
        }
      default:
        return this.fail()
    }
  }

  /** 2 1/2, 2\frac12 and 2½ are sums. */
  private parseMixed(whole: Expression): Expression {
    const token = this.peek()
    if (whole.kind !== 'number' || !token || whole.text.includes('.')) return whole
    if (token.type === 'vulgar') {
      this.at++
      return sum([whole, quotient(number(token.over), number(token.under))])
    }
    const slash = this.peek(1)
    const under = this.peek(2)
    if (token.type === 'number' && token.space && slash?.type === 'operator' && slash.text === '/') {
      if (under?.type !== 'number') return whole
      this.at += 3
      return sum([whole, quotient(number(token.text), number(under.text))])
    }
    if (token.type !== 'fraction') return whole
    const back = this.at
    this.at++
    const over = this.parseArgument()
    const below = this.parseArgument()
    const proper = over.kind === 'number' && below.kind === 'number' && Number(over.text) < Number(below.text)
    if (proper) return sum([whole, quotient(over, below)])
    this.at = back
    return whole
  }

  private parseSymbol(name: string): Expression {
    let full = name
    const lower = this.peek()
    if (lower?.type === 'operator' && lower.text === '_') {
      this.at++
      full += `_${this.parseSubscript()}`
    }
    let primes = 0
    while (this.takeOperator("'")) primes++
    const token = this.peek()
    const applies = ['f', 'g', 'h', ...this.reading.functions].includes(full)
    if (applies && token?.type === 'open' && token.text === '(')
      return { kind: 'apply', name: full, primes, of: this.parseGroup() }
    // f⁻¹(x) is the inverse function, which is not read.
    if (applies && (token?.type === 'raised' || (token?.type === 'operator' && token.text === '^')))
      throw new ParseFailure(false)
    return symbol(full + "'".repeat(primes))
  }

  private parseSubscript(): string {
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
  private parseArgument(): Expression {
    return this.peek()?.type === 'open' ? this.parseGroup() : this.parsePrimary()
  }

  private parseGroup(): Expression {
    const open = this.peek()
    if (open?.type !== 'open') return this.fail()
    this.at++
    const bars = this.bars
    this.bars = 0
    const inner = this.parseSum()
    this.bars = bars
    const close = this.peek()
    const pair = { '(': ')', '[': ']', '{': '}', '\\{': '\\}' }[open.text]
    if (close?.type !== 'close' || close.text !== pair) this.fail()
    this.at++
    return inner
  }

  private parseAbsolute(): Expression {
    this.at++
    this.bars++
    const inner = this.parseSum()
    this.bars--
    if (this.peek()?.type !== 'bar') this.fail()
    this.at++
    return call('abs', inner)
  }

  private parseRoot(index: number): Expression {
    const open = this.peek()
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

  private parseCall(name: FunctionName): Expression {
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
        base = this.parseArgument()
      } else if (name === 'log' && !base && token?.type === 'number' && !token.space && this.isLogBase()) {
        this.at++
        base = number(token.text)
      } else break
    }
    const group = this.peek()
    const of = group?.type === 'open' ? this.parseGroup() : this.parseBare()
    const inverse = INVERSE[name]
    if (exponent?.kind === 'negative' && isNumber(exponent.of, 1) && inverse) return call(inverse, of)
    const called = call(name, of, base)
    return exponent ? power(called, exponent) : called
  }

  /** log2(8), log2 8: the number is the base when an argument follows it. */
  private isLogBase(): boolean {
    const next = this.peek(1)
    return next?.type === 'open' || (next?.space && ['number', 'symbol'].includes(next.type))
  }

  /** The argument of a function written without brackets. */
  private parseBare(): Expression {
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

  private parseIntegral(): Expression {
    let from: Expression | null = null
    let to: Expression | null = null
    for (;;) {
      if (this.takeOperator('_')) from = this.parseBound()
      else if (this.takeOperator('^')) to = this.parseBound()
      else break
    }
    this.integrals++
    const of = this.atDifferential() ? number(1) : this.parseSum()
    if (!this.atDifferential()) this.fail()
    this.integrals--
    const by = this.peek(1)
    this.at += 2
    if (by?.type !== 'symbol') return this.fail()
    return { kind: 'integral', of, by: by.name, bounds: from && to ? [from, to] : null }
  }

  private parseBound(): Expression {
    const sign = this.takeOperator('-')
    const bound = this.parseArgument()
    return sign ? negative(bound) : bound
  }
}

/** ², ⁻¹, ⁿ⁺¹ as an expression. */
function raisedExpression(text: string): Expression | null {
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
