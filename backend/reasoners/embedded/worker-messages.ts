/** What the worker that runs the model is told. */
export type ToWorker =
  | {
      kind: 'answer'
      id: number
      messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
      maxTokens: number
    }
  | { kind: 'stop'; id: number }
  /** Ends the thread, once what runs has stopped. */
  | { kind: 'close' }

/** What it tells. `fed`: it is reading the prompt. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'fed'; id: number }
  | { kind: 'piece'; id: number; text: string }
  | { kind: 'ended'; id: number; reason: 'stop' | 'length'; tokens: { in: number; out: number } }
  | { kind: 'failed'; id: number; why: 'too-long' | 'broken' }

/** Which model it runs. */
export interface WorkerModel {
  /** Absolute path. */
  folder: string
  dtype: 'q8' | 'q4'
  contextTokens: number
}
