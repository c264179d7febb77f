import { createServer, type Server } from 'node:http'

/** Longest that headers, and a whole request, may take to arrive; connections at once. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
const MOST_CONNECTIONS = 1_000

/** A server on the first of these ports that is free, on the loopback alone. `port` 0: any. */
export async function openPort(
  ports: readonly number[],
  signal: AbortSignal,
): Promise<{ server: Server; port: number }> {
  for (const wanted of ports) {
    const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS })
    server.maxConnections = MOST_CONNECTIONS
    const opened = await listen(server, wanted)
    if (!opened) continue
    signal.addEventListener('abort', () => void server.close().closeAllConnections(), { once: true })
    const address = server.address()
    if (address !== null && typeof address === 'object') return { server, port: address.port }
  }
  throw new Error(
    ports.length === 1
      ? `Port ${ports[0]} is taken. Set ASIDE_PORT to another, or leave it out.`
      : `The ports ${ports[0]} to ${ports.at(-1)} are all taken. End what listens there, or set ASIDE_PORT.`,
  )
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(true))
  })
}
