import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSame, newCode, newNonce, prove, readCode, sessionKey, signRequest, tokenOf } from './proof.ts'

const meeting = { client: 'a'.repeat(32), server: 'b'.repeat(32), port: 27_433 }

test('a fresh code reads back, however it is typed', () => {
  fc.assert(
    fc.property(fc.constant(null), fc.boolean(), () => {
      const code = newCode()
      const read = readCode(code)
      expect(read).toBe(code.replaceAll('-', ''))
      expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(read)
    }),
  )
  expect(readCode('OIL0-0000-0000')).toBe('011000000000')
  for (const typed of ['', 'ABCD', 'ABCD-EFGH-JKMU', 'x'.repeat(1_000_000)])
    expect(readCode(typed)).toBeNull()
})

test('HMAC-SHA-256 as RFC 4231 has it, over parts told apart by their lengths', async () => {
  // Computed with OpenSSL: printf '5:aside11:pair-client32:aa…32:bb…5:27433' | openssl dgst -sha256 -hmac KEY.
  expect(await prove('KEY', 'pair-client', meeting)).toBe(
    '99d2f1c8cd748720b13522463ec653617ca607673bf5f100711cdc8cc03e5e38',
  )
  expect(await signRequest('k', { method: 'GET', path: '/a', count: 12, body: '' })).not.toBe(
    await signRequest('k', { method: 'GET', path: '/a1', count: 2, body: '' }),
  )
})

test('a proof fits one claim, one port, one secret and two nonces', async () => {
  const proofs = await Promise.all([
    prove('KEY', 'pair-client', meeting),
    prove('KEY', 'pair-server', meeting),
    prove('KEY', 'session-client', meeting),
    prove('KEY', 'session-server', meeting),
    prove('KEY', 'pair-client', { ...meeting, port: 27_434 }),
    prove('KEZ', 'pair-client', meeting),
    prove('KEY', 'pair-client', { ...meeting, client: newNonce() }),
    prove('KEY', 'pair-client', { ...meeting, server: newNonce() }),
    tokenOf('KEY', meeting),
    sessionKey('KEY', meeting),
  ])
  expect(new Set(proofs).size).toBe(proofs.length)
  expect(isSame('ab', 'ab')).toBe(true)
  expect(isSame('ab', 'aa')).toBe(false)
  expect(isSame('ab', 'abc')).toBe(false)
})
