import { closestOf } from './shadow.ts'
import type { Site } from './site.ts'
import { codeMirror } from './sites/codemirror.ts'
import { mathLive } from './sites/mathlive.ts'
import { mathQuill } from './sites/mathquill.ts'

/** Every editor with a file of its own, by the name of that file. */
export const SITES = { codemirror: codeMirror, mathlive: mathLive, mathquill: mathQuill } satisfies Record<
  string,
  Site
>

const ALL: readonly Site[] = Object.values(SITES)
/** A selector of all fields that hold one formula each. */
export const ALL_FORMULA_FIELDS = ALL.filter(({ holds }) => holds === 'formula')
  .map(({ matches }) => matches.selector)
  .join()
const ANY = ALL.map((site) => site.matches.selector).join()

/** The editor that an element is, or lies in. */
export function editorAround(element: Element): { editor: HTMLElement; site: Site } | null {
  const editor = closestOf(element, ANY)
  const site = editor && ALL.find(({ matches }) => editor.matches(matches.selector))
  return site && editor instanceof HTMLElement ? { editor, site } : null
}
