import * as v from 'valibot'
import {
  FIRST_PORT,
  HEADERS,
  PairAskedSchema,
  PairedSchema,
  PORTS,
  RefusalSchema,
  type Refused,
  SessionSchema,
} from '../../shared/thoughts/meeting.ts'
import {
  isSame,
  type Meeting,
  newNonce,
  pairingId,
  prove,
  sessionKey,
  signRequest,
  tokenOf,
} from '../../shared/thoughts/proof.ts'

/** How long one port may take to say who it is (ms): the backend is on the same machine. */
const HELLO_MS = 1_500
/** Longest answer of a handshake, in UTF-16 units. */
const HELLO_LENGTH = 10_000

/** The token that pairing has left; kept in the settings. */
export const PairingSchema = v.object({
  token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  /** Where it was last found. */
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
})
export type Pairing = v.InferOutput<typeof PairingSchema>

/** Why the backend cannot be asked; the panel has a sentence and a way out for each. */
export class BackendError extends Error {
  readonly why: 'absent' | 'stranger' | Refused
  constructor(why: BackendError['why']) {
    super(why)
    this.why = why
  }
}

export interface SessionDoors {
  fetch: typeof fetch
  /** The ports that are tried, the likeliest first. */
  ports?: readonly number[]
}

/** The usual ports, a known one first. */
function portsFrom(known?: number): number[] {
  const usual = Array.from({ length: PORTS }, (_, at) => FIRST_PORT + at)
  return known === undefined ? usual : [known, ...usual.filter((port) => port !== known)]
}

/**
 * Pairs with the backend that shows this code. Whoever listens there and does not know the code learns nothing but
 * that somebody wants to pair. Rejects with a BackendError.
 * @param code as `readCode` gives it
 */
export async function pair(code: string, { fetch, ports = portsFrom() }: SessionDoors): Promise<Pairing> {
  let why: BackendError['why'] = 'absent'
  for (const port of ports) {
    const client = newNonce()
    const asked = await hello(fetch, port, '/pair', { client }, PairAskedSchema)
    if (asked === null) continue
    if ('refused' in asked) {
      why = asked.refused
      continue
    }
    const meeting = { client, server: asked.server, port }
    const proof = await prove(code, 'pair-client', meeting)
    const paired = await hello(fetch, port, '/pair', { client, server: asked.server, proof }, PairedSchema)
    if (paired === null || 'refused' in paired) {
      why = paired === null ? 'stranger' : paired.refused
      continue
    }
    if (!isSame(paired.proof, await prove(code, 'pair-server', meeting))) {
      why = 'stranger'
      continue
    }
    return { token: await tokenOf(code, meeting), port }
  }
  throw new BackendError(why)
}

/** A backend that has shown that it knows the token; each request shows the same of us. */
export class BackendSession {
  readonly port: number
  readonly #fetch: typeof fetch
  readonly #id: string
  readonly #key: string
  #count = 0

  private constructor(port: number, id: string, key: string, door: typeof fetch) {
    this.port = port
    this.#id = id
    this.#key = key
    this.#fetch = door
  }

  /** Finds the backend and begins a session. Rejects with a BackendError. */
  static async begin(
    { token, port: known }: Pairing,
    { fetch, ports }: SessionDoors,
  ): Promise<BackendSession> {
    const pairing = await pairingId(token)
    let why: BackendError['why'] = 'absent'
    for (const port of ports ?? portsFrom(known)) {
      const client = newNonce()
      const said = await hello(fetch, port, '/session', { client, pairing }, SessionSchema)
      if (said === null) continue
      if ('refused' in said) {
        why = said.refused
        continue
      }
      const meeting: Meeting = { client, server: said.server, port }
      if (isSame(said.proof, await prove(token, 'session-server', meeting)))
        return new BackendSession(port, said.session, await sessionKey(token, meeting), fetch)
      why = 'stranger'
    }
    throw new BackendError(why)
  }

  /** Sends one request. Rejects as fetch does; what was refused comes back as the answer. */
  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { body, headers, signal }: { body?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<Response> {
    this.#count += 1
    const count = this.#count
    const proof = await signRequest(this.#key, { method, path, count, body: body ?? '' })
    return this.#fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        [HEADERS.session]: this.#id,
        [HEADERS.count]: String(count),
        [HEADERS.proof]: proof,
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  }
}

type Hello<Answer> = Answer | { refused: Refused }

/** Null where nobody listens, or somebody who speaks of other things. */
async function hello<Schema extends v.GenericSchema>(
  door: typeof fetch,
  port: number,
  path: '/pair' | '/session',
  body: object,
  schema: Schema,
): Promise<Hello<v.InferOutput<Schema>> | null> {
  try {
    const answer = await door(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(HELLO_MS),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const text = await answer.text()
    if (text.length > HELLO_LENGTH) return null
    const said: unknown = JSON.parse(text)
    const refusal = v.safeParse(RefusalSchema, said)
    if (refusal.success) return refusal.output
    const parsed = v.safeParse(schema, said)
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
