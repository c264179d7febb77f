import { FIELD_TEXT_LENGTH } from '../../shared/percepts/page-percept.ts'
import { FORMULA, formulaText } from './formula-text.ts'
import type { TextMap } from './text-map.ts'

/** Of a selection, which may be the whole page: 6 ms for the first look at it (Chromium 156, 2 loaded cores). */
const RANGE_LENGTH = 4000

type Look = { key: string; block: boolean; hidden: boolean; preserved: boolean }

/** Asking for the computed style of every element at every edit would be most of the cost of reading. */
const looks = new WeakMap<Element, Look>()

const BLANK = /^[ \t\n\r\f]/
/** Letters without width, which editors put where the caret could not stand otherwise. */
const UNSEEN = /^[\u200b\u2060\ufeff]/
/** Words with one space between them stay together: most text is one such run. */
const WORDS =
  /[\u200b\u2060\ufeff]+|[^ \t\n\r\f\u200b\u2060\ufeff]+(?: [^ \t\n\r\f\u200b\u2060\ufeff]+)*|[ \t\n\r\f]+/g
const LINES = /\n|[\u200b\u2060\ufeff]+|[^\n\u200b\u2060\ufeff]+/g
/** What stands in an editor and is no text of it. */
const NO_TEXT = /^(?:script|style|template|button|select|textarea|svg|object|iframe)$/

/**
 * The text of an editor as the person sees it: a line for each line, white space as it is shown, raised and
 * lowered letters as ^{…} and _{…}. Stops a little beyond FIELD_TEXT_LENGTH, or RANGE_LENGTH.
 * @param range what of it is read, where that is not all
 */
export function editableText(host: Element, range: Range | null = null): TextMap {
  const reader = new EditableReader(range)
  reader.readChildren(host)
  return reader.finish()
}

class EditableReader {
  private readonly map: TextMap = { text: '', pieces: [] }
  /** A block began or ended: whatever comes next stands on a line of its own. */
  private newLine = false
  /** Kept beside the text: to look at the end of a string that is being put together makes it be copied. */
  private atBreak = true
  /** White space that shows only if something follows it on its line. */
  private space: { node: Text; from: number } | null = null
  /** A line break that ends its block only makes room for the caret and shows nothing. */
  private endsWithBreak = false
  private readonly range: Range | null

  constructor(range: Range | null) {
    this.range = range
  }

  readChildren(parent: Element): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (this.map.text.length > (this.range ? RANGE_LENGTH : FIELD_TEXT_LENGTH)) return
      if (this.range?.intersectsNode(node) === false) continue
      if (node instanceof Text) this.readText(node, parent)
      else if (node instanceof Element) this.readElement(node)
    }
  }

  finish(): TextMap {
    if (this.endsWithBreak) this.map.text = this.map.text.slice(0, -1)
    return this.map
  }

  private readElement(element: Element): void {
    const name = element.localName
    if (name === 'br') return this.lineBreak()
    const look = lookOf(element)
    if (look.hidden) return
    const formula = element.matches(FORMULA) ? formulaText(element) : null
    if (formula !== null) return this.write(formula, null, 0)
    if (look.block) this.boundary()
    const script = name === 'sup' ? '^{' : name === 'sub' ? '_{' : ''
    if (script) this.write(script, null, 0)
    const before = this.map.text.length
    this.readChildren(element)
    if (script && this.map.text.length === before) this.map.text = this.map.text.slice(0, -script.length)
    else if (script) this.write('}', null, 0)
    if (look.block) this.boundary()
  }

  private readText(node: Text, parent: Element): void {
    const preserved = lookOf(parent).preserved
    const from = node === this.range?.startContainer ? this.range.startOffset : 0
    const to = node === this.range?.endContainer ? this.range.endOffset : node.data.length
    for (const { 0: run, index: at } of node.data.slice(from, to).matchAll(preserved ? LINES : WORDS)) {
      const index = from + at
      if (preserved && run === '\n') this.lineBreak()
      else if (UNSEEN.test(run)) this.stand()
      else if (preserved || !BLANK.test(run)) this.write(run.replaceAll('\u00a0', ' '), node, index)
      else if (!this.atLineStart()) this.space ??= { node, from: index }
    }
  }

  private write(text: string, node: Text | null, from: number): void {
    if (text === '') return
    this.stand()
    if (this.space) this.place(' ', this.space.node, this.space.from)
    this.space = null
    this.place(text, node, from)
  }

  /** There is a line here, even if nothing can be seen on it. */
  private stand(): void {
    if (this.newLine) this.map.text += '\n'
    this.newLine = false
    this.atBreak = false
    this.endsWithBreak = false
  }

  private place(text: string, node: Text | null, from: number): void {
    if (node) this.map.pieces.push({ node, from, at: this.map.text.length, length: text.length })
    this.map.text += text
    this.atBreak = text.endsWith('\n')
  }

  private lineBreak(): void {
    if (this.newLine) this.map.text += '\n'
    this.newLine = false
    this.space = null
    this.map.text += '\n'
    this.atBreak = true
    this.endsWithBreak = true
  }

  private boundary(): void {
    this.space = null
    if (this.atLineStart()) return
    this.newLine = true
    this.endsWithBreak = false
  }

  private atLineStart(): boolean {
    return this.newLine || this.atBreak
  }
}

function lookOf(element: Element): Look {
  const key = `${element.className} ${element.getAttribute('style') ?? ''}`
  const known = looks.get(element)
  if (known?.key === key) return known
  const style = getComputedStyle(element)
  const look = {
    key,
    block: !/^(?:inline|contents|ruby)/.test(style.display),
    hidden:
      style.display === 'none' ||
      element.getAttribute('aria-hidden') === 'true' ||
      NO_TEXT.test(element.localName) ||
      isOrnament(element, style),
    preserved: style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces',
  }
  looks.set(element, look)
  return look
}

/** What can be neither edited nor selected is no text: placeholders, handles, numbers of lines. A formula is. */
function isOrnament(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.userSelect === 'none' &&
    element instanceof HTMLElement &&
    !element.isContentEditable &&
    element.querySelector('math') === null
  )
}
