import { expect, test } from 'vitest'
import { matchesPattern } from './match-pattern.ts'

test.each([
  ['http://localhost:3000', 'http://localhost/*', true],
  ['https://a.example', 'https://a.example/*', true],
  ['http://a.example', 'https://a.example/*', false],
  ['https://b.a.example', 'https://*.a.example/*', true],
  ['https://a.example', '*://*.a.example/*', true],
  ['https://nota.example', 'https://*.a.example/*', false],
  ['https://a.example', 'https://*/*', true],
  ['https://a.example', '<all_urls>', false],
  ['nonsense', 'https://*/*', false],
])('%s under %s: %s', (origin, pattern, covered) => {
  expect(matchesPattern(origin, pattern)).toBe(covered)
})
