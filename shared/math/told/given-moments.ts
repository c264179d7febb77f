import {
  type Claim,
  chainName,
  claimOf,
  type Found,
  falseSide,
  found,
  NUMBER,
  numberOf,
  type ToldLine,
} from './given-line.ts'

const LIST = `${NUMBER}(?:\\s*[,;|&]\\s*${NUMBER}){1,9}`
const VALUES = new RegExp(
  `\\b(?:X|x|k|x_i|values?|Werte?)\\s*[:=]?\\s*(?:is|takes|ist|nimmt)?\\s*:?\\s*\\{?\\s*(${LIST})`,
  'u',
)
const CHANCES = new RegExp(
  `(?:\\b(?:probs?|probabilities|p|P|P\\(X\\s*=\\s*[xk]\\)|p_i|with chances?|Wahrscheinlichkeit(?:en)?)\\.?)\\s*[:=]?\\s*\\{?\\s*(${LIST})`,
  'u',
)
const MEAN = /^(?:E|E\s*\(\s*X\s*\)|E\s*\[\s*X\s*\]|EX|μ|mu|\\mu|Erwartungswert|mean|expected value)$/u
const VARIANCE = /^(?:Var|V|Var\s*\(\s*X\s*\)|V\s*\(\s*X\s*\)|σ\^?2|σ²|\\sigma\^2|Varianz|variance)$/u
const DEVIATION = /^(?:σ|\\sigma|SD|sd|σ\(X\)|standard deviation|Standardabweichung)$/u

type Moments = { mean: number; variance: number | null; from: number }

/** The mean and the variance of what was told: a table, n and p, or E(X) and E(X²). */
export function falseMoment(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  const name = claim && chainName(claim, above)
  if (!claim || !name) return null
  const moments = fromTable(above) ?? fromTrials(above)
  const known = moments ?? fromMoments(above)
  if (!known) return null
  const expected = MEAN.test(name)
    ? (moments?.mean ?? null)
    : VARIANCE.test(name)
      ? known.variance
      : DEVIATION.test(name) && known.variance !== null
        ? Math.sqrt(known.variance)
        : null
  return expected === null || !Number.isFinite(expected)
    ? null
    : judged(here, claim, name, expected, known.from)
}

function judged(here: ToldLine, claim: Claim, name: string, expected: number, from: number): Found | null {
  const written = falseSide(claim, expected)
  return written && found(here, from, name, expected, written)
}

const numbersOf = (list: string): number[] => list.split(/\s*(?:[;|&]|,(?=\s)|,(?!\d))\s*/).map(numberOf)

function fromTable(above: readonly ToldLine[]): Moments | null {
  const [at] = above.filter(({ plain }) => VALUES.test(plain))
  const text = above.map(({ plain }) => plain).join(' ')
  const values = numbersOf(VALUES.exec(text)?.[1] ?? '')
  const chances = numbersOf(CHANCES.exec(text)?.[1] ?? '')
  const total = chances.reduce((a, b) => a + b, 0)
  if (!at || values.length < 2 || values.length !== chances.length || Math.abs(total - 1) > 1e-9) return null
  const mean = values.reduce((sum, value, i) => sum + value * (chances[i] ?? 0), 0)
  const square = values.reduce((sum, value, i) => sum + value ** 2 * (chances[i] ?? 0), 0)
  return Number.isFinite(mean) ? { mean, variance: square - mean ** 2, from: at.line } : null
}

const TRIALS = /\b(?:B|Bin)\s*\(\s*(\d{1,4})\s*[,;|]\s*(\d*[.,]?\d+)\s*\)/
const BINOMIAL = /\bbinomial\p{L}*/iu

function fromTrials(above: readonly ToldLine[]): Moments | null {
  const text = above.map(({ plain }) => plain).join(' ; ')
  const told = TRIALS.exec(text)
  const [n, p] = told
    ? [told[1], told[2]]
    : BINOMIAL.test(text) || /\bn\s*=\s*\d+\s*[,;]\s*p\s*=/.test(text)
      ? [/\bn\s*=\s*(\d{1,4})\b/.exec(text)?.[1], new RegExp(`\\bp\\s*=\\s*(${NUMBER})`).exec(text)?.[1]]
      : []
  if (n === undefined || p === undefined) return null
  const [count, chance] = [Number(n), numberOf(p)]
  if (!(chance > 0 && chance < 1)) return null
  return { mean: count * chance, variance: count * chance * (1 - chance), from: above[0]?.line ?? 0 }
}

function fromMoments(above: readonly ToldLine[]): Moments | null {
  const told = (name: string): { value: number; line: number } | null => {
    for (const { plain, line } of above) {
      const value = new RegExp(`${name}\\s*=\\s*(${NUMBER})(?!\\s*[-+−·*/^(\\d])`, 'u').exec(plain)?.[1]
      if (value !== undefined) return { value: numberOf(value), line }
    }
    return null
  }
  const mean = told('E\\s*\\(X\\)')
  const square = told('E\\s*\\(X(?:²|\\^2|\\^\\{2\\})\\)')
  if (!mean || !square || square.value < mean.value ** 2) return null
  return { mean: mean.value, variance: square.value - mean.value ** 2, from: mean.line }
}
