import * as v from 'valibot'

/** Ports that are tried in turn: the backend takes the first free one, the extension finds it there. */
export const FIRST_PORT = 27_433
export const PORTS = 10

const Nonce = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u))
const ProofHex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))

/*
 * POST /pair      { client }                → { server }                      a code is shown in the terminal
 * POST /pair      { client, server, proof } → { proof }                       both keep the token
 * POST /session   { client, pairing }       → { session, server, proof }      the server shows itself first
 * all others      Aside-Session, Aside-Count, Aside-Proof                     401 where they do not fit
 *
 * POST   /thoughts              ThoughtRequest → parts as server-sent events
 * GET    /thoughts/ID/parts     parts: those that there are, then those that come
 * DELETE /thoughts/ID           204: it is given up, its stream ends with the error `cancelled`
 * GET    /health?language=en    Health
 * GET    /configuration         ConfigurationShown
 * PUT    /configuration         ConfigurationChange → ConfigurationShown
 *
 * Both streams take Last-Event-ID: N, "up to N is known": only what comes after is sent, and a thought that this
 * backend does not know (it was restarted) is numbered on from there. A comment line is sent every HEARTBEAT_MS of
 * silence. A session ends with the backend's process (401, `not-paired` where the pairing is gone too, `wrong-proof`
 * else: begin a new one). Before content is sent after a failure, begin a new session: somebody else may have the port.
 */

/** Longest silence of a stream that lives, ms. */
export const HEARTBEAT_MS = 10_000

/** The first half of pairing. */
export const PairAskSchema = v.strictObject({ client: Nonce })
export const PairAskedSchema = v.strictObject({ server: Nonce })
/** The second half: the client shows that it was given the code. */
export const PairProofSchema = v.strictObject({ client: Nonce, server: Nonce, proof: ProofHex })
export const PairedSchema = v.strictObject({ proof: ProofHex })

/** `pairing`: `pairingId` of the token; without it the last pairing is meant. */
export const SessionAskSchema = v.strictObject({
  client: Nonce,
  pairing: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u))),
})
export const SessionSchema = v.strictObject({
  session: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u)),
  server: Nonce,
  proof: ProofHex,
})

export const HEADERS = { session: 'aside-session', count: 'aside-count', proof: 'aside-proof' } as const

/** What a refused request is answered with. `no-code`: no code is shown that holds (`npm run backend -- pair`). */
const REFUSALS = [
  'not-paired',
  'no-code',
  'wrong-code',
  'wrong-proof',
  'too-many',
  'too-large',
  'malformed',
] as const
export const RefusalSchema = v.object({ refused: v.picklist(REFUSALS) })
export type Refused = v.InferOutput<typeof RefusalSchema>['refused']

/** `GET /health?language=de` in a session: what is there, what is missing, and how to get it in that language. */
export const HealthSchema = v.object({
  version: v.string(),
  /** The model that thinks now; null: none, answers are extracts. */
  model: v.nullable(v.object({ name: v.string(), provider: v.string(), local: v.boolean() })),
  /** Providers that were found or could be had. `how`: of one that lacks something, a sentence on how to get it. */
  providers: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      state: v.picklist([
        'ready',
        'missing-key',
        'missing-address',
        'unreachable',
        'not-downloaded',
        'downloading',
      ]),
      how: v.exactOptional(v.string()),
      /** Of a download, 0..1. */
      progress: v.exactOptional(v.number()),
      /** Bytes to download. */
      bytes: v.exactOptional(v.number()),
    }),
  ),
  /** What is searched with; `how`: how to get what the engine lacks that was chosen and is not asked yet. */
  search: v.object({ name: v.string(), needsKey: v.boolean(), how: v.exactOptional(v.string()) }),
  log: v.picklist(['memory', 'redis']),
})
export type Health = v.InferOutput<typeof HealthSchema>
