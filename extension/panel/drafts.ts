import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import type { Database } from '../store/database.ts'

const OutgoingSchema = v.object({ id: v.string(), text: v.string(), at: v.number() })
/** Sent, but not yet in the conversation. */
export type Outgoing = v.InferOutput<typeof OutgoingSchema>

/** What the settings table keeps under `draft:<tutoring>`. The id is the one it will be sent with. */
const DraftSchema = v.object({ id: v.string(), text: v.string(), outgoing: v.array(OutgoingSchema) })

/** What a person has written in one tutoring and Aside has not yet got. Survives the panel. */
export interface Drafts {
  text: ReadonlySignal<string>
  outgoing: ReadonlySignal<readonly Outgoing[]>
  edit(text: string): void
  /** Moves the draft to what is outgoing; null when there is nothing to send. */
  send(at: number): Outgoing | null
  /** Forgets what has come into the conversation. */
  arrived(id: string): void
}

interface Making {
  newId(): string
  failed(error: unknown): void
  /** After a failure: what is written now is kept again. */
  kept(): void
}

/** Reads the drafts of a tutoring; those whose entry is in the conversation already are dropped. */
export async function openDrafts(database: Database, tutoring: string, making: Making): Promise<Drafts> {
  const key = `draft:${tutoring}`
  const kept = await readDraft(database, key, making)
  let id = kept.id
  const text = signal(kept.text)
  const outgoing: Signal<readonly Outgoing[]> = signal(kept.outgoing)
  const keep = keeper(database, key, making)
  const changed = () =>
    keep(
      text.value === '' && outgoing.value.length === 0
        ? null
        : { id, text: text.value, outgoing: outgoing.value },
    )

  return {
    text,
    outgoing,
    edit(next) {
      text.value = next
      changed()
    },
    send(at) {
      if (text.value.trim() === '') return null
      const sent = { id, text: text.value, at }
      outgoing.value = [...outgoing.value, sent]
      text.value = ''
      id = making.newId()
      changed()
      return sent
    },
    arrived(arrivedId) {
      if (!outgoing.value.some((sent) => sent.id === arrivedId)) return
      outgoing.value = outgoing.value.filter((sent) => sent.id !== arrivedId)
      changed()
    },
  }
}

async function readDraft(database: Database, key: string, { newId, failed }: Making) {
  const nothing = { id: newId(), text: '', outgoing: [] }
  try {
    const row = await database.settings.get(key)
    const parsed = v.safeParse(DraftSchema, row?.value)
    if (!parsed.success) return nothing
    const { id, text, outgoing } = parsed.output
    const ids = [id, ...outgoing.map((sent) => sent.id)]
    const entries = await database.entries.bulkGet(ids)
    const arrived = new Set(entries.flatMap((entry) => (entry === undefined ? [] : [entry.id])))
    return {
      ...(arrived.has(id) ? { id: nothing.id, text: '' } : { id, text }),
      outgoing: outgoing.filter((sent) => !arrived.has(sent.id)),
    }
  } catch (error) {
    failed(error)
    return nothing
  }
}

/** Writes one value at a time and only the newest, so that fast typing costs one write in flight. */
function keeper(database: Database, key: string, { failed, kept }: Making) {
  let failing = false
  let waiting: { value: unknown } | null = null
  let writing = false
  const write = async () => {
    writing = true
    while (waiting !== null) {
      const { value } = waiting
      waiting = null
      try {
        await (value === null ? database.settings.delete(key) : database.settings.put({ key, value }))
        if (failing) kept()
        failing = false
      } catch (error) {
        failing = true
        failed(error)
      }
    }
    writing = false
  }
  return (value: unknown) => {
    waiting = { value }
    if (!writing) write()
  }
}
