import { Worker } from 'node:worker_threads'
import type { LanguageModel } from 'ai'
import { ReasonerError } from '../provider-error.ts'
import type { FromWorker, ToWorker, WorkerModel } from './worker-messages.ts'

type Model = Extract<LanguageModel, { specificationVersion: 'v4' }>
type CallOptions = Parameters<Model['doStream']>[0]
type StreamResult = Awaited<ReturnType<Model['doStream']>>
type StreamPart = StreamResult['stream'] extends ReadableStream<infer Each> ? Each : never

/** Tokens of an answer for which nobody has set a bound. */
const USUAL_TOKENS = 1_000
/** An idle model gives its memory back after so long, ms. */
const IDLE_MS = 10 * 60_000
/** A sign of life while others are answered first, ms. */
const WAITING_MS = 5_000

interface Running {
  thread: Worker
  /** Fulfilled once it can answer; rejects where the files are broken. */
  ready: Promise<void>
  /** Fulfilled once the thread has ended. */
  gone: Promise<void>
}

/**
 * A model of transformers.js in a worker thread of its own, as the AI SDK wants it. Text only: it calls no tools. The
 * worker begins with the first question and ends when nobody has asked for a while.
 */
export class EmbeddedModel {
  readonly model: Model
  readonly #files: WorkerModel
  readonly #listeners = new Map<number, (message: FromWorker) => void>()
  #worker: Running | null = null
  #idle: ReturnType<typeof setTimeout> | undefined
  #nextId = 1

  constructor(name: string, files: WorkerModel) {
    this.#files = files
    this.model = {
      specificationVersion: 'v4',
      provider: 'embedded',
      modelId: name,
      supportedUrls: {},
      doStream: (options) => this.#stream(options),
      doGenerate: () => Promise.reject(new ReasonerError('internal')),
    }
  }

  get isLoaded(): boolean {
    return this.#worker !== null
  }

  /** Fulfilled once the model can answer. Rejects where its files are broken, or with the signal's reason. */
  async load(signal: AbortSignal): Promise<void> {
    await Promise.race([this.#start().ready, aborted(signal)])
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    // Never `terminate`: a thread that is ended within a forward pass takes the process with it (onnxruntime-node).
    const close: ToWorker = { kind: 'close' }
    worker?.thread.ref()
    worker?.thread.postMessage(close)
    await worker?.gone
  }

  #start(): Running {
    this.#rest()
    if (this.#worker !== null) return this.#worker
    const thread = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: this.#files })
    // A backend that is done is not kept by its model.
    thread.unref()
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
    ready.catch(() => {})
    const ended = Promise.withResolvers<void>()
    const gone = (): void => {
      ended.resolve()
      reject(new ReasonerError('model-garbled'))
      if (this.#worker?.thread === thread) this.#worker = null
      for (const [id, listen] of this.#listeners) listen({ kind: 'failed', id, why: 'broken' })
    }
    thread.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve()
      else this.#listeners.get(message.id)?.(message)
    })
    thread.on('error', gone)
    thread.on('exit', gone)
    this.#worker = { thread, ready, gone: ended.promise }
    return this.#worker
  }

  #rest(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      if (this.#listeners.size > 0) this.#rest()
      else void this.close()
    }, IDLE_MS)
    this.#idle.unref()
  }

  async #stream({ prompt, maxOutputTokens, abortSignal }: CallOptions): Promise<StreamResult> {
    const { thread } = this.#start()
    const id = this.#nextId
    this.#nextId += 1
    const post = (message: ToWorker): void => thread.postMessage(message)
    const end = (): void => {
      if (this.#listeners.delete(id)) post({ kind: 'stop', id })
    }
    const stream = new ReadableStream<StreamPart>({
      start: (controller) => {
        const life = setInterval(() => controller.enqueue({ type: 'ping' }), WAITING_MS)
        const done = (): void => {
          clearInterval(life)
          this.#listeners.delete(id)
        }
        this.#listeners.set(id, (message) => {
          switch (message.kind) {
            case 'fed':
              controller.enqueue({ type: 'ping' })
              break
            case 'piece':
              controller.enqueue({ type: 'text-delta', id: 'text', delta: message.text })
              break
            case 'ended': {
              const { reason, tokens } = message
              controller.enqueue({ type: 'text-end', id: 'text' })
              controller.enqueue({
                type: 'finish',
                finishReason: { unified: reason, raw: reason },
                usage: {
                  inputTokens: { total: tokens.in, noCache: tokens.in, cacheRead: 0, cacheWrite: 0 },
                  outputTokens: { total: tokens.out, text: tokens.out, reasoning: 0 },
                },
              })
              done()
              controller.close()
              break
            }
            case 'failed':
              controller.enqueue({
                type: 'error',
                error: new ReasonerError(message.why === 'too-long' ? 'too-long' : 'model-stopped'),
              })
              done()
              controller.close()
              break
            default:
          }
        })
        abortSignal?.addEventListener('abort', () => {
          if (!this.#listeners.has(id)) return
          clearInterval(life)
          end()
          controller.error(abortSignal.reason)
        })
        controller.enqueue({ type: 'stream-start', warnings: [] })
        controller.enqueue({ type: 'text-start', id: 'text' })
        post({ kind: 'answer', id, messages: turnsOf(prompt), maxTokens: maxOutputTokens ?? USUAL_TOKENS })
      },
      cancel: end,
    })
    return { stream }
  }
}

type Turn = Extract<ToWorker, { kind: 'answer' }>['messages'][number]

/** A prompt as turns of text. */
function turnsOf(prompt: CallOptions['prompt']): Turn[] {
  return prompt.flatMap((message): Turn[] => {
    if (message.role === 'system') return [{ role: 'system', content: message.content }]
    if (message.role === 'tool') return []
    const content = message.content.map((part) => (part.type === 'text' ? part.text : '')).join('')
    return [{ role: message.role, content }]
  })
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
