import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { demoFolder } from './folders.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
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

/** The demo's pages as a request handler: `demoApp().request('http://demo.localhost/algebra.html')`. */
export function demoApp(folder: string = demoFolder): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    if (!LOOPBACK_NAME.test(c.req.header('host') ?? new URL(c.req.url).host))
      return c.text('This server answers for *.localhost only.', 421)
    return next()
  })
  app.get('*', (c) => {
    const name = c.req.path === '/' ? 'algebra.html' : c.req.path.slice(1)
    // A name is served when it is in the folder's own list: no path of the request is ever opened.
    const file = readdirSync(folder).find((entry) => entry === name)
    const contentType = contentTypes[extname(name)]
    if (!file || !contentType) return c.text('There is no such page in extension/demo.', 404)
    return c.body(new Uint8Array(readFileSync(join(folder, file))), 200, {
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
