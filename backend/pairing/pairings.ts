import { join } from 'node:path'
import * as v from 'valibot'
import { type Hex, pairingId } from '../../shared/thoughts/proof.ts'
import { readSecret, writeSecret } from '../data-folder.ts'

/** Browsers that one backend is paired with; one more takes the place of the oldest. */
const MOST = 8

const FileSchema = v.object({
  pairings: v.array(v.object({ token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)), since: v.string() })),
})

/** The tokens that pairing left here, in a file that only the person reads. Read anew each time: replicas share it. */
export class Pairings {
  readonly #path: string
  readonly #ids = new Map<Hex, Hex>()

  constructor(folder: string) {
    this.#path = join(folder, 'pairings.json')
  }

  /** Oldest first. */
  tokens(): Hex[] {
    return this.#read().map(({ token }) => token)
  }

  add(token: Hex, since: Date): void {
    const pairings = [...this.#read(), { token, since: since.toISOString() }].slice(-MOST)
    writeSecret(this.#path, { pairings })
  }

  /** The token that is meant; the last where none is named. */
  async find(pairing: Hex | undefined): Promise<Hex | undefined> {
    const tokens = this.tokens()
    if (pairing === undefined) return tokens.at(-1)
    for (const token of tokens) if ((await this.idOf(token)) === pairing) return token
    return undefined
  }

  /** `pairingId`, computed once for each token. */
  async idOf(token: Hex): Promise<Hex> {
    const id = this.#ids.get(token) ?? (await pairingId(token))
    this.#ids.set(token, id)
    return id
  }

  #read() {
    const file = v.safeParse(FileSchema, readSecret(this.#path) ?? { pairings: [] })
    if (file.success) return file.output.pairings
    throw new Error(`${this.#path} is no list of pairings. Delete it, and pair again.`)
  }
}
