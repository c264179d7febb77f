import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readPageText } from '../page/page-text.ts'

/** A page that leaves no time for this is not read (ms). */
const LONGEST_MS = 10_000

/** Injected where a question about the page is asked; what it yields is the answer of `executeScript`. */
export default defineUnlistedScript(() => readPageText(document, AbortSignal.timeout(LONGEST_MS)))
