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
]
