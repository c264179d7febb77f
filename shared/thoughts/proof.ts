/**
 * How the extension and the backend show each other that they know the same secret, without sending it: HMAC-SHA-256
 * (RFC 2104) over fresh nonces of both sides, a word for what is shown, and the port that the client called. So a
 * stranger on the port learns nothing, and one who passes everything on to the real backend fails at the port.
 * Web Crypto: the same in Node and in the browser.
 *
 * Pairing, once:   code ─▶ token (never sent)      Session, after each start:   token ─▶ key of requests
 */

/** Bytes of a nonce and of a token. */
const NONCE_BYTES = 16

/** Letters of a pairing code: Crockford's base 32, which has no I, L, O, U. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Letters in a code: 60 bits, so that who hears a proof cannot try all codes. */
const CODE_LENGTH = 12

export type Hex = string

const encoder = new TextEncoder()

/** A fresh random number, hexadecimal, 32 digits. */
export function newNonce(): Hex {
  return toHex(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)))
}

/** A fresh pairing code, "XXXX-XXXX-XXXX". */
export function newCode(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(CODE_LENGTH))].map((byte) =>
    CODE_LETTERS.charAt(byte % CODE_LETTERS.length),
  )
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

/** A code as a person typed it: any case, spaces or dashes, O for 0, I and L for 1; null where it is none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1')
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter))
    ? code
    : null
}

/** Both nonces and the port the client called: what a proof is about. */
export interface Meeting {
  client: Hex
  server: Hex
  port: number
}

export type Claim = 'pair-client' | 'pair-server' | 'session-client' | 'session-server'

/** Shows that one side knows `secret` (a code as `readCode` gives it, or a token). */
export function prove(secret: string, claim: Claim, { client, server, port }: Meeting): Promise<Hex> {
  return hmac(secret, ['aside', claim, client, server, String(port)])
}

/** The token that pairing leaves on both sides. */
export function tokenOf(code: string, { client, server }: Meeting): Promise<Hex> {
  return hmac(code, ['aside', 'token', client, server])
}

/** Which token is meant, where a backend is paired with several browsers: 16 digits that do not tell it. */
export async function pairingId(token: Hex): Promise<Hex> {
  return (await hmac(token, ['aside', 'pairing'])).slice(0, 16)
}

/** The key of one session's requests. */
export function sessionKey(token: Hex, { client, server, port }: Meeting): Promise<Hex> {
  return hmac(token, ['aside', 'key', client, server, String(port)])
}

/** One request of a session; `count` grows with each, so that none can be sent twice. */
export interface SignedRequest {
  method: string
  /** With its query. */
  path: string
  count: number
  body: string
}

/** What a request carries in `Aside-Proof`. */
export function signRequest(key: Hex, { method, path, count, body }: SignedRequest): Promise<Hex> {
  return hmac(key, ['aside', 'request', method, path, String(count), body])
}

/** Compares without telling by its time where two differ. */
export function isSame(a: Hex, b: Hex): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return difference === 0
}

/** Parts are told apart by their lengths: no two lists give the same bytes. */
async function hmac(secret: string, parts: readonly string[]): Promise<Hex> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const bytes = encoder.encode(parts.map((part) => `${part.length}:${part}`).join(''))
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes)))
}

function toHex(bytes: Uint8Array): Hex {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
