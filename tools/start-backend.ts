import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withDeadline } from './deadline.ts'
import { repositoryFolder } from './folders.ts'

const READY_WITHIN_MS = 30_000

/** The backend in a process of its own, as `npm run backend` starts it. */
export interface BackendProcess extends AsyncDisposable {
  readonly child: ChildProcess
  readonly port: number
  /** The pairing code, once it is shown; never, where a browser is paired already. */
  readonly code: Promise<string>
}

/**
 * Rejects with a sentence where it does not start.
 * @param env over this process's own; `ASIDE_DATA` says where tokens and keys lie
 * @param say hears what it prints
 */
export async function startBackend({
  env = {},
  args = [],
  nodeArgs = [],
  say = () => {},
}: {
  env?: Readonly<Record<string, string>>
  args?: readonly string[]
  nodeArgs?: readonly string[]
  say?: (line: string) => void
} = {}): Promise<BackendProcess> {
  const main = join(repositoryFolder, 'backend', 'main.ts')
  const child = spawn(process.execPath, [...nodeArgs, main, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'exit')
  const port = Promise.withResolvers<number>()
  const code = Promise.withResolvers<string>()
  const wrong: string[] = []
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', (line) => hear(line))
  function hear(line: string): void {
    say(line)
    const opened = /^backend: http:\/\/127\.0\.0\.1:(\d+)$/u.exec(line)?.[1]
    const shown = /^pairing code: (.+)$/u.exec(line)?.[1]
    if (opened !== undefined) port.resolve(Number(opened))
    else if (shown !== undefined) code.resolve(shown)
    else wrong.push(line)
  }
  // Later than its exit: by then all that it had to say was heard.
  child.once('close', () => port.reject(new Error(`The backend did not start. ${wrong.join('\n')}`)))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  try {
    const opened = await withDeadline(port.promise, READY_WITHIN_MS, 'the backend says its port')
    return { child, port: opened, code: code.promise, [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw error
  }
}
