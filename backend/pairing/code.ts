import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Hex, isSame, newCode, newNonce, prove, readCode, tokenOf } from '../../shared/thoughts/proof.ts'
import { isMissing, readSecret, writeSecret } from '../data-folder.ts'
import { monotonic, type Now } from '../rate.ts'

/** How long a code holds, and how often a wrong one may be shown before it is taken back. */
export const CODE_MINUTES = 10
const TRIES = 5
/** Askings that are remembered for one code. */
const MOST_ASKED = 20

const CodeSchema = v.object({
  code: v.string(),
  /** ms since 1970: another process reads it. */
  made: v.number(),
  tries: v.number(),
  asked: v.array(v.object({ client: v.string(), server: v.string() })),
})
type Code = v.InferOutput<typeof CodeSchema>

/**
 * The pairing code that is shown now, if any. It lies in the data folder, so that `npm run backend -- pair` can show
 * one for the backend that runs. One use: whoever removes the file has used it.
 *
 *   shown ─ask─▶ asked ─prove─▶ used (token)
 *     └─ 10 minutes, or 5 wrong proofs ─▶ gone
 */
export class PairingCode {
  readonly #path: string
  readonly #wall: Now
  readonly #now: Now
  #seen: { code: string; at: number } | null = null

  /** @param wall the time of day; @param now a clock that cannot be set: a code ends by whichever says so first */
  constructor(folder: string, wall: Now = Date.now, now: Now = monotonic) {
    this.#path = join(folder, 'pairing-code.json')
    this.#wall = wall
    this.#now = now
  }

  /** A fresh one, as it is shown to the person; the one before it is void. */
  show(): string {
    const code = newCode()
    writeSecret(this.#path, { code: readCode(code), made: this.#wall(), tries: TRIES, asked: [] })
    return code
  }

  /** The first half: a nonce of ours; null where no code is shown. */
  ask(client: Hex): Hex | null {
    const shown = this.#read()
    if (!shown) return null
    const server = newNonce()
    const asked = [...shown.asked.filter((one) => one.client !== client), { client, server }]
    writeSecret(this.#path, { ...shown, asked: asked.slice(-MOST_ASKED) })
    return server
  }

  /** The second half: our proof and the token, or why not. */
  async use(
    meeting: { client: Hex; server: Hex; port: number },
    proof: Hex,
  ): Promise<{ proof: Hex; token: Hex } | 'wrong-code' | 'no-code'> {
    const shown = this.#read()
    if (!shown) return 'no-code'
    // Counted before it is looked at, so that many at once are no more tries.
    if (shown.tries <= 1) this.#remove()
    else writeSecret(this.#path, { ...shown, tries: shown.tries - 1 })
    const asked = shown.asked.some(
      ({ client, server }) => client === meeting.client && server === meeting.server,
    )
    const right = await prove(shown.code, 'pair-client', meeting)
    if (!asked || !isSame(right, proof)) return 'wrong-code'
    if (shown.tries > 1 && !this.#remove()) return 'no-code'
    return {
      proof: await prove(shown.code, 'pair-server', meeting),
      token: await tokenOf(shown.code, meeting),
    }
  }

  #read(): Code | null {
    const shown = v.safeParse(CodeSchema, readSecret(this.#path))
    if (!shown.success) return null
    const { code, made } = shown.output
    if (this.#seen?.code !== code) this.#seen = { code, at: this.#now() }
    const ms = CODE_MINUTES * 60_000
    const age = this.#wall() - made
    // Made in the future: the clock was set back, and nobody can tell how old it is.
    if (age >= 0 && age < ms && this.#now() - this.#seen.at < ms) return shown.output
    this.#remove()
    return null
  }

  /** Whether it was there: of several at once, one removes it. */
  #remove(): boolean {
    try {
      unlinkSync(this.#path)
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }
}
