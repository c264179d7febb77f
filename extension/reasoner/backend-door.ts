import * as v from 'valibot'
import type { Language } from '../../shared/catalogue/languages.ts'
import {
  type ConfigurationChange,
  type ConfigurationShown,
  ConfigurationShownSchema,
} from '../../shared/thoughts/configuration.ts'
import { type Health, RefusalSchema, type Refused } from '../../shared/thoughts/meeting.ts'
import { readCode } from '../../shared/thoughts/proof.ts'
import { writePairing } from '../store/backend-pairing.ts'
import type { Database } from '../store/database.ts'
import { BackendError, type BackendSession, pair } from './backend-session.ts'
import { healthOf } from './health.ts'
import { beginSession } from './reasoner-doors.ts'

/** Why nothing can be said of the backend. */
export type Unreached = BackendError['why']

/** What the settings do with the backend. A key goes in and never comes out. */
export interface Backend {
  /** Pairs with the one that shows this code; null: done. */
  pair(typed: string): Promise<Unreached | null>
  /** What it says of itself, in this language, and how it is set. */
  look(
    language: Language,
  ): Promise<{ health: Health; configuration: ConfigurationShown; port: number } | Unreached>
  /** null: it is so now; not-saved: the backend took it and failed. */
  change(change: ConfigurationChange): Promise<Unreached | 'not-saved' | null>
}

/** The backend that this browser is paired with. One session is kept as long as it holds. */
export function backendDoor(database: Database, ended: AbortSignal): Backend {
  let kept: BackendSession | null = null
  /** A session ends with the backend's process: what is refused is asked once more in a new one. */
  const ask = async <T>(send: (session: BackendSession) => Promise<T | null>): Promise<T | Unreached> => {
    for (const session of [kept, null]) {
      try {
        const used: BackendSession = session ?? (await beginSession(database))
        const answer = await send(used).catch(() => null)
        kept = answer === null ? null : used
        if (answer !== null) return answer
      } catch (error) {
        return error instanceof BackendError ? error.why : 'absent'
      }
    }
    return 'absent'
  }
  const configured = async (
    session: BackendSession,
    change?: ConfigurationChange,
  ): Promise<ConfigurationShown | Refused | 'not-saved' | null> => {
    const method = change === undefined ? 'GET' : 'PUT'
    const body = change === undefined ? {} : { body: JSON.stringify(change) }
    const answer = await session.send(method, '/configuration', { ...body, signal: ended })
    if (answer.status >= 500) return 'not-saved'
    const said: unknown = await answer.json()
    const refused = v.safeParse(RefusalSchema, said)
    // A session that has ended is begun anew.
    if (refused.success) return answer.status === 401 ? null : refused.output.refused
    const parsed = v.safeParse(ConfigurationShownSchema, said)
    return parsed.success ? parsed.output : null
  }
  return {
    async pair(typed) {
      const code = readCode(typed)
      if (code === null) return 'wrong-code'
      try {
        await writePairing(database, await pair(code, { fetch: (...args) => fetch(...args) }))
        kept = null
        return null
      } catch (error) {
        return error instanceof BackendError ? error.why : 'absent'
      }
    },
    look: (language) =>
      ask(async (session) => {
        const [health, configuration] = [await healthOf(session, ended, language), await configured(session)]
        if (typeof configuration === 'string') return configuration === 'not-saved' ? null : configuration
        return health && configuration && { health, configuration, port: session.port }
      }),
    async change(change) {
      const answer = await ask((session) => configured(session, change))
      return typeof answer === 'string' ? answer : null
    },
  }
}
