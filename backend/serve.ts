import { readFileSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import * as v from 'valibot'
import { LIMITS } from '../shared/thoughts/configuration.ts'
import { createApp } from './app.ts'
import { Configurations, type Environment } from './configuration.ts'
import { makeDataFolder } from './data-folder.ts'
import { howToGet } from './lack.ts'
import { openPort } from './open-port.ts'
import { openRedis } from './open-redis.ts'
import { CODE_MINUTES, PairingCode } from './pairing/code.ts'
import { Meetings } from './pairing/meet.ts'
import { Pairings } from './pairing/pairings.ts'
import { RedisSessions } from './pairing/redis-sessions.ts'
import { MemorySessions } from './pairing/sessions.ts'
import { type Reason, USUAL_BUDGET } from './reasoners/reason.ts'
import { openReasoners } from './reasoners/reasoners.ts'
import { searchBy } from './search/engines.ts'
import { searchChoice, searchLack } from './search-choice.ts'
import { readSettings } from './settings.ts'
import { MemoryLog } from './thoughts/memory-log.ts'
import { RedisLog } from './thoughts/redis-log.ts'
import { Thinking } from './thoughts/thinking.ts'

const { version } = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
)

export interface ServeDoors {
  readonly env: Environment
  /** The data folder. */
  readonly folder: string
  /** For the person at the terminal. */
  readonly say: (line: string) => void
  /** Ends all. */
  readonly signal: AbortSignal
  /** Who thinks; without it what is configured. */
  readonly reason?: Reason
}

/**
 * The whole backend on a port of the loopback. Throws a sentence where it cannot start.
 * @returns the port, and what is fulfilled once all has ended after the signal
 */
export async function serve({ env, folder, say, signal, reason }: ServeDoors) {
  makeDataFolder(folder)
  const settings = readSettings(env)
  const configurations = new Configurations(folder, env)
  const reasoners = openReasoners(env, folder, () => configurations.current())
  const pairings = new Pairings(folder)
  const paired = pairings.tokens().length > 0
  const redis = settings.redis === null ? null : await openRedis(settings.redis, say)
  const log = redis ? new RedisLog(redis) : new MemoryLog()
  const thinking = new Thinking({
    log,
    reason: reason ?? reasoners.reason,
    searchIn: (language) => searchBy(searchChoice(configurations.current().search), language),
    bounds() {
      const { seconds, tokens, cents } = configurations.current().limits
      return {
        seconds: seconds ?? LIMITS.seconds.usual,
        budget: { ...USUAL_BUDGET, tokens: tokens ?? USUAL_BUDGET.tokens, cents },
      }
    },
    most: settings.thoughts,
  })
  const { server, port } = await openPort(settings.ports, signal)
  const calledPort = () => settings.calledPort ?? port
  const code = new PairingCode(folder)
  const app = createApp({
    port: calledPort,
    meetings: new Meetings({
      pairings,
      code,
      sessions: redis ? new RedisSessions(redis) : new MemorySessions(),
      port: calledPort,
      onPaired: () => say('A browser was paired.'),
    }),
    log,
    thinking,
    async health(language, asking) {
      const { search } = configurations.current()
      const { name, needsKey } = searchBy(searchChoice(search), language)
      const lack = searchLack(search)
      const models = await reasoners.health(language, asking)
      return {
        version,
        ...models,
        search: { name, needsKey, ...(lack && { how: howToGet(lack, language) }) },
        log: log.kind,
      }
    },
    configuration: configurations,
  })
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  say(`backend: http://127.0.0.1:${port}`)
  if (!paired) showCode(code, say)
  const ended = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => {
    void thinking
      .close()
      .then(() => Promise.all([log.close(), reasoners.close()]))
      .then(() => ended.resolve(), ended.reject)
  })
  return { port, ended: ended.promise }
}

export function showCode(code: PairingCode, say: (line: string) => void): void {
  say(`pairing code: ${code.show()}`)
  say(`Type it in Aside's settings within ${CODE_MINUTES} minutes.`)
}
