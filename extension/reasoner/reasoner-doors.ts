import Dexie from 'dexie'
import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { ToBackground } from '../../shared/messages/background-message.ts'
import { type PageText, PageTextSchema } from '../../shared/percepts/page-text.ts'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import { readPairing, writePairing } from '../store/backend-pairing.ts'
import type { Database } from '../store/database.ts'
import { EntrySchema, SentSchema } from '../store/rows.ts'
import { BackendError, BackendSession } from './backend-session.ts'
import type { ReasonerDoors } from './reasoner.ts'

/** Entries of a conversation that are sent along, the last ones. */
const ENTRIES = 20

/** The reasoner's doors in the offscreen document. */
export function reasonerDoors(database: Database, now: () => number): ReasonerDoors {
  return {
    now,
    session: () => beginSession(database),
    readPage,
    conversation: (tutoring, at) => conversationOf(database, tutoring, at),
    sent: async (id) => {
      const row = v.safeParse(SentSchema, await database.sent.get(id))
      return row.success ? row.output.body : null
    },
    keep: async (sent) => void (await database.sent.put(sent)),
    correct: async (id, to) => void (await database.sent.update(id, to)),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms)
        signal.addEventListener(
          'abort',
          () => {
            clearTimeout(timer)
            reject(signal.reason)
          },
          { once: true },
        )
      }),
  }
}

/** A session with the paired backend; where it has moved to another port, that is remembered. */
export async function beginSession(database: Database): Promise<BackendSession> {
  const pairing = await readPairing(database)
  if (pairing === null) throw new BackendError('not-paired')
  const session = await BackendSession.begin(pairing, { fetch: (...args) => fetch(...args) })
  if (session.port !== pairing.port) await writePairing(database, { ...pairing, port: session.port })
  return session
}

async function readPage(tab: number): Promise<PageText | null> {
  const message: ToBackground = { kind: 'page-text', tab }
  const said: unknown = await browser.runtime.sendMessage(message).catch(() => null)
  const parsed = v.safeParse(PageTextSchema, said)
  return parsed.success ? parsed.output : null
}

/** What was said, and of an answer what the checker found false in it. */
async function conversationOf(
  database: Database,
  tutoring: string,
  at: number,
): Promise<ThoughtRequest['conversation']> {
  const rows = await database.entries
    .where('[tutoring+at]')
    .between([tutoring, Dexie.minKey], [tutoring, at], true, false)
    .reverse()
    .limit(ENTRIES)
    .toArray()
  return rows.reverse().flatMap((row) => {
    const entry = v.safeParse(EntrySchema, row)
    if (!entry.success || entry.output.who === 'notice' || entry.output.spoken === 0) return []
    const { who, text, spoken, answer } = entry.output
    const struck = (answer?.struck ?? []).map(
      (each) => ` [A checker found this false: ${each.text}. ${each.why}]`,
    )
    return [{ who, text: `${text.slice(0, spoken)}${struck.join('')}`.slice(0, 8_000) }]
  })
}
