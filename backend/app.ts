import { type Context, Hono } from 'hono'
import { type Language, languageOf } from '../shared/catalogue/languages.ts'
import type { ConfigurationChange } from '../shared/thoughts/configuration.ts'
import { ConfigurationChangeSchema, type ConfigurationShown } from '../shared/thoughts/configuration.ts'
import { HEARTBEAT_MS, type Health, type Refused } from '../shared/thoughts/meeting.ts'
import { ThoughtRequestSchema } from '../shared/thoughts/thought-request.ts'
import { gate, parseBody, readBody, refuse } from './gate.ts'
import type { Meetings } from './pairing/meet.ts'
import { monotonic, type Now, Rate } from './rate.ts'
import { eventStream } from './thoughts/event-stream.ts'
import { follow, type PartLog } from './thoughts/part-log.ts'
import type { Thinking } from './thoughts/thinking.ts'

/** Of all who are paired; streams that are open count once. */
const REQUEST_PACE = { burst: 400, perSecond: 100 }
/** Streams that may be open at once, for each thought that may run: a panel, its follower, and those that break off. */
export const STREAMS_PER_THOUGHT = 4

export interface AppParts {
  /** The port that clients call: part of every proof, and of the Host that is taken. */
  readonly port: () => number
  readonly meetings: Meetings
  readonly log: PartLog
  readonly thinking: Thinking
  readonly health: (language: Language, signal: AbortSignal) => Promise<Health>
  readonly configuration: {
    show(): ConfigurationShown
    change(change: ConfigurationChange): ConfigurationShown
  }
  readonly now?: Now
}

type Env = { Variables: { body: string; pairing: string } }

/** The routes of `shared/thoughts/meeting.ts`. */
export function createApp(parts: AppParts): Hono<Env> {
  const { meetings, log, thinking, health, configuration } = parts
  const pace = new Rate(REQUEST_PACE, parts.now ?? monotonic)
  let streams = 0

  function stream(context: Context<Env>, thought: string, after: number): Response {
    if (streams >= STREAMS_PER_THOUGHT * thinking.most) return refuse(context, 'too-many')
    streams += 1
    const gone = new AbortController()
    const followed = follow(log, thought, { after, quietMs: HEARTBEAT_MS, signal: gone.signal })
    return eventStream(followed, () => {
      if (gone.signal.aborted) return
      streams -= 1
      gone.abort()
    })
  }

  const app = new Hono<Env>({ strict: true })
  app.use(gate(parts.port))
  app.use(async (context, next) => {
    const read = await readBody(context)
    if ('refused' in read) return refuse(context, read.refused)
    context.set('body', read.body)
    return next()
  })
  app.post('/pair', async (context) => answer(context, await meetings.pair(context.var.body)))
  app.post('/session', async (context) => answer(context, await meetings.begin(context.var.body)))
  // All that follows is for those who have shown that they are paired; to others no path exists.
  app.use(async (context, next) => {
    const checked = await meetings.check(context, context.var.body)
    if ('refused' in checked) return refuse(context, checked.refused)
    context.set('pairing', checked.pairing)
    return pace.take() ? next() : refuse(context, 'too-many')
  })
  app.post('/thoughts', async (context) => {
    const request = parseBody(ThoughtRequestSchema, context.var.body)
    const after = knownBy(context)
    if (!request || after === null) return refuse(context, 'malformed')
    const key = keyOf(context, request.thought)
    const begun = await thinking.begin(key, request, after)
    return begun === 'too-many' ? refuse(context, begun) : stream(context, key, after)
  })
  app.get('/thoughts/:id{[\\w-]{1,64}}/parts', (context) => {
    const after = knownBy(context)
    if (after === null) return refuse(context, 'malformed')
    return stream(context, keyOf(context, context.req.param('id')), after)
  })
  app.delete('/thoughts/:id{[\\w-]{1,64}}', async (context) => {
    await log.cancel(keyOf(context, context.req.param('id')))
    return context.body(null, 204)
  })
  app.get('/health', async (context) => {
    const language = languageOf([context.req.query('language') ?? ''])
    return context.json(await health(language, context.req.raw.signal))
  })
  app.get('/configuration', (context) => context.json(configuration.show()))
  app.put('/configuration', (context) => {
    const change = parseBody(ConfigurationChangeSchema, context.var.body)
    return change ? context.json(configuration.change(change)) : refuse(context, 'malformed')
  })
  app.notFound((context) => context.body(null, 404))
  app.onError((error, context) => {
    // Names what failed, never what it was about.
    console.error(`${context.req.method} failed: ${error.name}`)
    return context.body(null, 500)
  })
  return app
}

/** Under which a thought is kept: one browser reads and ends its own only. */
function keyOf({ var: { pairing } }: Context<Env>, thought: string): string {
  return `${pairing}.${thought}`
}

function answer(context: Context, given: { answer: object } | { refused: Refused }): Response {
  return 'refused' in given
    ? refuse(context, given.refused)
    : context.json(given.answer, 200, { 'cache-control': 'no-store' })
}

/** The number of the last part that the client has; 0: none; null: that is no number. */
function knownBy({ req }: Context): number | null {
  const id = req.header('last-event-id')
  if (id === undefined) return 0
  return /^\d{1,9}$/u.test(id) ? Number(id) : null
}
