import { readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { turnTextIds } from '../../../extension/turn/interaction/tokens.ts'

/** Texts of which PyTorch's answers are stored beside the weights: what runs is held against what was trained. */
const EVERY = 7
const STORED = new URL('../weights/turns-parity.json', import.meta.url)
const DEVELOPMENT = new URL('../../../tools/eval/data/turns.jsonl', import.meta.url)
const CaseSchema = v.object({ text: v.string() })
const AnswersSchema = v.object({
  turn: v.array(v.array(v.number())),
  overlap: v.array(v.array(v.number())),
})

const parityTexts = () =>
  readFileSync(DEVELOPMENT, 'utf8')
    .split('\n')
    .filter((line, index) => line !== '' && index % EVERY === 0)
    .map((line) => v.parse(CaseSchema, JSON.parse(line)).text)

/** Their ids, int32, for `export_turn_text.py`. */
export function writeParityIds(path: string): void {
  const ids = parityTexts().map(turnTextIds)
  writeFileSync(path, new Uint8Array(Int32Array.from(ids.flatMap((one) => [...one])).buffer))
}

/** Its answers, as `weights/turns-parity.json`. */
export function storeParity(path: string): void {
  const answers = v.parse(AnswersSchema, JSON.parse(readFileSync(path, 'utf8')))
  const rounded = (values: readonly number[] | undefined) =>
    (values ?? []).map((value) => Number(value.toFixed(6)))
  const stored = parityTexts().map((text, index) => ({
    text,
    turn: rounded(answers.turn[index]),
    overlap: rounded(answers.overlap[index]),
  }))
  writeFileSync(STORED, `${JSON.stringify(stored)}\n`)
}
