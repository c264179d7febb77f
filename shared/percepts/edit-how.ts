import * as v from 'valibot'

/**
 * How an edit came about that is nobody's writing; not said of what is written.
 * - put-in: pasted or dropped, whole
 * - undone: taken back, or done again
 * - composing: an input method has not made up its mind, and the text is as it was before
 */
export const EditHowSchema = v.picklist(['put-in', 'undone', 'composing'])
export type EditHow = v.InferOutput<typeof EditHowSchema>

const UNDONE = /^history/
const PUT_IN = /^(?:insertFrom|deleteByDrag|paste|drop)/

/** @param type the `inputType` of an input event, or the type of another event that edits */
export function howOf(type: string): EditHow | undefined {
  if (UNDONE.test(type)) return 'undone'
  return PUT_IN.test(type) ? 'put-in' : undefined
}
