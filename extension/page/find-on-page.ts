import { type Anchor, anchorOf } from '../../shared/percepts/anchor.ts'
import type { Stretch } from './find-quote.ts'
import { foldedMatches, foldText } from './fold-text.ts'
import { pageRuns, type Run } from './page-runs.ts'
import { pathOf } from './path-of.ts'
import { isShadowTree } from './shadow.ts'
import { slices } from './slices.ts'
import { contentMap, rangeOf } from './text-map.ts'

const MOST_PLACES = 20
/** A page that changes under the search is searched again, but not for ever. */
const MOST_ATTEMPTS = 3

/** `frames` are those that the search went past. */
export type Found = { count: number; places: Anchor[]; frames: HTMLIFrameElement[] }

type Options = { document: Document; isSkipped(element: HTMLElement): boolean; signal: AbortSignal }

/** Counts where the document shows `text`, and gives anchors of the first places. Works in slices. */
export async function findOnPage(text: string, options: Options): Promise<Found> {
  const folded = foldText(text)
  for (let attempt = 1; ; attempt += 1) {
    const result = await search(folded, options)
    if (result.complete || attempt === MOST_ATTEMPTS) return result.found
  }
}

async function search(folded: string, { document, isSkipped, signal }: Options) {
  const found: Found = { count: 0, places: [], frames: [] }
  const pause = slices(signal)
  let last: Text | undefined
  if (!document.body) return { found, complete: true }
  const onFrame = (frame: HTMLIFrameElement) => void found.frames.push(frame)
  for (const run of pageRuns(document.body, { isSkipped, onFrame })) {
    last = run?.pieces.at(-1)?.node ?? last
    for (const match of run ? foldedMatches(run.text, folded) : []) {
      if (!run || !isShown(run, match)) continue
      found.count += 1
      const anchor = found.places.length < MOST_PLACES ? anchorIn(run, match) : null
      if (anchor) found.places.push(anchor)
    }
    const paused = pause()
    if (paused) {
      await paused
      if (last && !last.isConnected) return { found, complete: false }
    }
  }
  return { found, complete: true }
}

/** Whether the person can see the place; asked only where the words match, for it costs a look at the styles. */
export function isShown(run: Run, match: Stretch): boolean {
  const text = rangeOf(run, match)?.startContainer
  const parent = text && isShadowTree(text.parentNode) ? text.parentNode.host : text?.parentElement
  return parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false
}

/** Null where no element of its tree holds the text. */
function anchorIn(run: Run, match: Stretch): Anchor | null {
  const range = rangeOf(run, match)
  const start = range?.startContainer
  const block = isShadowTree(run.block)
    ? [...run.block.children].find((child) => child.contains(range?.commonAncestorContainer ?? null))
    : run.block
  const path = block ? pathOf(block) : null
  if (!block || !range || path === null) return null
  const content = contentMap(block)
  const piece = content.pieces.find((each) => each.node === start)
  if (!piece) return null
  const at = piece.at + range.startOffset
  return anchorOf(path, content.text, at, at + match.end - match.start)
}
