import { isShadowTree, shadowOf } from './shadow.ts'
import type { Piece } from './text-map.ts'

/**
 * Words that stand together on the page: the text of neighbouring nodes that no block parts. `block` is what holds
 * them: an element, or a shadow tree in which they lie bare.
 */
export type Run = { block: HTMLElement | ShadowRoot; text: string; pieces: Piece[] }

/** What a walk leaves out, and what it tells of on its way. */
export type Walk = {
  isSkipped(element: HTMLElement): boolean
  /** A shadow tree, before the text in it. */
  onTree?(tree: ShadowRoot): void
  /** A frame: a document of its own, which is not walked. */
  onFrame?(frame: HTMLIFrameElement): void
}

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
 * so that whoever walks can pace itself. A shadow tree is walked before the children of its host, wherever its slots
 * put them. Nodes may change between two steps: a walk whose place was removed ends.
 */
export function* pageRuns(root: Node, walk: Walk): Generator<Run | null> {
  const document = root.ownerDocument ?? globalThis.document
  let parted = false
  const isHidden = (node: Node) =>
    SKIPPED.has(node.nodeName) || (node instanceof HTMLElement && walk.isSkipped(node))
  for (let node: Node | null = root; node; node = around(node)) if (isHidden(node)) return
  const walkerOf = (tree: Node) =>
    document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
      if (node instanceof HTMLIFrameElement) walk.onFrame?.(node)
      if (!isHidden(node)) return NodeFilter.FILTER_ACCEPT
      parted = true
      return NodeFilter.FILTER_REJECT
    })
  /** The walks around the one that goes on now, each at the host of the next. */
  const outer: TreeWalker[] = []
  let walker = walkerOf(root)
  let run: Run | null = null
  for (let node: Node | null = walker.currentNode; node; ) {
    const tree = node instanceof HTMLElement ? shadowOf(node) : null
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
    } else if (tree || !INLINE.has(node.nodeName)) {
      parted = true
    }
    yield null
    if (tree) {
      walk.onTree?.(tree)
      outer.push(walker)
      walker = walkerOf(tree)
    }
    node = walker.nextNode()
    while (!node) {
      const back = outer.pop()
      if (!back) break
      walker = back
      parted = true
      node = walker.nextNode()
    }
  }
  if (run) yield run
}

function around(node: Node): Node | null {
  return isShadowTree(node) ? node.host : node.parentNode
}

function blockOf(text: Text): Run['block'] | null {
  let node = text.parentNode
  while (node && INLINE.has(node.nodeName) && node.parentNode) node = node.parentNode
  return node instanceof HTMLElement || (node && isShadowTree(node)) ? node : null
}
