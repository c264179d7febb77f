import preact from '@preact/preset-vite'
import { defaultClientConditions } from 'vite'
import { defineConfig } from 'wxt'
import { extensionKey } from './tools/extension-id.ts'

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  webExt: { disabled: true },
  vite: () => ({
    plugins: [preact()],
    // onnxruntime's glue and its wasm stay files of their own, which a worker loads from the extension.
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  }),
  manifest: ({ browser }) => ({
    // In the browser's language, from `public/_locales`; all else that is said is in `shared/catalogue`.
    default_locale: 'en',
    name: '__MSG_name__',
    description: '__MSG_description__',
    permissions: ['activeTab', 'alarms', 'offscreen', 'scripting', 'sidePanel'],
    // The backend, on the person's own machine.
    host_permissions: ['http://127.0.0.1/*'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    incognito: 'not_allowed',
    minimum_chrome_version: '116',
    icons: { 16: '/icon/16.png', 32: '/icon/32.png', 48: '/icon/48.png', 128: '/icon/128.png' },
    action: {
      default_title: '__MSG_button__',
      default_icon: { 16: '/icon/closed-16.png', 32: '/icon/closed-32.png' },
    },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+A' } } },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'chrome' ? { key: extensionKey } : {}),
  }),
})
