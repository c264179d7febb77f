import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { type AskedModel, openAiWire, type Wire } from './scripted-wires.ts'
import type { Thinker } from './thinker.ts'

/** One thing that a scripted model does, in order. Without an end of its own an answer ends well. */
export type ScriptLine =
  | { text: string }
  | { call: string; arguments: unknown }
  /** Raw bytes of the stream. */
  | { raw: string }
  | { waitMs: number }
  /** Goes on when this is fulfilled. */
  | { until: Promise<unknown> }
  /** Says nothing more and keeps the connection. */
  | 'hang'
  /** The connection breaks off. */
  | 'die'
  /** An error that the provider puts into its stream: HTTP's number for it, and it ends there. */
  | { error: number }
  /** The answer was longer than it may be. */
  | 'cut'
  /** Refuses instead of answering; must be the first line. */
  | { status: number; headers?: Record<string, string>; body?: string }

export type Script = (asked: AskedModel) => readonly ScriptLine[]

/**
 * A server that speaks the wire format of a provider for streamed answers (OpenAI's, else the one it is given) and says
 * what a script says: a stand-in for models that cost money, in tests only. It counts every fourth letter as a token.
 */
export class ScriptedModel implements AsyncDisposable {
  /** All that it was asked. */
  readonly asked: AskedModel[] = []
  /** How many connections were closed by the other side before the answer was whole. */
  leftEarly = 0
  #script: Script
  readonly #wire: Wire
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  constructor(script: Script = () => [{ text: 'Hello.' }], wire: Wire = openAiWire) {
    this.#script = script
    this.#wire = wire
  }

  /** What is said from now on. */
  say(script: Script | readonly ScriptLine[]): void {
    this.#script = typeof script === 'function' ? script : () => script
  }

  /** Its address, up to the version that clients expect. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const bound = this.#server.address()
    if (bound === null || typeof bound === 'string') throw new Error('the scripted model has no port')
    return `http://127.0.0.1:${bound.port}${this.#wire.version}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (path.endsWith('/models'))
      return void response.setHeader('content-type', 'application/json').end('{"data":[{"id":"scripted"}]}')
    if (!this.#wire.path.test(path)) return void response.writeHead(404).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const asked = this.#wire.read(JSON.parse(Buffer.concat(chunks).toString()), path)
    this.asked.push(asked)
    response.once('close', () => {
      if (!response.writableFinished) this.leftEarly += 1
    })
    await this.#play(this.#script(asked), asked, response)
  }

  async #play(lines: readonly ScriptLine[], asked: AskedModel, response: ServerResponse): Promise<void> {
    const first = lines[0]
    if (typeof first === 'object' && 'status' in first) {
      response.writeHead(first.status, { 'content-type': 'application/json', ...first.headers })
      return void response.end(first.body ?? this.#wire.refusal(first.status))
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    const tokensIn = tokens(JSON.stringify(asked.messages).length)
    const answer = this.#wire.begin(asked, tokensIn)
    let letters = 0
    let calls = 0
    response.write(answer.first)
    for (const line of lines) {
      if (line === 'hang') return
      if (line === 'die') return void response.destroy()
      if (line === 'cut') break
      if ('raw' in line) response.write(line.raw)
      if ('error' in line) return void response.end(this.#wire.error(line.error))
      if ('waitMs' in line) await pause(line.waitMs)
      if ('until' in line) await line.until
      if ('text' in line) {
        letters += line.text.length
        response.write(answer.text(line.text))
      }
      if ('call' in line) {
        response.write(
          answer.call(calls, `call_${asked.messages.length}_${calls}`, line.call, line.arguments),
        )
        calls += 1
      }
    }
    const why = lines.includes('cut') ? 'cut' : calls > 0 ? 'calls' : 'whole'
    response.end(answer.last(why, { in: tokensIn, out: tokens(letters) }))
  }
}

function tokens(letters: number): number {
  return Math.ceil(letters / 4)
}

/** A thinker that asks a scripted model as it asks a server of the person's own. */
export async function scriptedThinker(model: ScriptedModel): Promise<Thinker> {
  const provider = createOpenAICompatible({
    name: 'scripted',
    baseURL: await model.listen(),
    includeUsage: true,
  })
  return {
    model: provider('scripted'),
    name: 'Scripted',
    local: true,
    tools: true,
    room: 20_000,
    prices: null,
  }
}

/** All text that a model was given, as one. */
export function promptTextOf({ messages }: AskedModel): string {
  return messages
    .map(({ content }) =>
      typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join(''),
    )
    .join('\n')
}
