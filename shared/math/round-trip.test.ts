import fc from 'fast-check'
import { expect, it } from 'vitest'
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
import { parseLine } from './parse-line.ts'

/** How one source of mathematics writes things. */
type Notation = {
  minus: string
  times: string
  fraction: (over: string, under: string) => string
  raise: (base: string, exponent: string) => string
  root: (of: string, index: string | null) => string
  call: (name: string, of: string) => string
  bracket: (inner: string) => string
}

const latex: Notation = {
  minus: '-',
  times: '\\cdot ',
  fraction: (a, b) => `\\frac{${a}}{${b}}`,
  raise: (a, b) => `${a}^{${b}}`,
  root: (of, index) => (index === null ? `\\sqrt{${of}}` : `\\sqrt[${index}]{${of}}`),
  call: (name, of) => (name === 'abs' ? `|${of}|` : `\\${name}(${of})`),
  bracket: (inner) => `(${inner})`,
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
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const NOTATIONS: Record<string, Notation> = {
  'LaTeX as KaTeX and MathJax hold it': latex,
  'what MathQuill writes': {
    ...latex,
    bracket: (inner) => `\\left(${inner}\\right)`,
    call: (name, of) => (name === 'abs' ? `\\left|${of}\\right|` : `\\${name}\\left(${of}\\right)`),
    raise: (a, b) => (b.length === 1 ? `${a}^${b}` : `${a}^{${b}}`),
  },
  'what MathLive writes': {
    ...latex,
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
    root: (of, index) => (index === null ? `√(${of})` : index === '3' ? `∛(${of})` : `(${of})^(1/${index})`),
  },
}

function write(e: Expression, n: Notation): string {
  const inner = (part: Expression, bare: readonly Expression['kind'][]): string =>
    bare.includes(part.kind) ? write(part, n) : n.bracket(write(part, n))
  switch (e.kind) {
    case 'number':
      return e.text
    case 'symbol':
      return e.name
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

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const of = tie('expression')
  const some = fc.array(of, { minLength: 2, maxLength: 3 })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.integer({ min: 0, max: 99 }).map(number),
      fc.constantFrom('x', 'y', 'a').map(symbol),
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
  { x: 1.3, y: 0.7, a: 2.1 },
  { x: 3, y: 2, a: 5 },
]

it.each(Object.entries(NOTATIONS))('2,000 expressions in %s keep their value', (_, notation) => {
  fc.assert(
    fc.property(expression, (e) => {
      const text = write(e, notation)
      fc.pre(text.length < 200)
      const line = parseLine(text)
      const read =
        line.kind === 'statements' ? line.statements[0]?.cases[0]?.[0]?.sides[0]?.expression : undefined
      if (!read) throw new Error(`${text} is not read: ${line.kind === 'nothing' ? line.why : ''}`)
      for (const at of AT) {
        const [before, after] = [measure(e, at), measure(read, at)]
        if (!Number.isFinite(before.value)) continue
        expect(compareMeasured(before, after), text).not.toBe('different')
        expect(Number.isFinite(after.value), text).toBe(true)
      }
    }),
    { numRuns: 2000, seed: 7 },
  )
})
