import { existsSync, readFileSync } from 'node:fs'
import * as ort from 'onnxruntime-web/wasm'
import { loadNetworks, type Networks } from '../../extension/turn/interaction/networks.ts'
import type { Runtime } from '../../extension/turn/interaction/runtime.ts'

const WEIGHTS = `${import.meta.dirname}/../../models/interaction/weights`

/** The shipped networks on the engine that ships, one thread, in Node; null while there are no weights. */
export async function nodeNetworks(folder = WEIGHTS): Promise<Networks | null> {
  const files = ['turns', 'interaction'].map((name) => `${folder}/${name}.onnx`)
  if (!files.every((file) => existsSync(file))) return null
  const [turns, interaction] = files.map((file) => new Uint8Array(readFileSync(file)))
  if (turns === undefined || interaction === undefined) return null
  return loadNetworks(nodeRuntime(), { turns, interaction })
}

/** The engine that ships, in Node: plain wasm, one thread. */
export function nodeRuntime(): Runtime<ort.Tensor> {
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
  return {
    tensor: (type, data, dims) => new ort.Tensor(type, data, dims),
    session: (model) => ort.InferenceSession.create(model, { executionProviders: ['wasm'] }),
  }
}
