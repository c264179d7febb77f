import type { Prompt } from './prompt.ts'
import type { Budget } from './reason.ts'
import type { Prices } from './thinker.ts'

/** UTF-16 units of a token, for what a provider does not count. English has about four, German three. */
const UNITS_PER_TOKEN = 3
const MILLION = 1_000_000

/** What a thought has spent, and what it still may. */
export class Spending {
  readonly #budget: Budget
  readonly #prices: Prices | null
  #in = 0
  #out = 0
  #isCounted = true

  constructor(budget: Budget, prices: Prices | null) {
    this.#budget = budget
    this.#prices = prices
  }

  /** Tokens in and out, as the provider counted them; null where it once did not. */
  get tokens(): { in: number; out: number } | null {
    return this.#isCounted ? { in: this.#in, out: this.#out } : null
  }

  /** Tokens that the next answer may have, and which bound that is. */
  left(prompt: Prompt): { tokens: number; bound: 'too-long' | 'too-dear' } {
    const tokens = this.#budget.tokens - this.#out
    const { cents } = this.#budget
    if (cents === null || this.#prices === null) return { tokens, bound: 'too-long' }
    const spent = this.#in * this.#prices.in + this.#out * this.#prices.out
    const free = cents * MILLION - spent - tokensOf(prompt) * this.#prices.in
    const affordable = this.#prices.out === 0 && free >= 0 ? tokens : Math.floor(free / this.#prices.out)
    return affordable < tokens ? { tokens: affordable, bound: 'too-dear' } : { tokens, bound: 'too-long' }
  }

  /** `written`: UTF-16 units of the answer. */
  spend(prompt: Prompt, written: number, counted: { in: number; out: number } | null): void {
    this.#isCounted &&= counted !== null
    this.#in += counted?.in ?? tokensOf(prompt)
    this.#out += counted?.out ?? Math.ceil(written / UNITS_PER_TOKEN)
  }
}

function tokensOf({ instructions, messages }: Prompt): number {
  return Math.ceil((instructions.length + JSON.stringify(messages).length) / UNITS_PER_TOKEN)
}
