import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { build, type Rollup } from 'vite'

export interface PanelPages extends AsyncDisposable {
  readonly origin: string
}

/** The panel's pages (`/index.html`, `/settings.html`, `/history.html`), built and served until they are disposed of. */
export async function servePanelPages(): Promise<PanelPages> {
  const server = await servePages(await buildPages())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    origin: `http://localhost:${address.port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The pages as files by name, as the extension's own build would make them. */
async function buildPages(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: [`${root}index.html`, `${root}settings.html`, `${root}history.html`] },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[]
  return new Map(
    outputs
      .flatMap(({ output }) => output)
      .map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
}

const CONTENT_TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

/** With a policy like the extension's, so that a script that slipped in would not even run. */
async function servePages(files: ReadonlyMap<string, string | Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname
    const body = files.get(name)
    const type = CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` })
    response.end(body)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
