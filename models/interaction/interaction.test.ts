import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { STATE } from '../../extension/turn/interaction/networks.ts'
import { nodeNetworks } from '../../tools/eval/node-networks.ts'

const Numbers = v.array(v.number())
const StoredSchema = v.array(v.object({ features: Numbers, acts: Numbers, beliefs: Numbers }))

it('says in onnxruntime-web what PyTorch said, its state carried from one micro-turn to the next', async () => {
  const file = `${import.meta.dirname}/weights/interaction-parity.json`
  const stored = v.parse(StoredSchema, JSON.parse(readFileSync(file, 'utf8')))
  const networks = await nodeNetworks()
  if (networks === null) throw new Error('There are no weights.')
  let state: number[] = Array.from({ length: STATE }, () => 0)
  for (const { features, acts, beliefs } of stored) {
    const judged = await networks.judge(Float32Array.from(features), state)
    for (const [index, act] of acts.entries())
      expect(Math.abs((judged.acts[index] ?? NaN) - act)).toBeLessThan(1e-4)
    for (const [index, belief] of beliefs.entries())
      expect(Math.abs((judged.beliefs[index] ?? NaN) - belief)).toBeLessThan(1e-4)
    state = Array.from(judged.next)
  }
})
