import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withDeadline } from './deadline.ts'
import { repositoryFolder } from './folders.ts'

/** The backend as a process of its own. */
export interface BackendProcess {
  readonly port: number
  /** The pairing code that it shows, once it does. */
  code(): Promise<string>
  /** Ends it as a crash does. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
}

export interface BackendOptions {
  /** Where tokens and models lie. */
  readonly folder: string
  /** Over this process's own environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Is told each line of the backend's. */
  readonly say?: (line: string) => void
}

const WITHIN_MS = 30_000

/** Starts the backend; it ends with this process at the latest. Rejects with what it said where it does not start. */
export async function startBackendProcess({
  folder,
  env = {},
  say = () => {},
}: BackendOptions): Promise<BackendProcess> {
  const child = spawn(process.execPath, [join(repositoryFolder, 'backend', 'main.ts')], {
    env: { ...process.env, ...env, ASIDE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  const port = Promise.withResolvers<number>()
  const code = Promise.withResolvers<string>()
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  createInterface(child.stdout).on('line', (line) => {
    say(line)
    const address = /^backend: http:\/\/127\.0\.0\.1:(\d+)$/.exec(line)
    if (address !== null) port.resolve(Number(address[1]))
    const shown = /^pairing code: (.+)$/.exec(line)
    if (shown?.[1] !== undefined) code.resolve(shown[1])
  })
  child.once('exit', () => port.reject(new Error(complaint.trim() || 'The backend ended at once.')))
  return {
    port: await withDeadline(port.promise, WITHIN_MS, 'the backend opens its port'),
    code: () => withDeadline(code.promise, WITHIN_MS, 'the backend shows a pairing code'),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await withDeadline(ended, WITHIN_MS, 'the backend ends')
}
