import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { drawSelection, EditorView, keymap } from '@codemirror/view'

new EditorView({
  parent: document.querySelector('#working') ?? document.body,
  extensions: [
    history(),
    drawSelection(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({ 'aria-labelledby': 'working-label' }),
  ],
})
