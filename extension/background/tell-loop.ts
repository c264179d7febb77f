import { browser } from 'wxt/browser'
import type { BackgroundToLoop } from '../../shared/messages/background-message.ts'
import { ensureOffscreen } from './offscreen.ts'

/** Tells the loop, which is started first where it does not run. @returns its answer, unparsed */
export async function tellLoop(message: BackgroundToLoop): Promise<unknown> {
  await ensureOffscreen()
  return browser.runtime.sendMessage(message).catch(() => null)
}
