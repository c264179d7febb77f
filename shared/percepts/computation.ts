import * as v from 'valibot'
import { SORTS } from '../math/computing/sorts.ts'
import { OPERATIONS } from '../math/computing/step.ts'
import { WHY_NOT } from '../math/computing/why-not.ts'
import { TASKS } from '../math/practice/item-draft.ts'

const Text = v.pipe(v.string(), v.maxLength(600))
const Name = v.pipe(v.string(), v.regex(/^[\p{L}](?:_\w{1,4})?$/u))
const Finite = v.pipe(v.number(), v.finite())

/** What the person asked to have worked out; `text` is mathematics as they wrote it. */
export const TaskSchema = v.variant('what', [
  /** `angles`: what an angle without a sign is meant in, where that was said. */
  v.object({
    what: v.literal('solve'),
    text: Text,
    unknown: v.nullable(Name),
    angles: v.exactOptional(v.picklist(['degrees', 'radians'])),
  }),
  v.object({ what: v.picklist(['simplify', 'expand', 'factor']), text: Text }),
  /** `by` null: the letter that it has. */
  v.object({ what: v.picklist(['differentiate', 'integrate']), text: Text, by: v.nullable(Name) }),
  /** The definite integral. */
  v.object({ what: v.literal('integral'), text: Text, by: v.nullable(Name), from: Text, to: Text }),
  v.object({
    what: v.literal('substitute'),
    text: Text,
    values: v.pipe(v.array(v.object({ name: Name, value: Text })), v.minLength(1), v.maxLength(6)),
  }),
  v.object({
    what: v.literal('table'),
    text: Text,
    from: Finite,
    to: Finite,
    step: v.pipe(Finite, v.gtValue(0)),
  }),
  /** How a line follows: of the lines, or of the field last edited where there are none; `line` null: the last. */
  v.object({
    what: v.literal('name-step'),
    lines: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(60)),
    line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  /** Another exercise of its kind; `text` may be empty where a kind is named. */
  v.object({ what: v.literal('like-it'), text: Text, sort: v.nullable(v.picklist(SORTS)) }),
  /** `amount` is a decimal with a point. */
  v.object({ what: v.literal('convert'), amount: Text, from: Text, to: Text }),
])
export type Task = v.InferOutput<typeof TaskSchema>

export const ComputeRequestSchema = v.object({
  id: v.string(),
  tutoring: v.string(),
  task: TaskSchema,
  /** Seeds the checker's sampling, which verifies the answer. */
  seed: v.number(),
  /** The person writes decimals with a comma. */
  decimalComma: v.exactOptional(v.boolean()),
})
export type ComputeRequest = v.InferOutput<typeof ComputeRequestSchema>

const OperationSchema = v.object({ id: v.picklist(OPERATIONS), about: v.array(v.string()) })
const StepsSchema = v.array(v.object({ line: v.string(), operation: v.nullable(OperationSchema) }))
const ValueSchema = v.object({ value: v.nullable(v.string()), exact: v.boolean() })

/** What came of it, verified by the checker; expressions and lines are plain text that reads back. */
export const AnswerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('solved'),
    unknown: v.string(),
    values: v.array(v.string()),
    every: v.boolean(),
    proven: v.boolean(),
    steps: StepsSchema,
  }),
  v.object({ kind: v.literal('claim'), line: v.string(), steps: StepsSchema }),
  /** Angles; `endless`: each with a period, for every whole number k. */
  v.object({
    kind: v.literal('angles'),
    unknown: v.string(),
    values: v.array(v.string()),
    rounded: v.boolean(),
    endless: v.boolean(),
  }),
  v.object({
    kind: v.literal('transformed'),
    from: v.string(),
    to: v.string(),
    holds: v.picklist(['equal', 'where-defined', 'unchanged']),
  }),
  v.object({ kind: v.literal('value'), of: v.string(), ...ValueSchema.entries }),
  v.object({
    kind: v.literal('table'),
    of: v.string(),
    name: v.string(),
    rows: v.array(v.object({ x: v.string(), y: ValueSchema })),
  }),
  v.object({
    kind: v.literal('converted'),
    amount: v.string(),
    from: v.string(),
    value: v.string(),
    unit: v.string(),
    exact: v.boolean(),
  }),
  v.object({
    kind: v.literal('named-step'),
    line: v.number(),
    from: v.nullable(v.number()),
    relation: v.picklist(['same-solutions', 'equal', 'does-not-follow', 'cannot-tell', 'first']),
    rule: v.nullable(OperationSchema),
  }),
  v.object({ kind: v.literal('exercise'), task: v.picklist(TASKS), given: v.string(), answer: v.string() }),
  v.object({ kind: v.literal('cannot'), why: v.picklist(WHY_NOT) }),
])
export type Answer = v.InferOutput<typeof AnswerSchema>

/** What the computing worker answers; `failed` when it could not be made to, neither while it is still at it. */
export const ComputedSchema = v.object({
  request: ComputeRequestSchema,
  answer: v.nullable(AnswerSchema),
  failed: v.boolean(),
})
export type Computed = v.InferOutput<typeof ComputedSchema>
