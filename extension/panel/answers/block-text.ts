import { plainFormula } from '../plain-formula.ts'
import type { Block, Inline } from './read-markdown.ts'

/** The words of stretches, as they are read out: formulas as they would be typed, no numbers of sources. */
function inlineText(inside: readonly Inline[]): string {
  return inside.reduce((text, each) => {
    // The number of a source stands after a blank that is not needed without it.
    return each.kind === 'cite' ? text.trimEnd() : text + stretchText(each)
  }, '')
}

function stretchText(stretch: Exclude<Inline, { kind: 'cite' }>): string {
  switch (stretch.kind) {
    case 'words':
    case 'code':
      return stretch.text
    case 'formula':
      return plainFormula(stretch.latex)
    case 'break':
      return '\n'
    case 'strong':
    case 'em':
    case 'del':
    case 'link':
      return inlineText(stretch.inside)
  }
}

/** The words of a block, a line for each paragraph, item or row. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.inside)
    case 'code':
      return block.text
    case 'quote':
      return block.blocks.map(blockText).join('\n')
    case 'list':
      return block.items.map((item) => item.map(blockText).join('\n')).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(', ')).join('\n')
    case 'rule':
      return ''
  }
}
