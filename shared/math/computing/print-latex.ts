import type { Expression } from '../expression.ts'
import type { Statement } from '../statement.ts'
import type { Relation } from '../token.ts'

/** How tightly the printed form holds together: sum 1, sign 1.5, product 2, power 4, atom 5. */
function tightness(e: Expression): number {
  switch (e.kind) {
    case 'sum':
    case 'integral':
    case 'series':
    case 'limit':
      return 1
    case 'negative':
    case 'plus-minus':
      return 1.5
    case 'product':
    case 'derivative':
      return 2
    case 'power':
    case 'factorial':
    case 'percent':
      return 4
    case 'quotient':
      return 4.5
    default:
      return 5
  }
}

const inside = (e: Expression, least: number): string =>
  tightness(e) >= least ? latexOf(e) : `\\left(${latexOf(e)}\\right)`

const GREEK = /^(?:alpha|beta|gamma|delta|epsilon|theta|lambda|mu|nu|rho|sigma|tau|phi|omega)$/
const NAMED: Readonly<Record<string, string>> = { asin: 'arcsin', acos: 'arccos', atan: 'arctan' }

/** An expression as LaTeX that reads back as the same tree. */
function latexOf(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return e.text
    case 'symbol':
      return GREEK.test(e.name) ? `\\${e.name}` : e.name.replace(/_(\w{2,})$/, '_{$1}')
    case 'constant':
      return { pi: '\\pi', e: 'e', infinity: '\\infty' }[e.name]
    case 'negative':
      return `-${inside(e.of, 2)}`
    case 'plus-minus':
      return `${e.upper === 1 ? '\\pm' : '\\mp'} ${inside(e.of, 2)}`
    case 'sum':
      return e.terms
        .map((term, index) => {
          if (index === 0) return inside(term, 1.5)
          if (term.kind === 'negative') return ` - ${inside(term.of, 2)}`
          if (term.kind === 'plus-minus') return ` ${latexOf(term)}`
          return ` + ${inside(term, 2)}`
        })
        .join('')
    case 'product':
      return e.factors.map((factor) => inside(factor, 2.5)).reduce((text, next) => join(text, next))
    case 'quotient':
      return `\\frac{${latexOf(e.over)}}{${latexOf(e.under)}}`
    case 'power':
      return `${inside(e.base, 5)}^{${latexOf(e.exponent)}}`
    case 'root':
      return e.index.kind === 'number' && e.index.text === '2'
        ? `\\sqrt{${latexOf(e.of)}}`
        : `\\sqrt[${latexOf(e.index)}]{${latexOf(e.of)}}`
    case 'call': {
      if (e.name === 'abs') return `\\left|${latexOf(e.of)}\\right|`
      if (e.name === 'floor' || e.name === 'ceil')
        return `\\left\\l${e.name} ${latexOf(e.of)}\\right\\r${e.name}`
      const base = e.base ? `_{${latexOf(e.base)}}` : ''
      return `\\${NAMED[e.name] ?? e.name}${base}\\left(${latexOf(e.of)}\\right)`
    }
    case 'factorial':
      return `${inside(e.of, 5)}!`
    case 'degrees':
      return `${inside(e.of, 5)}^{\\circ}`
    case 'percent':
      return `${inside(e.of, 5)}\\%`
    case 'apply':
      return `${e.name}${"'".repeat(e.primes)}\\left(${latexOf(e.of)}\\right)`
    case 'derivative':
      return `\\frac{d${e.order > 1 ? `^{${e.order}}` : ''}}{d${e.by}${e.order > 1 ? `^{${e.order}}` : ''}}\\left(${latexOf(e.of)}\\right)`
    case 'integral': {
      const bounds = e.bounds ? `_{${latexOf(e.bounds[0])}}^{${latexOf(e.bounds[1])}}` : ''
      return `\\int${bounds} ${inside(e.of, 1.5)} \\, d${e.by}`
    }
    case 'series': {
      const [from, to] = e.bounds.map(latexOf)
      return `\\${e.operation === 'sum' ? 'sum' : 'prod'}_{${e.by}=${from}}^{${to}} ${inside(e.of, 2)}`
    }
    case 'limit': {
      const side = { both: '', left: '^{-}', right: '^{+}' }[e.from]
      return `\\lim_{${e.by} \\to ${latexOf(e.to)}${side}} ${inside(e.of, 2)}`
    }
    case 'matrix':
      return `\\begin{pmatrix}${e.rows.map((row) => row.map(latexOf).join(' & ')).join(' \\\\ ')}\\end{pmatrix}`
    case 'binomial':
      return `\\binom{${latexOf(e.of)}}{${latexOf(e.choose)}}`
  }
}

/** Factors stand side by side as people write them; a dot where two numbers would become one. */
function join(left: string, right: string): string {
  if (/^(?:\d|\\frac)/.test(right)) return `${left} \\cdot ${right}`
  // A command must not run on into the letter after it.
  return /\\[a-z]+$/i.test(left) && /^[a-z]/i.test(right) ? `${left} ${right}` : `${left}${right}`
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  '=': '=',
  '<': '<',
  '>': '>',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≈': '\\approx',
}

/** A claim as LaTeX; `or` and `and` are words of the language it is said in. */
export function statementLatex(statement: Statement, words: { or: string; and: string }): string {
  const chains = (index: number) =>
    (statement.cases[index] ?? []).map(({ sides, relations }) =>
      sides
        .map(
          ({ expression }, i) =>
            `${i === 0 ? '' : `${RELATIONS[relations[i - 1] ?? '=']} `}${latexOf(expression)}`,
        )
        .join(' '),
    )
  return statement.cases
    .map((_, index) => chains(index).join(` \\text{ ${words.and} } `))
    .join(` \\text{ ${words.or} } `)
}
