import type * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { FrameAnswerSchema } from '../../shared/messages/background-message.ts'
import { CONTENT_SCRIPT } from './inject.ts'

/**
 * The person went into a frame of a tab that is read: the content script goes there too, and only there, for a
 * page can have dozens of frames that nobody looks at.
 */
export async function enterFrame(
  tab: number,
  site: string | null,
): Promise<v.InferOutput<typeof FrameAnswerSchema>> {
  const target = { tabId: tab, allFrames: true }
  const reached = await browser.scripting.executeScript({ target, func: whereAbout, injectImmediately: true })
  const frames = reached.flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []))
  const there = frames.filter(({ innermost }) => innermost).map(({ frameId }) => frameId)
  const below = there.filter((frameId) => frameId !== 0)
  if (below.length > 0)
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: below },
      files: [CONTENT_SCRIPT],
      injectImmediately: true,
    })
  return {
    focused: frames.some(({ focused }) => focused) ? there.length > 0 : null,
    site: frames.some(({ origin }) => origin === site),
  }
}

/** Runs in each frame that the grant reaches. */
function whereAbout() {
  const focused = document.hasFocus()
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return { origin: location.origin, focused, innermost: focused && !active?.matches('iframe, frame') }
}
