const TOKENS = new Set(['one-time-code', 'current-password', 'new-password'])

/** Whether an `autocomplete` attribute announces a password, a code sent to the person, or a payment card. */
export function isSecretAutocomplete(autocomplete: string): boolean {
  return autocomplete
    .toLowerCase()
    .split(/\s+/)
    .some((token) => token.startsWith('cc-') || TOKENS.has(token))
}

const SECRET_NAMES = new RegExp(
  [
    'pass ?(word|wd|code|phrase)|\\bpwd\\b|passwor[dt]|kennwort|mot de passe|contrase|senha|wachtwoord',
    '\\b(otp|totp|2fa|mfa)\\b|(one ?time|verification|security|sms) ?(code|pin)|\\bpin ?(code|number)\\b|^pin$',
    'card ?(num|no\\b|code)|\\b(cvc|cvv)2?\\b|credit ?card|\\b(iban|ssn)\\b|social ?security',
    '\\b(api|access|secret|auth|private) ?(key|token)\\b|seed ?phrase',
  ].join('|'),
)

/**
 * Whether a field's own name says that it holds a secret. Pages mark secrets carelessly: a "shown" password
 * may be another element than the hidden one, and many card numbers carry no `autocomplete`.
 */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_.:[\]-]+/g, ' ')
    .trim()
    .toLowerCase()
  return SECRET_NAMES.test(words)
}
