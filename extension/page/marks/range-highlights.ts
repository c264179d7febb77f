import type { Mark } from '../../../shared/percepts/orders.ts'
import { HIGHLIGHT_CSS } from './mark-style.ts'

/**
 * Our rules make the browser find the style of every element anew, once: 2 µs for each (97 ms for 50,000,
 * measured). A larger page than this would notice, and gets drawn lines.
 */
const MOST_ELEMENTS = 4000

const TONES = ['slip', 'found'] as const satisfies Mark['tone'][]

/** Highlights these ranges and no others. False where the browser cannot do it from here: draw them yourself. */
export type RangeHighlights = (marked: { tone: Mark['tone']; range: Range }[]) => boolean

/**
 * Highlights ranges without touching the page's DOM (CSS Custom Highlight API). The rules must be the document's
 * own: a constructed sheet, adopted, works from a content script's world and under any Content-Security-Policy.
 */
export function rangeHighlights(document: Document, signal: AbortSignal): RangeHighlights {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(HIGHLIGHT_CSS)

  signal.addEventListener('abort', () => {
    for (const tone of TONES) CSS.highlights?.delete(`aside-${tone}`)
    const rest = [...document.adoptedStyleSheets].filter((each) => each !== sheet)
    if (rest.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = rest
  })

  return (marked) => {
    if (!('highlights' in CSS) || (marked.length > 0 && !adopt(document, sheet))) return false
    for (const tone of TONES) {
      const ranges = marked.filter((each) => each.tone === tone).map(({ range }) => range)
      if (ranges.length > 0) CSS.highlights.set(`aside-${tone}`, new Highlight(...ranges))
      else CSS.highlights.delete(`aside-${tone}`)
    }
    return true
  }
}

/** Again each time, for a page that assigns its own list of sheets throws ours out. Firefox refuses it. */
function adopt(document: Document, sheet: CSSStyleSheet): boolean {
  if (document.adoptedStyleSheets.includes(sheet)) return true
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) return false
  try {
    document.adoptedStyleSheets.push(sheet)
    return true
  } catch {
    return false
  }
}
