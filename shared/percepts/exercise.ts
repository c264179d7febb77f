import * as v from 'valibot'
import { TASKS } from '../math/practice/item-draft.ts'

const Text = v.pipe(v.string(), v.maxLength(200))

/** What is practised: an exercise with its answer, as plain text. */
export const ExerciseSchema = v.object({ task: v.picklist(TASKS), given: Text, answer: Text })
