import { defineConfig } from '@playwright/test'

const MINUTE = 60_000
/** Panel and page sense on pages of their own, without the extension. */
const PARTS = ['**/panel-*.e2e.ts', '**/page-*.e2e.ts']

/** Whole stories that take little: they run in the second worker, after the parts. */
const BESIDE = ['manner', 'first-run', 'german', 'formulas', 'main-world', 'derivation'].map(
  (name) => `**/${name}.e2e.ts`,
)

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // The machines this runs on have two cores: of browsers with the extension in them one at a time.
  workers: 2,
  fullyParallel: false,
  // A test that passes at the second try is a fault that nobody looks at.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: MINUTE,
  expect: { timeout: 10_000 },
  globalTimeout: (process.argv.some((word) => /(^|=)long$/.test(word)) ? 120 : 15) * MINUTE,
  reporter: [['list']],
  projects: [
    { name: 'whole', testMatch: '**/*.e2e.ts', testIgnore: [...PARTS, ...BESIDE], workers: 1 },
    { name: 'beside', testMatch: BESIDE, workers: 1 },
    { name: 'parts', testMatch: PARTS },
    { name: 'long', testMatch: '**/*.long.ts', timeout: 15 * MINUTE, workers: 1 },
  ],
})
