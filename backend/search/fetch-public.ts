import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress, readablePage } from './public-address.ts'
import { SearchError } from './search.ts'

/** Longest page, unpacked, in bytes. */
const MOST_BYTES = 3_000_000
const REDIRECTS = 5

/** Content types that are read as text. */
const TYPES = /^(?:text\/html|application\/xhtml\+xml|text\/plain|text\/markdown)\b/iu

export interface FetchedText {
  /** After redirects. */
  address: string
  /** Without parameters, lower case. */
  type: string
  text: string
}

/** What may be read. */
export interface Reach {
  page(address: string): URL | null
  /** Whether this host may be at this IP address. */
  ip(address: string, host: string): boolean
}
export const PUBLIC: Reach = { page: readablePage, ip: isPublicAddress }

/** The public internet, and one origin that the person has named: a wiki of their own may stand anywhere. */
export function publicAnd(origin: string): Reach {
  const own = new URL(origin)
  return {
    page: (address) =>
      URL.canParse(address) && new URL(address).origin === own.origin
        ? new URL(address)
        : readablePage(address),
    ip: (address, host) => host === own.hostname || isPublicAddress(address),
  }
}

/**
 * Reads a text from the public internet: no cookies, no referrer, and no answer from an address that is not public,
 * which is checked at the moment of connecting, for every redirect anew. Rejects with a SearchError.
 */
export async function fetchPublic(
  address: string,
  signal: AbortSignal,
  reach: Reach = PUBLIC,
): Promise<FetchedText> {
  let next = address
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const url = reach.page(next)
    if (url === null) throw new SearchError('private-address')
    const answer = await get(url, signal, reach)
    const { statusCode = 0, headers } = answer
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      answer.destroy()
      if (!URL.canParse(headers.location, url)) throw new SearchError('garbled')
      next = new URL(headers.location, url).href
      continue
    }
    if (statusCode !== 200) {
      answer.destroy()
      throw new SearchError(statusCode === 429 ? 'busy' : 'refused')
    }
    const type = headers['content-type'] ?? ''
    if (!TYPES.test(type)) {
      answer.destroy()
      throw new SearchError('not-text')
    }
    const bytes = await readUpTo(answer)
    return {
      address: url.href,
      type: type.split(';')[0]?.trim().toLowerCase() ?? '',
      text: decode(bytes, type),
    }
  }
  throw new SearchError('refused')
}

function get(url: URL, signal: AbortSignal, reach: Reach): Promise<IncomingMessage> {
  const onlyPublic: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '', 0)
      // One private address among them is enough: the next connection could take it.
      const allowed = addresses.every((each) => reach.ip(each.address, host))
      const [first] = addresses
      if (!allowed || first === undefined) return done(new SearchError('private-address'), '', 0)
      if (options.all === true) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }
  const headers = {
    accept: 'text/html, text/plain;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Aside/0.1 (a tutor on its own machine)',
  }
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, lookup: onlyPublic, signal, agent: false }, resolve)
    sent.on('error', (error) => {
      if (signal.aborted) reject(signal.reason)
      else reject(error instanceof SearchError ? error : new SearchError('no-network'))
    })
    sent.end()
  })
}

async function readUpTo(answer: IncomingMessage): Promise<Buffer> {
  const unpacked = unpack(answer)
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    for await (const piece of unpacked) {
      bytes += piece.length
      if (bytes > MOST_BYTES) throw new SearchError('too-large')
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof SearchError ? error : new SearchError('garbled')
  } finally {
    answer.destroy()
  }
  return Buffer.concat(pieces)
}

function unpack(answer: IncomingMessage): AsyncIterable<Buffer> {
  const packings = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }
  const named = answer.headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (named === '' || named === 'identity') return answer
  const make = packings[named as keyof typeof packings]
  if (make === undefined) throw new SearchError('garbled')
  const unpacking = make()
  answer.on('error', (error) => unpacking.destroy(error))
  return answer.pipe(unpacking)
}

/** By the charset that the type names, else by the page's own word for it, else UTF-8. */
function decode(bytes: Buffer, type: string): string {
  const named =
    /charset=["']?([\w-]+)/iu.exec(type)?.[1] ??
    /<meta[^>]{0,200}charset=["']?([\w-]+)/iu.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1] ??
    'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
