import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { paintMarks } from '../page/marks/paint-marks.ts'

/** Put beside the content script once somebody writes or something is to be marked. */
export default defineUnlistedScript(() => {
  globalThis.asidePaints = paintMarks
})
