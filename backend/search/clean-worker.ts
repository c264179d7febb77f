import { parentPort } from 'node:worker_threads'
import { cleanPage } from './clean-page.ts'

/** A page is a stranger's: it is taken apart in a thread of its own, which can be ended. */
parentPort?.on('message', async ({ html, address }: { html: string; address: string }) => {
  const cleaned = await cleanPage(html, address).catch(() => null)
  parentPort?.postMessage(cleaned)
})
