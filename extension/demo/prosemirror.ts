import { baseKeymap } from '@tiptap/pm/commands'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { schema } from 'prosemirror-schema-basic'

new EditorView(document.querySelector('#working'), {
  state: EditorState.create({ schema, plugins: [history(), keymap(baseKeymap)] }),
  attributes: { 'aria-labelledby': 'working-label' },
})
