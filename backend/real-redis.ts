import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Why there is none here; null: there is. */
export const noRedis: string | null =
  spawnSync('redis-server', ['--version'], { timeout: 30_000 }).status === 0
    ? null
    : 'redis-server is not installed here (Debian, macOS: the package redis)'

/**
 * For tests and benchmarks: a real server of its own, on a socket in a folder, with nothing written to disk.
 * @param folder of one that has ended, whose address it takes over
 */
export async function startRedis(
  folder = mkdtempSync(join(tmpdir(), 'aside-redis-')),
): Promise<AsyncDisposable & { readonly address: string; readonly folder: string }> {
  const socket = join(folder, 'redis.sock')
  const server = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => server.once('close', resolve))
  for await (const line of createInterface({ input: server.stdout }))
    if (/ready to accept connections/iu.test(line)) break
  server.stdout.resume()
  return {
    address: `unix://${socket}`,
    folder,
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
