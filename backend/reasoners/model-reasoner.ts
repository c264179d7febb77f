import { jsonSchema, type ModelMessage, type ToolSet } from 'ai'
import * as v from 'valibot'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import { type AnswerDoors, AnswerText } from './answer-text.ts'
import { type Asked, askModel, type Call } from './ask-model.ts'
import { enclosed, newFence } from './fence.ts'
import { type Guard, guardOf } from './guard.ts'
import { paced } from './paced.ts'
import { type Prompt, promptOf } from './prompt.ts'
import { endOf, type NewPart, type Reason, type ReasonDoors } from './reason.ts'
import { Spending } from './spending.ts'
import type { Thinker } from './thinker.ts'
import { WEB_TOOLS, WebTools } from './web-tools.ts'

/** Fewest tokens that are worth an answer. */
const LEAST_TOKENS = 50

const CallId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u))
const ArgumentsSchema = v.record(v.string(), v.unknown())

/** What keeps a model from sending, doing or showing what strangers want. */
export interface Safety {
  guardOf(request: ThoughtRequest): Guard
  answerText(doors: AnswerDoors): Pick<AnswerText, 'push' | 'end'>
}

const SAFETY: Safety = { guardOf, answerText: (doors) => new AnswerText(doors) }

/** A reasoner that thinks with a language model. */
export function modelReasoner(thinker: Thinker, safety: Safety = SAFETY): Reason {
  return (request, doors) => paced(new Thought(thinker, request, doors, safety).run())
}

/** One stream of one thought. */
class Thought {
  readonly #thinker: Thinker
  readonly #request: ThoughtRequest
  readonly #doors: ReasonDoors
  readonly #guard: Guard
  readonly #safety: Safety
  readonly #fence = newFence()
  readonly #web: WebTools
  readonly #spending: Spending
  readonly #cited = new Set<number>()
  readonly #blocked = new Set<string>()
  #hasTools: boolean
  #isLookedUp = false
  #shown = false

  constructor(thinker: Thinker, request: ThoughtRequest, doors: ReasonDoors, safety: Safety) {
    this.#thinker = thinker
    this.#request = request
    this.#doors = doors
    this.#guard = safety.guardOf(request)
    this.#safety = safety
    this.#web = new WebTools(request, doors, this.#guard)
    this.#hasTools = thinker.tools
    this.#spending = new Spending(doors.budget, thinker.prices)
  }

  async *run(): AsyncGenerator<NewPart> {
    try {
      for await (const part of this.#parts()) {
        if (part.kind === 'blocked') {
          if (this.#blocked.has(part.what)) continue
          this.#blocked.add(part.what)
        }
        this.#shown = true
        yield part
      }
    } catch {
      const { signal } = this.#doors
      yield { kind: 'error', error: signal.aborted ? endOf(signal) : 'internal' }
    }
  }

  async *#parts(): AsyncGenerator<NewPart> {
    const { signal } = this.#doors
    signal.throwIfAborted()
    for await (const part of this.#thinker.prepare?.(signal) ?? []) {
      yield part
      if (part.kind === 'error') return
    }
    yield* this.#answer()
  }

  async *#answer(): AsyncGenerator<NewPart> {
    const { task, web } = this.#request
    // The person's own question, before a model has read anything.
    if (web && !this.#isLookedUp && (task === 'look-up' || task === 'compare' || !this.#hasTools)) {
      this.#isLookedUp = true
      const failure = yield* this.#web.lookUp()
      if (failure !== null) {
        yield failure
        return
      }
    }
    const prompt = promptOf(this.#request, {
      fence: this.#fence,
      citables: this.#web.citables,
      room: this.#thinker.room,
    })
    const { steps } = this.#doors.budget
    for (let step = 1; step <= steps; step += 1) {
      const asked = yield* this.#ask(prompt, step === steps)
      if (asked === null) return
      if (asked.calls.length === 0) {
        const { tokens } = this.#spending
        yield { kind: 'done', by: 'model', model: this.#thinker.name.slice(0, 200), tokens }
        return
      }
      prompt.messages.push(...asked.messages)
      for (const call of asked.calls) {
        const answer = yield* this.#carryOut(call)
        if (answer === null) return
        prompt.messages.push(toolMessage(call, answer))
      }
      if (asked.ended === 'cut') break
    }
    yield { kind: 'blocked', what: 'limit' }
    yield { kind: 'error', error: 'model-garbled' }
  }

  /** Asks the model and shows its text; null where the thought has ended. */
  async *#ask(
    prompt: Prompt,
    isLast: boolean,
  ): AsyncGenerator<NewPart, Exclude<Asked, { ended: 'failed' }> | null> {
    const { signal, budget } = this.#doors
    const { tokens: maxTokens, bound } = this.#spending.left(prompt)
    if (maxTokens < LEAST_TOKENS) {
      yield { kind: 'error', error: bound }
      return null
    }
    const text = this.#safety.answerText({
      citable: (n) => this.#web.citables.find((citable) => citable.n === n),
      mayShow: (address) => this.#guard.mayShow(address),
      cited: this.#cited,
    })
    const tools = isLast || !this.#hasTools ? {} : this.#tools()
    const mayAskAgain = !this.#shown
    const asking = askModel(this.#thinker, prompt, {
      signal,
      silenceMs: budget.silenceMs,
      maxTokens,
      tools,
      mayAskAgain,
    })
    let written = 0
    let next = await asking.next()
    try {
      for (; !next.done; next = await asking.next()) {
        written += next.value.length
        yield* text.push(next.value)
      }
    } finally {
      // Who has turned away needs no more of it.
      if (!next.done) void asking.return({ ended: 'failed', error: 'cancelled' })
    }
    yield* text.end()
    const asked = next.value
    if (asked.ended === 'failed') {
      if (asked.withoutTools) {
        this.#hasTools = false
        yield* this.#answer()
        return null
      }
      yield { kind: 'error', error: asked.error }
      return null
    }
    this.#spending.spend(prompt, written, asked.tokens)
    if (asked.calls.length > 0 || (asked.ended === 'whole' && written > 0)) return asked
    if (written > 0 && bound === 'too-long') {
      yield { kind: 'blocked', what: 'limit' }
      return asked
    }
    yield { kind: 'error', error: asked.ended === 'cut' ? bound : 'model-garbled' }
    return null
  }

  #tools(): ToolSet {
    const offered = this.#request.tools.map(({ name, description, parameters }) => [
      name,
      { description, inputSchema: jsonSchema(parameters) },
    ])
    return { ...Object.fromEntries(offered), ...(this.#request.web ? WEB_TOOLS : {}) }
  }

  /** What a tool answers the model; null where the client is to carry it out. */
  async *#carryOut({ id, name, input }: Call): AsyncGenerator<NewPart, string | null> {
    if (this.#request.web && Object.hasOwn(WEB_TOOLS, name)) {
      const { words, data } = yield* this.#web.carryOut(name, input)
      if (data === undefined) return words
      return `${words}\n${enclosed(this.#fence, 'data', data.slice(0, this.#thinker.room))}`
    }
    const refused = this.#guard.refusesCall(name, input)
    if (refused !== null) {
      yield { kind: 'blocked', what: refused }
      return 'This was not done: it is not allowed here.'
    }
    if (!v.is(ArgumentsSchema, input)) return 'Wrong arguments.'
    const call = v.is(CallId, id) ? id : crypto.randomUUID()
    yield { kind: 'tool-call', call, name, arguments: input }
    return null
  }
}

function toolMessage({ id, name }: Call, text: string): ModelMessage {
  const output = { type: 'text' as const, value: text }
  return { role: 'tool', content: [{ type: 'tool-result', toolCallId: id, toolName: name, output }] }
}
