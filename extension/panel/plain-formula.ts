const SIGNS = new Map(
  Object.entries({
    cdot: '·',
    times: '×',
    div: '÷',
    pm: '±',
    mp: '∓',
    le: '≤',
    leq: '≤',
    ge: '≥',
    geq: '≥',
    ne: '≠',
    neq: '≠',
    lt: '<',
    gt: '>',
    approx: '≈',
    equiv: '≡',
    infty: '∞',
    to: '→',
    rightarrow: '→',
    Rightarrow: '⇒',
    implies: '⇒',
    Leftrightarrow: '⇔',
    iff: '⇔',
    in: '∈',
    cup: '∪',
    cap: '∩',
    circ: '°',
    int: '∫',
    sum: '∑',
    ldots: '…',
    dots: '…',
    lvert: '|',
    rvert: '|',
    vert: '|',
    quad: ' ',
    qquad: ' ',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    Delta: 'Δ',
    epsilon: 'ε',
    varepsilon: 'ε',
    theta: 'θ',
    lambda: 'λ',
    mu: 'μ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    phi: 'φ',
    varphi: 'φ',
    omega: 'ω',
  }),
)
/** Say how something looks, not what it is. */
const LOOKS = new Set(
  'left right big Big bigl bigr displaystyle text mathrm mathbf mathit operatorname limits'.split(' '),
)
const RAISED = inPairs('0123456789+-=()ni°', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ°')
const LOWERED = inPairs('0123456789', '₀₁₂₃₄₅₆₇₈₉')
const TOKEN = /\\[a-zA-Z]+|\\[^a-zA-Z]|\s+|[^\\]/gu

/** More is not read. */
const LONGEST = 2000

function inPairs(from: string, to: string): ReadonlyMap<string, string> {
  const others = [...to]
  return new Map([...from].map((char, index) => [char, others[index] ?? char]))
}

/** LaTeX as it would be typed on one line: `\frac{x+1}{2}` is (x+1)/2, `x^{2}` is x². Whatever it is given, it gives text. */
export function plainFormula(latex: string): string {
  return new Reader(latex.slice(0, LONGEST).match(TOKEN) ?? []).all().replace(/\s+/g, ' ').trim()
}

class Reader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  all(): string {
    let text = ''
    while (this.#at < this.#tokens.length) text += this.#until('')
    return text
  }

  /** What stands next: a sign, a command with what belongs to it, or a whole group. */
  #one(): string {
    const token = this.#tokens[this.#at++] ?? ''
    if (token === '{') return this.#until('}')
    if (token === '}' || token === '&' || token === '$') return ''
    if (token === '^') return raised(this.#script())
    if (token === '_') return lowered(this.#script())
    if (!token.startsWith('\\')) return token
    const name = token.slice(1)
    if (/^[dtc]?frac$/.test(name)) return `${inBrackets(this.#argument())}/${inBrackets(this.#argument())}`
    if (name === 'sqrt') return this.#root()
    if (LOOKS.has(name)) return ''
    if (/^[,;:!> ]$/.test(name)) return name === '!' ? '' : ' '
    return SIGNS.get(name) ?? (name === '\\' ? ' ' : name)
  }

  /** Up to a sign that ends it. A command's name beside letters stays a word of its own. */
  #until(end: string): string {
    let text = ''
    let afterName = false
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== end) {
      const name = this.#tokens[this.#at]?.slice(1)
      const next = this.#one()
      const isName = next === name && /^[a-zA-Z]+$/.test(next)
      const parted = (afterName && /^\p{L}/u.test(next)) || (isName && /[\p{L}\d]$/u.test(text))
      text += parted ? ` ${next}` : next
      afterName = isName
    }
    this.#at += 1
    return text
  }

  #argument(): string {
    while (/^\s+$/.test(this.#tokens[this.#at] ?? '')) this.#at += 1
    return this.#tokens[this.#at] === undefined ? '' : this.#one().trim()
  }

  /** A number without braces is meant whole: x^10 is typed for x^{10}. */
  #script(): string {
    let text = this.#argument()
    while (/^\d+$/.test(text) && /^\d$/.test(this.#tokens[this.#at] ?? '')) text += this.#one()
    return text
  }

  #root(): string {
    let degree = ''
    if (this.#tokens[this.#at] === '[') {
      this.#at += 1
      degree = this.#until(']')
    }
    const sign = degree === '3' ? '∛' : degree === '' || degree === '2' ? '√' : `${raised(degree)}√`
    return `${sign}${inBrackets(this.#argument())}`
  }
}

/** As it is when it holds together by itself. */
function inBrackets(text: string): string {
  const whole = /^(?:.?|[\p{L}\d.,]*|√?\(.*\))$/su.test(text) && !/\).*\(/.test(text)
  return whole ? text : `(${text})`
}

function raised(text: string): string {
  return scripted(text, RAISED) ?? `^${inBrackets(text)}`
}

function lowered(text: string): string {
  return scripted(text, LOWERED) ?? `_${inBrackets(text)}`
}

/** Null where a sign has no small form. */
function scripted(text: string, small: ReadonlyMap<string, string>): string | null {
  const chars = [...text].map((char) => small.get(char))
  return chars.includes(undefined) ? null : chars.join('')
}
