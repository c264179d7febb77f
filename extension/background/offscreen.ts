import { browser } from 'wxt/browser'
import type { BackgroundToLoop } from '../../shared/messages/background-message.ts'

let creating: Promise<void> | null = null
let reviving: Promise<void> | null = null

/** A document that does not answer for this long has hung (ms); one that still loads is given as long. */
const HUNG_MS = 3000
/** ms between two pings: one without an answer may have come before the document was listening. */
const PING_MS = 250

/**
 * Somebody misses the loop: its document is created where it is not, and replaced where it has hung. All who
 * miss it at once wait for the same revival, so that none closes what another has just created.
 */
export function reviveOffscreen(): Promise<void> {
  reviving ??= revive().finally(() => {
    reviving = null
  })
  return reviving
}

async function revive(): Promise<void> {
  await ensureOffscreen()
  const deadline = performance.now() + HUNG_MS
  while (performance.now() < deadline) if (await answers(deadline - performance.now())) return
  await browser.offscreen.closeDocument().catch(() => undefined)
  await ensureOffscreen()
}

/** Whether the loop answers a ping. False after `within` ms, and no sooner than the next ping is worth it. */
async function answers(within: number): Promise<boolean> {
  const ping: BackgroundToLoop = { kind: 'ping' }
  const after = (ms: number) => new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))
  const answer = browser.runtime.sendMessage(ping).then(
    (said) => said === true || after(PING_MS),
    () => after(PING_MS),
  )
  return Promise.race([answer, after(within)])
}

/** Sees that the one offscreen document exists; safe to call at any time, by many at once. */
export async function ensureOffscreen(): Promise<void> {
  // While it is created it exists already, but nobody listens in it.
  if (creating !== null) return creating
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
  if (contexts.length > 0) return
  creating ??= create().finally(() => {
    creating = null
  })
  return creating
}

async function create(): Promise<void> {
  try {
    await browser.offscreen.createDocument({
      url: '/offscreen.html',
      reasons: ['WORKERS', 'USER_MEDIA'],
      justification: 'Runs the tutor: checks steps in workers and keeps reminders.',
    })
  } catch (error) {
    // An earlier life of this service worker may have created it in between.
    const now = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
    if (now.length === 0) throw error
  }
}
