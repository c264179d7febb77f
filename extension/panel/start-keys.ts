import { browser } from 'wxt/browser'

/** The keys that start Aside, as the browser writes them; null when none are set. */
export async function startKeys(): Promise<string | null> {
  const commands = await browser.commands.getAll()
  return commands.find(({ name }) => name === '_execute_action')?.shortcut || null
}
