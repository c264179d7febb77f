import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import parity from '../../models/interaction/weights/turns-parity.json' with { type: 'json' }
import { parseCases } from './read-cases.ts'
import { openRunTurnText } from './read-turn.ts'
import { makeTurnsEval, type ReadTurn, type TurnsCase, TurnsCaseSchema } from './turns.ts'

const cases: TurnsCase[] = [
  { id: 'a', text: 'I see it', label: 'finished', kind: 'chat' },
  { id: 'b', text: 'I see the', label: 'unfinished', kind: 'chat' },
  { id: 'c', text: 'because of', label: 'unfinished', kind: 'prose' },
  { id: 'd', text: 'hold on', label: 'wait', kind: 'chat' },
]

/** Reads "the" and "hold on" right, and takes all else for finished. */
const reader: ReadTurn = async (text) => {
  const unfinished = text.endsWith('the') ? 0.6 : 0.2
  const wait = text === 'hold on' ? 0.7 : 0.1
  return text === '' ? null : [0.5, unfinished, wait, 0, 1, 0]
}
const score = (some: TurnsCase[], byKind = false) => makeTurnsEval(async () => reader).run(some, { byKind })

describe('the score', () => {
  test('is for each label the share of its texts that the largest probability names', async () => {
    const { figures, results } = await score(cases)
    expect(figures).toMatch(/^turns finished=1\.000 unfinished=0\.500 wait=1\.000 ms_p99=\d+\.\d\d$/)
    expect(results.map((result) => 'verdict' in result && result.verdict)).toEqual([
      'right',
      'right',
      'wrong',
      'right',
    ])
    expect(results[2]).toMatchObject({ reason: '“because of” was taken for finished (0.50)' })
  })

  test('takes no text at all for unfinished', async () => {
    const { figures } = await score([{ id: 'e', text: '', label: 'unfinished' }])
    expect(figures).toContain('unfinished=1.000')
  })

  test('is given for each kind on demand', async () => {
    const { kinds } = await score(cases, true)
    expect(kinds).toEqual([
      'turns kind=chat finished=1.000 unfinished=1.000 wait=1.000 n=3 skipped=0',
      'turns kind=prose finished=1.000 unfinished=0.000 wait=1.000 n=1 skipped=0',
    ])
  })

  test('skips a label that there is not', () => {
    const { cases, skipped } = parseCases(
      '{"id":"x","text":"hm","label":"maybe"}\n{"id":"y","text":"hm","label":"wait"}',
      TurnsCaseSchema,
    )
    expect([cases.length, skipped.length]).toEqual([1, 1])
  })
})

test('the development file has at least 300 texts, each once, and some of every label', () => {
  const { cases, skipped } = parseCases(
    readFileSync(new URL('data/turns.jsonl', import.meta.url), 'utf8'),
    TurnsCaseSchema,
  )
  expect(skipped).toEqual([])
  expect(cases.length).toBeGreaterThanOrEqual(300)
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length)
  expect(new Set(cases.map(({ label }) => label)).size).toBe(3)
})

test('what the weights say of stored texts is what they said in training', async () => {
  const run = await openRunTurnText()
  expect(parity.length).toBeGreaterThanOrEqual(50)
  for (const { text, ...expected } of parity) {
    const said = await run(text)
    const apart = (name: 'turn' | 'overlap') =>
      Math.max(...expected[name].map((value, index) => Math.abs(value - (said[name][index] ?? Number.NaN))))
    expect(Math.max(apart('turn'), apart('overlap')), text).toBeLessThanOrEqual(1e-4)
  }
})
