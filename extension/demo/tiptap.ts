import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

new Editor({
  element: document.querySelector('#working'),
  extensions: [StarterKit],
  editorProps: { attributes: { 'aria-labelledby': 'working-label' } },
})
