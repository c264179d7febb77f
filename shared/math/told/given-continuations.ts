import { claimOf, type Found, falseSide, found, sideOf, type ToldLine } from './given-line.ts'

/** A limit, an integral or a sum, whose value is known. */
const OPERATION = /\\?lim|∫|\\int|∑|Σ|\\sum/u
/** Lines between that say how the next one is reached. */
const HOW =
  /\b(?:factor\p{L}*|cancel\p{L}*|expand\p{L}*|simplif\p{L}*|pull\p{L}*|divid\p{L}*|multipl\p{L}*|rationali\p{L}*|l'h\p{L}*|hospital|bracket|square|binom\p{L}*|conjugat\p{L}*|kürz\p{L}*|ausklammern|erweiter\p{L}*|teilen|zähler|nenner|numerator|denominator|top|bottom|for x|für x|antiderivative|stammfunktion|power rule)(?!\p{L})|→|->|\\to/iu
const NOTE = /^\s*(?:put|let|set|with|mit|setze|sub)?\s*(?:[uvtzsw]'?\s*=|d[uvtzsw]\s*=|\\mathrm\{?d)/iu

/** Integrals and limits are worked out in floats. */
const APART = 1e-3

/** "= 1" right after a limit, an integral or a sum, or after notes on how it is worked out. */
export function falseContinuation(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const claim = claimOf(here)
  if (
    claim?.name !== '' ||
    /\b(?:area|fläche\p{L}*|betrag|absolute)(?!\p{L})/iu.test(
      [...above, here].map(({ plain }) => plain).join(' '),
    )
  )
    return null
  for (const line of [...above].reverse()) {
    // With the braces of LaTeX, which part a head from what stands under it.
    const raw = {
      ...line,
      plain: line.text.replace(/\$|\\(?:left|right|displaystyle)(?![a-z])/g, ' ').trim(),
    }
    const own = claimOf(raw)
    const last = own ? own.sides.at(-1) : sideOf(raw.plain)
    const jump = last && last.values.length === 0 ? sidesApart(last.text) : null
    if (jump) {
      const written = claim.sides.find(({ values }) => values.some(Number.isFinite))
      return written ? found(here, line.line, jump.text, jump.value, written) : null
    }
    const [value, ...others] = last?.values ?? []
    if (value !== undefined && others.length === 0 && last && OPERATION.test(last.text)) {
      if (!Number.isFinite(value) || !coversLine(raw, last.text)) return null
      const written = falseSide(claim, value)
      const far = written?.values.every((one) => Math.abs(one - value) > APART * Math.max(1, Math.abs(value)))
      return written && far ? found(here, line.line, last.text, value, written) : null
    }
    if (value !== undefined || own?.name === '' || (!HOW.test(line.plain) && !NOTE.test(line.plain)))
      return null
  }
  return null
}

/** lim_{x→0} |x|/x: from the left it is another one than from the right, and so it is none. */
function sidesApart(text: string): { text: string; value: number } | null {
  const at = /^(?:\\?lim_?\s*\{?\s*[a-z]\s*(?:→|->|\\to)\s*[-−]?\d+)(?=\s*\}?[^+\-−^⁺⁻\d.,])/u.exec(text)?.[0]
  if (at === undefined) return null
  const from = (sign: string): number =>
    sideOf(`${at}^${sign}${text.slice(at.length)}`).values[0] ?? Number.NaN
  const [left, right] = [from('-'), from('+')]
  if (!Number.isFinite(left) || !Number.isFinite(right) || Math.abs(left - right) < 0.01) return null
  return { text: `${at}^-${text.slice(at.length)}`, value: left }
}

/** The value was read from the whole of the line, and not from its beginning. */
function coversLine({ plain }: ToldLine, text: string): boolean {
  const rest = plain.slice(plain.lastIndexOf(text) + text.length)
  return plain.includes(text) && !/[\d=+·*/^)]|\\/.test(rest)
}
