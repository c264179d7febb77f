import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerRichText } from '@lexical/rich-text'
import { createEditor } from 'lexical'

const working = document.querySelector<HTMLElement>('#working')
if (working === null) throw new Error('The page has no place for the editor.')
working.contentEditable = 'true'
working.role = 'textbox'
working.setAttribute('aria-labelledby', 'working-label')
const editor = createEditor({
  namespace: 'worksheet',
  onError: (error) => {
    throw error
  },
})
editor.setRootElement(working)
registerRichText(editor)
registerHistory(editor, createEmptyHistoryState(), 300)
