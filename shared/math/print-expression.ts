import type { Expression } from './expression.ts'

/** How tightly the printed form holds together: sum 1, product 2, sign 3, power 4, atom 5. */
function tightness(e: Expression): number {
  switch (e.kind) {
    case 'sum':
      return 1
    case 'negative':
    case 'plus-minus':
      return 1.5
    case 'product':
    case 'quotient':
      return 2
    case 'derivative':
      return 2
    case 'integral':
    case 'series':
    case 'limit':
      return 1
    case 'power':
      return 4
    case 'factorial':
    case 'degrees':
    case 'percent':
      return 4
    default:
      return 5
  }
}

const inside = (e: Expression, least: number): string =>
  tightness(e) >= least ? printExpression(e) : `(${printExpression(e)})`

/** Numbers short enough to sit in a question. Plain text that parses back to the same tree. */
export function printExpression(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return e.text
    case 'symbol':
      return e.name
    case 'constant':
      return e.name === 'pi' ? 'π' : e.name === 'infinity' ? '∞' : 'e'
    case 'negative':
      return `−${inside(e.of, 2)}`
    case 'plus-minus':
      return `${e.upper === 1 ? '±' : '∓'}${inside(e.of, 2)}`
    case 'sum':
      return e.terms
        .map((term, index) => {
          if (index === 0) return inside(term, 1.5)
          if (term.kind === 'negative') return ` − ${inside(term.of, 2)}`
          if (term.kind === 'plus-minus') return ` ${term.upper === 1 ? '±' : '∓'} ${inside(term.of, 2)}`
          return ` + ${inside(term, 2)}`
        })
        .join('')
    case 'product':
      return e.factors.map((factor) => inside(factor, 2.5)).reduce((text, next) => join(text, next))
    case 'quotient':
      return `${inside(e.over, 2.5)}/${inside(e.under, 2.5)}`
    case 'power':
      return `${inside(e.base, 5)}^${e.exponent.kind === 'number' ? e.exponent.text : `(${printExpression(e.exponent)})`}`
    case 'root':
      if (e.index.kind === 'number' && e.index.text === '2') return `√(${printExpression(e.of)})`
      return `\\sqrt[${printExpression(e.index)}]{${printExpression(e.of)}}`
    case 'call':
      if (e.name === 'abs') return `abs(${printExpression(e.of)})`
      if (e.name === 'log' && e.base) return `log_(${printExpression(e.base)})(${printExpression(e.of)})`
      return `${e.name}(${printExpression(e.of)})`
    case 'factorial':
      return `${inside(e.of, 5)}!`
    case 'degrees':
      return `${inside(e.of, 5)}°`
    case 'percent':
      return `${inside(e.of, 5)}%`
    case 'apply':
      return `${e.name}${"'".repeat(e.primes)}(${printExpression(e.of)})`
    case 'derivative':
      return `d/d${e.by} (${e.order > 1 ? printExpression({ ...e, order: e.order - 1 }) : printExpression(e.of)})`
    case 'integral': {
      const bounds = e.bounds ? `_(${printExpression(e.bounds[0])})^(${printExpression(e.bounds[1])})` : ''
      return `∫${bounds} (${printExpression(e.of)}) d${e.by}`
    }
    case 'series': {
      const [from, to] = e.bounds.map(printExpression)
      return `${e.operation === 'sum' ? '∑' : '∏'}_(${e.by}=${from})^(${to}) (${printExpression(e.of)})`
    }
    case 'limit': {
      const side = { both: '', left: '^-', right: '^+' }[e.from]
      return `lim_(${e.by}→${inside(e.to, 5)}${side}) (${printExpression(e.of)})`
    }
    case 'matrix':
      return `(${e.rows.map((row) => row.map(printExpression).join(' & ')).join(e.rows[0]?.length === 1 ? ', ' : ' \\\\ ')})`
    case 'binomial':
      return `C(${printExpression(e.of)}, ${printExpression(e.choose)})`
  }
}

/** Factors stand side by side as learners write them; a dot where that would read as something else. */
function join(left: string, right: string): string {
  const tight = /[\d)]$/.test(left) && /^(?:[a-zA-Zπ](?![a-zA-Z])|\()/.test(right) && !/[√a-z]\(/.test(right)
  return tight && !/^[a-zA-Z]+\(/.test(right) ? `${left}${right}` : `${left}·${right}`
}
