import type { Orders } from '../../shared/percepts/orders.ts'
import { isShown } from './find-on-page.ts'
import { foldedMatches, foldText } from './fold-text.ts'
import { pageRuns } from './page-runs.ts'
import { shadowOf } from './shadow.ts'
import { slices } from './slices.ts'

type Watch = Orders['watches'][number]

/** Least time between two looks, ms; and a look may take at most 1/20 of the time. */
const PACE = 250
const SHARE = 20
/** With more changed places than this it is simpler to look at the whole page. */
const MOST_ROOTS = 200
/**
 * What no mutation tells (a shadow tree that an element gets later, a style sheet that shows something) is seen
 * by a look at the whole page from time to time: at least so many ms apart, and 1/100 of the time.
 */
const AGAIN = 2000
const AGAIN_SHARE = 100

type Options = {
  document: Document
  isSkipped(element: HTMLElement): boolean
  onHit(id: string, quote: string): void
  /** Frames into which these watches are to reach, once for each load. */
  onFrames(frames: HTMLIFrameElement[], ids: string[]): void
  signal: AbortSignal
}

export type TextWatch = { set(watches: Watch[]): void; again(): void }

/**
 * Waits for words to appear on the page. Nothing is observed while nobody waits for anything, nor while the
 * tab is hidden; what changed in the meantime is made up for by one look at the whole page.
 */
export function watchText({ document, isSkipped, onHit, onFrames, signal }: Options): TextWatch {
  let watches: (Watch & { folded: string })[] = []
  const hits = new Set<string>()
  let roots = new Set<Node>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let looking = false
  let wait = 0
  const trees = new Set<ShadowRoot>()
  let met = new WeakSet<HTMLIFrameElement>()

  const open = () => watches.filter(({ id }) => !hits.has(id))
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type !== 'childList') roots.add(target)
      else for (const node of addedNodes) if (holdsText(node)) roots.add(node)
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
    const frames: HTMLIFrameElement[] = []
    const onFrame = (frame: HTMLIFrameElement) => {
      if (!met.has(frame)) frames.push(frame)
      met.add(frame)
    }
    const onTree = (tree: ShadowRoot) => {
      if (!trees.has(tree)) observe(tree)
      trees.add(tree)
    }
    let spent = performance.now()
    try {
      for (const root of due) {
        if (!root.isConnected) continue
        for (const run of pageRuns(widened(root), { isSkipped, onTree, onFrame })) {
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
    tellFrames(frames)
    if (!due.includes(document) || !isOn()) return
    clearTimeout(again)
    again = setTimeout(lookEverywhere, Math.max(AGAIN, spent * AGAIN_SHARE))
  }

  const tellFrames = (frames: HTMLIFrameElement[]) => {
    const ids = open().map(({ id }) => id)
    if (frames.length > 0 && ids.length > 0) onFrames(frames, ids)
  }

  const isOn = () => open().length > 0 && document.visibilityState !== 'hidden' && !signal.aborted

  function update(): void {
    observer.disconnect()
    if (!isOn()) return trees.clear()
    observe(document)
    for (const tree of trees) {
      if (tree.isConnected) observe(tree)
      else trees.delete(tree)
    }
  }

  /** What happens in a shadow tree is not told outside. */
  function observe(tree: Document | ShadowRoot): void {
    observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'style', 'hidden', 'open'],
    })
  }

  const lookEverywhere = () => {
    update()
    if (!isOn()) return
    roots = new Set([document])
    schedule()
  }

  document.addEventListener('visibilitychange', lookEverywhere, { signal })
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!isOn() || !(target instanceof HTMLIFrameElement)) return
      met.add(target)
      tellFrames([target])
    },
    { capture: true, signal },
  )
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(again)
    if (timer !== null) clearTimeout(timer)
  })

  return {
    set(wanted) {
      const known = new Set(watches.map(({ id, text }) => `${id} ${text}`))
      watches = wanted.map((watch) => ({ ...watch, folded: foldText(watch.text) }))
      for (const id of hits) if (!watches.some((watch) => watch.id === id)) hits.delete(id)
      if (!watches.some(({ id, text }) => !known.has(`${id} ${text}`))) return update()
      met = new WeakSet()
      lookEverywhere()
    },
    again() {
      hits.clear()
      met = new WeakSet()
      lookEverywhere()
    },
  }
}

function holdsText(node: Node): boolean {
  return node.nodeType === 3 || node.hasChildNodes() || (node instanceof Element && shadowOf(node) !== null)
}

/** Words can begin before the node that changed: take the parent of a piece of text, and of what stands in a line. */
function widened(node: Node): Node {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest(
    'p, li, td, th, div, section, article, main, h1, h2, h3, h4, h5, h6, pre, body',
  )
  return node.nodeType === Node.DOCUMENT_NODE ? ((node as Document).body ?? node) : (block ?? element ?? node)
}
