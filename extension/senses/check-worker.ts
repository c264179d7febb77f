import * as v from 'valibot'
import { CheckRequestSchema } from '../../shared/percepts/percept.ts'
import { findingOf } from './finding-of.ts'

/** The checker's worker: one request in, one finding out. */
self.onmessage = (event: MessageEvent) => {
  self.postMessage(findingOf(v.parse(CheckRequestSchema, event.data)))
}
