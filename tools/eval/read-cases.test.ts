import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, expect, test } from 'vitest'
import { readCases } from './read-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'aside-cases-'))
const file = join(folder, 'cases.jsonl')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const CaseSchema = v.object({ id: v.string() })
const read = (text: string) => {
  writeFileSync(file, text)
  return readCases(file, CaseSchema)
}

test('each line that is not blank is a case or is said to be skipped, whatever stands in the file', () => {
  const line = fc.oneof(
    fc.json(),
    fc.string({ unit: 'grapheme' }),
    fc.record({ id: fc.string() }).map((one) => JSON.stringify(one)),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const { cases, skipped } = read(lines.join('\n'))
      const written = lines
        .join('\n')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .filter((each) => each.trim() !== '')
      expect(cases.length + skipped.length).toBe(written.length)
    }),
    { numRuns: 200 },
  )
})

test('a megabyte of nonsense is one skipped line', () => {
  expect(read('['.repeat(1_000_000))).toEqual({ cases: [], skipped: ['line 1: not JSON'] })
})
