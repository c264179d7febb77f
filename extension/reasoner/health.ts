import * as v from 'valibot'
import { type Health, HealthSchema } from '../../shared/thoughts/meeting.ts'
import type { BackendSession } from './backend-session.ts'

const ANSWER_MS = 3_000

/** What the backend says of itself; null where it says nothing that can be read. */
export async function healthOf(session: BackendSession, signal: AbortSignal): Promise<Health | null> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)])
    const answer = await session.send('GET', '/health', { signal: within })
    const parsed = v.safeParse(HealthSchema, await answer.json())
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
