import type { Context } from 'hono'
import {
  HEADERS,
  PairAskSchema,
  PairProofSchema,
  type Refused,
  SessionAskSchema,
} from '../../shared/thoughts/meeting.ts'
import {
  type Hex,
  isSame,
  type Meeting,
  newNonce,
  prove,
  sessionKey,
  signRequest,
} from '../../shared/thoughts/proof.ts'
import { parseBody } from '../gate.ts'
import { monotonic, type Now, Rate } from '../rate.ts'
import type { PairingCode } from './code.ts'
import type { Pairings } from './pairings.ts'
import type { Sessions } from './sessions.ts'

/** Pairing is typed by a person, sessions begin with each start of a browser and after failures. */
const PAIR_PACE = { burst: 20, perSecond: 0.5 }
const SESSION_PACE = { burst: 60, perSecond: 5 }
const WRONG_PACE = { burst: 60, perSecond: 5 }
const MOST_KEYS = 256

export interface MeetingParts {
  readonly pairings: Pairings
  readonly code: PairingCode
  readonly sessions: Sessions
  /** The port that clients call. */
  readonly port: () => number
  /** Told when a browser was paired. */
  readonly onPaired: () => void
  readonly now?: Now
}

type Answer = { answer: object } | { refused: Refused }

/** The server's side of `shared/thoughts/meeting.ts`: pairing, sessions, and the proof of each request. */
export class Meetings {
  readonly #parts: MeetingParts
  readonly #pairPace: Rate
  readonly #sessionPace: Rate
  readonly #wrongPace: Rate
  readonly #keys = new Map<string, Hex>()

  constructor(parts: MeetingParts) {
    this.#parts = parts
    const now = parts.now ?? monotonic
    this.#pairPace = new Rate(PAIR_PACE, now)
    this.#sessionPace = new Rate(SESSION_PACE, now)
    this.#wrongPace = new Rate(WRONG_PACE, now)
  }

  async pair(body: string): Promise<Answer> {
    if (!this.#pairPace.take()) return { refused: 'too-many' }
    const { code, pairings, port, onPaired } = this.#parts
    const ask = parseBody(PairAskSchema, body)
    if (ask) {
      const server = code.ask(ask.client)
      return server === null ? { refused: 'no-code' } : { answer: { server } }
    }
    const shown = parseBody(PairProofSchema, body)
    if (!shown) return { refused: 'malformed' }
    const used = await code.use({ client: shown.client, server: shown.server, port: port() }, shown.proof)
    if (typeof used === 'string') return { refused: used }
    pairings.add(used.token, new Date())
    onPaired()
    return { answer: { proof: used.proof } }
  }

  async begin(body: string): Promise<Answer> {
    if (!this.#sessionPace.take()) return { refused: 'too-many' }
    const { pairings, sessions, port } = this.#parts
    const ask = parseBody(SessionAskSchema, body)
    if (!ask) return { refused: 'malformed' }
    const token = await pairings.find(ask.pairing)
    if (token === undefined) return { refused: 'not-paired' }
    const { client } = ask
    const server = newNonce()
    const session = newNonce()
    await sessions.add(session, { client, server, pairing: await pairings.idOf(token) })
    const proof = await prove(token, 'session-server', { client, server, port: port() })
    return { answer: { session, server, proof } }
  }

  /** Whose request it is (`pairingId`), its count then taken; or why it is refused. */
  async check({ req }: Context, body: string): Promise<{ pairing: Hex } | { refused: Refused }> {
    const id = req.header(HEADERS.session) ?? ''
    const count = Number(req.header(HEADERS.count))
    const proof = req.header(HEADERS.proof) ?? ''
    const { sessions, pairings, port } = this.#parts
    const session = Number.isSafeInteger(count) && count > 0 ? await sessions.find(id) : null
    const token = session ? await pairings.find(session.pairing) : undefined
    if (session && token !== undefined) {
      const key = await this.#keyOf(token, { ...session, port: port() })
      const { pathname, search } = new URL(req.url)
      const signed = { method: req.method, path: pathname + search, count, body }
      if (isSame(await signRequest(key, signed), proof) && (await sessions.claim(id, count)))
        return { pairing: session.pairing }
    }
    if (!this.#wrongPace.take()) return { refused: 'too-many' }
    return { refused: pairings.tokens().length === 0 ? 'not-paired' : 'wrong-proof' }
  }

  /** Computed once for each session, not with each request. */
  async #keyOf(token: Hex, meeting: Meeting): Promise<Hex> {
    const name = `${token} ${meeting.client} ${meeting.server}`
    const key = this.#keys.get(name) ?? (await sessionKey(token, meeting))
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear()
    this.#keys.set(name, key)
    return key
  }
}
