import { readFile } from 'node:fs/promises'
import { openTurnText, type RunTurnText, readTurnText } from '../../extension/turn/interaction/turn-text.ts'
import { nodeRuntime } from './node-networks.ts'
import type { ReadTurn } from './turns.ts'

const WEIGHTS = new URL('../../models/interaction/weights/turns.onnx', import.meta.url)

/** The shipped turn text network on the engine that ships. */
export const openRunTurnText = async (): Promise<RunTurnText> =>
  openTurnText(nodeRuntime(), await readFile(WEIGHTS))

/** The product's reading of a text. */
export async function openReadTurn(): Promise<ReadTurn> {
  const run = await openRunTurnText()
  return (text) => readTurnText(text, 'en', run)
}
