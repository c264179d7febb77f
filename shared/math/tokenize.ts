import { FUNCTION_NAMES, letter, readLetterRun } from './letter-run.ts'
import { GROUPED, indexLength, numberLength, specialNumber } from './read-number.ts'
import {
  CHARACTERS,
  COMMANDS,
  LAYOUT_COMMANDS,
  LOWERED,
  RAISED,
  SPELLINGS,
  TEXT_COMMANDS,
} from './symbols.ts'
import type { Token, TokenContent } from './token.ts'
import { UNIT_NAMES } from './units.ts'

/** Layout that carries no meaning: `$`, `&`, spacing commands, zero-width characters, currency signs. */
const IGNORED = /^(?:[$&~£€\u200b-\u200f\u2060-\u2064\ufeff]|\\[,;:! ]|\\[()[\]]|\\q?quad)/
const DERIVATIVE =
  /^(?:\\[dt]?frac\s*\{\s*(?:\\mathrm\{d\}|d)(?:\^\{?(\d)\}?)?\s*([a-zA-Z]?)\s*\}\s*\{\s*(?:\\mathrm\{d\}|d)\s*([a-zA-Z])(?:\^\{?\d\}?)?\s*\}|d(?:\^?(\d)|(²))?([a-zA-Z]?)\s?\/\s?d([a-zA-Z])(?:\^?\d|²)?(?![a-zA-Z]))/

/**
 * How a comma between digits is to be read: as the decimal point, or as a separator. Before three digits it parts
 * thousands where it can (not in 0,125 or 1157,625), unless it is `always` the decimal point.
 */
export type TokenReading = {
  decimalComma: boolean | 'always'
  /** Whether a point before three digits parts thousands (1.000), as where the comma is the decimal sign. */
  pointGroups: boolean
  /** The letter e is a variable, and 8e+5 no power of ten. */
  eIsVariable?: boolean
}

export const mayHavePointGroups = (text: string): boolean =>
  /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/.test(text)

/**
 * One line as tokens: plain text, Unicode and LaTeX in any mixture. Every character becomes part of a token
 * or is layout; nothing throws. Linear in the length of the line.
 */
export function tokenize(line: string, reading: TokenReading): Token[] {
  const tokens: Token[] = []
  let at = 0
  let space = false
  const push = (content: TokenContent, length: number): void => {
    tokens.push({ ...content, start: at, end: at + length, space })
    at += length
    space = false
  }
  while (at < line.length) {
    const rest = line.slice(at, at + 80)
    const char = String.fromCodePoint(line.codePointAt(at) ?? 32)
    if (/^\s/.test(rest)) {
      at++
      space = true
      continue
    }
    if (char === '&' && inMatrix(tokens)) {
      push({ type: 'separator', text: '&' }, 1)
      continue
    }
    const ignored = IGNORED.exec(rest)
    if (ignored) {
      at += ignored[0].length
      space = space || /^\\/.test(ignored[0]) || ignored[0] === '~'
      continue
    }
    const derivative = DERIVATIVE.exec(rest)
    if (derivative && !/[a-zA-Z]$/.test(line.slice(0, at))) {
      const [whole, order, of, by, plainOrder, square, plainOf, plainBy] = derivative
      const times = Number(order ?? plainOrder ?? (square ? 2 : 1))
      const name = of || plainOf || null
      push({ type: 'derivative', of: name, by: by ?? plainBy ?? 'x', order: times }, whole.length)
      continue
    }
    const special = specialNumber(rest, tokens.at(-1), reading.eIsVariable)
    if (special) {
      push(special.content, special.length)
      continue
    }
    if (/^[\d.]/.test(rest)) {
      const index = indexLength(rest, tokens, space)
      const symbol = tokens.at(-1)
      if (index > 0 && symbol?.type === 'symbol') {
        symbol.name += `_${rest.slice(0, index)}`
        symbol.end += index
        at += index
        continue
      }
      const length = numberLength(rest, line, at, tokens, reading)
      if (length > 0) {
        const grouped = reading.pointGroups && GROUPED.exec(rest)?.[0].length === length
        const written = rest.slice(0, length)
        const text = (grouped ? written.replaceAll('.', '').replace(',', '.') : written)
          .replace(decimalIn(reading), reading.decimalComma || rest.includes('{,}') ? '.' : '')
          .replace(/\\,|[,\s ]/g, '')
        push({ type: 'number', text: text.startsWith('.') ? `0${text}` : text }, length)
        continue
      }
    }
    const raised = takeWhile(rest, RAISED)
    if (raised) {
      push({ type: 'raised', text: raised }, raised.length)
      continue
    }
    const lowered = takeWhile(rest, LOWERED)
    if (lowered) {
      const before = tokens.at(-1)
      if (before?.type === 'symbol') {
        before.name += `_${lowered}`
        before.end += lowered.length
        at += lowered.length
      } else {
        push({ type: 'operator', text: '_' }, 0)
        push({ type: 'number', text: lowered }, lowered.length)
      }
      continue
    }
    if (char === '\\') {
      // \left( stands as close to what is before it as a bracket alone.
      const apart = space || !/^\\(?:left|right)(?![a-z])/.test(rest)
      readCommand(line, at, push, (length) => {
        at += length
        space = apart
      })
      continue
    }
    // "4 +- sqrt(13)" means ±; "5+-3" adds a negative number.
    if (/^\+[-−–](?:\s|\s*(?:\\?sqrt|√))/.test(rest) && tokens.length > 0) {
      push({ type: 'operator', text: '±' }, 2)
      continue
    }
    const spelling = SPELLINGS.find(([text]) => rest.startsWith(text))
    if (spelling) {
      push(spelling[1], spelling[0].length)
      continue
    }
    const run = /^[a-zA-Z]+/.exec(rest)?.[0]
    if (run) {
      // No symbol has an umlaut or an accent: "Länge" is one word, not L and a rest.
      const accented = /^[a-zA-Z]+[À-ÖØ-öø-ÿ][a-zA-ZÀ-ÖØ-öø-ÿ]*/.exec(rest)?.[0]
      if (accented) {
        push({ type: 'word', text: accented }, accented.length)
        continue
      }
      // An apostrophe inside prose ("don't", "let's") is no derivative.
      const prose = /^[a-zA-Z]+['’][a-zA-Z]+/.exec(rest)?.[0]
      if (prose && run.length > 1) {
        push({ type: 'word', text: prose }, prose.length)
        continue
      }
      for (const { length, ...content } of readRun(run, tokens, rest, line, at, space)) push(content, length)
      continue
    }
    const known = CHARACTERS[char]
    if (char === '″') {
      push({ type: 'operator', text: "'" }, 0)
      push({ type: 'operator', text: "'" }, 1)
    } else if (known) push(known, char.length)
    else if (/^\p{Script=Greek}/u.test(char)) push({ type: 'symbol', name: char }, char.length)
    else if (/^\p{L}/u.test(char)) {
      const word = /^\p{L}+/u.exec(rest)?.[0] ?? char
      push({ type: 'word', text: word }, word.length)
    } else push({ type: 'other', text: char }, char.length)
  }
  return tokens
}

type Push = (content: TokenContent, length: number) => void

const decimalIn = ({ decimalComma }: TokenReading): RegExp =>
  decimalComma === 'always' ? /\{,\}|,/ : /\{,\}|(?<=^0|\d{4}),|,(?!\d{3}(?!\d))/

function readCommand(line: string, at: number, push: Push, skip: (length: number) => void): void {
  const rest = line.slice(at, at + 200)
  const name = /^\\([a-zA-Z]+)/.exec(rest)?.[1]
  if (name === undefined) {
    const sign = rest.charAt(1)
    if (sign === '{') return push({ type: 'open', text: '\\{' }, 2)
    if (sign === '}') return push({ type: 'close', text: '\\}' }, 2)
    if (sign === '%') return push({ type: 'operator', text: '%' }, 2)
    if (sign === '\\') return push({ type: 'separator', text: ';' }, 2)
    if (sign === '|') return push({ type: 'bar' }, 2)
    return push({ type: 'other', text: '\\' }, 1)
  }
  const length = name.length + 1
  if (TEXT_COMMANDS.has(name)) return readText(rest, length, push, skip)
  const matrix = /^\\(begin|end)\s*\{([pbvBV]|small)?(?:matrix|array)\*?\}(?:\s*\{[clr|\s]*\})?/.exec(rest)
  if (matrix?.[1] === 'end') return push({ type: 'matrix-end' }, matrix[0].length)
  if (matrix) return push({ type: 'matrix', bars: matrix[2]?.toLowerCase() === 'v' }, matrix[0].length)
  if (name === 'begin' || name === 'end')
    return skip(length + (/^\s*\{[^}]*\}/.exec(rest.slice(length))?.[0].length ?? 0))
  if (LAYOUT_COMMANDS.has(name)) return skip(length + (/^\s*\./.exec(rest.slice(length))?.[0].length ?? 0))
  const content = COMMANDS.get(name)
  // MathQuill glues nothing, but people write \pix and \sinx: take the longest known beginning.
  if (!content) {
    for (let end = name.length - 1; end > 1; end--) {
      const begun = COMMANDS.get(name.slice(0, end))
      if (begun) return push(begun, end + 1)
    }
    return push({ type: 'word', text: `\\${name}` }, length)
  }
  push(content, length)
}

/** `\text{ or }`, `\operatorname{sin}`, `\mathrm{d}`: words, functions or single letters. */
function readText(rest: string, length: number, push: Push, skip: (length: number) => void): void {
  const braces = /^\*?\s*\{([^{}]*)\}/.exec(rest.slice(length))
  if (!braces) return skip(length)
  const inner = braces[1]?.trim() ?? ''
  const total = length + braces[0].length
  if (rest.startsWith('\\mathbb') && inner === 'R') return push({ type: 'reals' }, total)
  if (UNIT_NAMES.has(inner)) return push({ type: 'symbol', name: inner }, total)
  const called = FUNCTION_NAMES[inner]
  if (called) return push({ type: 'function', name: called }, total)
  if (/^[a-zA-Z]$/.test(inner)) return push(letter(inner), total)
  if (/^(or|oder|ou)$/i.test(inner)) return push({ type: 'or' }, total)
  if (/^(and|und|et)$/i.test(inner)) return push({ type: 'and' }, total)
  if (inner === '' || /^[\s,.;]*$/.test(inner)) return skip(total)
  push({ type: 'word', text: inner }, total)
}

function readRun(run: string, tokens: Token[], rest: string, line: string, at: number, space: boolean) {
  const before = tokens.at(-1)
  // "3 x 4" between numbers is a multiplication sign.
  if (run === 'x' && space && before?.type === 'number' && /^x\s+\d/.test(rest))
    return [{ type: 'operator', text: '*', length: 1 } as const]
  // AsciiMath: 3 xx 4, root(3)(8), oo.
  if (run === 'xx' && space && /^xx\s+[\d(a-z]/.test(rest) && before && isOperand(before))
    return [{ type: 'operator', text: '*', length: 2 } as const]
  if (run === 'int' && !space && before === undefined && /^int[\s_(]/.test(rest) && /\bd[a-z]\b/.test(line))
    return [{ type: 'integral', length: 3 } as const]
  if (run === 'root' && rest.charAt(4) === '(') return [{ type: 'root', index: 0, length: 4 } as const]
  if (run === 'oo' && before && !isOperand(before))
    return [{ type: 'constant', name: 'infinity', length: 2 } as const]
  if ((run === 'sum' || run === 'prod') && rest.charAt(run.length) === '_')
    return [{ type: 'series', operation: run === 'sum' ? 'sum' : 'product', length: run.length } as const]
  // "20% of 50", "½ of 8"
  if (
    (run === 'of' || run === 'von') &&
    before &&
    (before.type === 'vulgar' || before.type === 'close' || isPercent(before))
  )
    return [{ type: 'operator', text: '*', length: run.length } as const]
  const afterMath =
    before !== undefined &&
    !['word', 'or', 'and', 'other', 'separator', 'arrow'].includes(before.type) &&
    !(before.type === 'symbol' && space)
  const beforeWord = /^\s+[a-z]{3,}/i.test(line.slice(at + run.length, at + run.length + 20))
  return readLetterRun(run, { afterMath, beforeWord })
}

/** Whether a matrix begun among the tokens is still open. */
const inMatrix = (tokens: readonly Token[]): boolean => {
  const last = tokens.findLast((token) => token.type === 'matrix' || token.type === 'matrix-end')
  return last?.type === 'matrix'
}

const isOperand = (token: Token): boolean =>
  ['number', 'symbol', 'constant', 'close', 'raised', 'vulgar'].includes(token.type)

const isPercent = (token: Token): boolean => token.type === 'operator' && token.text === '%'

function takeWhile(rest: string, table: Readonly<Record<string, string>>): string {
  let text = ''
  for (const char of rest) {
    const plain = table[char]
    if (plain === undefined) break
    text += plain
  }
  return text
}
