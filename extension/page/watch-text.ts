import type { Orders } from '../../shared/percepts/orders.ts'
import { isShown } from './find-on-page.ts'
import { foldedMatches, foldText } from './fold-text.ts'
import { pageRuns } from './page-runs.ts'
import { slices } from './slices.ts'

type Watch = Orders['watches'][number]

/** Least time between two looks, ms; and a look may take at most 1/20 of the time. */
const PACE = 250
const SHARE = 20
/** With more changed places than this it is simpler to look at the whole page. */
const MOST_ROOTS = 200

type Options = {
  document: Document
  isSkipped(element: HTMLElement): boolean
  onHit(id: string, quote: string): void
  signal: AbortSignal
}

export type TextWatch = { set(watches: Watch[]): void; again(): void }

/**
 * Waits for words to appear on the page. Nothing is observed while nobody waits for anything, nor while the
 * tab is hidden; what changed in the meantime is made up for by one look at the whole page.
 */
export function watchText({ document, isSkipped, onHit, signal }: Options): TextWatch {
  let watches: (Watch & { folded: string })[] = []
  const hits = new Set<string>()
  let roots = new Set<Node>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let looking = false
  let wait = 0

  const open = () => watches.filter(({ id }) => !hits.has(id))
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type !== 'childList') roots.add(target)
      else for (const node of addedNodes) if (node.nodeType === 3 || node.hasChildNodes()) roots.add(node)
    }
    if (roots.size > MOST_ROOTS) roots = new Set([document])
    if (roots.size > 0) schedule()
  })

  const schedule = () => {
    if (looking || timer !== null) return
    timer = setTimeout(look, wait)
  }

  async function look(): Promise<void> {
    timer = null
    const due = [...roots]
    roots = new Set()
    looking = true
    const pause = slices(signal)
    let spent = performance.now()
    try {
      for (const root of due) {
        if (!root.isConnected) continue
        for (const run of pageRuns(widened(root), isSkipped)) {
          for (const { id, folded } of run ? open() : []) {
            const match = run && foldedMatches(run.text, folded)[0]
            if (!match || !isShown(run, match)) continue
            hits.add(id)
            onHit(id, run.text.slice(Math.max(0, match.start - 100), match.end + 100).slice(0, 300))
          }
          const paused = pause()
          if (!paused) continue
          spent -= performance.now()
          await paused
          spent += performance.now()
        }
      }
    } catch (error) {
      if (signal.aborted) return
      throw error
    } finally {
      looking = false
    }
    spent = performance.now() - spent
    wait = Math.max(PACE, spent * SHARE)
    update()
    if (roots.size > 0) schedule()
  }

  function update(): void {
    observer.disconnect()
    if (open().length === 0 || document.visibilityState === 'hidden' || signal.aborted) return
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'style', 'hidden', 'open'],
    })
  }

  const lookEverywhere = () => {
    update()
    if (open().length === 0 || document.visibilityState === 'hidden') return
    roots = new Set([document])
    schedule()
  }

  document.addEventListener('visibilitychange', lookEverywhere, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    if (timer !== null) clearTimeout(timer)
  })

  return {
    set(wanted) {
      const known = new Set(watches.map(({ id, text }) => `${id} ${text}`))
      watches = wanted.map((watch) => ({ ...watch, folded: foldText(watch.text) }))
      for (const id of hits) if (!watches.some((watch) => watch.id === id)) hits.delete(id)
      if (watches.some(({ id, text }) => !known.has(`${id} ${text}`))) lookEverywhere()
      else update()
    },
    again() {
      hits.clear()
      lookEverywhere()
    },
  }
}

/** Words can begin before the node that changed: take the parent of a piece of text, and of what stands in a line. */
function widened(node: Node): Node {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest(
    'p, li, td, th, div, section, article, main, h1, h2, h3, h4, h5, h6, pre, body',
  )
  return node.nodeType === Node.DOCUMENT_NODE ? ((node as Document).body ?? node) : (block ?? element ?? node)
}
