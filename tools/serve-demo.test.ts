import { request as httpRequest } from 'node:http'
import { expect, test } from 'vitest'
import { demoApp, serveDemo } from './serve-demo.ts'

const get = (path: string, host = 'demo.localhost') =>
  demoApp().request(`http://${host}${path}`, { headers: { host } })

test('serves a page with its type and never from a cache', async () => {
  const response = await get('/algebra.html')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toContain('2(x + 3) = 10')
})

test('bundles the script of a page with the libraries it imports, and their styles', async () => {
  const script = await get('/quill.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).not.toMatch(/^import /m)
  expect(await (await get('/quill.css')).text()).toContain('.ql-container')
  expect((await get('/quill.ts')).status).toBe(404)
})

test.each(['demo.localhost', 'localhost:8080', 'a.b.localhost:1'])('answers for %s', async (host) => {
  expect((await get('/algebra.html', host)).status).toBe(200)
})

test.each(['127.0.0.1', 'example.com', 'demo.localhost.example.com', 'evillocalhost'])(
  'does not answer for %s',
  async (host) => {
    expect((await get('/algebra.html', host)).status).toBe(421)
  },
)

test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/%2e%2e%2fe2e', '/none.html'])(
  'has nothing at %s',
  async (path) => {
    const server = await serveDemo({ port: 0 })
    try {
      // A raw request: fetch would tidy the path first.
      const status = await new Promise((resolve, reject) =>
        httpRequest({ port: server.port, path, headers: { host: 'demo.localhost' } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .once('error', reject)
          .end(),
      )
      expect(status).toBe(404)
    } finally {
      await server.close()
    }
  },
)

test('every name is an origin of its own', async () => {
  const server = await serveDemo({ port: 0 })
  expect(server.origin()).toBe(`http://demo.localhost:${server.port}`)
  expect(server.origin('other')).toBe(`http://other.localhost:${server.port}`)
  await server.close()
})
