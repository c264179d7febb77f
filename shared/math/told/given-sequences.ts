import {
  type Claim,
  claimOf,
  type Found,
  falseSide,
  found,
  inIndex,
  NUMBER,
  numberOf,
  type ToldLine,
} from './given-line.ts'

/** a_n of index 1 first: each term from the one before it by adding or multiplying with `step`. */
type Sequence = {
  kind: 'arithmetic' | 'geometric'
  first: number
  step: number
  /** How many terms a sum with dots has, if it ends. */
  count: number | null
  /** The step was told, and need not be read off the terms. */
  given: boolean
  from: number
  /** How many terms were written out, if they were. */
  listed: number | null
}

const LIST = new RegExp(
  `(?:^|[\\s:(])(${NUMBER}(?:\\s*[,;+]\\s+${NUMBER}|\\s*[;+]\\s*${NUMBER}){2,})\\s*[,;+]?\\s*…(?:\\s*[,;+]\\s*(${NUMBER})(?![A-Za-z(]))?(?=\\s*(?:$|[(=,;+]|[a-zA-Z]))`,
)
/** What goes on after a number that is not all: a_1 = 10 − 6. */
const OPERATES = '\\s*[-+−·*/:÷^(]'
const TERM = new RegExp(`\\b[a-hs-w]_(\\d{1,2})\\s*=\\s*(${NUMBER})(?!\\w|${OPERATES})`)
const STEP = new RegExp(`\\b([dqr])\\s*=\\s*(${NUMBER})(?!\\w|${OPERATES})`)
const START = new RegExp(`\\ba\\s*=\\s*(${NUMBER})(?!\\w|${OPERATES})`)
const FROM_ZERO =
  /_0\b|\bn\s*(?:=|≥|>=)\s*0\b|\b(?:from|ab|von|bei|mit|start\w*)\s+(?:n\s*=\s*)?(?:0|zero|null)\b/i
const ARITHMETIC = /\barithmeti|\bA\.?P\b/i
const GEOMETRIC = /\bgeometri|\bG\.?P\b/i

/**
 * Terms, steps, numbers of terms and sums of an arithmetic or geometric sequence that was given by its first terms, or
 * by its first term and its step.
 */
export function falseTerm(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  if (!claim) return null
  if (above.some(({ plain }) => /[a-z]_0\b/.test(plain)) || /[a-z]_0\b/.test(here.plain)) return null
  const asked = numberedTerm(here, claim, above)
  if (asked) return asked
  const name = claim.name === '' ? endlessOrDotted(above) : claim.name
  const sequence = sequenceOf(above)
  if (!sequence) return fromTwoTerms(here, claim, above)
  if (NEXT.test(name) && sequence.count === null && !sequence.given) {
    const last = sequence.listed
    return last === null ? null : judged(here, claim, name, termOf(sequence, last + 1), sequence.from)
  }
  const nth = /^(?:the )?(\d{1,3})(?:st|nd|rd|th|\.)(?: term| glied)?$/iu.exec(name)?.[1]
  if (nth !== undefined) return judged(here, claim, name, termOf(sequence, Number(nth)), sequence.from)
  const general = name === 'term' && /\b(?:n-?th|general)\s+term/iu.test(here.plain)
  if (general || /^(?:[a-hs-w]_n|(?:the )?(?:nth|n-th|general) term|[a-z]\(n\)|T_n)$/iu.test(name))
    return falseFormula(here, claim, name, sequence, above)
  const index = /^[a-hs-w]_(\d{1,3})$/.exec(name)?.[1]
  const partial = /^[sS]_(\d{1,3})$/.exec(name)?.[1]
  const expected =
    partial !== undefined
      ? sumOf(sequence, Number(partial))
      : index !== undefined
        ? termOf(sequence, Number(index))
        : namedValue(name, sequence, above)
  if (expected === null || !Number.isFinite(expected)) return null
  const written = falseSide(claim, expected)
  return written && found(here, sequence.from, name, expected, written)
}

const NEXT = /^(?:the )?(?:next(?: term| one)?|nächste[rs]?(?: glied| zahl)?)$/iu

function judged(here: ToldLine, claim: Claim, name: string, expected: number, from: number): Found | null {
  const written = Number.isFinite(expected) ? falseSide(claim, expected) : null
  return written && found(here, from, name, expected, written)
}

/** "= 3·20·21/2" right after "3 + 6 + … + 60" alone is its sum. */
function endlessOrDotted(above: readonly ToldLine[]): string {
  const chained = above.findLastIndex(({ plain }) => !plain.startsWith('='))
  const plain = above[chained]?.plain ?? ''
  return /\d\s*\+\s*…/u.test(plain) && !/[=:]/.test(plain) ? 'S' : ''
}

const ASKED = /\b(\d{1,3})(?:st|nd|rd|th|\.)\s+(?:term|glied)\b/iu

/** "Find the 15th term of 4, 7, 10, …" and then 4 + 15·3: one step too many. */
function numberedTerm(here: ToldLine, claim: Claim, above: readonly ToldLine[]): Found | null {
  const last = above.at(-1)
  const n = Number(ASKED.exec(last?.plain ?? '')?.[1])
  const sequence =
    last && sequenceOf([{ ...last, plain: last.plain.replace(/^.*\b(?:of|von|in)\b\s*/iu, '') }])
  const value = sequence ? termOf(sequence, n + 1) : Number.NaN
  const reckoned = /^[\d\s+·*^().,−-]+$/u.test(claim.name)
  const written =
    reckoned && claim.sides.find(({ values }) => values.some((one) => Math.abs(one - value) < 1e-9))
  return sequence && last && written ? found(here, last.line, `a_${n}`, termOf(sequence, n), written) : null
}

/** a_2 = 5, a_5 = 17: three steps lie between. */
function fromTwoTerms(here: ToldLine, claim: Claim, above: readonly ToldLine[]): Found | null {
  const words = above.map(({ plain }) => plain).join(' ')
  if (!/^[dqr]$/.test(claim.name) || ARITHMETIC.test(words) === GEOMETRIC.test(words)) return null
  const all = above.flatMap(({ plain, line }) =>
    [...plain.matchAll(new RegExp(TERM.source, 'g'))].map(([, index, value]) => ({
      index: Number(index),
      value: numberOf(value ?? ''),
      line,
    })),
  )
  const [a, b, more] = all.filter((one, i) => all.findIndex(({ index }) => index === one.index) === i)
  if (!a || !b || more || a.index === b.index) return null
  const steps = b.index - a.index
  if (ARITHMETIC.test(words))
    return claim.name === 'd' ? judged(here, claim, 'd', (b.value - a.value) / steps, a.line) : null
  const ratio = b.value / a.value
  const root = Math.sign(ratio) * Math.abs(ratio) ** (1 / steps)
  if (claim.name === 'd' || (steps % 2 === 0 && ratio < 0)) return null
  const written = falseSide(claim, root)
  return written && (steps % 2 === 1 || falseSide(claim, -root))
    ? found(here, a.line, claim.name, root, written)
    : null
}

/** a_n = 3 + 4n: tried at the first terms; the first of them is a_1 unless it is said to be a_0. */
function falseFormula(
  here: ToldLine,
  { sides }: Claim,
  name: string,
  sequence: Sequence,
  above: readonly ToldLine[],
): Found | null {
  const fromZero = [...above, here].some(({ plain }) => FROM_ZERO.test(plain))
  for (const { text } of sides) {
    const formula = inIndex(text)
    if (!formula) return null
    const holds = (shift: number): boolean =>
      [1, 2, 3, 4].every(
        (n) => Math.abs(formula(n - shift) - termOf(sequence, n)) < 1e-9 * Math.abs(formula(n)) + 1e-9,
      )
    if (holds(0) || (fromZero && holds(1))) continue
    const n = [1, 2, 3].find((k) => Math.abs(formula(k) - termOf(sequence, k)) > 1e-6) ?? 1
    const written = { text: text.replaceAll('n', `${n}`), values: [formula(n)] }
    return found(here, sequence.from, name.replace('n', `${n}`), termOf(sequence, n), written)
  }
  return null
}

function namedValue(name: string, sequence: Sequence, above: readonly ToldLine[]): number | null {
  const { kind, step, count, first } = sequence
  const letter = kind === 'arithmetic' ? /^d$/ : /^[qr]$/
  if (letter.test(name) && !sequence.given) return step
  if (
    count !== null &&
    count > 0 &&
    /^(?:n|Anzahl|Anzahl der (?:Glieder|Summanden)|count|number of terms|terms)$/i.test(name)
  )
    return count
  if (count !== null && count > 0 && /^(?:S|Sum|Summe|Σ)$/.test(name)) return sumOf(sequence, count)
  const endless = count === null && kind === 'geometric' && Math.abs(step) < 1
  const dots = above.some(({ plain }) => /\+\s*…|sum to infinity|infinite sum|unendlich/iu.test(plain))
  if (endless && (/^S_?∞$/.test(name) || (dots && /^(?:S|Sum|Summe)$/.test(name)))) return first / (1 - step)
  return null
}

const termOf = ({ kind, first, step }: Sequence, n: number): number =>
  kind === 'arithmetic' ? first + (n - 1) * step : first * step ** (n - 1)

function sumOf(sequence: Sequence, n: number): number {
  if (n > 2000) return Number.NaN
  let total = 0
  for (let k = 1; k <= n; k++) total += termOf(sequence, k)
  return total
}

/** What the lines above say of one sequence; null where they say nothing, or two different things. */
function sequenceOf(above: readonly ToldLine[]): Sequence | null {
  const lists = above.flatMap(({ plain, line }) => {
    const [, list, last] = LIST.exec(plain) ?? []
    return list === undefined ? [] : [fromList(list, last, plain, line)]
  })
  // Of two sums with dots one may be a multiple of the other.
  return lists.length > 0 ? (lists.length === 1 ? (lists[0] ?? null) : null) : fromParameters(above)
}

function fromList(list: string, last: string | undefined, plain: string, from: number): Sequence | null {
  const terms = list.split(/\s*[;+]\s*|,\s+|\s+,\s*/).map(numberOf)
  const [a, b] = terms
  if (a === undefined || b === undefined || terms.some(Number.isNaN)) return null
  const even = (next: (term: number) => number): boolean =>
    terms.every(
      (term, i) => i === 0 || Math.abs(next(terms[i - 1] ?? 0) - term) < 1e-9 * Math.max(1, Math.abs(term)),
    )
  const kind = even((term) => term + b - a)
    ? 'arithmetic'
    : a !== 0 && even((term) => (term * b) / a)
      ? 'geometric'
      : null
  if (kind === null || a === b) return null
  const step = kind === 'arithmetic' ? b - a : b / a
  const told = /(\d+)\s*(?:terms|Glieder|Summanden|Terme)/i.exec(plain)?.[1]
  const ending = last === undefined ? null : countTo(kind, a, step, numberOf(last))
  return {
    kind,
    first: a,
    step,
    count: told ? Number(told) : ending,
    given: false,
    from,
    listed: terms.length,
  }
}

function countTo(kind: Sequence['kind'], first: number, step: number, last: number): number | null {
  const n = kind === 'arithmetic' ? (last - first) / step + 1 : Math.log(last / first) / Math.log(step) + 1
  return n > 0 && Math.abs(n - Math.round(n)) < 1e-9 ? Math.round(n) : null
}

function fromParameters(above: readonly ToldLine[]): Sequence | null {
  const texts = above.map(({ plain }) => plain)
  const words = texts.join(' ')
  const term = texts.map((text) => TERM.exec(text)).find((found) => found !== null)
  const start = texts.map((text) => START.exec(text)?.[1] ?? null).find((text) => text !== null)
  const at = texts.findIndex((text) => STEP.test(text))
  const step = STEP.exec(texts[at] ?? '')
  const begun = term?.[2] ?? (GEOMETRIC.test(words) || ARITHMETIC.test(words) ? start : undefined)
  if (!step?.[1] || !step[2] || !begun) return null
  if (ARITHMETIC.test(words) && GEOMETRIC.test(words)) return null
  if (step[1] === 'r' && !GEOMETRIC.test(words) && !TERM.test(texts[at] ?? '')) return null
  const kind = step[1] === 'd' ? 'arithmetic' : 'geometric'
  if ((kind === 'arithmetic' && GEOMETRIC.test(words)) || (kind === 'geometric' && ARITHMETIC.test(words)))
    return null
  const from = above[at]?.line ?? 0
  const [value, by, index] = [numberOf(begun), numberOf(step[2]), Number(term?.[1] ?? 1)]
  const first = kind === 'arithmetic' ? value - (index - 1) * by : value / by ** (index - 1)
  return { kind, first, step: by, count: null, given: true, from, listed: null }
}
