import {
  call,
  type Expression,
  negative,
  number,
  quotient,
  substitute,
  sum,
  variablesOf,
} from './expression.ts'
import { OperandParser } from './operand-parser.ts'
import { raisedExpression } from './raised-expression.ts'
import type { Token } from './token.ts'

/** Operands with a variable of their own: integrals, series, limits; mixed numbers, matrices and n over k. */
export abstract class BoundParser extends OperandParser {
  protected abstract parseSigned(): Expression
  protected abstract isSign(): boolean
  /** The whole of some other tokens, read in the same way. */
  protected abstract parseWhole(tokens: readonly Token[]): Expression

  protected parseIntegral(): Expression {
    let from: Expression | null = null
    let to: Expression | null = null
    for (;;) {
      if (this.takeOperator('_')) from = this.parseBound()
      else if (this.takeOperator('^')) to = this.parseBound()
      else if (this.peek()?.type === 'raised' && from) to = this.takeRaised()
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

  protected parseBound(): Expression {
    const sign = this.takeOperator('-')
    const bound = this.parseArgument()
    return sign ? negative(bound) : bound
  }

  /** The upper bound of ∫₁² and [x²]₁². */
  private takeRaised(): Expression {
    const token = this.peek()
    this.at++
    return (token?.type === 'raised' && raisedExpression(token.text)) || this.fail()
  }

  /** [x³/3]_0^2: the value at the upper bound less that at the lower one. */
  protected parseEvaluated(of: Expression): Expression {
    let from: Expression | null = null
    let to: Expression | null = null
    for (;;) {
      if (this.takeOperator('_')) from = this.parseBound()
      else if (this.takeOperator('^')) to = this.parseBound()
      else if (this.peek()?.type === 'raised' && from) to = this.takeRaised()
      else break
    }
    const [name, ...others] = variablesOf(of)
    if (!from || !to || name === undefined || others.length > 0) return this.fail()
    return sum([substitute(of, name, to), negative(substitute(of, name, from))])
  }

  protected parseSeries(token: Token & { type: 'series' }): Expression {
    if (!token.head || token.by === undefined || !this.takeOperator('^')) return this.fail()
    const to = this.parseBound()
    const from = this.parseWhole(token.head)
    const { operation, by } = token
    return { kind: 'series', operation, of: this.parseBody(by), by, bounds: [from, to] }
  }

  protected parseLimit(token: Token & { type: 'limit' }): Expression {
    if (!token.head || token.by === undefined) return this.fail()
    const side = sideOf(token.head)
    const to = this.parseWhole(token.head.slice(0, token.head.length - side.tokens))
    return { kind: 'limit', of: this.parseBody(token.by), by: token.by, to, from: side.from }
  }

  /** A product and the terms after it that go on about the same variable: lim 2x + h is about both terms. */
  private parseBody(by: string): Expression {
    const terms = [this.parseSigned()]
    while (this.isSign() && this.nextTermMentions(by)) {
      const minus = this.takeOperator('-') !== null
      if (!minus && !this.takeOperator('+')) break
      const term = this.parseSigned()
      terms.push(minus ? negative(term) : term)
    }
    return sum(terms)
  }

  private nextTermMentions(by: string): boolean {
    let depth = 0
    for (let i = 1; ; i++) {
      const token = this.peek(i)
      if (!token || token.type === 'series' || token.type === 'limit') return false
      if (token.type === 'open') depth++
      if (token.type === 'close' && --depth < 0) return false
      if (depth === 0 && token.type === 'operator' && /^[-+±∓]$/.test(token.text)) return false
      if (token.type === 'symbol' && token.name === by) return true
    }
  }

  /** [[1, 2], [3, 4]]; null where the brackets hold anything else. */
  protected parseRows(): Expression | null {
    const back = this.at
    const rows: Expression[][] = []
    do {
      this.at++
      const row = this.parseRow()
      if (row) rows.push(row)
      if (!row) break
    } while (this.peek()?.type === 'separator')
    const close = this.peek()
    const even = rows.every((row) => row.length === rows[0]?.length && row.length > 0)
    if (close?.type === 'close' && close.text === ']' && even && rows.flat().length > 1) {
      this.at++
      return { kind: 'matrix', rows }
    }
    this.at = back
    return null
  }

  private parseRow(): Expression[] | null {
    const open = this.peek()
    if (open?.type !== 'open' || open.text !== '[') return null
    const cells: Expression[] = []
    do {
      this.at++
      cells.push(this.parseSum())
    } while (this.peek()?.type === 'separator')
    const close = this.peek()
    if (close?.type !== 'close' || close.text !== ']') return null
    this.at++
    return cells
  }

  /** (f ∘ g)(x) is f(g(x)). */
  protected parseComposed(): Expression | null {
    const [open, outer, ring, inner, close, next] = [0, 1, 2, 3, 4, 5].map((ahead) => this.peek(ahead))
    const composed = ring?.type === 'operator' && ring.text === '∘' && next?.type === 'open'
    if (!composed || open?.type !== 'open' || close?.type !== 'close') return null
    if (outer?.type !== 'symbol' || inner?.type !== 'symbol') return null
    this.at += 5
    const of: Expression = { kind: 'apply', name: inner.name, primes: 0, of: this.parseGroup() }
    return { kind: 'apply', name: outer.name, primes: 0, of }
  }

  /** 2 1/2, 2\frac12 and 2½ are sums. */
  protected parseMixed(whole: Expression): Expression {
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
    const numbers = over.kind === 'number' && below.kind === 'number'
    const proper = numbers && (this.reading.improper || Number(over.text) < Number(below.text))
    if (proper) return sum([whole, quotient(over, below)])
    this.at = back
    return whole
  }

  protected parseMatrix(bars: boolean): Expression {
    const rows: Expression[][] = [[]]
    for (;;) {
      rows.at(-1)?.push(this.parseSum())
      const token = this.peek()
      this.at++
      if (token?.type === 'matrix-end') break
      if (token?.type !== 'separator' || token.text === ':') return this.fail()
      if (token.text !== ';') continue
      // A last row break before the end is layout.
      if (this.peek()?.type === 'matrix-end') {
        this.at++
        break
      }
      rows.push([])
    }
    const matrix: Expression = { kind: 'matrix', rows }
    if (rows.some((row) => row.length !== rows[0]?.length)) return this.fail()
    return bars ? call('abs', matrix) : matrix
  }

  /** \\binom{n}{k}, nCr(n, k), C(n, k). */
  protected parseBinomial(): Expression {
    const open = this.peek()
    if (open?.type !== 'open' || open.text === '{') {
      const [of, choose] = [this.parseArgument(), this.parseArgument()]
      return this.reading.columns
        ? { kind: 'matrix', rows: [[of], [choose]] }
        : { kind: 'binomial', of, choose }
    }
    this.at++
    const of = this.parseSum()
    const comma = this.peek()
    if (comma?.type !== 'separator' || comma.text === ':') return this.fail()
    this.at++
    const choose = this.parseSum()
    if (this.peek()?.type !== 'close') return this.fail()
    this.at++
    return { kind: 'binomial', of, choose }
  }
}

/** From which side a limit is taken, and how many tokens of the head say so: x → 0⁺, x → 0^-. */
function sideOf(head: readonly Token[]): { from: 'both' | 'left' | 'right'; tokens: number } {
  const bare = head.filter((token) => token.type !== 'open' && token.type !== 'close')
  const last = bare.at(-1)
  const text = last?.type === 'operator' || last?.type === 'raised' ? last.text : ''
  if (bare.length < 2 || !/^[-+]$/.test(text)) return { from: 'both', tokens: 0 }
  const tokens =
    head.length - head.findLastIndex((token) => ['number', 'symbol', 'constant'].includes(token.type)) - 1
  return { from: text === '+' ? 'right' : 'left', tokens }
}
