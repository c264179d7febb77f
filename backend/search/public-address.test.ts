import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress, readablePage } from './public-address.ts'

test.each([
  ['8.8.8.8', true],
  ['93.184.216.34', true],
  ['2606:4700:4700::1111', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['localhost', false],
  ['', false],
])('%s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is)
})

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'http://169.254.169.254/latest/meta-data/',
  'https://example.com:8443/',
  'https://name:word@example.com/',
  'file:///etc/passwd',
  'ftp://example.com/',
  'javascript:alert(1)',
  'data:text/html,x',
  '//example.com',
  '',
])('%s is not read', (address) => {
  expect(readablePage(address)).toBeNull()
})

test('pages of the web are', () => {
  for (const address of [
    'https://en.wikipedia.org/wiki/Pi',
    'http://example.com/',
    'https://example.com:443/a?b#c',
  ])
    expect(readablePage(address)?.href).toBe(new URL(address).href)
})

test('no address throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV6(), fc.ipV4()), (address) => {
      readablePage(address)
      isPublicAddress(address)
    }),
  )
})
