import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createEditor, type Descendant } from 'slate'
import { Editable, Slate, withReact } from 'slate-react'

const working = document.querySelector('#working')
if (working === null) throw new Error('The page has no place for the editor.')
const empty: Descendant[] = [{ children: [{ text: '' }] }]
const children = createElement(Editable, {
  'aria-labelledby': 'working-label',
  placeholder: 'One step on each line',
})
const editor = withReact(createEditor())
createRoot(working).render(createElement(Slate, { editor, initialValue: empty, children }))
