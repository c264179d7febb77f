import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The page of the first scan has this many elements and pieces of text. */
export const SCAN_NODES = 50_000
/** Stands once on the page of the first scan, at its end. */
export const NEEDLE = 'quintessential marmalade'

const SENTENCES =
  'A linear equation asks for the number that makes both sides equal. Whatever is done to one side is done to the other. '

/** A long article with a field to write in, and no script of its own: all script time there is an extension's. */
const article = page(
  'Article',
  `<h1>Linear equations</h1><textarea rows="8" cols="60" aria-label="Notes"></textarea>${times(
    300,
    (index) => `<h2>Section ${index}</h2><p>${SENTENCES.repeat(4)}</p>`,
  )}`,
)

/** Rows of a table: a paragraph of a book would be one node. Each row is 1 + 4 elements + 4 pieces of text. */
const crowded = page(
  'Crowded',
  `<table>${times(
    Math.ceil(SCAN_NODES / 9),
    (index) => `<tr><td>${index}</td><td>row</td><td>of a crowded</td><td>page</td></tr>`,
  )}</table><p>${NEEDLE}</p>`,
)

export interface BenchPages {
  readonly article: string
  readonly crowded: string
  close(): Promise<void>
}

export async function serveBenchPages(): Promise<BenchPages> {
  const app = new Hono().get('/article', (c) => c.html(article)).get('/crowded', (c) => c.html(crowded))
  const { server, address } = await new Promise<{ server: ServerType; address: AddressInfo }>((resolve) => {
    const starting = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address) =>
      resolve({ server: starting, address }),
    )
  })
  const origin = `http://bench.localhost:${address.port}`
  return {
    article: `${origin}/article`,
    crowded: `${origin}/crowded`,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title><body>${body}</body></html>`
}

function times(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('')
}
