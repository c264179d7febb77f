import { defineConfig } from '@playwright/test'

const MINUTE = 60_000

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // One browser at a time: the machines this runs on have two cores, and latencies are measured.
  workers: 1,
  fullyParallel: false,
  // A test that passes at the second try is a fault that nobody looks at.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: MINUTE,
  expect: { timeout: 10_000 },
  globalTimeout: (process.argv.some((word) => /(^|=)long$/.test(word)) ? 120 : 15) * MINUTE,
  reporter: [['list']],
  projects: [
    { name: 'default', testMatch: '**/*.e2e.ts' },
    { name: 'long', testMatch: '**/*.long.ts', timeout: 15 * MINUTE },
  ],
})
