import fc from 'fast-check'
import { compareMeasured, measure } from './evaluate.ts'
import {
  call,
  type Expression,
  negative,
  number,
  power,
  product,
  quotient,
  root,
  sum,
  symbol,
} from './expression.ts'
import { PLAIN_READING, parseLine } from './parse-line.ts'

/** How one source of mathematics writes things. */
export type Notation = {
  minus: string
  times: string
  fraction: (over: string, under: string) => string
  raise: (base: string, exponent: string) => string
  root: (of: string, index: string | null) => string
  call: (name: string, of: string) => string
  bracket: (inner: string) => string
  lower?: (name: string, index: string) => string
  /** The sign before its decimals, where that is no point. */
  decimal?: ',' | '{,}'
}

export const LATEX: Notation = {
  minus: '-',
  times: '\\cdot ',
  fraction: (a, b) => `\\frac{${a}}{${b}}`,
  raise: (a, b) => `${a}^{${b}}`,
  root: (of, index) => (index === null ? `\\sqrt{${of}}` : `\\sqrt[${index}]{${of}}`),
  call: (name, of) => (name === 'abs' ? `|${of}|` : `\\${name}(${of})`),
  bracket: (inner) => `(${inner})`,
  lower: (name, index) => `${name}_{${index}}`,
}
const plain: Notation = {
  minus: '-',
  times: '*',
  fraction: (a, b) => `((${a})/(${b}))`,
  raise: (a, b) => `${a}^(${b})`,
  root: (of, index) => (index === null ? `sqrt(${of})` : `(${of})^(1/${index})`),
  call: (name, of) => `${name}(${of})`,
  bracket: (inner) => `(${inner})`,
}
/** As `<sup>` and `<sub>` are read. */
export const RAISED_TEXT: Notation = {
  ...plain,
  minus: '−',
  raise: (a, b) => `${a}^{${b}}`,
  lower: (name, index) => `${name}_{${index}}`,
}
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'
export const NOTATIONS: Record<string, Notation> = {
  'LaTeX as KaTeX and MathJax hold it': LATEX,
  'what MathQuill writes': {
    ...LATEX,
    bracket: (inner) => `\\left(${inner}\\right)`,
    call: (name, of) => (name === 'abs' ? `\\left|${of}\\right|` : `\\${name}\\left(${of}\\right)`),
    raise: (a, b) => (b.length === 1 ? `${a}^${b}` : `${a}^{${b}}`),
  },
  'what MathLive writes': {
    ...LATEX,
    minus: '-',
    times: '\\times ',
    fraction: (a, b) =>
      a.length === 1 && b.length === 1 && /\d{2}/.test(a + b) ? `\\frac${a}${b}` : `\\frac{${a}}{${b}}`,
    bracket: (inner) => `\\left(${inner}\\right)`,
  },
  'plain text': plain,
  AsciiMath: {
    ...plain,
    times: ' xx ',
    fraction: (a, b) => `((${a})/(${b}))`,
    root: (of, index) => (index === null ? `sqrt(${of})` : `root(${index})(${of})`),
  },
  Unicode: {
    ...plain,
    minus: '−',
    times: '·',
    raise: (a, b) =>
      /^\d+$/.test(b) ? a + [...b].map((digit) => RAISED.charAt(Number(digit))).join('') : `${a}^(${b})`,
    lower: (name, index) => name + [...index].map((digit) => LOWERED.charAt(Number(digit))).join(''),
    root: (of, index) => (index === null ? `√(${of})` : index === '3' ? `∛(${of})` : `(${of})^(1/${index})`),
  },
  'text with raised and lowered letters': RAISED_TEXT,
  'plain text with decimal commas': { ...plain, decimal: ',' },
  'LaTeX with decimal commas': { ...LATEX, decimal: '{,}' },
}

export function write(e: Expression, n: Notation): string {
  const inner = (part: Expression, bare: readonly Expression['kind'][]): string =>
    bare.includes(part.kind) ? write(part, n) : n.bracket(write(part, n))
  switch (e.kind) {
    case 'number':
      return e.text.replace('.', n.decimal ?? '.')
    case 'symbol': {
      const [name = '', index] = e.name.split('_')
      return index === undefined || !n.lower ? e.name : n.lower(name, index)
    }
    case 'negative':
      return `${n.minus}${inner(e.of, ['number', 'symbol', 'power', 'quotient', 'root', 'call'])}`
    case 'sum':
      return e.terms
        .map((term, i) => {
          if (i === 0) return write(term, n)
          if (term.kind === 'negative')
            return `${n.minus}${inner(term.of, ['number', 'symbol', 'power', 'quotient', 'product', 'root', 'call'])}`
          return `+${inner(term, ['number', 'symbol', 'power', 'quotient', 'product', 'root', 'call'])}`
        })
        .join('')
    case 'product':
      return e.factors
        .map((factor) => inner(factor, ['number', 'symbol', 'power', 'root', 'call']))
        .join(n.times)
    case 'quotient':
      return n.fraction(write(e.over, n), write(e.under, n))
    case 'power':
      return n.raise(inner(e.base, ['symbol', 'number']), write(e.exponent, n))
    case 'root':
      return n.root(
        write(e.of, n),
        e.index.kind === 'number' && e.index.text === '2' ? null : write(e.index, n),
      )
    case 'call':
      return n.call(e.name, write(e.of, n))
    default:
      throw new Error(`${e.kind} is not written here`)
  }
}

export const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const of = tie('expression')
  const some = fc.array(of, { minLength: 2, maxLength: 3 })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.integer({ min: 0, max: 99 }).map(number),
      fc.constantFrom('x', 'y', 'a', 'x_1').map(symbol),
      fc.constantFrom('0.5', '2.25', '3.75').map(number),
      some.map(sum),
      some.map((terms) => sum(terms.map((term, i) => (i === 0 ? term : negative(term))))),
      some.map(product),
      fc.tuple(of, of).map(([a, b]) => quotient(a, b)),
      fc.tuple(of, fc.integer({ min: 2, max: 5 })).map(([a, b]) => power(a, number(b))),
      of.map((a) => root(a)),
      of.map((a) => root(a, number(3))),
      fc.tuple(fc.constantFrom('sin', 'cos', 'ln', 'abs'), of).map(([name, a]) => call(name, a)),
    ),
  }
})

const AT = [
  { x: 1.3, y: 0.7, a: 2.1, x_1: 0.9 },
  { x: 3, y: 2, a: 5, x_1: 4 },
]

/** How a text that was written from a value and read again is another value; null where it is not. */
export function difference(e: Expression, text: string, decimalComma = false): string | null {
  const line = parseLine(text, { ...PLAIN_READING, decimalComma: decimalComma && 'always' })
  const read =
    line.kind === 'statements' ? line.statements[0]?.cases[0]?.[0]?.sides[0]?.expression : undefined
  if (!read) return `${text} is not read: ${line.kind === 'nothing' ? line.why : ''}`
  for (const at of AT) {
    const [before, after] = [measure(e, at), measure(read, at)]
    if (!Number.isFinite(before.value)) continue
    if (!Number.isFinite(after.value) || compareMeasured(before, after) === 'different')
      return `${text}: ${before.value} is read as ${after.value}`
  }
  return null
}
