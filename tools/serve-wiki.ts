import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A wiki of one article that answers as MediaWiki does: the web, where a story must not depend on it. */
export interface WikiServer {
  /** Of its `api.php`: what the backend is given as the search engine's address. */
  readonly api: string
  /** What it was asked for, by words. */
  readonly searched: readonly string[]
  close(): Promise<void>
}

const TITLE = 'Emmy Noether'
const LEAD =
  'Emmy Noether was a German mathematician who made many important contributions to abstract algebra.'
const ARTICLE = `<!doctype html><html lang="en"><title>${TITLE}</title><body><article><h1>${TITLE}</h1>
<p>${LEAD} She proved Noether's first and second theorems, which are fundamental in mathematical physics.</p>
<p>Noether was born in Erlangen in 1882. Her first theorem says that to each continuous symmetry of a physical system
belongs a quantity that is conserved. From 1915 on she worked in Göttingen, where Hilbert and Klein had asked her to
come.</p></article></body></html>`

export async function serveWiki(): Promise<WikiServer> {
  const searched: string[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wiki')
    if (pathname === '/api.php') {
      const words = searchParams.get('gsrsearch') ?? ''
      searched.push(words)
      const page = { title: TITLE, index: 1, fullurl: `${origin()}/wiki/Emmy_Noether`, extract: LEAD }
      const found = /noether/i.test(words) ? { query: { pages: [page] } } : { batchcomplete: true }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(found))
    } else if (pathname === '/wiki/Emmy_Noether') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(ARTICLE)
    } else response.writeHead(404).end()
  })
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    api: `${origin()}/api.php`,
    searched,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
