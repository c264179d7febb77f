/** Most claims of one answer that are checked, and the longest line (UTF-16 units). */
const CLAIMS = 12
const LINE = 500

const FORMULA = /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\$([^$\n]+?)\$|\\\(([\s\S]+?)\\\)/gu
/** A line of prose that is an equation whole, perhaps in a list or in bold; words of three letters are prose. */
const BARE = /^(?:[-*+] |\d+[.)] )?\**([^=≈]*[=≈].*)$/u
const WORD = /(?<!\\)\b(?!sin|cos|tan|log|exp|sqrt|lim|mod)\p{L}{3,}/iu
/** An equation of numbers alone, within a sentence. */
const NUMBERS =
  /(?<![\w.,^(])[\d(−-][\d \t.,()+−\-*×·:/÷^²³√%]{0,100}= ?[−-]?\d[\d.,]{0,20}(?<![.,])(?![\w^(])/gu

/**
 * What an answer in Markdown claims by equations: each is a working of lines for the checker. Lines that follow one
 * another are one derivation; an equation of numbers stands on its own. Code is no claim.
 */
export function answerClaims(markdown: string): string[][] {
  const text = markdown.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`/gu, ' ')
  const claims: string[][] = []
  let derivation: string[] = []
  const end = () => {
    if (derivation.length > 0) claims.push(derivation)
    derivation = []
  }
  for (const block of blocksOf(text)) {
    if (block.kind === 'lines') derivation.push(...block.lines)
    else if (block.lines.length > 0) {
      end()
      claims.push(...block.lines.map((line) => [line]))
    } else if (block.prose) end()
  }
  end()
  return claims
    .filter((lines) => lines.every((line) => line.length <= LINE))
    .filter((lines) => lines.length > 1 || isOfNumbers(lines[0] ?? ''))
    .slice(0, CLAIMS)
}

interface Block {
  /** lines: equations that stand on lines of their own; within: equations of numbers within prose. */
  kind: 'lines' | 'within'
  lines: string[]
  prose: boolean
}

function blocksOf(text: string): Block[] {
  // A formula of several lines becomes one line again, so that text can be read line by line.
  const whole = text.replaceAll(FORMULA, (formula) => formula.replaceAll(/\s+/gu, ' '))
  return whole.split('\n').map((line): Block => {
    const formulas = [...line.matchAll(FORMULA)].map(
      (match) => match.slice(1).find((group) => group !== undefined) ?? '',
    )
    const around = line.replaceAll(FORMULA, ' ').replaceAll(/[\s.,;:*+\-–⇒→]|\d+[.)]/gu, '')
    if (formulas.length > 0 && around === '')
      return { kind: 'lines', lines: formulas.flatMap(linesOf), prose: false }
    if (formulas.length > 0)
      return { kind: 'within', lines: formulas.flatMap(linesOf).filter(isOfNumbers), prose: true }
    const bare = BARE.exec(line.trim().replaceAll(/\s+/gu, ' '))?.[1]?.replace(/\**[.,;]?\**$/u, '')
    if (bare !== undefined && !WORD.test(bare)) return { kind: 'lines', lines: [bare.trim()], prose: false }
    return {
      kind: 'within',
      lines: [...line.matchAll(NUMBERS)].map(([found]) => found.trim()),
      prose: line.trim() !== '',
    }
  })
}

/** The lines of a formula, an environment of several taken apart. */
function linesOf(formula: string): string[] {
  return formula
    .replaceAll(/\\(?:begin|end)\{(?:aligned|align\*?|gather(?:ed)?\*?|split)\}/gu, ' ')
    .split(/\\\\(?:\[[^\]]*\])?/u)
    .map((line) => line.replaceAll('&', ' ').replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
}

/** An equation without a variable: it is true or false by itself. */
function isOfNumbers(line: string): boolean {
  const bare = line.replaceAll(
    /\\(?:frac|dfrac|tfrac|sqrt|cdot|times|div|left|right|pi|approx|,|;|!)(?![a-z])/giu,
    ' ',
  )
  return /[=≈]/u.test(line) && /\d/u.test(line) && !/\p{L}/u.test(bare)
}
