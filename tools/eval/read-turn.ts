import { readFile } from 'node:fs/promises'
import * as ort from 'onnxruntime-web'
import { type RunTurnText, readTurnText, turnTextRunner } from '../../extension/turn/interaction/turn-text.ts'
import type { ReadTurn } from './turns.ts'

/** Where the weights stand. */
const WEIGHTS = new URL('../../models/interaction/weights/turns.onnx', import.meta.url)

/** The network on the runtime of the browser: plain wasm, one thread. */
export async function openRunTurnText(): Promise<RunTurnText> {
  ort.env.wasm.numThreads = 1
  const session = await ort.InferenceSession.create(await readFile(WEIGHTS), { executionProviders: ['wasm'] })
  return turnTextRunner(ort, session)
}

/** The product's reading of a text. */
export async function openReadTurn(): Promise<ReadTurn> {
  const run = await openRunTurnText()
  return (text) => readTurnText(text, 'en', run)
}
