import { type ReadonlySignal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'

/** The sites on which the person wants Aside always on; the browser keeps them as permissions. */
export interface Sites {
  /** Match patterns such as `https://example.org/*`. */
  always: ReadonlySignal<readonly string[]>
  /** Must be called in the handler of a click: the browser asks the person. False when refused. */
  allow(pattern: string): Promise<boolean>
  revoke(pattern: string): Promise<boolean>
}

/** An optional permission that can be switched. */
export interface Switch {
  on: ReadonlySignal<boolean>
  /** Must be called in the handler of a click. Answers whether it is so now. */
  set(on: boolean): Promise<boolean>
}

/** The sites as the browser knows them. `own` patterns belong to the extension itself and are not listed. */
export function connectSites(ended: AbortSignal, own: readonly string[] = []): Sites {
  const always = signal<readonly string[]>([])
  followPermissions(ended, async () => {
    const { origins = [] } = await browser.permissions.getAll()
    always.value = origins.filter((origin) => !own.includes(origin)).sort()
  })
  return {
    always,
    allow: (pattern) => browser.permissions.request({ origins: [pattern] }).catch(() => false),
    revoke: (pattern) => browser.permissions.remove({ origins: [pattern] }).catch(() => false),
  }
}

/** Whether Aside may notify; optional, asked for when it is switched on. */
export function connectNotifications(ended: AbortSignal): Switch {
  const permission = { permissions: ['notifications'] } satisfies { permissions: ['notifications'] }
  const on = signal(false)
  followPermissions(ended, async () => {
    on.value = await browser.permissions.contains(permission)
  })
  return {
    on,
    set: async (wanted) => {
      const done = wanted ? browser.permissions.request(permission) : browser.permissions.remove(permission)
      return done.catch(() => false)
    },
  }
}

function followPermissions(ended: AbortSignal, read: () => Promise<void>) {
  const { onAdded, onRemoved } = browser.permissions
  onAdded.addListener(read)
  onRemoved.addListener(read)
  ended.addEventListener('abort', () => {
    onAdded.removeListener(read)
    onRemoved.removeListener(read)
  })
  read()
}
