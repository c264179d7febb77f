import type { Language } from '../../shared/catalogue/languages.ts'
import type { PageText } from '../../shared/percepts/page-text.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import type { ThoughtPercept } from '../../shared/percepts/thought-percept.ts'
import type { Health } from '../../shared/thoughts/meeting.ts'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import type { Sent, Tutoring } from '../store/rows.ts'
import type { LoopState } from '../turn/loop-state.ts'
import type { ThoughtState } from '../turn/thought-state.ts'
import { BackendError, type BackendSession } from './backend-session.ts'
import { healthOf } from './health.ts'
import { requestOf } from './request-of.ts'
import { think } from './think.ts'

export interface ReasonerDoors {
  /** A new session with the backend. Rejects with a BackendError. */
  session(): Promise<BackendSession>
  /** What the page of a tab says; null where it may not be read. */
  readPage(tab: number): Promise<PageText | null>
  /** The conversation of a tutoring so far, oldest first, without what came after `at` (ms since the epoch). */
  conversation(tutoring: string, at: number): Promise<ThoughtRequest['conversation']>
  /** Keeps what is about to be sent. */
  keep(sent: Sent): Promise<void>
  /** Puts right to whom it went; what the person has deleted since stays so. */
  correct(id: string, to: Pick<Sent, 'model' | 'search'>): Promise<void>
  /** The text that was sent under this id; null where none was. */
  sent(id: string): Promise<string | null>
  now(): number
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** How long another tab is waited for (ms). */
const OTHER_MS = 6_000

interface Sending {
  row: Tutoring | undefined
  others: Tutoring[]
  language: Language
  session: BackendSession
  signal: AbortSignal
  tell: (it: ThoughtPercept) => void
}

type Take = (percept: Percept) => void

/**
 * Hands thoughts to the backend and gives back what comes of them as percepts. It follows the loop's memory: what is
 * in there and is not running is begun, also after this document was dead; what is gone from there is cancelled.
 */
export class Reasoner {
  readonly #doors: ReasonerDoors
  /** By thought: how many results it was posted with, and what ends it. */
  readonly #running = new Map<string, { results: number; controller: AbortController }>()

  /** What the backend last said of itself, as long as it has shown at each session since that it is the one. */
  #health: Health | null = null

  constructor(doors: ReasonerDoors) {
    this.#doors = doors
  }

  follow({ thoughts = [], ahead, tutorings, language }: LoopState, take: Take): void {
    const all = ahead === undefined ? thoughts : [...thoughts, ahead.thought]
    const wanted = new Map(all.filter(({ ended }) => ended === null).map((each) => [each.id, each]))
    for (const [id, { controller }] of this.#running) {
      if (wanted.has(id)) continue
      controller.abort()
      this.#running.delete(id)
      void this.#cancel(id)
    }
    for (const thought of wanted.values()) {
      const { id, results, call } = thought
      if (call !== null || this.#running.get(id)?.results === results.length) continue
      const controller = new AbortController()
      this.#running.get(id)?.controller.abort()
      this.#running.set(id, { results: results.length, controller })
      const rowOf = (of: string) => (Object.hasOwn(tutorings, of) ? tutorings[of]?.row : undefined)
      const others = (thought.tabs ?? []).flatMap((each) => rowOf(each) ?? [])
      const tell = (it: ThoughtPercept) => take({ from: 'reasoner', at: this.#doors.now(), it })
      const { signal } = controller
      void this.#run(structuredClone(thought), {
        row: rowOf(thought.tutoring),
        others,
        language,
        signal,
        tell,
      })
    }
  }

  async #run(thought: ThoughtState, sending: Omit<Sending, 'session'>): Promise<void> {
    const { signal, tell } = sending
    try {
      const session = await this.#session()
      if (thought.ahead && !(await this.#isLocal(session, signal)))
        return tell({ kind: 'unanswered', thought: thought.id, why: 'not-local' })
      const known = this.#health
      const body = thought.underWay === true ? null : await this.#bodyOf(thought, { ...sending, session })
      const sessions = [session]
      const doors = {
        session: async () => sessions.pop() ?? (await this.#session()),
        wait: this.#doors.wait,
      }
      let checked = known === null || body === null
      for await (const part of think({ thought: thought.id, body, seq: thought.seq }, signal, doors)) {
        tell({ kind: 'part', thought: thought.id, part })
        if (!checked) void this.#lookAgain(thought, session)
        checked = true
      }
    } catch (error) {
      if (signal.aborted) return
      tell({
        kind: 'unanswered',
        thought: thought.id,
        why: error instanceof BackendError ? error.why : 'absent',
      })
    }
  }

  /** What is sent: as it was the first time, or made now, and noted for the person before it leaves. */
  async #bodyOf(thought: ThoughtState, sending: Sending): Promise<string> {
    const { session, signal, tell } = sending
    const known = await this.#doors.sent(sentId(thought))
    if (known !== null) return known
    const [health, { request, places, redacted, unread }] = await Promise.all([
      this.#health ?? healthOf(session, signal),
      this.#requestOf(thought, sending),
    ])
    signal.throwIfAborted()
    this.#health = health
    await this.#doors.keep(sentOf(thought, request, redacted, health, this.#doors.now()))
    // Once is enough: with each result of a tool it is sent again.
    const told = unread.length === 0 || thought.results.length > 0 ? {} : { unread }
    tell({ kind: 'sent', thought: thought.id, places, ...told })
    return JSON.stringify(request)
  }

  /** Of what nobody has asked yet nothing leaves the machine: who thinks is asked anew each time. */
  async #isLocal(session: BackendSession, signal: AbortSignal): Promise<boolean> {
    this.#health = await healthOf(session, signal)
    return this.#health?.model?.local === true
  }

  /** Where the backend is not to be had, or is another, nothing that it said before holds. */
  async #session(): Promise<BackendSession> {
    try {
      return await this.#doors.session()
    } catch (error) {
      this.#health = null
      throw error
    }
  }

  /** Once it thinks, the backend says again who does, so that no thought waits for that: what was noted is put right. */
  async #lookAgain(thought: ThoughtState, session: BackendSession): Promise<void> {
    this.#health = await healthOf(session)
    if (this.#health !== null) await this.#doors.correct(sentId(thought), toWhom(thought.web, this.#health))
  }

  async #requestOf(thought: ThoughtState, { row, others, language, signal }: Sending) {
    const { alone, tutoring, at } = thought
    const [front, tabs, conversation] = await Promise.all([
      alone || row === undefined ? null : this.#doors.readPage(row.tab).then((page) => ({ row, page })),
      Promise.all(others.map(async (each) => ({ row: each, page: await this.#readOther(each.tab, signal) }))),
      alone ? [] : this.#doors.conversation(tutoring, at),
    ])
    return requestOf({ thought, language, conversation, front, others: tabs })
  }

  /** A tab that sleeps may never answer. */
  async #readOther(tab: number, signal: AbortSignal): Promise<PageText | null> {
    const read = this.#doors.readPage(tab)
    return Promise.race([read, this.#doors.wait(OTHER_MS, signal).then(() => null)])
  }

  async #cancel(id: string): Promise<void> {
    const session = await this.#doors.session().catch(() => null)
    await session?.send('DELETE', `/thoughts/${id}`).catch(() => undefined)
  }
}

/** A thought is sent anew with each result of a tool. */
const sentId = ({ id, results }: ThoughtState) => `${id}.${results.length}`

function sentOf(
  thought: ThoughtState,
  request: ThoughtRequest,
  redacted: Partial<Record<string, number>>,
  health: Health | null,
  at: number,
): Sent {
  const body = JSON.stringify(request)
  const { tutoring, question, ahead } = thought
  return {
    id: sentId(thought),
    tutoring,
    at,
    ...toWhom(request.web, health),
    question,
    ...(ahead && { ahead }),
    body,
    bytes: new TextEncoder().encode(body).length,
    redacted: Object.fromEntries(
      Object.entries(redacted).flatMap(([kind, n]) => (n === undefined ? [] : [[kind, n]])),
    ),
  }
}

function toWhom(web: boolean, health: Health | null): Pick<Sent, 'model' | 'search'> {
  const model = health?.model ?? null
  return {
    model: model && { name: model.name, local: model.local },
    search: web ? (health?.search.name ?? null) : null,
  }
}
