import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{extension,backend,models,shared,tools}/**/*.test.{ts,tsx}'],
    exclude: ['extension/e2e/**'],
    // Nothing is timed here: a property test on a busy machine may take its time.
    testTimeout: 30_000,
  },
})
