import * as v from 'valibot'
import { checkWritten } from '../../shared/math/check-written.ts'
import { CheckRequestSchema, type Finding } from '../../shared/percepts/percept.ts'

/** The checker's worker: one request in, one finding out. */
self.onmessage = (event: MessageEvent) => {
  const request = v.parse(CheckRequestSchema, event.data)
  const finding: Finding = { request, verdicts: checkWritten(request), failed: false }
  self.postMessage(finding)
}
