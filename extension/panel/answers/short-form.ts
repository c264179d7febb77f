import { blockText } from './block-text.ts'
import type { Block } from './read-markdown.ts'

/** Of a panel of 360 px. */
const LINE = 44
const LINES = 6
/** A rest of so few lines is shown too: unfolding it would take more than reading it. */
const REST = 3

/**
 * What is shown of an answer first: its first blocks, about six lines, and whether that leaves something out. Where it
 * goes on with quotes they are shown too, and extracts are shown whole: what is quoted is all that they say.
 */
export function shortForm(
  blocks: readonly Block[],
  by: 'model' | 'extracts' | null,
): { first: readonly Block[]; more: boolean } {
  if (by === 'extracts') return { first: blocks, more: false }
  const sizes = blocks.map(linesOf)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total <= LINES + REST) return { first: blocks, more: false }
  const first: Block[] = []
  let left = LINES
  for (const [index, block] of blocks.entries()) {
    const size = sizes[index] ?? 0
    if (size <= left || block.kind === 'quote') {
      first.push(block)
      left -= size
      continue
    }
    const part = beginning(block, left)
    if (part !== null) first.push(part)
    // A first paragraph is shown whole, however long; a heading says nothing without what follows it.
    else if (first.every(({ kind }) => kind === 'heading')) {
      first.push(block)
      left -= size
      if (left > 0 && block.kind === 'heading') continue
    }
    break
  }
  return { first, more: first.length < blocks.length || first.at(-1) !== blocks[first.length - 1] }
}

function linesOf(block: Block): number {
  return blockText(block)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0)
}

/** The first items of a list, the first rows of a table; null of what is not cut. */
function beginning(block: Block, lines: number): Block | null {
  if (block.kind !== 'list' && block.kind !== 'table') return null
  const parts = block.kind === 'list' ? block.items.length : block.rows.length
  let count = 0
  const part = (count: number): Block =>
    block.kind === 'list'
      ? { ...block, items: block.items.slice(0, count) }
      : { ...block, rows: block.rows.slice(0, count) }
  while (count < parts && linesOf(part(count + 1)) <= lines) count += 1
  return count > 0 ? part(count) : null
}
