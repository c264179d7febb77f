import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readPageText } from '../page/page-text.ts'

/** Injected where a question about the page is asked; what it yields is the answer of `executeScript`. */
export default defineUnlistedScript(() => readPageText(document))
