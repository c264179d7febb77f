import type { Percept } from '../../shared/percepts/percept.ts'

/** Which message of which link a percept came with; acknowledged once the micro-turn is written. */
export interface Receipt {
  link: string
  seq: number
}

/** A percept or only its receipt, waiting for the next micro-turn. */
export interface Waiting {
  percept: Percept | null
  receipt: Receipt | null
}

/** As many key times as one percept may hold. */
const MOST_KEYS = 500

/**
 * What waits while the database refuses, made small: of the texts of one field only the newest counts, and of
 * the receipts of one link the highest. The times of the keys are kept; the order of what is left stays.
 */
export function mergeWaiting(waiting: readonly Waiting[]): Waiting[] {
  const keys = new Map<string, number[]>()
  const receipts = new Set<string>()
  const merged: Waiting[] = []
  for (const { percept, receipt } of waiting.toReversed()) {
    const kept: Waiting = { percept: withKeysOfOlder(percept, keys), receipt: null }
    if (receipt !== null && !receipts.has(receipt.link)) {
      receipts.add(receipt.link)
      kept.receipt = receipt
    }
    if (kept.percept !== null || kept.receipt !== null) merged.push(kept)
  }
  for (const each of merged) {
    const key = fieldKey(each.percept)
    if (key !== null) each.percept = withKeys(each.percept, keys.get(key) ?? [])
  }
  return merged.reverse()
}

/** The percept, unless a newer text of the same field is kept already: then only its keys are. */
function withKeysOfOlder(percept: Percept | null, keys: Map<string, number[]>): Percept | null {
  const key = fieldKey(percept)
  if (key === null || percept?.from !== 'page' || percept.it.kind !== 'text-changed') return percept
  const newer = keys.get(key)
  keys.set(key, [...percept.it.keys, ...(newer ?? [])].slice(-MOST_KEYS))
  return newer === undefined ? percept : null
}

function withKeys(percept: Percept | null, keys: number[]): Percept | null {
  if (percept?.from !== 'page' || percept.it.kind !== 'text-changed') return percept
  return { ...percept, it: { ...percept.it, keys } }
}

/** Texts by the person and by the page are not the same working. */
function fieldKey(percept: Percept | null): string | null {
  if (percept?.from !== 'page' || percept.it.kind !== 'text-changed') return null
  return `${percept.tutoring} ${percept.it.by} ${percept.it.field.path}`
}
