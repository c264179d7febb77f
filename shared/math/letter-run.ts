import type { FunctionName } from './expression.ts'
import type { TokenContent } from './token.ts'
import { UNIT_NAMES } from './units.ts'

export const FUNCTION_NAMES: Readonly<Record<string, FunctionName>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  tg: 'tan',
  cot: 'cot',
  ctg: 'cot',
  sec: 'sec',
  csc: 'csc',
  cosec: 'csc',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctg: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  ln: 'ln',
  log: 'log',
  lg: 'log',
  exp: 'exp',
  abs: 'abs',
  floor: 'floor',
  ceil: 'ceil',
}
const LONGEST_FIRST = Object.keys(FUNCTION_NAMES).sort((a, b) => b.length - a.length)

/** English that would otherwise read as a function and a letter. */
const NOT_FUNCTIONS = new Set(
  'sine cosine tangent cost logs login tans cosy sins secs tank tang sing second'.split(' '),
)
/** Units of an area, a length and a volume that has none (Flächeneinheiten). */
const COUNTED = new Set(['FE', 'LE', 'VE', 'GE'])
const NEVER_PRODUCTS = new Set(
  'nr da zu im am ja ob wo or so is it we to of if no do an he me my us up go id ok eg ie vs'.split(' '),
)
const SELDOM_PRODUCTS = new Set('as at be by in on am a'.split(' '))
/** Products of three letters that formulas of school mathematics are full of. */
const PRODUCTS = new Set('abc xyz lwh mgh prt uvw pqr nrt abx acx bcx xyy xxy abs'.split(' '))

export const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  theta: 'θ',
  vartheta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  omega: 'ω',
  Delta: 'Δ',
  Omega: 'Ω',
}

/** One letter: a variable or the number e. */
export function letter(name: string): TokenContent {
  if (name === 'e') return { type: 'constant', name: 'e' }
  return { type: 'symbol', name }
}

/** What stands around a run, which tells "2at" from "at once". */
export type Surroundings = { afterMath: boolean; beforeWord: boolean }

/**
 * A run of ASCII letters as tokens with their lengths: a function, a product of single letters, a unit, a
 * connective or prose. Runs of three or more letters that name no function are prose.
 */
export function readLetterRun(run: string, around: Surroundings): (TokenContent & { length: number })[] {
  const lower = run.toLowerCase()
  const whole = (content: TokenContent) => [{ ...content, length: run.length }]
  if (run.length === 1) {
    if ((run === 'a' || run === 'A' || run === 'I') && around.beforeWord && !around.afterMath)
      return whole({ type: 'word', text: run })
    return whole(letter(run))
  }
  if (lower === 'or' || lower === 'oder') return whole({ type: 'or' })
  if (lower === 'and' || lower === 'und') return whole({ type: 'and' })
  if (lower === 'pi') return whole({ type: 'constant', name: 'pi' })
  if (lower === 'det') return whole({ type: 'function', name: 'det' })
  if (lower === 'lim') return whole({ type: 'limit' })
  if (lower === 'ncr' || lower === 'binom') return whole({ type: 'binomial' })
  if (lower === 'sqrt') return whole({ type: 'root', index: 2 })
  if (lower === 'cbrt') return whole({ type: 'root', index: 3 })
  if (lower === 'infinity' || lower === 'inf') return whole({ type: 'constant', name: 'infinity' })
  const greek = GREEK[run]
  if (greek && run.length > 2) return whole({ type: 'symbol', name: greek })
  const named = FUNCTION_NAMES[run] ?? FUNCTION_NAMES[lower]
  if (named) return whole({ type: 'function', name: named })
  if (UNIT_NAMES.has(run) && around.afterMath) return whole({ type: 'symbol', name: run })
  if (COUNTED.has(run) && around.afterMath) return whole({ type: 'word', text: run })
  if (NOT_FUNCTIONS.has(lower)) return whole({ type: 'word', text: run })
  const split = splitByFunctions(run)
  if (split) return split
  if (isProduct(run, around)) return [...run].map((name) => ({ ...letter(name), length: 1 }))
  return whole({ type: 'word', text: run })
}

function isProduct(run: string, around: Surroundings): boolean {
  const lower = run.toLowerCase()
  if (run.length === 2) {
    if (NEVER_PRODUCTS.has(lower)) return false
    return SELDOM_PRODUCTS.has(lower) ? around.afterMath && !around.beforeWord : true
  }
  if (run.length === 3)
    return PRODUCTS.has(lower) || (around.afterMath && /^[b-df-hj-np-tv-z]{3}$/i.test(run))
  return false
}

/** "xsinx", "sinxcosx": functions with at most one letter before and after each; otherwise null. */
function splitByFunctions(run: string): (TokenContent & { length: number })[] | null {
  const tokens: (TokenContent & { length: number })[] = []
  let functions = 0
  let lettersInARow = 0
  for (let at = 0; at < run.length; ) {
    const name = LONGEST_FIRST.find((candidate) => run.startsWith(candidate, at))
    const called = name === undefined ? undefined : FUNCTION_NAMES[name]
    if (name !== undefined && called) {
      tokens.push({ type: 'function', name: called, length: name.length })
      functions++
      lettersInARow = 0
      at += name.length
    } else if (run.startsWith('sqrt', at)) {
      tokens.push({ type: 'root', index: 2, length: 4 })
      functions++
      lettersInARow = 0
      at += 4
    } else if (run.startsWith('pi', at)) {
      tokens.push({ type: 'constant', name: 'pi', length: 2 })
      lettersInARow++
      at += 2
    } else {
      if (++lettersInARow > 1) return null
      tokens.push({ ...letter(run.charAt(at)), length: 1 })
      at++
    }
  }
  return functions > 0 || run === 'xpi' || run === 'pir' ? tokens : null
}
