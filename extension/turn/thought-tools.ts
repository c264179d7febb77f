import * as v from 'valibot'
import { answerText } from '../../shared/math/computing/answer-text.ts'
import { evidenceText } from '../../shared/math/evidence-text.ts'
import type { Computed, Task } from '../../shared/percepts/computation.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import { compute } from '../../shared/skills/compute.ts'
import type { SkillContext } from '../../shared/skills/skill.ts'
import type { Part } from '../../shared/thoughts/part.ts'
import type { Tool } from '../../shared/thoughts/thought-request.ts'
import type { LoopState } from './loop-state.ts'
import { type ThoughtState, toolRequestId } from './thought-state.ts'
import { ask, type Work } from './work.ts'

type Call = Extract<Part, { kind: 'tool-call' }>

/** Calls of one thought. */
const CALLS = 8

const WorkOutSchema = v.object({ request: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) })
const CheckStepsSchema = v.object({
  lines: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.minLength(1), v.maxLength(30)),
})

/** What the reasoner may have done here: both only work something out, and neither sends, reads or changes anything. */
export const THOUGHT_TOOLS: readonly Tool[] = [
  {
    name: 'work_out',
    description:
      'Works out mathematics exactly and verifies it: "solve x^2 = 9", "simplify (x^2-1)/(x-1)", "differentiate x^3", "integrate 2x from 0 to 3".',
    parameters: {
      type: 'object',
      properties: { request: { type: 'string' } },
      required: ['request'],
      additionalProperties: false,
    },
  },
  {
    name: 'check_steps',
    description:
      'Checks a working, one line of mathematics in each string: does each line follow from the one before?',
    parameters: {
      type: 'object',
      properties: { lines: { type: 'array', items: { type: 'string' } } },
      required: ['lines'],
      additionalProperties: false,
    },
  },
]

/** Carries out what a thought asks for; its result lets it go on. */
export function callTool(work: Work, thought: ThoughtState, call: Call): void {
  const { state } = work
  const id = toolRequestId(thought)
  if (thought.results.length >= CALLS)
    return answerCall(thought, 'No more calls are possible. Answer with what is known.')
  if (call.name === 'work_out') {
    const args = v.safeParse(WorkOutSchema, call.arguments)
    const task = args.success ? taskOf(args.output.request) : null
    if (task === null) return answerCall(thought, 'This request was not understood.')
    state.computations.push({ id, tutoring: thought.tutoring, task, seed: state.run % 2 ** 31 })
  } else if (call.name === 'check_steps') {
    const args = v.safeParse(CheckStepsSchema, call.arguments)
    if (!args.success) return answerCall(thought, 'The lines were not understood.')
    const { lines } = args.output
    ask(work, {
      id,
      tutoring: thought.tutoring,
      path: null,
      text: lines.join('\n'),
      lines,
      lastUnfinished: false,
      paused: true,
      seed: state.run % 2 ** 31,
      problem: null,
      asked: false,
    })
  } else answerCall(thought, 'There is no such tool.')
}

/** The request is read in English, as the tool is described, and nothing else is known to it. */
const CONTEXT: SkillContext = {
  now: 0,
  timeZone: 0,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}

function taskOf(request: string): Task | null {
  const args = compute.understand(request, CONTEXT)
  return args === null ? null : (compute.run(args, CONTEXT).compute ?? null)
}

function answerCall(thought: ThoughtState, result: string): void {
  const { call } = thought
  if (call === null) return
  thought.results.push({ call: call.call, name: call.name, arguments: call.arguments, result })
  thought.call = null
  thought.underWay = false
}

const waitsFor = (state: LoopState, id: string) =>
  state.thoughts?.find((thought) => thought.call !== null && toolRequestId(thought) === id)

/** @returns whether a thought had asked for it */
export function takeToolComputed({ state }: Work, { request, answer, failed }: Computed): boolean {
  const thought = waitsFor(state, request.id)
  if (thought === undefined) return false
  const unknown = failed || answer === null || answer.kind === 'exercise'
  answerCall(thought, unknown ? 'It could not be worked out.' : answerText(answer, 'en', state.manner))
  return true
}

/** @returns whether a thought had asked for it */
export function takeToolFinding({ state }: Work, { request, verdicts, failed }: Finding): boolean {
  const thought = waitsFor(state, request.id)
  if (thought === undefined) return false
  const lines = verdicts.map((verdict) => {
    const name = `Line ${verdict.line + 1}`
    if (verdict.verdict === 'follows') return `${name} follows.`
    if (verdict.verdict === 'cannot-tell') return `${name}: cannot tell.`
    return `${name} does not follow. ${evidenceText(verdict.proof, 'en', state.manner)}`
  })
  answerCall(thought, failed ? 'It could not be checked.' : lines.join('\n').slice(0, 4_000))
  return true
}
