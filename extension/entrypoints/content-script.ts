import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import {
  FrameAnswerSchema,
  FramesAnswerSchema,
  type ToBackground,
} from '../../shared/messages/background-message.ts'
import type { paintAndWatch } from '../page/paint-and-watch.ts'
import { wayHere } from '../page/way-here.ts'
import { portName } from '../ports/frame-way.ts'
import { readPage } from '../ports/read-page.ts'

declare global {
  /** Set while the content script runs in this document: a second injection does nothing. */
  var asideRuns: boolean | undefined
  /** Set by `mark-painter.ts` once that is put here. */
  var asidePaints: typeof paintAndWatch | undefined
}

/**
 * Injected on the toolbar button, after navigations, and on sites that are always on. Unlisted, for around a content
 * script WXT puts a context (1 kB) whose end and address are known here by other means.
 */
export default defineUnlistedScript(() => {
  if (globalThis.asideRuns === true) return
  if (window === window.top && document.contentType === 'application/pdf') return tell({ kind: 'pdf' })
  globalThis.asideRuns = true
  // In a task of its own: the one that compiled this file has been long enough for the page.
  setTimeout(start)
})

function start(): void {
  const name = portName(wayHere(window))
  if (name === null) return
  const ended = new AbortController()
  ended.signal.addEventListener('abort', () => {
    globalThis.asideRuns = false
  })
  readPage({
    name,
    painter,
    doors: { enterFrame, enterFrames, injectReader, cameBack: () => tell({ kind: 'came-back' }) },
    ended,
  })
}

/** Unanswered, the page stays unread until it is loaded or the button is pressed. */
function tell(message: ToBackground): void {
  browser.runtime.sendMessage(message).catch(() => undefined)
}

async function enterFrame(site: string | null): Promise<v.InferOutput<typeof FrameAnswerSchema>> {
  const question: ToBackground = { kind: 'enter-frame', site }
  const answer = v.safeParse(
    FrameAnswerSchema,
    await browser.runtime.sendMessage(question).catch(() => undefined),
  )
  // A background that does not answer is asked again by the next look.
  return answer.success ? answer.output : { focused: null, site: true }
}

async function enterFrames(): Promise<v.InferOutput<typeof FramesAnswerSchema>> {
  const question: ToBackground = { kind: 'enter-frames' }
  const answer = v.safeParse(
    FramesAnswerSchema,
    await browser.runtime.sendMessage(question).catch(() => undefined),
  )
  return answer.success ? answer.output : { frames: 0, sites: [] }
}

async function injectReader(): Promise<boolean> {
  const message: ToBackground = { kind: 'main-world' }
  return (await browser.runtime.sendMessage(message).catch(() => false)) === true
}

async function painter(): Promise<typeof paintAndWatch | null> {
  // An older version of the extension may have left its own.
  globalThis.asidePaints = undefined
  const message: ToBackground = { kind: 'mark-painter' }
  await browser.runtime.sendMessage(message).catch(() => undefined)
  return globalThis.asidePaints ?? null
}
