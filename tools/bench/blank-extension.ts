import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extensionKey } from '../extension-id.ts'

/**
 * Writes an extension that does nothing into the folder: what having any extension costs. Like Aside it has a
 * service worker and an offscreen document, and by the same key the same id.
 */
export function writeBlankExtension(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const manifest = {
    manifest_version: 3,
    name: 'Blank',
    version: '1.0',
    key: extensionKey,
    permissions: ['activeTab', 'offscreen', 'scripting'],
    action: {},
    background: { service_worker: 'background.js' },
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(
    join(folder, 'background.js'),
    `chrome.runtime.onInstalled.addListener(() =>
      chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: ['WORKERS'], justification: 'blank' }))`,
  )
  writeFileSync(join(folder, 'offscreen.html'), '<!doctype html><title>Blank</title>')
}
