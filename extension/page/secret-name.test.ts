import { expect, test } from 'vitest'
import { isSecretAutocomplete, isSecretName } from './secret-name.ts'

test.each([
  'cc-number',
  'section-a billing cc-csc',
  'one-time-code',
  'Current-Password',
  'new-password webauthn',
])('autocomplete="%s" is never read', (autocomplete) => expect(isSecretAutocomplete(autocomplete)).toBe(true))
test.each(['', 'on', 'off', 'street-address', 'username'])('autocomplete="%s" may be read', (autocomplete) =>
  expect(isSecretAutocomplete(autocomplete)).toBe(false),
)
test.each([
  'password',
  'userPassword',
  'login[passwd]',
  'new-pwd',
  'otp',
  'cardNumber',
  'card_no',
  'cvv',
  'Mot de passe',
  'PIN',
  'apiKey',
  'Verification code',
])('a field named "%s" is never read', (name) => expect(isSecretName(name)).toBe(true))
test.each([
  'answer',
  'compass',
  'opinion',
  'passage',
  'cardinality',
  'spinner',
  'secretary',
  'tokens',
  'discard nothing',
])('a field named "%s" may be read', (name) => expect(isSecretName(name)).toBe(false))
