import type * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { FrameAnswerSchema, FramesAnswerSchema } from '../../shared/messages/background-message.ts'
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
  await injectInto(
    tab,
    there.filter((frameId) => frameId !== 0),
  )
  return {
    focused: frames.some(({ focused }) => focused) ? there.length > 0 : null,
    site: frames.some(({ origin }) => origin === site),
  }
}

/**
 * The person looks for words, or waits for them, in all of a tab: the content script goes into every frame in which
 * there is room for any.
 */
export async function enterFrames(tab: number): Promise<v.InferOutput<typeof FramesAnswerSchema>> {
  const target = { tabId: tab, allFrames: true }
  const reached = await browser.scripting.executeScript({ target, func: roomFor, injectImmediately: true })
  const frames = reached.flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []))
  const read = frames.filter(({ frameId, runs, room }) => frameId !== 0 && (runs || room))
  await injectInto(
    tab,
    read.filter(({ runs }) => !runs).map(({ frameId }) => frameId),
  )
  return { frames: read.length, sites: [...new Set(frames.map(({ origin }) => origin))] }
}

async function injectInto(tab: number, frameIds: number[]): Promise<void> {
  if (frameIds.length === 0) return
  const files = [CONTENT_SCRIPT]
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds }, files, injectImmediately: true })
}

/** Runs in each frame that the grant reaches. A frame that is not shown has no size. */
function roomFor() {
  return {
    origin: location.origin,
    runs: globalThis.asideRuns === true,
    room: innerWidth >= 40 && innerHeight >= 16,
  }
}

/** Runs in each frame that the grant reaches. */
function whereAbout() {
  const focused = document.hasFocus()
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return { origin: location.origin, focused, innermost: focused && !active?.matches('iframe, frame') }
}
