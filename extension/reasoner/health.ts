import * as v from 'valibot'
import type { Language } from '../../shared/catalogue/languages.ts'
import { type Health, HealthSchema } from '../../shared/thoughts/meeting.ts'
import type { BackendSession } from './backend-session.ts'

const ANSWER_MS = 3_000

/** What the backend says of itself, in a language; null where it says nothing that can be read. */
export async function healthOf(
  session: BackendSession,
  signal?: AbortSignal,
  language: Language = 'en',
): Promise<Health | null> {
  try {
    const late = AbortSignal.timeout(ANSWER_MS)
    const within = signal === undefined ? late : AbortSignal.any([signal, late])
    const answer = await session.send('GET', `/health?language=${language}`, { signal: within })
    const parsed = v.safeParse(HealthSchema, await answer.json())
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
