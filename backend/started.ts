import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import * as v from 'valibot'
import { type Part, PartSchema } from '../shared/thoughts/part.ts'
import type { Hex } from '../shared/thoughts/proof.ts'
import type { Environment } from './configuration.ts'
import { Caller } from './pairing/caller.ts'
import type { Reason } from './reasoners/reason.ts'
import { serve } from './serve.ts'

/** For tests and benchmarks: a whole backend on a port of its own. */
export interface Started {
  readonly port: number
  readonly folder: string
  /** What the terminal shows. */
  readonly said: readonly string[]
  /** The code that is shown. */
  code(): string
  /** Pairs, and begins a session. */
  caller(): Promise<Caller>
  /** Ends the process's work; the folder stays for the next one. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** @param token of an earlier pairing with the same folder */
export async function startBackend({
  reason,
  env = {},
  folder = mkdtempSync(join(tmpdir(), 'aside-backend-')),
  token,
}: {
  reason?: Reason
  env?: Environment
  folder?: string
  token?: Hex
} = {}): Promise<Started> {
  const said: string[] = []
  const end = new AbortController()
  const { port, ended } = await serve({
    // Whatever runs on this machine is not asked.
    env: { ASIDE_PORT: '0', ASIDE_OLLAMA_ADDRESS: 'http://127.0.0.1:9', ...env },
    folder,
    say: (line) => said.push(line),
    signal: end.signal,
    ...(reason && { reason }),
  })
  let known = token
  const stop = () => {
    end.abort()
    return ended
  }
  const code = () => said.findLast((line) => line.startsWith('pairing code: '))?.slice(14) ?? ''
  return {
    port,
    folder,
    said,
    code,
    async caller() {
      known ??= await Caller.pair(port, code())
      return await Caller.begin(port, known)
    },
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The parts of an answer, as they come. */
export async function* partsIn(answer: Response): AsyncGenerator<Part> {
  if (answer.body === null) return
  const events = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  for await (const { id, data } of events) {
    const part = v.parse(PartSchema, JSON.parse(data))
    if (id !== String(part.seq)) throw new Error(`Event ${id} holds part ${part.seq}.`)
    yield part
  }
}

/** All parts of an answer. */
export async function allPartsIn(answer: Response): Promise<Part[]> {
  const parts: Part[] = []
  for await (const part of partsIn(answer)) parts.push(part)
  return parts
}
