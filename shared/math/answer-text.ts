/** 0,375: one number. */
export const isDecimal = (text: string): boolean => /^\s*[-−]?\d+,\d+\s*(?:[a-z%°€].*)?$/.test(text)

/** 1/2x: the half of x, or one over 2x. */
export const isTwofold = (text: string): boolean => /[/÷]\s*\d+[a-zA-Z(]/.test(text)

/** Amounts of money are not converted. */
export const currencies = (text: string): string =>
  (text.match(/[€$£¢]|\bct\b|\bcents?\b/gi) ?? []).sort().join()

/** "the answer is 7", "Ergebnis: 7" */
const LEAD =
  /^\s*(?:(?:the|die|das) )?(?:final )?(?:answer|result|antwort|ergebnis|lösung)\s*(?:is|ist|:|=)\s+(?=\S)/i
const FLOOR = /(?:⌊|\\lfloor(?![a-z]))([^⌊⌋\\]*)(?:⌋|\\rfloor(?![a-z]))/gu
const CEILING = /(?:⌈|\\lceil(?![a-z]))([^⌈⌉\\]*)(?:⌉|\\rceil(?![a-z]))/gu
const NONE =
  /^\s*(?:there (?:is|are) )?(?:no|keine) (?:real |reelle )?(?:solutions?|Lösung(?:en)?)\s*\.?\s*$/i
const EVERY = /^\s*(?:all real numbers|alle reellen Zahlen)\s*\.?\s*$/i
const OF_TWO =
  /(?:\\(?:mathrm|operatorname|text)\{)?\b(lcm|kgV|gcd|hcf|ggT)\}?\s*\(\s*(\d{1,9})\s*[,;]\s*(\d{1,9})\s*\)/gi

/** What is said in words in signs: "no solution" as ∅, "all real numbers" as ℝ, lcm(4, 6) as 12. */
export const inSigns = (text: string): string =>
  text
    .replace(LEAD, '')
    .replace(FLOOR, 'floor($1)')
    .replace(CEILING, 'ceil($1)')
    .replace(NONE, '∅')
    .replace(EVERY, 'ℝ')
    .replace(OF_TWO, (_, name: string, a: string, b: string) => {
      const divisor = greatestDivisor(Number(a), Number(b))
      return String(/^(?:lcm|kgV)$/i.test(name) ? (Number(a) * Number(b)) / divisor : divisor)
    })

const greatestDivisor = (a: number, b: number): number =>
  b === 0 ? Math.max(1, a) : greatestDivisor(b, a % b)

const OF_WHOLE = /(?:sin|cos|tan)[^=]*(?:[nkm]\s*\\?(?:π|pi)|(?:π|pi)\s*[nkm](?![a-z]))/
const UNKNOWN_FUNCTION =
  /(?<![\p{L}\\{])(?:\\(?:operatorname\{)?)?(?:max|min|floor|ceil|gcd|lcm|sgn|sign|round|mod|arg|Re|Im|erf)\}?\s*(?:\\left)?\(/iu

/** max(a, b) is no point, and sin(nπ) is 0 if n is whole: that such an answer is another cannot be told. */
export const isOpen = (text: string): boolean => UNKNOWN_FUNCTION.test(text) || OF_WHOLE.test(text)
