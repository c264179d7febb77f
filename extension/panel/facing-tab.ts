import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'

export interface Tabs {
  /** The tab in front of this window; null while none can be told. */
  facing: Signal<number | null>
  /** When a page began to load in it last, as far as this panel has seen (ms since the epoch). */
  loadedAt: ReadonlySignal<number>
}

/** Follows the active tab of the window that this panel belongs to, until `ended`. */
export function facingTab(ended: AbortSignal): Tabs {
  const facing = signal<number | null>(null)
  const loads = signal<ReadonlyMap<number, number>>(new Map())
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
  const load = (tab: number, change: { status?: string }) => {
    if (change.status === 'loading') loads.value = new Map(loads.value).set(tab, Date.now())
  }
  browser.tabs.onUpdated.addListener(load)
  ended.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(load)
    for (const event of events) event.removeListener(ask)
  })
  ask()
  return { facing, loadedAt: computed(() => loads.value.get(facing.value ?? -1) ?? 0) }
}
