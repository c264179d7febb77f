import * as v from 'valibot'
import { HEADERS, PairAskedSchema, PairedSchema, SessionSchema } from '../../shared/thoughts/meeting.ts'
import {
  type Hex,
  isSame,
  newNonce,
  pairingId,
  prove,
  readCode,
  sessionKey,
  signRequest,
  tokenOf,
} from '../../shared/thoughts/proof.ts'

/** The other side of the proofs, for curl, benchmarks and tests: what the extension does, in few lines. */
export class Caller {
  readonly #port: number
  readonly #token: Hex
  readonly #session: string
  readonly #key: Hex
  #count = 0

  private constructor(port: number, token: Hex, session: string, key: Hex) {
    this.#port = port
    this.#token = token
    this.#session = session
    this.#key = key
  }

  /** Types the code. @returns the token */
  static async pair(port: number, shown: string): Promise<Hex> {
    const code = readCode(shown)
    if (code === null) throw new Error(`"${shown}" is no pairing code.`)
    const client = newNonce()
    const { server } = v.parse(PairAskedSchema, await post(port, '/pair', { client }))
    const meeting = { client, server, port }
    const proof = await prove(code, 'pair-client', meeting)
    const paired = v.parse(PairedSchema, await post(port, '/pair', { client, server, proof }))
    if (!isSame(paired.proof, await prove(code, 'pair-server', meeting)))
      throw new Error('What answers on the port does not know the code.')
    return await tokenOf(code, meeting)
  }

  /** Begins a session with whoever shows that they know the token. */
  static async begin(port: number, token: Hex): Promise<Caller> {
    const client = newNonce()
    const pairing = await pairingId(token)
    const { session, server, proof } = v.parse(
      SessionSchema,
      await post(port, '/session', { client, pairing }),
    )
    const meeting = { client, server, port }
    if (!isSame(proof, await prove(token, 'session-server', meeting)))
      throw new Error('What answers on the port does not know the token.')
    return new Caller(port, token, session, await sessionKey(token, meeting))
  }

  /** A new session with the same token. */
  again(): Promise<Caller> {
    return Caller.begin(this.#port, this.#token)
  }

  /** Headers of the next request. */
  async headers(method: string, path: string, body = ''): Promise<Record<string, string>> {
    this.#count += 1
    const count = this.#count
    return {
      [HEADERS.session]: this.#session,
      [HEADERS.count]: String(count),
      [HEADERS.proof]: await signRequest(this.#key, { method, path, count, body }),
      ...(body !== '' && { 'content-type': 'application/json' }),
    }
  }

  async fetch(method: string, path: string, content?: unknown, init: RequestInit = {}): Promise<Response> {
    const body = content === undefined ? '' : JSON.stringify(content)
    return fetch(`http://127.0.0.1:${this.#port}${path}`, {
      ...init,
      method,
      headers: { ...init.headers, ...(await this.headers(method, path, body)) },
      ...(body !== '' && { body }),
    })
  }
}

async function post(port: number, path: string, content: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return await answer.json()
}
