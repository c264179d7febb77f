import type { Language } from '../../shared/catalogue/languages.ts'
import type { PageText } from '../../shared/percepts/page-text.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import type { ThoughtPercept } from '../../shared/percepts/thought-percept.ts'
import { redactAll } from '../../shared/thoughts/redact.ts'
import { PASSAGE_LENGTH, type ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import type { Sent, Tutoring } from '../store/rows.ts'
import type { LoopState } from '../turn/loop-state.ts'
import type { ThoughtState } from '../turn/thought-state.ts'
import { THOUGHT_TOOLS } from '../turn/thought-tools.ts'
import { BackendError, type BackendSession } from './backend-session.ts'
import { healthOf } from './health.ts'
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
  /** The text that was sent under this id; null where none was. */
  sent(id: string): Promise<string | null>
  now(): number
  wait(ms: number, signal: AbortSignal): Promise<void>
}

interface Sending {
  row: Tutoring | undefined
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

  constructor(doors: ReasonerDoors) {
    this.#doors = doors
  }

  follow({ thoughts = [], tutorings, language }: LoopState, take: Take): void {
    const wanted = new Map(thoughts.filter(({ ended }) => ended === null).map((each) => [each.id, each]))
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
      const row = Object.hasOwn(tutorings, thought.tutoring) ? tutorings[thought.tutoring]?.row : undefined
      void this.#run(structuredClone(thought), row, language, controller.signal, (it) =>
        take({ from: 'reasoner', at: this.#doors.now(), it }),
      )
    }
  }

  async #run(
    thought: ThoughtState,
    row: Tutoring | undefined,
    language: Language,
    signal: AbortSignal,
    tell: (it: ThoughtPercept) => void,
  ): Promise<void> {
    try {
      const session = await this.#doors.session()
      const sending = { row, language, session, signal, tell }
      const body = thought.underWay === true ? null : await this.#bodyOf(thought, sending)
      const sessions = [session]
      const doors = {
        session: async () => sessions.pop() ?? (await this.#doors.session()),
        wait: this.#doors.wait,
      }
      for await (const part of think({ thought: thought.id, body, seq: thought.seq }, signal, doors))
        tell({ kind: 'part', thought: thought.id, part })
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
  async #bodyOf(thought: ThoughtState, { row, language, session, signal, tell }: Sending): Promise<string> {
    const known = await this.#doors.sent(sentId(thought))
    if (known !== null) return known
    const [health, { request, places, redacted }] = await Promise.all([
      healthOf(session, signal),
      this.#requestOf(thought, row, language),
    ])
    signal.throwIfAborted()
    await this.#doors.keep(sentOf(thought, request, redacted, health, this.#doors.now()))
    tell({ kind: 'sent', thought: thought.id, places })
    return JSON.stringify(request)
  }

  async #requestOf(thought: ThoughtState, row: Tutoring | undefined, language: Language) {
    const { id, task, question, level, web, facts, noticed, results, alone, tutoring, at } = thought
    const read = alone || row === undefined ? null : await this.#doors.readPage(row.tab)
    const page = read?.origin === row?.origin ? read : null
    const conversation = alone ? [] : await this.#doors.conversation(tutoring, at)
    const passages = (page?.passages ?? []).map(({ text, place }, index) => ({
      id: `p${index + 1}`,
      text: text.slice(0, PASSAGE_LENGTH),
      place,
    }))
    const whole: ThoughtRequest = {
      thought: id,
      task,
      question,
      language,
      ...(level === undefined ? {} : { level }),
      conversation,
      pages:
        page === null || row === undefined
          ? []
          : [
              {
                title: row.title,
                address: row.address,
                ...(page.lang === undefined ? {} : { lang: page.lang }),
                passages: passages.map(({ id, text }) => ({ id, text })),
              },
            ],
      ...(thought.selection === '' || alone ? {} : { selection: thought.selection }),
      noticed,
      facts,
      tools: [...THOUGHT_TOOLS],
      results,
      web,
    }
    const { value: request, found: redacted } = redactAll(whole)
    const places = passages.flatMap(({ id, place }) => (place === null ? [] : [{ passage: id, ...place }]))
    return { request, places, redacted }
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
  health: Awaited<ReturnType<typeof healthOf>>,
  at: number,
): Sent {
  const body = JSON.stringify(request)
  const { tutoring, question } = thought
  return {
    id: sentId(thought),
    tutoring,
    at,
    model: health?.model == null ? null : { name: health.model.name, local: health.model.local },
    search: request.web ? (health?.search.name ?? null) : null,
    question,
    body,
    bytes: new TextEncoder().encode(body).length,
    redacted: Object.fromEntries(
      Object.entries(redacted).flatMap(([kind, n]) => (n === undefined ? [] : [[kind, n]])),
    ),
  }
}
