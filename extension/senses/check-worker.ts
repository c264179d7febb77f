import * as v from 'valibot'
import { checkWorking } from '../../shared/math/check-working.ts'
import { CheckRequestSchema, type Finding } from '../../shared/percepts/percept.ts'

/** The checker's worker: one request in, one finding out. */
self.onmessage = (event: MessageEvent) => {
  const request = v.parse(CheckRequestSchema, event.data)
  const { lines, seed, lastUnfinished } = request
  const finding: Finding = { request, verdicts: checkWorking(lines, { seed, lastUnfinished }), failed: false }
  self.postMessage(finding)
}
