import { siteOf } from './watch-reach.ts'

/**
 * Has the content script put into every frame of the tab that can be read and has room for words.
 * @returns how many frames are read then, and the sites of which any document can be
 */
export type EnterFrames = () => Promise<{ frames: number; sites: readonly string[] }>

/** A frame into which a search does not reach; the origin is null where a person could not allow it. */
export type Missed = { site: string | null }

/** A frame smaller than this share of the window is no part of what the page says. */
const LITTLE = 0.05

/** Takes a search of this document into the frames that it went past, and names the largest that it cannot enter. */
export async function searchFrames(
  frames: readonly HTMLIFrameElement[],
  enter: EnterFrames,
): Promise<{ frames: number; missed: Missed | null }> {
  if (frames.length === 0) return { frames: 0, missed: null }
  const entered = await enter()
  const [largest] = frames
    .filter((frame) => frame.isConnected && frame.contentDocument === null && shareOf(frame) >= LITTLE)
    .filter((frame) => !entered.sites.includes(siteOf(frame) ?? ''))
    .toSorted((a, b) => shareOf(b) - shareOf(a))
  return { frames: entered.frames, missed: largest ? { site: siteOf(largest) } : null }
}

function shareOf(frame: HTMLIFrameElement): number {
  if (!frame.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return 0
  return (frame.offsetWidth * frame.offsetHeight) / (innerWidth * innerHeight)
}
