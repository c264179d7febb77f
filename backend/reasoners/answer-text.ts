import { type Citable, sourceOf } from './citable.ts'
import { bearingSentence } from './citation.ts'
import type { NewPart } from './reason.ts'

export interface AnswerDoors {
  citable(n: number): Citable | undefined
  /** Whether an address may stand in the answer: the person, a page sent along or a search gave it. */
  mayShow(address: string): boolean
  /** Numbers whose source was shown already. */
  cited: Set<number>
}

/** How far a construct may reach (UTF-16 units) before it counts as text. */
const REACH = 2_000
/** Text before a citation in which its claim is looked for. */
const TAIL = 600

const CITATION = /^\[(\d{1,4}(?:\s*,\s*\d{1,4})*)(?:\s*:\s*["“”„«»'‘]([^\]\n]{1,400}?)["“”«»'’]\s*)?\]/u
const IMAGE = /^!\[([^\]\n]{0,1000})\](\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])?/u
const LINK = /^\[([^[\]\n]{0,1000})\]\(((?:[^()\n]|\([^()\n]*\)){0,2000})\)/u
const TARGET = /^\]\(((?:[^()\n]|\([^()\n]*\)){0,2000})\)/u
const DEFINITION = /^\[[^\]\n]{1,1000}\]:[ \t]*(\S+)[^\n]*\n/u
const MEDIA = /^<(?:img|image|picture|svg|source|video|audio|iframe|object|embed)\b[^>]*>/iu
const MAY_BE_MEDIA = /^<(?:[a-z]{0,2}|im|pi|sv|so|vi|au|if|ob|em)[^>]*$/iu
const ADDRESS = /^(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>`]*/iu
const ADDRESSES = /(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>`{}]*/giu
const BEGINNINGS = ['http://', 'https://', 'ftp://', 'www.', 'mailto:'] as const
/** Only at the margin: an indented one may end with its list item, where nobody would look for its end. */
const OPENS_CODE = /^(`{3,}|~{3,})[^`\n]*\n/u

/** What is done with the beginning of the held text: nothing before more has come, or `length` of it is used up. */
type Taken = 'wait' | { length: number; again?: string }

/**
 * A model's answer as it streams, made safe to show: citations become sources whose quotes really stand there, or
 * vanish; images and addresses that nobody gave become their words, outside of code blocks. A construct is held back
 * until it is whole, so no way of splitting it over parts gets through.
 */
export class AnswerText {
  readonly #doors: AnswerDoors
  #held = ''
  #tail = ''
  #parts: NewPart[] = []
  #ended = false
  /** What closes the code block that is open. */
  #code: RegExp | null = null

  constructor(doors: AnswerDoors) {
    this.#doors = doors
  }

  push(text: string): NewPart[] {
    this.#held += text
    return this.#takeAll()
  }

  end(): NewPart[] {
    this.#ended = true
    return this.#takeAll()
  }

  #takeAll(): NewPart[] {
    while (this.#held !== '') {
      const taken = this.#code === null ? this.#takeProse() : this.#takeCode(this.#code)
      if (taken === 'wait') break
      this.#held = (taken.again ?? '') + this.#held.slice(taken.length)
    }
    const parts = this.#parts
    this.#parts = []
    return parts
  }

  /** Whether more may still come that makes a construct of what is held. */
  #mayGrow(): boolean {
    return !this.#ended && this.#held.length <= REACH
  }

  #takeProse(): Taken {
    if (this.#atLineStart() && /^(?:`{3}|~{3})/u.test(this.#held)) {
      const line = OPENS_CODE.exec(this.#held)
      if (line?.[1] !== undefined) {
        this.#code = new RegExp(`^ {0,3}${line[1].charAt(0)}{${line[1].length},}[ \\t]*\\n?$`, 'u')
        return this.#say(line[0])
      }
      if (!this.#held.includes('\n') && this.#mayGrow()) return 'wait'
    }
    switch (this.#held.charAt(0)) {
      case '\\':
        return this.#takeEscape()
      case '`':
        return this.#takeInlineCode()
      case '$':
        return this.#takeFormula(this.#held.startsWith('$$') ? '$$' : '$')
      case '!':
        return this.#takeImage()
      case '[':
        return this.#takeBracket()
      case ']':
        return this.#takeTarget()
      case '<':
        return this.#takeTag()
      default:
        return this.#takeWords()
    }
  }

  #atLineStart(): boolean {
    return this.#tail === '' || this.#tail.endsWith('\n')
  }

  /** Of a code block line by line; a line that may become its end is held until it is whole. */
  #takeCode(closing: RegExp): Taken {
    const end = this.#held.indexOf('\n')
    const line = end === -1 ? this.#held : this.#held.slice(0, end + 1)
    if (this.#atLineStart()) {
      if (end === -1 && !this.#ended && /^ {0,3}[`~]*[ \t]*$/u.test(line)) return 'wait'
      if (closing.test(line)) this.#code = null
    }
    return this.#say(line)
  }

  /** `\(` and `\[` open a formula; any other escaped character stands for itself. */
  #takeEscape(): Taken {
    const pair = this.#held.slice(0, 2)
    if (pair.length === 1) return this.#ended ? this.#say(pair) : 'wait'
    if (pair === '\\(') return this.#takeFormula(pair, '\\)')
    if (pair === '\\[') return this.#takeFormula(pair, '\\]')
    return this.#say(/[!-/:-@[-`{-~]$/u.test(pair) ? pair : '\\')
  }

  /** In one line: what goes on in the next may be code here and none for who draws it. */
  #takeInlineCode(): Taken {
    const run = /^`+/u.exec(this.#held)?.[0] ?? '`'
    const line = this.#held.split('\n', 1)[0] ?? ''
    const whole = line.length === this.#held.length
    const span = new RegExp(`^${run}[^\`](?:.*?[^\`])??${run}(?!\`)`, 'u').exec(line)?.[0]
    const decided = span !== undefined && !(whole && span.length === line.length)
    if (!decided && whole && this.#mayGrow()) return 'wait'
    return this.#say(this.#withoutAddresses(span ?? run), (span ?? run).length)
  }

  /** To its end in the same paragraph; without one `open` is text. */
  #takeFormula(open: string, close = open): Taken {
    const paragraph = this.#held.split('\n\n', 1)[0] ?? ''
    if (paragraph === '$' && this.#mayGrow()) return 'wait'
    const end = paragraph.indexOf(close, open.length)
    if (end === -1 && paragraph.length === this.#held.length && this.#mayGrow()) return 'wait'
    if (end === -1) return this.#say(open)
    const formula = paragraph.slice(0, end + close.length)
    return this.#say(this.#withoutAddresses(formula), formula.length)
  }

  #takeImage(): Taken {
    const held = this.#held
    const image = IMAGE.exec(held)
    const isDecided =
      image?.[2] !== undefined || (image !== null && /^[^[(]/u.test(held.slice(image[0].length)))
    if (!isDecided && /^!(?:$|\[[^\n]*$)/u.test(held) && this.#mayGrow()) return 'wait'
    // "n![2]" is a factorial and its source.
    if (image === null || (image[2] === undefined && CITATION.test(image[0].slice(1)))) return this.#say('!')
    // Without a target nothing would be shown: only its definition could, and that is looked at by itself.
    return image[2] === undefined
      ? this.#instead(image[1] ?? '', image[0])
      : this.#blocked('image', image[0], image[1])
  }

  #takeBracket(): Taken {
    const held = this.#held
    const link = LINK.exec(held)
    if (link === null && /^\[[^\]\n]*(?:\]?$|\]\([^\n]*$|\]:[^\n]*$)/u.test(held) && this.#mayGrow())
      return 'wait'
    if (link?.[2] !== undefined)
      return this.#mayLink(link[2]) ? this.#say(link[0]) : this.#unlinked(link[2], link[0], link[1])
    if (this.#atLineStart()) {
      const definition = DEFINITION.exec(this.#ended ? `${held}\n` : held)
      if (definition?.[1] !== undefined && !this.#mayLink(definition[1]))
        return this.#unlinked(definition[1], definition[0], '')
    }
    const citation = CITATION.exec(held)
    if (citation?.[1] === undefined || /[\p{L}\p{N}_)}]$/u.test(this.#tail)) return this.#say('[')
    return this.#cite(citation[1], citation[2] ?? null, citation[0])
  }

  /** `](…)` after a label that was too long, or that held an image. */
  #takeTarget(): Taken {
    const target = TARGET.exec(this.#held)
    if (target?.[1] === undefined)
      return /^\](?:$|\([^\n]*$)/u.test(this.#held) && this.#mayGrow() ? 'wait' : this.#say(']')
    return this.#mayLink(target[1]) ? this.#say(target[0]) : this.#unlinked(target[1], target[0], '')
  }

  #takeTag(): Taken {
    const media = MEDIA.exec(this.#held)
    if (media !== null) return this.#blocked('image', media[0], '')
    return MAY_BE_MEDIA.test(this.#held) && this.#mayGrow() ? 'wait' : this.#say('<')
  }

  /** Text up to the next character that may begin something. */
  #takeWords(): Taken {
    const held = this.#held
    const lower = held.toLowerCase()
    if (!this.#ended && BEGINNINGS.some((beginning) => beginning.startsWith(lower))) return 'wait'
    const address = ADDRESS.exec(held)?.[0]
    if (address !== undefined) return this.#takeAddress(address)
    return this.#say(/^.[^\\`$!\][<hfwm\n]*/isu.exec(held)?.[0] ?? held.charAt(0))
  }

  #takeAddress(whole: string): Taken {
    if (whole.length === this.#held.length && this.#mayGrow()) return 'wait'
    const address = whole.replace(/[)\].,;:!?'"*_~]+$/u, '')
    // "www." alone is no address.
    if (!/[./:]./u.test(address)) return this.#say(whole.charAt(0))
    return this.#say(this.#withoutAddresses(address), address.length)
  }

  #withoutAddresses(text: string): string {
    return text.replaceAll(ADDRESSES, (address) => {
      if (this.#doors.mayShow(address)) return address
      if (/(?:\/\/|www\.|mailto:)[^\s.,;:!?)]/iu.test(address))
        this.#parts.push({ kind: 'blocked', what: 'address' })
      return URL.canParse(address) ? new URL(address).hostname.replace(/^(?:www\.)+/u, '') : '…'
    })
  }

  #mayLink(target: string): boolean {
    const bare = target.trim().replace(/\s+["'(].*$/su, '')
    return this.#doors.mayShow(bare.replace(/^<(.*)>$/u, '$1'))
  }

  /** Numbers with a source stay, others vanish; the same source is shown once. */
  #cite(numbers: string, quoted: string | null, whole: string): Taken {
    const claim = lastSentence(this.#tail)
    const borne = numbers.split(',').flatMap((digits) => {
      const citable = this.#doors.citable(Number(digits))
      const quote = citable && bearingSentence(citable.text, claim, quoted)
      const source = citable && typeof quote === 'string' ? sourceOf(citable, quote) : null
      if (source === null) return []
      if (!this.#doors.cited.has(source.n)) this.#parts.push({ kind: 'source', source })
      this.#doors.cited.add(source.n)
      return [`[${source.n}]`]
    })
    return borne.length === 0 ? this.#instead('', whole) : this.#say(borne.join(''), whole.length)
  }

  /** A target that leads nowhere by itself ("f[g](x)") was no link, so that none was blocked. */
  #unlinked(target: string, whole: string, words = ''): Taken {
    const leads = /[:&\\]|\/\/|^\s*<?www\./iu.test(target)
    return leads ? this.#blocked('address', whole, words) : this.#instead(words, whole)
  }

  #blocked(what: 'image' | 'address', whole: string, words = ''): Taken {
    this.#parts.push({ kind: 'blocked', what })
    return this.#instead(words, whole)
  }

  /** Words in place of what is left out: read like any others, and apart from those before ("ht" must not meet "tps:"). */
  #instead(words: string, whole: string): Taken {
    const apart = /\S$/u.test(this.#tail) && !/\[\d+\]$/u.test(this.#tail) ? ' ' : ''
    return { length: whole.length, again: apart + words }
  }

  #say(text: string, length = text.length): Taken {
    const last = this.#parts.at(-1)
    if (last?.kind === 'text') last.text += text
    else if (text !== '') this.#parts.push({ kind: 'text', text })
    this.#tail = (this.#tail + text).slice(-TAIL)
    return { length }
  }
}

/** What a citation at the end of `text` is about. */
function lastSentence(text: string): string {
  const claims = text
    .replaceAll(/\[\d+\]/gu, ' ')
    .split(/(?<=[.!?:])\s+|\n+/u)
    .filter((claim) => /\p{L}{2}|\p{N}/u.test(claim))
  return claims.at(-1) ?? ''
}
