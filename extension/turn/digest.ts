import type { Act } from '../../shared/acts/act.ts'
import type { Frame } from './frame.ts'
import type { Work } from './work.ts'

/**
 * Digest of what a micro-turn made of its percepts, for replay: FNV-1a (32 bit) of the frame, the act and
 * the writes as JSON. Equal runs give equal digests, byte for byte.
 */
export function digestOf(frame: Frame, act: Act, { writes, notices }: Work): string {
  const rows = Object.values(writes).map((table) => [...table.values()])
  const text = JSON.stringify([frame, act, rows, notices])
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
