import type { Page } from '@playwright/test'
import type { TraceRow } from '../turn/trace.ts'

/** The trace as the browser stored it, every row of it. */
export async function readTrace(panel: Page): Promise<TraceRow[]> {
  return panel.evaluate(
    () =>
      new Promise<TraceRow[]>((resolve, reject) => {
        const opening = indexedDB.open('aside')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('trace').objectStore('trace').getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )
}
