import { type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'

export interface Tabs {
  /** The tab in front of this window; null while none can be told. */
  facing: Signal<number | null>
}

/** Follows the active tab of the window that this panel belongs to, until `ended`. */
export function facingTab(ended: AbortSignal): Tabs {
  const facing = signal<number | null>(null)
  let asked = 0
  const ask = async () => {
    asked += 1
    const question = asked
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => [])
    // An older answer that comes late must not overwrite a newer one.
    if (question === asked && !ended.aborted) facing.value = tab?.id ?? null
  }
  const events = [
    browser.tabs.onActivated,
    browser.tabs.onAttached,
    browser.tabs.onDetached,
    browser.tabs.onRemoved,
    browser.tabs.onReplaced,
  ]
  for (const event of events) event.addListener(ask)
  ended.addEventListener('abort', () => {
    for (const event of events) event.removeListener(ask)
  })
  ask()
  return { facing }
}
