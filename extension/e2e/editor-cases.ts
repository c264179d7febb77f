import type { EditorCase } from './editor-scenario.ts'

/** Every kind of editor that Aside reads, each on a page with the real thing in it. */
export const EDITOR_CASES: readonly EditorCase[] = [
  { name: 'a textarea', path: 'algebra.html', field: 'textarea', holds: 'text', ten: '-3²+19' },
  {
    name: 'a contenteditable',
    path: 'algebra-contenteditable.html',
    field: '[contenteditable]',
    holds: 'text',
    ten: '-3↑2↑+19',
  },
  {
    name: 'ProseMirror',
    path: 'prosemirror.html',
    field: '[contenteditable=true]',
    holds: 'text',
    ten: '19-3^2',
  },
  { name: 'TipTap', path: 'tiptap.html', field: '[contenteditable=true]', holds: 'text', ten: '−3²+19' },
  {
    name: 'Lexical',
    path: 'lexical.html',
    field: '[contenteditable=true]',
    holds: 'text',
    ten: '-3^2+root(3)(8)+17',
  },
  { name: 'Quill', path: 'quill.html', field: '[contenteditable=true]', holds: 'text', ten: '½·38−3²' },
  {
    name: 'Slate',
    path: 'slate.html',
    field: '[contenteditable=true]',
    holds: 'text',
    ten: '-3^{2}+\\frac{38}{2}',
  },
  { name: 'CodeMirror 6', path: 'codemirror.html', field: '.cm-content', holds: 'text', ten: '-3^2+19' },
  {
    name: 'a list of inputs',
    path: 'input.html',
    field: 'main input',
    holds: 'list',
    ten: '1,250+8,75',
    lang: 'de',
  },
  {
    name: 'a list of MathLive fields',
    path: 'mathlive.html',
    field: 'math-field',
    holds: 'list',
    ten: '-3^2+19',
  },
  {
    name: 'a list of MathQuill fields',
    path: 'mathquill.html',
    field: '.mq-editable-field',
    holds: 'list',
    ten: '-3^2→+19',
  },
]
