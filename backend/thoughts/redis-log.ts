import type { Redis } from 'ioredis'
import * as v from 'valibot'
import { endsStream, PartSchema } from '../../shared/thoughts/part.ts'
import type { NewPart } from '../reasoners/reason.ts'
import { KEPT_MS, type LogState, type PartLog } from './part-log.ts'
import { ALIVE_MS } from './thinking.ts'

/*
 * For a thought: a hash (`results`, `seq` of the last part, `last`: the kind of the part that ended it, empty while it is
 * open), a stream of its parts with their number as id, a key that lives while somebody works on it, and a channel
 * with a message for each part. Each step is one script, so that replicas never see half of one.
 */
const APPEND = `
local function append(part, ends)
  local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
  redis.call('XADD', KEYS[2], seq .. '-0', 'part', part)
  redis.call('HSET', KEYS[1], 'last', ends)
  redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})
  redis.call('PEXPIRE', KEYS[2], ${KEPT_MS})
  redis.call('PUBLISH', KEYS[4], ends)
end
`
const SCRIPTS = {
  begin: `
local known = redis.call('HGET', KEYS[1], 'results')
if not known then
  redis.call('HSET', KEYS[1], 'seq', ARGV[2])
elseif redis.call('HGET', KEYS[1], 'last') ~= 'tool-call' or tonumber(ARGV[1]) <= tonumber(known) then
  return 0
end
redis.call('HSET', KEYS[1], 'results', ARGV[1], 'last', '')
redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})
redis.call('SET', KEYS[3], '1', 'PX', ${3 * ALIVE_MS})
return 1`,
  append: `${APPEND}
local state = redis.call('HMGET', KEYS[1], 'results', 'last')
if state[1] ~= ARGV[1] or state[2] ~= '' then return 0 end
redis.call('SET', KEYS[3], '1', 'PX', ${3 * ALIVE_MS})
append(ARGV[2], ARGV[3])
return 1`,
  cancel: `${APPEND}
local last = redis.call('HGET', KEYS[1], 'last')
if not last then redis.call('HSET', KEYS[1], 'results', '0', 'seq', '0') end
if not last or last == '' or last == 'tool-call' then append('{"kind":"error","error":"cancelled"}', 'error') end
return 1`,
  // Nobody works on it any more: its process has died.
  read: `${APPEND}
local state = redis.call('HMGET', KEYS[1], 'results', 'last')
if not state[1] then return {} end
if state[2] == '' and redis.call('EXISTS', KEYS[3]) == 0 then
  append('{"kind":"error","error":"lost"}', 'error')
  state[2] = 'error'
end
return { state[1], state[2], redis.call('XRANGE', KEYS[2], '(' .. ARGV[1] .. '-0', '+') }`,
} as const

const ReadSchema = v.tuple([
  v.pipe(v.string(), v.transform(Number)),
  v.string(),
  v.array(v.tuple([v.string(), v.tuple([v.literal('part'), v.string()])])),
])

interface Channel {
  readonly listeners: Set<(ended: boolean) => void>
  readonly subscribed: Promise<unknown>
}

/** The log of several replicas, in Redis: outlives each of them. */
export class RedisLog implements PartLog {
  readonly kind = 'redis'
  readonly #redis: Redis
  readonly #subscriber: Redis
  readonly #channels = new Map<string, Channel>()

  constructor(redis: Redis) {
    this.#redis = redis
    this.#subscriber = redis.duplicate()
    this.#subscriber.on('error', () => {
      // Said once, by the connection it was made from.
    })
    this.#subscriber.on('message', (channel, ended) => {
      for (const onNews of this.#channels.get(channel)?.listeners ?? []) onNews(ended !== '')
    })
  }

  async begin(thought: string, results: number, after: number): Promise<boolean> {
    return (await this.#run('begin', thought, results, after)) === 1
  }

  async append(thought: string, results: number, part: NewPart): Promise<boolean> {
    const ends = endsStream(part) ? part.kind : ''
    return (await this.#run('append', thought, results, JSON.stringify(part), ends)) === 1
  }

  async cancel(thought: string): Promise<void> {
    await this.#run('cancel', thought)
  }

  async read(thought: string, after: number): Promise<LogState> {
    const read = v.safeParse(ReadSchema, await this.#run('read', thought, after))
    if (!read.success) return { state: 'unknown', results: 0, parts: [] }
    const [results, last, rows] = read.output
    const parts = rows.map(([id, [, part]]) =>
      v.parse(PartSchema, { ...JSON.parse(part), seq: Number.parseInt(id, 10) }),
    )
    return { state: last === '' ? 'open' : 'ended', results, parts }
  }

  async listen(thought: string, onNews: (ended: boolean) => void): Promise<() => void> {
    const name = keysOf(thought).channel
    let channel = this.#channels.get(name)
    if (!channel) {
      channel = { listeners: new Set(), subscribed: this.#subscriber.subscribe(name) }
      this.#channels.set(name, channel)
    }
    const { listeners, subscribed } = channel
    listeners.add(onNews)
    try {
      await subscribed
    } catch (error) {
      if (this.#channels.get(name)?.listeners === listeners) this.#channels.delete(name)
      throw error
    }
    return () => {
      listeners.delete(onNews)
      if (listeners.size > 0 || this.#channels.get(name)?.listeners !== listeners) return
      this.#channels.delete(name)
      void this.#subscriber.unsubscribe(name).catch(() => {})
    }
  }

  async keepAlive(thought: string): Promise<void> {
    await this.#redis.set(keysOf(thought).alive, '1', 'PX', 3 * ALIVE_MS)
  }

  async close(): Promise<void> {
    this.#subscriber.disconnect()
    this.#redis.disconnect()
  }

  #run(name: keyof typeof SCRIPTS, thought: string, ...args: (string | number)[]): Promise<unknown> {
    const { state, parts, alive, channel } = keysOf(thought)
    return this.#redis.eval(SCRIPTS[name], 4, state, parts, alive, channel, ...args)
  }
}

/** The braces keep the keys of a thought on one node of a cluster. */
function keysOf(thought: string) {
  const name = `aside:{${thought}}`
  return { state: name, parts: `${name}:parts`, alive: `${name}:alive`, channel: `${name}:news` }
}
