import type { Context, MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import type { Refused } from '../shared/thoughts/meeting.ts'
import { REQUEST_BYTES } from '../shared/thoughts/thought-request.ts'

const STATUS = {
  'not-paired': 401,
  'wrong-proof': 401,
  'no-code': 403,
  'wrong-code': 403,
  'too-many': 429,
  'too-large': 413,
  malformed: 400,
} as const satisfies Record<Refused, number>

/** A refusal says which, and nothing else. */
export function refuse(context: Context, refused: Refused): Response {
  return context.json({ refused }, STATUS[refused], { 'cache-control': 'no-store' })
}

/**
 * Who may speak at all: whoever called this very port by a name of the loopback (a page whose name was made to point
 * here calls by its own), and from a browser, an extension only. No CORS headers, for nobody.
 */
export function gate(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host')
    const origin = context.req.header('origin')
    const named = host === `127.0.0.1:${port()}` || host === `localhost:${port()}`
    const fromExtension = origin === undefined || /^(?:chrome|moz)-extension:\/\/[\w-]{1,64}$/u.test(origin)
    if (!named || !fromExtension || context.req.method === 'OPTIONS') return context.body(null, 403)
    return next()
  }
}

/** So much is heard out, and thrown away: who is cut off while sending may never read why. */
const HEARD_BYTES = 4 * REQUEST_BYTES

/** The body as text, at most REQUEST_BYTES of JSON; empty where the method has none. */
export async function readBody({ req }: Context): Promise<{ body: string } | { refused: Refused }> {
  if (req.method !== 'POST' && req.method !== 'PUT') return { body: '' }
  if (!/^application\/json(?:;\s*charset=utf-8)?$/iu.test(req.header('content-type') ?? ''))
    return { refused: 'malformed' }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let body = ''
  let bytes = 0
  try {
    for await (const chunk of req.raw.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > HEARD_BYTES) break
      if (bytes <= REQUEST_BYTES) body += decoder.decode(chunk, { stream: true })
    }
    if (bytes > REQUEST_BYTES) return { refused: 'too-large' }
    return { body: body + decoder.decode() }
  } catch {
    return { refused: 'malformed' }
  }
}

/** The body as what it should be; undefined where it is not. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: string,
): v.InferOutput<Schema> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(body))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}
