import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryFolder = fileURLToPath(new URL('..', import.meta.url))
/** What tools leave behind: a downloaded browser, the profile of `npm start`, reports. Ignored by git. */
export const asideFolder = join(repositoryFolder, '.aside')
/** Where `wxt build` puts the extension for Chromium. */
export const builtExtension = join(repositoryFolder, '.output', 'chrome-mv3')
export const demoFolder = join(repositoryFolder, 'extension', 'demo')
