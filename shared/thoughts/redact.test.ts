import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact, redactAll } from './redact.ts'

test.each([
  ['write to anna.b+x@mail.example.org, please', 'write to [email], please'],
  ['call +49 170 1234567 or (030) 123-4567', 'call [phone] or [phone]'],
  ['555-123-4567', '[phone]'],
  ['0170/1234567', '[phone]'],
  ['card 4111 1111 1111 1111 expires 12/30', 'card [card] expires 12/30'],
  ['378282246310005', '[card]'],
  ['IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [account].'],
  ['GB82WEST12345698765432', '[account]'],
  ['sk-proj-abcdefghijklmnop1234', '[key]'],
  ['ghp_abcdefghijklmnopqrstuvwxyz012345', '[key]'],
  ['Authorization: Bearer abc.def-ghijklmnop123', 'Authorization: Bearer [key]'],
  ['password: hunter22!', 'password: [key]'],
  ['API_KEY="abc123def"', 'API_KEY="[key]"'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '[key]'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY----- rest', '[key] rest'],
])('%s', (text, redacted) => {
  expect(redact(text).text).toBe(redacted)
})

test.each([
  '2(x + 3) = 10 and x = 2',
  '3.14159265358979 and 2.71828182845905',
  '1 000 000 000 000 000 + 1 = 1000000000000001',
  '12345678901234567890',
  '4111 1111 1111 1112',
  'f(x) = 3x^2 - 555 - 123',
  '2026-11-24 12:30:00, 10.1.2.3',
  'DE89 is no account; DE00 3704 0044 0532 0130 00 neither',
  'the token is on the table; a secret: yes',
  'x@y, a@b = c, user@host',
  'ISBN 978-3-16-148410-0',
  '0.123-4567 and 100-200-300',
])('%s stays as it is', (text) => {
  expect(redact(text)).toEqual({ text, found: {} })
})

test('what is redacted once is not redacted again, whatever the text', () => {
  const piece = fc.constantFrom(
    'a@b.example',
    '+4917012345678',
    '4111111111111111',
    'sk-aaaaaaaaaaaaaaaaaaaa',
    ' ',
    '1',
    '-',
    'x',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const once = redact(pieces.join(' '))
      expect(redact(once.text).text).toBe(once.text)
    }),
  )
})

test('all strings within a value are redacted, its keys and numbers are not', () => {
  const value = { a: ['a@b.example', 5], 'c@d.example': { e: 'a@b.example and +4917012345678' } }
  expect(redactAll(value)).toEqual({
    value: { a: ['[email]', 5], 'c@d.example': { e: '[email] and [phone]' } },
    found: { email: 2, phone: 1 },
  })
})

test('1 MB of any one letter takes no time', () => {
  for (const letter of ['a', '1', '-', '@', ' ', '+', 'A1', 'a.', '1 '])
    expect(redact(letter.repeat(1_000_000 / letter.length)).text.length).toBeGreaterThan(0)
})
