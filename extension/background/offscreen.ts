import { browser } from 'wxt/browser'

let creating: Promise<void> | null = null

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
