import { Worker } from 'node:worker_threads'
import type { CleanPage } from './clean-page.ts'
import { type FetchedText, fetchPublic, PUBLIC, type Reach } from './fetch-public.ts'
import { splitPassages } from './passages.ts'
import { type ReadPage, SearchError } from './search.ts'

/** How long a page may take to be cleaned (ms), and the memory of the thread that does it (MB). */
const CLEAN_MS = 5_000
const CLEAN_MB = 256
/** Passages that are kept of a page, from its beginning. */
const PASSAGES = 200

/** Reads a page and cleans it. Rejects with a SearchError. */
export async function readPage(
  address: string,
  signal: AbortSignal,
  reach: Reach = PUBLIC,
): Promise<ReadPage> {
  const fetched = await fetchPublic(address, signal, reach)
  const { title, text } = isHtml(fetched) ? await clean(fetched, signal) : { title: '', text: fetched.text }
  return {
    title: (title === '' ? new URL(fetched.address).host : title).slice(0, 500),
    address: fetched.address,
    passages: splitPassages(text).slice(0, PASSAGES),
  }
}

const isHtml = ({ type }: FetchedText) => type.includes('html')

function clean({ text, address }: FetchedText, signal: AbortSignal): Promise<CleanPage> {
  const worker = new Worker(new URL('./clean-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: CLEAN_MB },
    // What a library says of a page would be content in a log.
    stdout: true,
    stderr: true,
  })
  const ended = AbortSignal.any([signal, AbortSignal.timeout(CLEAN_MS)])
  return new Promise<CleanPage>((resolve, reject) => {
    worker.once('message', (cleaned: CleanPage | null) =>
      cleaned === null ? reject(new SearchError('garbled')) : resolve(cleaned),
    )
    worker.once('error', () => reject(new SearchError('garbled')))
    ended.addEventListener(
      'abort',
      () => reject(signal.aborted ? signal.reason : new SearchError('garbled')),
      {
        once: true,
      },
    )
    worker.postMessage({ html: text, address })
  }).finally(() => worker.terminate())
}
