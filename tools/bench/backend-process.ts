import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Caller } from '../../backend/pairing/caller.ts'
import { repositoryFolder } from '../folders.ts'
import type { Used } from './inside-backend.ts'

/** The real backend in a process of its own, paired, whose use of memory and time can be asked for. */
export class BackendProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #folder: string
  readonly caller: Caller

  private constructor(child: ChildProcess, folder: string, caller: Caller) {
    this.#child = child
    this.#folder = folder
    this.caller = caller
  }

  static async start(env: Readonly<Record<string, string>>): Promise<BackendProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'aside-bench-backend-'))
    const inside = new URL('inside-backend.ts', import.meta.url).href
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--import', inside, join(repositoryFolder, 'backend', 'main.ts')],
      {
        env: { ...process.env, ASIDE_PORT: '0', ASIDE_DATA: folder, ...env },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      },
    )
    if (!child.stdout) throw new Error('The backend has no output.')
    let port = 0
    for await (const line of createInterface({ input: child.stdout })) {
      port = Number(/^backend: .*:(\d+)$/u.exec(line)?.[1] ?? port)
      const code = /^pairing code: (.+)$/u.exec(line)?.[1]
      if (code === undefined) continue
      child.stdout.resume()
      return new BackendProcess(child, folder, await Caller.begin(port, await Caller.pair(port, code)))
    }
    throw new Error('The backend did not start.')
  }

  /** What it used since this was asked last. */
  async used(): Promise<Used> {
    const answer = once(this.#child, 'message')
    this.#child.send('used')
    const [used]: Used[] = await answer
    if (!used) throw new Error('The backend did not say what it uses.')
    return used
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'close')
    this.#child.kill('SIGTERM')
    await ended
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
