import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the backend keeps tokens, keys and models: `ASIDE_DATA`, else the platform's usual place. */
export function dataFolderOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home = homedir(),
): string {
  if (env.ASIDE_DATA) return env.ASIDE_DATA
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Aside')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aside')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'aside')
}

/** Makes the folder, for its owner alone. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Writes a file that only its owner reads, whole or not at all: a reader never sees half of it. */
export function writeSecret(path: string, content: unknown): void {
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  // A file that was left behind keeps its mode.
  chmodSync(beside, 0o600)
  renameSync(beside, path)
}

/** The file's content; undefined where there is no such file. Throws for one that is no JSON. */
export function readSecret(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
