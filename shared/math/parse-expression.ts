import { BoundParser } from './bound-parser.ts'
import { type Expression, negative, number, power, product, quotient, sum, symbol } from './expression.ts'
import { type ExpressionReading, ParseFailure } from './operand-parser.ts'
import { raisedExpression } from './raised-expression.ts'
import type { Token } from './token.ts'
import { arePerUnits } from './units.ts'

export type { ExpressionReading } from './operand-parser.ts'

/** `unfinished`: the input ended where an operand or a bracket was still owed. */
export type ParsedExpression = { expression: Expression } | { failure: 'unfinished' | 'not-parsed' }

/** Brackets deeper than this are no school line, and recursion stays far from the stack's end. */
const DEEPEST = 60
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
class Parser extends BoundParser {
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
      while (this.atFurtherQuantity(terms.at(-1))) terms.push(this.parseProduct())
    } while (this.isSign())
    this.depth--
    return sum(terms)
  }

  /** 3 h 50 min: one quantity in two units. */
  private atFurtherQuantity(before: Expression | undefined): boolean {
    const [amount, unit] = [this.peek(), this.peek(1)]
    const last = before?.kind === 'product' ? before.factors.at(-1) : null
    return (
      amount?.type === 'number' &&
      amount.space &&
      unit?.type === 'symbol' &&
      last?.kind === 'symbol' &&
      arePerUnits(last.name, unit.name)
    )
  }

  protected parseWhole(tokens: readonly Token[]): Expression {
    const inner = new Parser(tokens, this.reading)
    const whole = inner.parseSum()
    return inner.done() ? whole : this.fail()
  }

  protected isSign(): boolean {
    const token = this.peek()
    return token?.type === 'operator' && ['+', '-', '±', '∓'].includes(token.text)
  }

  /** A product, or after a binary operator a sign and a product: 5 − −2. */
  protected parseSigned(): Expression {
    if (this.takeOperator('-')) return { kind: 'negative', of: this.parseSigned() }
    return this.parseProduct()
  }

  protected parseProduct(): Expression {
    let factors = [...this.parseBeside()]
    for (;;) {
      const sign = this.takeOperator('*', '/', '÷')
      if (sign === '*') {
        factors.push(...this.parseOperand())
      } else if (sign === '÷') {
        // a/b ÷ c/d: the slash holds tighter than the division sign.
        const [first, ...beside] = this.parseOperand()
        if (!first) this.fail()
        // 8 ÷ 2(2 + 2) is read both ways by calculators and by people.
        const loose = this.reading.tightProducts && beside.length > 0
        let divisor = loose ? first : product([first, ...beside])
        while (this.takeOperator('/')) divisor = quotient(divisor, product(this.parseOperand()))
        factors = [quotient(product(factors), divisor), ...(loose ? beside : [])]
      } else if (sign === '/') {
        const [first, ...others] = this.parseOperand()
        if (!first) this.fail()
        if (this.reading.tightProducts || perUnit(factors, first, others))
          factors = [quotient(product(factors), product([first, ...others]))]
        else factors = [quotient(product(factors), first), ...others]
      } else return product(factors)
    }
  }

  /** What follows · or /: may carry a sign of its own. */
  protected parseOperand(): Expression[] {
    if (this.takeOperator('-')) return [{ kind: 'negative', of: product(this.parseBeside()) }]
    this.takeOperator('+')
    return this.parseBeside()
  }

  /** Factors written side by side: 3x(x + 1). */
  protected parseBeside(): Expression[] {
    const factors = [this.parsePower()]
    while (this.startsOperand() && !this.atFurtherQuantity(product(factors))) {
      const before = this.tokens[this.at - 1]
      if (this.peek()?.type === 'number' && (before?.type === 'number' || before?.type === 'raised')) break
      factors.push(this.parsePower())
    }
    return factors
  }

  protected startsOperand(): boolean {
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
      case 'series':
      case 'limit':
      case 'binomial':
      case 'matrix':
        return true
      case 'open':
        return token.text !== '\\{'
      case 'bar':
        return this.bars === 0 && this.tokens.slice(this.at + 1).some((later) => later.type === 'bar')
      default:
        return false
    }
  }

  protected parsePower(): Expression {
    return this.parsePostfix(this.parsePrimary())
  }

  protected parsePostfix(operand: Expression): Expression {
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

  protected parseExponent(base: Expression): Expression {
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
    if (exponent.kind === 'matrix') this.fail()
    return power(base, sign === '-' ? negative(exponent) : exponent)
  }

  private parseBracket(opening: string): Expression {
    const inner = this.peek(1)
    if (opening === '[' && inner?.type === 'open' && inner.text === '[') {
      const rows = this.parseRows()
      if (rows) return rows
    }
    const of = this.parseGroup()
    const next = this.peek()
    const bounded = opening === '[' && next?.type === 'operator' && next.text === '_'
    return bounded ? this.parseEvaluated(of) : of
  }

  protected parsePrimary(): Expression {
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
        return token.text === '\\{' ? this.fail() : this.parseBracket(token.text)
      case 'bar':
        return this.parseAbsolute()
      case 'integral':
        this.at++
        return this.parseIntegral()
      case 'series':
        this.at++
        return this.parseSeries(token)
      case 'limit':
        this.at++
        return this.parseLimit(token)
      case 'binomial':
        this.at++
        return this.parseBinomial()
      case 'matrix':
        this.at++
        return this.parseMatrix(token.bars)
      case 'derivative':
        this.at++
        if (token.of !== null)
          return { kind: 'derivative', of: symbol(token.of), by: token.by, order: token.order }
        return {
          kind: 'derivative',
          // d/dx (2x + 1)⁵ is the derivative of the power.
          of: this.peek()?.type === 'open' ? this.parsePostfix(this.parseGroup()) : this.parseProduct(),
          by: token.by,
          order: token.order,
        }
      default:
        return this.fail()
    }
  }
}

/** 150 km / 2 h: a quantity over a quantity. */
function perUnit(over: readonly Expression[], first: Expression, others: readonly Expression[]): boolean {
  const [a, b] = [over.at(-1), others[0]]
  return (
    first.kind === 'number' && a?.kind === 'symbol' && b?.kind === 'symbol' && arePerUnits(a.name, b.name)
  )
}
