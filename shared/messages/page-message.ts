import * as v from 'valibot'
import { listOf } from '../percepts/list-of.ts'
import { OrdersSchema } from '../percepts/orders.ts'
import { PagePerceptSchema } from '../percepts/page-percept.ts'

/** A content script may say what it noticed, and nothing else. */
export const PageToLoopSchema = v.object({
  kind: v.literal('percepts'),
  percepts: listOf(PagePerceptSchema, 200),
})
export type PageToLoop = v.InferOutput<typeof PageToLoopSchema>

/** The loop's orders to a page; `end` when the tutoring is over and the content script should go. */
export const LoopToPageSchema = v.variant('kind', [
  v.object({ kind: v.literal('orders'), orders: OrdersSchema }),
  v.object({ kind: v.literal('end') }),
])
export type LoopToPage = v.InferOutput<typeof LoopToPageSchema>
