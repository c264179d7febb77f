import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startMainWorldReader } from '../page/main-world-reader.ts'

/** Injected among the page's own scripts, and only where an editor or a formula needs it. */
export default defineUnlistedScript(() => startMainWorldReader(document))
