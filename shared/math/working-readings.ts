import type { ExpressionReading } from './operand-parser.ts'

/** Marks whose meaning is the same in all lines of a working. */
export type WorkingReading = Pick<ExpressionReading, 'columns' | 'improper'> & {
  /** Commas between digits are decimal points. */
  commas: boolean
  /** What is written in another way where it is read otherwise: 1{,}200 is a thousand and more, 5!=120 a factorial. */
  rewritten: readonly (readonly [RegExp, string])[]
}

const CHOICE = /\\[dt]?binom/g
/** What stands beside numbers of choices only. */
const COUNTS = /!|\bP\s*\(|\\(?:frac|sum)|\b(?:choose|ways|möglichkeiten|committee|lotto)/i
const CHOSEN = /\\[dt]?binom\s*\{?\s*([-−]?[\w.,]+)\s*\}?\s*\{?\s*([-−]?[\w.,]+)/g
const VECTORS = /\\(?:vec|overrightarrow|mathbf)|\u20d7|ve[ck]tor/i
const MIXED = /\d\s*\\[dt]?frac\s*(?:\{\s*(\d+)\s*\}|(\d))\s*(?:\{\s*(\d+)\s*\}|(\d))/g
const COMMA = /\d,\d/
const REWRITINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\{,\}(?=\d{3}(?!\d))/g, ''],
  [/(?<=\d)!=/g, '! ='],
]

/** Every way in which such marks of a working can be read, the likeliest first: a line is wrong only if it is so in each. */
export function workingReadings(lines: readonly string[]): readonly WorkingReading[] {
  const text = lines.join('\n')
  return choices(text).flatMap((columns) =>
    mixedNumbers(text).flatMap((improper) =>
      alternatives(COMMA.test(text)).flatMap((commas) =>
        rewritings(text).map((rewritten) => ({ columns, improper, commas, rewritten })),
      ),
    ),
  )
}

const alternatives = (possible: boolean): readonly boolean[] => (possible ? [false, true] : [false])

/** None of them, and all that apply. */
function rewritings(text: string): readonly (typeof REWRITINGS)[] {
  const possible = REWRITINGS.filter(([pattern]) => text.search(pattern) >= 0)
  return possible.length > 0 ? [[], possible] : [[]]
}

function choices(text: string): readonly boolean[] {
  const count = text.match(CHOICE)?.length ?? 0
  if (count > 0 && isOfVectors(text)) return [true]
  return alternatives(count > 1 && !COUNTS.test(text))
}

/** \binom{-4}{8} chooses nothing. */
const isOfVectors = (text: string): boolean =>
  VECTORS.test(text) ||
  [...text.matchAll(CHOSEN)].some(([, of = '', choose = '']) => {
    const [n = 0, k = 0] = [of, choose].map((part) => Number(part.replace('−', '-')))
    return n < k || n < 0 || k < 0
  })

function mixedNumbers(text: string): readonly boolean[] {
  const mixed = [...text.matchAll(MIXED)].map(([, over, digit, under, below]) => [
    Number(over ?? digit),
    Number(under ?? below),
  ])
  const improper = mixed.filter(([over = 0, under = 0]) => over >= under).length
  // 3\frac12 beside 2\frac96: both are mixed numbers.
  return improper > 0 && improper < mixed.length ? [true, false] : alternatives(improper > 0)
}
