import type { ExpressionReading } from './operand-parser.ts'

/** Marks whose meaning is the same in all lines of a working. */
export type WorkingReading = Pick<ExpressionReading, 'columns' | 'improper'> & {
  /** Commas between digits are decimal points, and can be nothing else where that is `sure`. */
  commas: boolean | 'sure'
  /** What is written in another way where it is read otherwise: 1{,}200 is a thousand and more, 5!=120 a factorial. */
  rewritten: readonly (readonly [RegExp, string])[]
}

const CHOICE = /\\[dt]?binom/g
/** What stands beside numbers of choices only. */
const COUNTS = /!|\bP\s*\(|\\(?:frac|sum)|\b(?:choose|ways|möglichkeiten|committee|lotto)/i
const CHOSEN = /\\[dt]?binom\s*\{?\s*([-−]?[\w.,]+)\s*\}?\s*\{?\s*([-−]?[\w.,]+)/g
const VECTOR_PRODUCT = /\}\s*(?:\\cdot|·)\s*\\[dt]?binom/
const VECTORS = /\\(?:vec|overrightarrow|mathbf)|\u20d7|ve[ck]tor/i
const MIXED = /\d\s*\\[dt]?frac\s*(?:\{\s*(\d+)\s*\}|(\d))\s*(?:\{\s*(\d+)\s*\}|(\d))/g
const COMMA = /\d,\d/
/** 0,8², 2,5x, 3·0,2: the comma stands in a number, for it is reckoned with. */
const DECIMAL =
  /[·*×+−/:-]\s*\d+,(?:\d{1,2}|\d{4,})(?![\d,])|(?<![\d,([{])\d+,(?:\d{1,2}|\d{4,})\s?(?:[·*×/²³^]|[a-z]\b)/
const REWRITINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\{,\}(?=\d{3}(?!\d))/g, ''],
  [/(?<=\d)!=/g, '! ='],
]

/** Every way in which such marks of a working can be read, the likeliest first: a line is wrong only if it is so in each. */
export function workingReadings(lines: readonly string[]): readonly WorkingReading[] {
  const text = lines.join('\n')
  return choices(text).flatMap((columns) =>
    mixedNumbers(text).flatMap((improper) =>
      commasIn(text).flatMap((commas) =>
        rewritings(text).map((rewritten) => ({ columns, improper, commas, rewritten })),
      ),
    ),
  )
}

const alternatives = (possible: boolean): readonly boolean[] => (possible ? [false, true] : [false])

const commasIn = (text: string): readonly WorkingReading['commas'][] =>
  DECIMAL.test(text) ? ['sure'] : alternatives(COMMA.test(text))

/** None of them, and all that apply. */
function rewritings(text: string): readonly (typeof REWRITINGS)[] {
  const possible = REWRITINGS.filter(([pattern]) => text.search(pattern) >= 0)
  return possible.length > 0 ? [[], possible] : [[]]
}

function choices(text: string): readonly boolean[] {
  const count = text.match(CHOICE)?.length ?? 0
  if (count > 0 && isOfVectors(text)) return [true]
  // A sum of vectors is one, and no number.
  const sides = text.split(/[=\n]/).filter((side) => side.trim() !== '')
  const possible = VECTOR_PRODUCT.test(text) || sides.every((side) => side.includes('binom'))
  return alternatives(count > 1 && possible && !COUNTS.test(text))
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
