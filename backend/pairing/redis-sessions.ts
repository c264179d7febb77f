import type { Redis } from 'ioredis'
import * as v from 'valibot'
import { SESSION_HOURS, type Session, type Sessions } from './sessions.ts'

/** A session in which nothing was asked for ends so soon, s: anybody may begin one. */
const UNUSED_SECONDS = 60

const SessionSchema = v.object({ client: v.string(), server: v.string(), pairing: v.string() })

/** The sessions of several replicas. Redis holds nonces and counts: no token, and no key of a session. */
export class RedisSessions implements Sessions {
  readonly #redis: Redis

  constructor(redis: Redis) {
    this.#redis = redis
  }

  async add(id: string, session: Session): Promise<void> {
    await this.#redis.set(keyOf(id), JSON.stringify(session), 'EX', UNUSED_SECONDS)
  }

  async find(id: string): Promise<Session | null> {
    if (!/^[0-9a-f]{32}$/u.test(id)) return null
    const kept = await this.#redis.get(keyOf(id))
    return kept === null ? null : v.parse(SessionSchema, JSON.parse(kept))
  }

  async claim(id: string, count: number): Promise<boolean> {
    const seconds = SESSION_HOURS * 3_600
    const answers = await this.#redis
      .multi()
      .sadd(`${keyOf(id)}:counts`, count)
      .expire(`${keyOf(id)}:counts`, seconds)
      .expire(keyOf(id), seconds)
      .exec()
    return answers?.[0]?.[1] === 1
  }
}

const keyOf = (id: string): string => `aside:session:{${id}}`
