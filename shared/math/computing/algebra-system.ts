import nerdamer from 'nerdamer-prime/all'
import { type Expression, partsOf, sizeOf, someIn, substitute, symbol, variablesOf } from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { asExpression } from '../statement.ts'
import { tidy } from './tidy.ts'

/**
 * nerdamer-prime 1.5.0 without `eval`, which no worker of an extension has: expand, factor, integrate and simplify work
 * there, solve and buildFunction do not (run with code generation forbidden). Nothing it says is believed: whoever asks
 * verifies the answer.
 */
const LARGEST = 60
const HIGHEST = 12
/** Digits of a denominator that an exact answer may have. */
const LONGEST_UNDER = 5
/** Single letters that mean nothing of their own to it. */
const LETTERS = [...'xyztuvwabcfghjklmnpqrs']

const FUNCTIONS = new Set('sin cos tan cot sec csc asin acos atan sinh cosh tanh abs'.split(' '))

/** The answer of the algebra system to a command about an expression; null where there is none. */
export function askAlgebraSystem(
  command: 'expand' | 'factor' | 'simplify' | 'integrate',
  e: Expression,
  by?: string,
): Expression | null {
  if (sizeOf(e) > LARGEST || someIn(e, isBeyond)) return null
  const names = variablesOf(e)
  const own = new Map(names.map((name) => [name, LETTERS.includes(name) ? name : '']))
  for (const [name, letter] of own)
    if (letter === '') own.set(name, LETTERS.find((each) => ![...own.values()].includes(each)) ?? '')
  if ([...own.values()].includes('')) return null
  const renamed = [...own].reduce((all, [name, letter]) => substitute(all, name, symbol(`${letter}!`)), e)
  const about = by === undefined ? undefined : (own.get(by) ?? by)
  try {
    const text = written(renamed)
    const answer = nerdamer(`${command}(${text}${about === undefined ? '' : `,${about}`})`).toString()
    const read = answerOf(answer)
    if (read && someIn(read, isRounded) && !someIn(e, isRounded)) return null
    const back =
      read && [...own].reduce((all, [name, letter]) => substitute(all, letter, symbol(`${name}!`)), read)
    return back && tidy(bare(back))
  } catch {
    // It throws at what it does not know; then there is no answer.
    return null
  }
}

/** It takes ln 2 for 49180508/70952475, which no comparison of floats tells apart. */
const isRounded = (e: Expression): boolean =>
  e.kind === 'quotient' && e.under.kind === 'number' && e.under.text.length > LONGEST_UNDER

const isBeyond = (e: Expression): boolean =>
  [
    'apply',
    'matrix',
    'series',
    'limit',
    'integral',
    'derivative',
    'binomial',
    'plus-minus',
    'factorial',
  ].includes(e.kind) ||
  (e.kind === 'power' && e.exponent.kind === 'number' && Number(e.exponent.text) > HIGHEST) ||
  (e.kind === 'number' && e.text.length > 9) ||
  (e.kind === 'constant' && e.name === 'infinity')

/** Letters are renamed by way of letters with a mark, so that two of them can change places. */
function bare(e: Expression): Expression {
  return variablesOf(e).reduce((all, name) => substitute(all, name, symbol(name.replace('!', ''))), e)
}

/** @throws Error for what the algebra system has no name for */
function written(e: Expression): string {
  const parts = partsOf(e).map(written)
  const [first = '', second = ''] = parts
  switch (e.kind) {
    case 'number':
      return e.text
    case 'symbol':
      return e.name.replace('!', '')
    case 'constant':
      return e.name
    case 'negative':
      return `(-(${first}))`
    case 'sum':
      return `(${parts.join('+')})`
    case 'product':
      return `(${parts.join('*')})`
    case 'quotient':
      return `((${first})/(${second}))`
    case 'power':
      return `((${first})^(${second}))`
    case 'root':
      return second === '2' ? `sqrt(${first})` : `((${first})^(1/(${second})))`
    case 'percent':
      return `((${first})/100)`
    case 'degrees':
      return `((${first})*pi/180)`
    case 'call':
      if (FUNCTIONS.has(e.name)) return `${e.name}(${first})`
      if (e.name === 'exp') return `(e^(${first}))`
      if (e.name === 'ln') return `log(${first})`
      if (e.name === 'log') return `(log(${first})/log(${e.base ? second : '10'}))`
      throw new Error(e.name)
    default:
      throw new Error(e.kind)
  }
}

/** Its `log` is the natural one. */
function answerOf(text: string): Expression | null {
  if (
    text.length > 400 ||
    /[[\]]|\bi\b|integrate|defint|[Ii]nfinity|erf|Si\(|Ci\(|Ei\(|Li\(|gamma|sinc|step|rect|tri\(/.test(text)
  )
    return null
  const parsed = parseLine(text.replace(/\blog10\(/g, 'lg(').replace(/\blog\(/g, 'ln('))
  const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
  return (statement && !more && asExpression(statement)?.expression) || null
}
