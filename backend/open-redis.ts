import { Redis } from 'ioredis'

const CONNECT_MS = 3_000

/**
 * A connection that comes back by itself; what is asked meanwhile fails soon. Rejects with a sentence where Redis is not
 * there at the start. @param address redis://…, rediss://… or unix:///path; it may hold a password, so it is not shown
 */
export async function openRedis(address: string, say: (line: string) => void): Promise<Redis> {
  const redis = new Redis(address.replace(/^unix:\/\//u, ''), {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  })
  let state: 'new' | 'there' | 'gone' = 'new'
  redis.on('error', () => {
    if (state !== 'there') return
    state = 'gone'
    say('Redis does not answer; thoughts fail until it does.')
  })
  redis.on('ready', () => {
    if (state === 'gone') say('Redis answers again.')
    state = 'there'
  })
  try {
    await redis.connect()
    return redis
  } catch {
    redis.disconnect()
    throw new Error('Redis does not answer at ASIDE_REDIS. Start it there, or leave the setting out.')
  }
}
