import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A copy of the built extension that has these match patterns granted: the browser's own prompt for "Always on
 * this site" has no hand in a test, so its answer stands in the manifest. The caller removes the folder.
 */
export function grantedCopy(extensionDir: string, sites: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'aside-granted-'))
  cpSync(extensionDir, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [...sites] }))
  return folder
}
