import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { paintAndWatch } from '../page/paint-and-watch.ts'

/** Put beside the content script once somebody writes or something is to be marked. */
export default defineUnlistedScript(() => {
  globalThis.asidePaints = paintAndWatch
})
