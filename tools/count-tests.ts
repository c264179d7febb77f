import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  /** What went wrong outside any test, such as a file that does not load. */
  errors: unknown[]
}

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** A check that passes or fails as a whole counts as one test. */
export function countCheck(succeeded: boolean): Counts {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
}

export function countVitest(reportFile: string, succeeded: boolean): Counts {
  const report = readReport<VitestReport>(reportFile)
  if (!report) return countCheck(false)
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return withFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    succeeded,
  )
}

export function countPlaywright(reportFile: string, succeeded: boolean): Counts {
  const report = readReport<PlaywrightReport>(reportFile)
  if (!report) return countCheck(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return withFailure(
    { passed: expected, failed: unexpected + flaky + report.errors.length, skipped },
    succeeded,
  )
}

/** A runner that fails although none of its tests did, or ran none at all, is itself a failure. */
function withFailure(counts: Counts, succeeded: boolean): Counts {
  const silent = counts.failed === 0 && (!succeeded || counts.passed + counts.skipped === 0)
  return silent ? addCounts(counts, countCheck(false)) : counts
}

/** Undefined when the runner died before it wrote its report. */
function readReport<Report>(file: string): Report | undefined {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}
