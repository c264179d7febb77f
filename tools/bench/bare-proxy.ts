import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const PROGRAM = `
import { startRelay } from '${new URL('../../backend/relay.ts', import.meta.url).href}'
const { port } = await startRelay(() => Number(process.argv[1]))
console.log(port)
`

/** A process that passes everything on and does nothing else: what any process between would cost on this machine. */
export class BareProxy implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly port: number

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  static async start(target: number): Promise<BareProxy> {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, String(target)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const line of createInterface({ input: child.stdout })) {
      child.stdout.resume()
      return new BareProxy(child, Number(line))
    }
    throw new Error('The bare proxy did not start.')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'close')
    this.#child.kill()
    await ended
  }
}
