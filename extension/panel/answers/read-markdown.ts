import { Lexer, Marked, type Token, type Tokens, type TokensList } from 'marked'
import { decodeEntities } from './decode-entities.ts'

/** A stretch within a paragraph. No HTML and no image exists here: what is left of either is words. */
export type Inline =
  | { kind: 'words'; text: string }
  | { kind: 'formula'; latex: string; source: string; display: boolean }
  | { kind: 'strong' | 'em' | 'del'; inside: Inline[] }
  | { kind: 'code'; text: string }
  /** `address`: http(s) only; `host` is shown beside it. */
  | { kind: 'link'; address: string; host: string; inside: Inline[] }
  /** "[n]": the numbers of sources. */
  | { kind: 'cite'; ns: number[]; source: string }
  | { kind: 'break' }

export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  /** 1..6, as written. */
  | { kind: 'heading'; depth: number; inside: Inline[] }
  | { kind: 'code'; text: string; language: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' }

/** A block and the text it was read from; all of them, one after the other, are the whole text. */
export interface ReadBlock {
  raw: string
  /** null: an empty line. */
  block: Block | null
}

/** Nobody writes such a paragraph; marked takes time that grows with its square. */
const LONGEST_PARAGRAPH = 4_000
const DEEPEST = 8
const LONGEST_FORMULA = 2_000

/** As pandoc reads it: no space inside the dollars, no digit after, all on one line. */
const DOLLARS = /^\$(?!\s|\$)([^$\n]{1,300}?)(?<!\s|\\)\$(?!\d)/
const FENCED = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
] as const
const CITE = /^\[(\d{1,3}(?:, ?\d{1,3}){0,9})\](?!\()/

interface FormulaToken extends Tokens.Generic {
  latex: string
  display: boolean
}

function fencedFormula(text: string): FormulaToken | undefined {
  const fence = FENCED.find(({ open }) => text.startsWith(open))
  const end = fence === undefined ? -1 : text.indexOf(fence.close, fence.open.length)
  if (fence === undefined || end <= fence.open.length) return undefined
  const raw = text.slice(0, end + fence.close.length)
  return { type: 'formula', raw, latex: text.slice(fence.open.length, end), display: fence.display }
}

/** A formula that has its lines to itself. */
function formulaBlock(text: string): FormulaToken | undefined {
  const indent = /^ {0,3}/.exec(text)?.[0] ?? ''
  const formula = fencedFormula(text.slice(indent.length, LONGEST_FORMULA))
  const rest = formula && /^[^\S\n]*(?:\n|$)/.exec(text.slice(indent.length + formula.raw.length))
  return formula?.display && rest ? { ...formula, raw: indent + formula.raw + rest[0] } : undefined
}

const near = (text: string) => text.slice(0, LONGEST_FORMULA)
const found = (index: number) => (index < 0 ? undefined : index)

/** Raw HTML and definitions of links are no part of the language; formulas and citations are. */
const marked = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined, def: () => undefined },
  extensions: [
    {
      name: 'formula-block',
      level: 'block',
      // A paragraph ends only where there is one: marked looks at all that follows wherever it is told to stop.
      start: (text) => {
        const at = near(text).search(/\n {0,3}(?:\$\$|\\\[)/)
        return at < 0 || formulaBlock(text.slice(at + 1)) === undefined ? undefined : at + 1
      },
      tokenizer: formulaBlock,
    },
    {
      name: 'formula-inline',
      level: 'inline',
      start: (text) => found(near(text).search(/\$|\\[([]/)),
      tokenizer: (text) => {
        const match = DOLLARS.exec(text)
        if (match === null) return fencedFormula(text.slice(0, LONGEST_FORMULA))
        return { type: 'formula', raw: match[0], latex: match[1] ?? '', display: false }
      },
    },
    {
      name: 'cite',
      level: 'inline',
      start: (text) => found(near(text).indexOf('[')),
      tokenizer: (text) => {
        const match = CITE.exec(text)
        return match === null ? undefined : { type: 'cite', raw: match[0], numbers: match[1] ?? '' }
      },
    },
  ],
})

/** What is too long or too deep stays words, so that no text takes long or overflows the stack. */
class BoundedLexer extends Lexer {
  #depth = 0

  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    if (text.length <= LONGEST_PARAGRAPH && this.#depth < DEEPEST)
      return this.#deeper(() => super.inlineTokens(text, tokens))
    tokens.push({ type: 'text', raw: text, text })
    return tokens
  }

  override blockTokens(text: string, tokens?: Token[], clipped?: boolean): Token[]
  override blockTokens(text: string, tokens?: TokensList, clipped?: boolean): TokensList
  override blockTokens(text: string, tokens: Token[] = [], clipped?: boolean): Token[] {
    if (this.#depth < DEEPEST) return this.#deeper(() => super.blockTokens(text, tokens, clipped))
    tokens.push({ type: 'text', raw: text, text, tokens: [{ type: 'text', raw: text, text }] })
    return tokens
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1
    try {
      return read()
    } finally {
      this.#depth -= 1
    }
  }
}

/** Reads Markdown of strangers. Lines end in "\n". */
export function readMarkdown(text: string): ReadBlock[] {
  return new BoundedLexer(marked.defaults)
    .lex(text)
    .map((token) => ({ raw: token.raw, block: blockOf(token) }))
}

function blockOf(token: Token): Block | null {
  if (isFormula(token)) return { kind: 'paragraph', inside: [formulaOf(token)] }
  switch (token.type) {
    case 'space':
      return null
    case 'heading':
      return { kind: 'heading', depth: (token as Tokens.Heading).depth, inside: inlines(token) }
    case 'code': {
      const { text, lang = '' } = token as Tokens.Code
      return { kind: 'code', text, language: lang.slice(0, 40) }
    }
    case 'blockquote':
      return { kind: 'quote', blocks: blocks(token) }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List
      return {
        kind: 'list',
        start: ordered ? Number(start) || 1 : null,
        items: items.map((item) => (item.task ? withBox(blocks(item), item.checked === true) : blocks(item))),
      }
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const cells = (row: readonly Tokens.TableCell[]) => row.map(inlines)
      return { kind: 'table', head: cells(header), rows: rows.map(cells) }
    }
    case 'hr':
      return { kind: 'rule' }
    case 'checkbox':
      return null
    default:
      return { kind: 'paragraph', inside: inlines(token) }
  }
}

/** A task's box stands before its first words. */
function withBox([first, ...rest]: Block[], checked: boolean): Block[] {
  const box: Inline = { kind: 'words', text: checked ? '☑ ' : '☐ ' }
  return first?.kind === 'paragraph'
    ? [{ ...first, inside: [box, ...first.inside] }, ...rest]
    : [{ kind: 'paragraph', inside: [box] }, ...(first === undefined ? [] : [first]), ...rest]
}

function blocks({ tokens = [] }: { tokens?: Token[] }): Block[] {
  return tokens.map(blockOf).filter((block) => block !== null)
}

function inlines(token: { tokens?: Token[]; raw?: string; text?: string }): Inline[] {
  return token.tokens === undefined ? words(token.text ?? token.raw ?? '') : token.tokens.flatMap(inlineOf)
}

function inlineOf(token: Token): Inline[] {
  if (isFormula(token)) return [formulaOf(token)]
  switch (token.type) {
    case 'cite': {
      const ns = [
        ...new Set(
          String((token as Tokens.Generic).numbers)
            .split(',')
            .map(Number),
        ),
      ]
      return [{ kind: 'cite', ns, source: token.raw }]
    }
    case 'strong':
    case 'em':
    case 'del':
      return [{ kind: token.type, inside: inlines(token) }]
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return linkOf(token as Tokens.Link)
    case 'image':
      return words((token as Tokens.Image).text)
    case 'escape':
      return [{ kind: 'words', text: (token as Tokens.Escape).text }]
    default:
      return inlines(token)
  }
}

/** What is no web address is not followed: its words stay. */
function linkOf(token: Tokens.Link): Inline[] {
  const inside = inlines(token)
  const url = URL.canParse(token.href) ? new URL(token.href) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return inside
  // Without a name and a password, which could pass for a host.
  url.username = ''
  url.password = ''
  return [{ kind: 'link', address: url.href, host: url.host, inside }]
}

const isFormula = (token: Token): token is FormulaToken => token.type === 'formula'

function formulaOf({ latex, raw, display }: FormulaToken): Inline {
  return { kind: 'formula', latex: latex.trim(), source: raw.trim(), display }
}

function words(text: string): Inline[] {
  return text === '' ? [] : [{ kind: 'words', text: decodeEntities(text) }]
}
