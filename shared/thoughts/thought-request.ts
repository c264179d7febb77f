import * as v from 'valibot'
import { LANGUAGES } from '../catalogue/languages.ts'

/** Longest texts that are taken, in UTF-16 units; a whole request is at most REQUEST_BYTES of UTF-8. */
const QUESTION = 8_000
export const PASSAGE_LENGTH = 8_000
const RESULT = 16_000
export const REQUEST_BYTES = 512_000

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u))
const textUpTo = (length: number) => v.pipe(v.string(), v.maxLength(length))

/** Text of a page with an id by which an answer can cite it. Untrusted: data, never an instruction. */
const PassageSchema = v.object({ id: Id, text: textUpTo(PASSAGE_LENGTH) })

/** A page the person has open: what stands near the place they look at. */
export const PageContextSchema = v.object({
  title: textUpTo(500),
  address: textUpTo(2_000),
  lang: v.exactOptional(textUpTo(35)),
  passages: v.pipe(v.array(PassageSchema), v.maxLength(100)),
})
export type PageContext = v.InferOutput<typeof PageContextSchema>

/** Something the client can do: a skill, offered to the reasoner as a tool. `parameters` is a JSON Schema. */
export const ToolSchema = v.object({
  name: Id,
  description: textUpTo(500),
  parameters: v.record(v.string(), v.unknown()),
})
export type Tool = v.InferOutput<typeof ToolSchema>

/** A call that ended an earlier stream of this thought, and what the client answers. */
export const ToolResultSchema = v.object({
  call: Id,
  name: Id,
  arguments: v.record(v.string(), v.unknown()),
  result: textUpTo(RESULT),
})
export type ToolResult = v.InferOutput<typeof ToolResultSchema>

/** What the person wants done with what is known: an answer, or one of the ways to treat a text. */
export const TASKS = [
  'answer',
  'look-up',
  'summarise',
  'explain',
  'quiz',
  'translate',
  'define',
  'compare',
] as const
export type ThoughtTask = (typeof TASKS)[number]

/**
 * The body of `POST /thoughts`: one piece of delegated work with all that is needed for it, so that any replica can
 * do it. The same `thought` posted again with more `results` goes on after a tool call; posted again unchanged it
 * gives the parts that there are.
 */
export const ThoughtRequestSchema = v.object({
  /** Chosen by the client. */
  thought: Id,
  task: v.picklist(TASKS),
  question: v.pipe(v.string(), v.minLength(1), v.maxLength(QUESTION)),
  /** The language of the answer. */
  language: v.picklist(LANGUAGES),
  /** For whom to explain, in the person's words ("a ten-year-old"). */
  level: v.exactOptional(textUpTo(100)),
  /** The conversation so far, oldest first, without the question. */
  conversation: v.pipe(
    v.array(v.object({ who: v.picklist(['person', 'tutor']), text: textUpTo(QUESTION) })),
    v.maxLength(60),
  ),
  /** The page in front first, then tabs that are tutored too and were asked about. */
  pages: v.pipe(v.array(PageContextSchema), v.maxLength(8)),
  selection: v.exactOptional(textUpTo(PASSAGE_LENGTH)),
  /** Percepts of note, a sentence each ("was on line 3 for two minutes"). */
  noticed: v.pipe(v.array(textUpTo(500)), v.maxLength(20)),
  /** What checkers have found, a sentence each: facts, unlike all else. */
  facts: v.pipe(v.array(textUpTo(1_000)), v.maxLength(40)),
  tools: v.pipe(v.array(ToolSchema), v.maxLength(20)),
  results: v.pipe(v.array(ToolResultSchema), v.maxLength(20)),
  /** Whether the web may be searched and read for this. */
  web: v.boolean(),
  /** Nobody has asked for it yet: only a model on this machine may think about it, else the error is `no-model`. */
  ahead: v.exactOptional(v.literal(true)),
})
export type ThoughtRequest = v.InferOutput<typeof ThoughtRequestSchema>
