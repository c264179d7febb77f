import { askMainWorld } from '../ask-main-world.ts'
import { editableText } from '../editable-text.ts'
import type { Site } from '../site.ts'
import type { TextMap } from '../text-map.ts'

export const codeMirror: Site = {
  description:
    'CodeMirror 6, the editor of notebooks, Overleaf and Markdown sites: of a long text only the lines near the window are in the DOM.',
  fixture: 'codemirror.html',
  matches: { selector: '.cm-content', expected: 1 },
  holds: 'text',
  read(editor) {
    // Where nothing is left out, the DOM says all.
    if (!editor.querySelector('.cm-gap')) return editableText(editor)
    const answer = askMainWorld(editor)
    return answer?.kind === 'text' ? { text: answer.text, pieces: piecesOf(editor, answer) } : null
  },
}

/** The lines that are there, as far as they say what the text says at their place. */
function piecesOf(
  editor: HTMLElement,
  { text, lines }: { text: string; lines: number[] },
): TextMap['pieces'] {
  return [...editor.querySelectorAll('.cm-line')].flatMap((line, index) => {
    const pieces: TextMap['pieces'] = []
    const walker = editor.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let at = lines[index] ?? text.length
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || !text.startsWith(node.data, at)) break
      pieces.push({ node, from: 0, at, length: node.data.length })
      at += node.data.length
    }
    return pieces
  })
}
