import * as v from 'valibot'
import { type Browser, browser } from 'wxt/browser'
import { ReadAnswerSchema } from '../../shared/messages/background-message.ts'
import { inject } from './inject.ts'
import { justPressed } from './keep-reading.ts'
import { reviveOffscreen } from './offscreen.ts'
import { refusalAfterButton } from './refusal.ts'
import { tellLoop } from './tell-loop.ts'

/**
 * The toolbar button or its shortcut: opens the panel and begins to read this tab; pressed where both are
 * there already, it stops.
 */
export async function startReading(tab: Browser.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return
  const press = justPressed(tab.id)
  // Before any await: the click is spent by it.
  const opened = browser.sidePanel.open({ windowId: tab.windowId })
  const origin = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).origin : null
  const message = { kind: 'button', tab: tab.id, origin, press: press.at } as const
  const told = tellLoop(message)
  await opened.catch(() => undefined)
  let answer = v.safeParse(ReadAnswerSchema, await told)
  if (!answer.success) {
    // The loop's document is there and does not listen yet, or has hung.
    await reviveOffscreen()
    answer = v.safeParse(ReadAnswerSchema, await tellLoop(message))
  }
  if (answer.success && !answer.output.read) return
  const { id } = tab
  await inject(id).catch(async (error: unknown) => {
    // What was refused of another page than the one the button was pressed on says nothing of that one.
    if (!press.stays) return
    const why = refusalAfterButton(error, await browser.extension.isAllowedFileSchemeAccess())
    await tellLoop({ kind: 'tab-unreadable', tab: id, why, press: press.at })
  })
}
