import * as v from 'valibot'
import { PartSchema } from '../thoughts/part.ts'

const Id = v.string()

/**
 * Why a thought ended without an answer of the backend's: it is not there, somebody else is, or it refused; not-local:
 * it was not sent, for no model on this machine would think about it.
 */
const UNANSWERED = [
  'absent',
  'stranger',
  'not-paired',
  'wrong-code',
  'no-code',
  'wrong-proof',
  'too-many',
  'too-large',
  'malformed',
  'not-local',
] as const

/** What comes of a thought that was handed to the reasoner. */
export const ThoughtPerceptSchema = v.variant('kind', [
  /**
   * It is being sent; by path and text of its element a quote from a passage is found again. `unread`: titles of tabs
   * of which no more than title and address could be had.
   */
  v.object({
    kind: v.literal('sent'),
    thought: Id,
    places: v.array(v.object({ passage: v.string(), path: v.string(), text: v.string() })),
    unread: v.exactOptional(v.array(v.string())),
  }),
  v.object({ kind: v.literal('part'), thought: Id, part: PartSchema }),
  v.object({ kind: v.literal('unanswered'), thought: Id, why: v.picklist(UNANSWERED) }),
])
export type ThoughtPercept = v.InferOutput<typeof ThoughtPerceptSchema>
