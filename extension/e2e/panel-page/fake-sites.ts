import { signal } from '@preact/signals'
import type { Sites } from '../../panel/sites.ts'

/** Sites as the browser would keep them; a person who says yes, except to `refused.example`. */
export function fakeSites(listed: readonly string[] = []): Sites {
  const always = signal<readonly string[]>(listed)
  return {
    always,
    allow: async (pattern) => {
      if (pattern.includes('refused.example')) return false
      always.value = [...always.value, pattern]
      return true
    },
    revoke: async (pattern) => {
      always.value = always.value.filter((site) => site !== pattern)
      return true
    },
  }
}
