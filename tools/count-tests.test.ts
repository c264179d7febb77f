import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './count-tests.ts'

const folder = mkdtempSync(join(tmpdir(), 'aside-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] }

test('counts what the runners report', () => {
  expect(countVitest(report(vitest), true)).toEqual({ passed: 3, failed: 0, skipped: 2 })
  expect(countPlaywright(report(playwright), true)).toEqual({ passed: 2, failed: 0, skipped: 1 })
})

test('a file that does not load is a failure although no test of it failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(countVitest(report({ ...vitest, testResults }), false).failed).toBe(1)
  expect(countPlaywright(report({ ...playwright, errors: [{}] }), false).failed).toBe(1)
})

test('a test that passes at the second try only is a failure', () => {
  const stats = { ...playwright.stats, flaky: 1 }
  expect(countPlaywright(report({ ...playwright, stats }), true).failed).toBe(1)
})

test('a runner that fails without a failed test is a failure', () => {
  expect(countVitest(report(vitest), false).failed).toBe(1)
})

test('a runner without a report, or without any test, is a failure', () => {
  expect(countVitest(join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countPlaywright(report({ ...playwright, stats }), true).failed).toBe(1)
})
