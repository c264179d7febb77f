import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['{extension,shared,tools}/**/*.test.{ts,tsx}'], exclude: ['extension/e2e/**'] },
})
