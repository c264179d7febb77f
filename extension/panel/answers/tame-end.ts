/** What has not ended within this many units was no formula or link. */
const LONGEST = 500
/** As much of a paragraph is looked at. */
const PARAGRAPH = 4_000
const FENCE = /^ {0,3}(`{3,}|~{3,})/
/** A line of signs alone may be the beginning of anything: a rule, a list, a fence, a heading. */
const SIGNS = /^[ \t]*(?:[-=*+_#>|`~:\\$]+|\d{1,9}[.)])[ \t]*$/
/** `$5 and` was money. */
const MONEY = /^\$(?:[\s$]|\d[\d.,]*\s+[a-zA-Z]{2,})/

/**
 * Markdown of which more is to come, without what is half there: a formula, a link or a row of a table that has not
 * ended is held back, emphasis is closed. Code is shown as it comes.
 */
export function tameEnd(text: string): string {
  const lines = text.split('\n')
  let fence: string | null = null
  /** First line after the last empty one outside code. */
  let paragraph = 0
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1]
    if (fence === null && mark !== undefined) fence = mark
    else if (fence !== null) {
      if (mark === undefined || !mark.startsWith(fence)) continue
      fence = null
      paragraph = index + 1
    } else if (line.trim() === '' && index < lines.length - 1) paragraph = index + 1
  }
  const last = lines.at(-1) ?? ''
  if (fence !== null)
    return lines.length > 1 && /^ {0,3}[`~]+$/.test(last) ? lines.slice(0, -1).join('\n') : text
  if (SIGNS.test(last)) lines.pop()
  const before = lines.slice(0, paragraph)
  const open = withoutOpenDisplay(before, lines.slice(paragraph).join('\n'))
  if (open.cut) return open.text
  const ending = withoutHead(open.text)
  const from = Math.max(0, ending.length - PARAGRAPH)
  return [...before, ending.slice(0, from) + tameParagraph(ending.slice(from))].join('\n')
}

/** A formula in `$$` or `\[` may hold empty lines, so it is looked for from a few paragraphs before. */
function withoutOpenDisplay(before: readonly string[], rest: string): { cut: boolean; text: string } {
  const text = [...before, rest].join('\n')
  const from = Math.max(0, text.length - 4 * LONGEST)
  for (const [open, close] of [
    ['$$', '$$'],
    ['\\[', '\\]'],
  ] as const) {
    let at = text.indexOf(open, from)
    while (at >= 0) {
      const end = text.indexOf(close, at + open.length)
      const own = text.lastIndexOf('\n', at) + 1
      if (end < 0 && text.slice(own, at).trim() === '') return { cut: true, text: text.slice(0, own) }
      if (end < 0) break
      at = text.indexOf(open, end + close.length)
    }
  }
  return { cut: false, text: rest }
}

/** The head of a table is one when the line below it has come. */
function withoutHead(paragraph: string): string {
  const [head = '', below, ...more] = paragraph.split('\n')
  if (!head.trimStart().startsWith('|') || more.length > 0) return paragraph
  return below === undefined || /^[ \t|:-]*$/.test(below) ? '' : paragraph
}

/** Goes through a paragraph once; what is open at its end is closed, or held back from where it began. */
function tameParagraph(text: string): string {
  const open: string[] = []
  let at = 0
  const cut = (from: number) => closed(text.slice(0, from), open)
  const tooLong = (from: number) => text.length - from > LONGEST
  while (at < text.length) {
    const rest = text.slice(at, at + LONGEST)
    const run = /^(?:`+|\*+|_+|~+)/.exec(rest)?.[0] ?? ''
    if (rest.startsWith('\\')) {
      const close = rest[1] === '(' ? '\\)' : rest[1] === '[' ? '\\]' : null
      const end = close === null ? at : text.indexOf(close, at + 2)
      if (rest.length === 1 || (end < 0 && !tooLong(at))) return cut(at)
      at = end > at ? end + 2 : at + 2
    } else if (run.startsWith('`')) {
      if (at + run.length === text.length) return cut(at)
      const end = text.indexOf(run, at + run.length)
      if (end < 0) return closed(text, [...open, run])
      at = end + run.length
    } else if (rest.startsWith('$')) {
      const fence = rest.startsWith('$$') ? '$$' : '$'
      const end = text.indexOf(fence, at + fence.length)
      if (end < 0 && !tooLong(at) && (fence === '$$' || !MONEY.test(rest))) return cut(at)
      at = end < 0 ? at + fence.length : end + fence.length
    } else if (rest.startsWith('[') || rest.startsWith('![')) {
      const end = linkEnd(rest)
      if (end === null && !tooLong(at)) return cut(at)
      at += end ?? 1
    } else if (rest.startsWith('<') && /^<[a-z]*:?[^\s>]*$/i.test(rest)) return cut(at)
    else if (run !== '') {
      const next = text[at + run.length]
      if (next === undefined) return cut(at)
      emphasis(open, run, text[at - 1] ?? ' ', next)
      at += run.length
    } else at += 1
  }
  return closed(text, open)
}

/** Where a link that begins here ends, or null where that has not come; 1: it is none. */
function linkEnd(rest: string): number | null {
  const close = rest.indexOf(']')
  if (close < 0 || rest.includes('\n\n')) return rest.includes('\n\n') ? 1 : null
  if (close === rest.length - 1) return /^\[[\d, ]+\]$/.test(rest) ? rest.length : null
  if (rest[close + 1] !== '(') return 1
  const end = rest.indexOf(')', close)
  return end < 0 ? null : end + 1
}

function emphasis(open: string[], run: string, before: string, after: string): void {
  const word = /[\p{L}\p{N}]/u
  if (run.startsWith('_') && word.test(before) && word.test(after)) return
  const opened = open.lastIndexOf(run)
  if (opened >= 0 && /\S/.test(before)) open.splice(opened)
  else if (/\S/.test(after)) open.push(run)
}

function closed(text: string, open: readonly string[]): string {
  if (open.length === 0) return text
  const trimmed = text.trimEnd()
  const last = open.at(-1) ?? ''
  // Nothing stands in it yet.
  if (trimmed.endsWith(last)) return closed(trimmed.slice(0, -last.length), open.slice(0, -1))
  return trimmed + [...open].reverse().join('')
}
