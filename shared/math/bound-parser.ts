import { call, type Expression, negative, number, substitute, sum, variablesOf } from './expression.ts'
import { OperandParser } from './operand-parser.ts'
import type { Token } from './token.ts'

/** Operands with a variable of their own: integrals, series, limits; and n over k. */
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

  /** [x³/3]_0^2: the value at the upper bound less that at the lower one. */
  protected parseEvaluated(of: Expression): Expression {
    let from: Expression | null = null
    let to: Expression | null = null
    for (;;) {
      if (this.takeOperator('_')) from = this.parseBound()
      else if (this.takeOperator('^')) to = this.parseBound()
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
    if (open?.type !== 'open' || open.text === '{')
      return { kind: 'binomial', of: this.parseArgument(), choose: this.parseArgument() }
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
