/** What is taken out of a text before it leaves the machine's browser. */
export const SECRET_KINDS = ['email', 'phone', 'card', 'account', 'key'] as const
export type SecretKind = (typeof SECRET_KINDS)[number]

/**
 * Mathematics is full of digits: a number counts as a phone's, a card's or an account's only where its form says so
 * (E.164 and the usual groupings; ISO/IEC 7812 with its check digit; ISO 13616 with its checksum). Keys are known by
 * the beginnings that their issuers publish for scanners, or by what stands before them.
 */
const RULES: readonly { kind: SecretKind; pattern: RegExp; is?: (match: string) => boolean }[] = [
  {
    kind: 'key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu,
  },
  // JSON web tokens.
  { kind: 'key', pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/gu },
  // OpenAI and Anthropic; GitHub; AWS; Google; Slack; Stripe; npm; GitLab; Hugging Face; Brave and Tavily.
  {
    kind: 'key',
    pattern:
      /\b(?:sk-[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|xox[abpr]-[\w-]{10,}|[sr]k_(?:live|test)_\w{16,}|npm_\w{30,}|glpat-[\w-]{16,}|hf_\w{20,}|BSA[\w-]{20,}|tvly-[\w-]{16,})/gu,
  },
  { kind: 'key', pattern: /(?<=\bBearer )[\w.~+/-]{16,}=*/gu },
  {
    kind: 'key',
    pattern:
      /(?<=\b(?:password|passwort|passwd|pwd|secret|api[_ -]?key|access[_ -]?token|token|kennwort)\b["']?\s{0,3}[:=]\s{0,3}["']?)[^\s"',;]{6,}/giu,
  },
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?![\w-])/giu },
  {
    kind: 'account',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?\b/gu,
    is: isAccount,
  },
  { kind: 'card', pattern: /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]\d|\d)/gu, is: isCard },
  { kind: 'phone', pattern: /(?:(?<![\w+])\+|(?<![\w+]|\d[ .,-])00)[1-9](?:[ ()/.-]{0,2}\d){7,14}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\w(]|\d[ .,-])(?:\(0?\d{2,4}\) ?|0\d{2,4}[ /-])\d{3}[ -]?\d{3,5}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\w.-])\d{3}([.-])\d{3}\1\d{4}(?![\w.-]\d|\d)/gu },
]

/** Takes secrets out of a text: each becomes its kind in brackets, "[email]". @returns how often each was found, too */
export function redact(text: string): { text: string; found: Partial<Record<SecretKind, number>> } {
  const found: Partial<Record<SecretKind, number>> = {}
  let redacted = text
  for (const { kind, pattern, is } of RULES)
    redacted = redacted.replaceAll(pattern, (match) => {
      if (is !== undefined && !is(match)) return match
      found[kind] = (found[kind] ?? 0) + 1
      return `[${kind}]`
    })
  return { text: redacted, found }
}

/** Every string within a value of JSON, redacted. */
export function redactAll<Value>(value: Value): { value: Value; found: Partial<Record<SecretKind, number>> } {
  const found: Partial<Record<SecretKind, number>> = {}
  const copy = JSON.parse(JSON.stringify(value), (_, each: unknown) => {
    if (typeof each !== 'string') return each
    const { text, found: here } = redact(each)
    for (const kind of SECRET_KINDS)
      if (here[kind] !== undefined) found[kind] = (found[kind] ?? 0) + here[kind]
    return text
  }) as Value
  return { value: copy, found }
}

const digitsOf = (text: string) => text.replaceAll(/\D/gu, '')

/** ISO/IEC 7812: first digits in use, and the Luhn check digit. */
function isCard(text: string): boolean {
  const digits = digitsOf(text)
  if (!/^(?:4|5[1-5]|2[2-7]|3[47]|3[068]|35|6)/u.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** ISO 13616: the remainder by 97 is 1, letters counting from 10. */
function isAccount(text: string): boolean {
  const bare = text.replaceAll(' ', '')
  if (bare.length < 15 || bare.length > 34) return false
  const turned = [...bare.slice(4), ...bare.slice(0, 4)].map((letter) => parseInt(letter, 36)).join('')
  return [...turned].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}
