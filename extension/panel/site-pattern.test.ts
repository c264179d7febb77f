import { expect, test } from 'vitest'
import { sitePattern } from './site-pattern.ts'

test('an origin is asked for with every port of it', () => {
  expect(sitePattern('https://example.org')).toBe('https://example.org/*')
  expect(sitePattern('http://demo.localhost:8080')).toBe('http://demo.localhost/*')
})

test('pages without an origin of the web cannot be asked for', () => {
  for (const origin of ['chrome://settings', 'null', '', 'file:///tmp/a.html', 'about:blank'])
    expect(sitePattern(origin)).toBeNull()
})
