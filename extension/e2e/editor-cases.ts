import type { EditorCase } from './editor-scenario.ts'

/** Every kind of editor that Aside reads, each on a page with the real thing in it. */
export const EDITOR_CASES: readonly EditorCase[] = [
  { name: 'a textarea', path: 'algebra.html', field: 'textarea', holds: 'text' },
  {
    name: 'a contenteditable',
    path: 'algebra-contenteditable.html',
    field: '[contenteditable]',
    holds: 'text',
  },
  { name: 'ProseMirror', path: 'prosemirror.html', field: '[contenteditable=true]', holds: 'text' },
  { name: 'TipTap', path: 'tiptap.html', field: '[contenteditable=true]', holds: 'text' },
  { name: 'Lexical', path: 'lexical.html', field: '[contenteditable=true]', holds: 'text' },
  { name: 'Quill', path: 'quill.html', field: '[contenteditable=true]', holds: 'text' },
  { name: 'Slate', path: 'slate.html', field: '[contenteditable=true]', holds: 'text' },
  { name: 'CodeMirror 6', path: 'codemirror.html', field: '.cm-content', holds: 'text' },
  { name: 'a list of inputs', path: 'input.html', field: 'main input', holds: 'list' },
  { name: 'a list of MathLive fields', path: 'mathlive.html', field: 'math-field', holds: 'list' },
  { name: 'a list of MathQuill fields', path: 'mathquill.html', field: '.mq-editable-field', holds: 'list' },
]
