import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** For tests: listens on a port of its own and passes everything on, as a stranger or a balancer would. */
export interface Relay extends AsyncDisposable {
  readonly port: number
  /** Bodies of all requests that came, oldest first. */
  readonly heard: readonly string[]
}

/** @param next the port that the next request goes to; @param host what it is called by there, else as it came */
export async function startRelay(
  next: () => number,
  host = (port: number): string | undefined => `127.0.0.1:${port}`,
): Promise<Relay> {
  const heard: string[] = []
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.once('end', () => {
      const body = Buffer.concat(chunks)
      heard.push(body.toString())
      const port = next()
      const called = host(port) ?? asked.headers.host
      const { method, url: path } = asked
      const on = request({
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...asked.headers, host: called },
      })
      on.once('response', (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
        answer.once('close', () => response.destroy())
      })
      on.once('error', () => answer.destroy())
      on.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
