import type { TextMap } from './text-map.ts'

/** An editor that is not read like a plain field: which elements it is, and how what it holds is read. */
export interface Site {
  /** Which editor, where one meets it, and why it needs a file of its own. */
  readonly description: string
  /** Page in `extension/demo` that is built with the real library. */
  readonly fixture: string
  /** A selector of the element that holds one editor, and how many of them the fixture shows. */
  readonly matches: { readonly selector: string; readonly expected: number }
  /** A text has lines; a formula is mostly one line, and neighbouring ones make a working. */
  readonly holds: 'text' | 'formula'
  /** What the editor holds, and where it stands in nodes, if it does; null when it cannot be read (yet). */
  read(editor: HTMLElement): TextMap | null
  /** Of a formula in several lines: the elements that draw each, from the top; none where that cannot be told. */
  rows?(editor: HTMLElement): Element[][]
}
