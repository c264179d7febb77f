import type { Piece } from './text-map.ts'

/** Words that stand together on the page: the text of neighbouring nodes that no block parts. */
export type Run = { block: HTMLElement; text: string; pieces: Piece[] }

/** Elements that do not part the words around them. */
export const INLINE: ReadonlySet<string> = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT G-EMOJI I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT TEXTAREA SELECT IFRAME OBJECT ASIDE-MARKS HEAD'.split(' '),
)

/**
 * Walks the text below `root` in the order of the page, run by run; null after each node that yields no run yet,
 * so that whoever walks can pace itself. Nodes may change between two steps: a walk whose place was removed ends.
 */
export function* pageRuns(root: Node, isSkipped: (element: HTMLElement) => boolean): Generator<Run | null> {
  const document = root.ownerDocument ?? globalThis.document
  let parted = false
  const isHidden = (node: Node) =>
    SKIPPED.has(node.nodeName) || (node instanceof HTMLElement && isSkipped(node))
  for (let node: Node | null = root; node; node = node.parentNode) if (isHidden(node)) return
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
    if (!isHidden(node)) return NodeFilter.FILTER_ACCEPT
    parted = true
    return NodeFilter.FILTER_REJECT
  })
  let run: Run | null = null
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const block = blockOf(node)
      if (run && (parted || run.block !== block)) {
        yield run
        run = null
      }
      parted = false
      if (block) {
        run ??= { block, text: '', pieces: [] }
        run.pieces.push({ node, from: 0, at: run.text.length, length: node.data.length })
        run.text += node.data
      }
    } else if (!INLINE.has(node.nodeName)) {
      parted = true
    }
    yield null
  }
  if (run) yield run
}

function blockOf(node: Text): HTMLElement | null {
  let element = node.parentElement
  while (element && INLINE.has(element.nodeName) && element.parentElement) element = element.parentElement
  return element instanceof HTMLElement ? element : null
}
