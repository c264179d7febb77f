import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { basename, dirname, extname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { build } from 'esbuild'
import { Hono } from 'hono'
import { demoFolder } from './folders.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** `localhost` and every name under it: they all resolve to the loopback, and each is an origin of its own. */
const LOOPBACK_NAME = /^(?:[a-z0-9-]+\.)*localhost(?::\d+)?$/i

export interface DemoServer {
  readonly port: number
  /** The origin under which `name` sees the demo: `origin('demo')` is `http://demo.localhost:PORT`. */
  origin(name?: string): string
  close(): Promise<void>
}

/** What each script of the demo is bundled to: a file for the page and, where it imports styles, one for those. */
const bundles = new Map<string, Promise<Map<string, Uint8Array>>>()

/** `editor.ts` with the libraries it imports, as the files `editor.js` and `editor.css`. */
function bundled(script: string): Promise<Map<string, Uint8Array>> {
  const known = bundles.get(script)
  if (known !== undefined) return known
  const bundle = build({
    entryPoints: [script],
    bundle: true,
    format: 'esm',
    write: false,
    outdir: dirname(script),
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: {
      '.eot': 'dataurl',
      '.svg': 'dataurl',
      '.ttf': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
    },
    logLevel: 'silent',
  }).then(({ outputFiles }) => new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])))
  bundles.set(script, bundle)
  return bundle
}

/** The demo's pages as a request handler: `demoApp().request('http://demo.localhost/algebra.html')`. */
export function demoApp(folder: string = demoFolder): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    if (!LOOPBACK_NAME.test(c.req.header('host') ?? new URL(c.req.url).host))
      return c.text('This server answers for *.localhost only.', 421)
    return next()
  })
  app.get('*', async (c) => {
    const name = c.req.path === '/' ? 'algebra.html' : c.req.path.slice(1)
    // A name is served when it is in the folder's own list: no path of the request is ever opened.
    const files = readdirSync(folder)
    const file = files.find((entry) => entry === name)
    const script = files.find((entry) => entry === name.replace(/\.(?:js|css)$/, '.ts'))
    const contentType = contentTypes[extname(name)]
    const body = file
      ? new Uint8Array(readFileSync(join(folder, file)))
      : script && (await bundled(join(folder, script))).get(name)?.slice()
    if (!body || !contentType) return c.text('There is no such page in extension/demo.', 404)
    return c.body(body, 200, {
      'content-type': contentType,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
  return app
}

/** Port 0 takes a free one. */
export async function serveDemo({ port = 0 }: { port?: number } = {}): Promise<DemoServer> {
  const { server, address } = await new Promise<{ server: ServerType; address: AddressInfo }>(
    (resolve, reject) => {
      const starting = serve({ fetch: demoApp().fetch, port, hostname: '127.0.0.1' }, (address) =>
        resolve({ server: starting, address }),
      )
      starting.once('error', reject)
    },
  )
  return {
    port: address.port,
    origin: (name = 'demo') => `http://${name}.localhost:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        // Chromium keeps its connections open; the server would wait for them.
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
}
