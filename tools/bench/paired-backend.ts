import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Caller } from '../../backend/pairing/caller.ts'
import { type BackendProcess, startBackend } from '../start-backend.ts'
import type { Used } from './inside-backend.ts'

/** The real backend in a process of its own, paired, whose use of memory and time can be asked for. */
export class PairedBackend implements AsyncDisposable {
  readonly #process: BackendProcess
  readonly #folder: string
  readonly caller: Caller

  private constructor(process: BackendProcess, folder: string, caller: Caller) {
    this.#process = process
    this.#folder = folder
    this.caller = caller
  }

  static async start(env: Readonly<Record<string, string>>): Promise<PairedBackend> {
    const folder = mkdtempSync(join(tmpdir(), 'aside-bench-backend-'))
    const inside = new URL('inside-backend.ts', import.meta.url).href
    const process = await startBackend({
      env: { ASIDE_PORT: '0', ASIDE_DATA: folder, ...env },
      nodeArgs: ['--expose-gc', '--import', inside],
    })
    const token = await Caller.pair(process.port, await process.code)
    return new PairedBackend(process, folder, await Caller.begin(process.port, token))
  }

  /** What it used since this was asked last. */
  async used(): Promise<Used> {
    const { child } = this.#process
    const answer = once(child, 'message')
    child.send('used')
    const [used]: Used[] = await answer
    if (!used) throw new Error('The backend did not say what it uses.')
    return used
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process[Symbol.asyncDispose]()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
