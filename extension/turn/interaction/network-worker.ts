import glue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import binary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import * as ort from 'onnxruntime-web/wasm'
import interaction from '../../../models/interaction/weights/interaction.onnx?url'
import turns from '../../../models/interaction/weights/turns.onnx?url'
import type { Frame } from '../frame.ts'
import type { Policy, PolicyState } from '../policy.ts'
import { networkPolicy } from './network-policy.ts'
import { loadNetworks } from './networks.ts'

/** The interaction model's worker: a frame and the last state in, a decision out; `null` where it failed. */
ort.env.wasm.wasmPaths = {
  mjs: new URL(glue, self.location.href).href,
  wasm: new URL(binary, self.location.href).href,
}
ort.env.wasm.numThreads = 1
ort.env.logLevel = 'error'

const bytes = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer())

async function load(): Promise<Policy> {
  const weights = { turns: await bytes(turns), interaction: await bytes(interaction) }
  const networks = await loadNetworks(
    {
      tensor: (type, data, dims) => new ort.Tensor(type, data, dims),
      session: (model) => ort.InferenceSession.create(model, { executionProviders: ['wasm'] }),
    },
    weights,
  )
  return networkPolicy(networks)
}

const policy = load()
policy.then(
  () => self.postMessage({ id: 0, decision: null }),
  (error: unknown) => self.postMessage({ id: -1, why: String(error) }),
)

self.onmessage = async ({ data }: MessageEvent<{ id: number; frame: Frame; state: PolicyState }>) => {
  const decision = await policy.then((decide) => decide(data.frame, data.state)).catch(() => null)
  self.postMessage({ id: data.id, decision })
}
