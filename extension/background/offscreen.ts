import { browser } from 'wxt/browser'
import type { BackgroundToLoop } from '../../shared/messages/background-message.ts'

let creating: Promise<void> | null = null

/** A document that does not answer for this long has hung (ms). */
const HUNG_MS = 1500

/** Somebody misses the loop: its document is created where it is not, and replaced where it has hung. */
export async function reviveOffscreen(): Promise<void> {
  const ping: BackgroundToLoop = { kind: 'ping' }
  const answer = browser.runtime.sendMessage(ping).catch(() => null)
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), HUNG_MS))
  if ((await Promise.race([answer, silence])) === true) return
  await browser.offscreen.closeDocument().catch(() => undefined)
  await ensureOffscreen()
}

/** Sees that the one offscreen document exists; safe to call at any time, by many at once. */
export async function ensureOffscreen(): Promise<void> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
  if (contexts.length > 0) return
  creating ??= browser.offscreen
    .createDocument({
      url: '/offscreen.html',
      reasons: ['WORKERS', 'USER_MEDIA'],
      justification: 'Runs the tutor: checks steps in workers and keeps reminders.',
    })
    .finally(() => {
      creating = null
    })
  // Another wake-up of this service worker may have created it in between.
  await creating.catch(async (error) => {
    const now = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
    if (now.length === 0) throw error
  })
}
