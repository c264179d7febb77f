import * as v from 'valibot'
import type { Browser } from 'wxt/browser'
import {
  BEAT_MS,
  CALM_AFTER_MS,
  CALM_BEAT_MS,
  type Down,
  Inbox,
  silenceOf,
  UpSchema,
} from '../../shared/messages/link.ts'
import type { Receipt } from '../turn/merge-waiting.ts'

type Port = Browser.runtime.Port

export interface ServedLink<State> {
  readonly link: string
  /** Whether nothing of this link was ever written: its sender has just come to life. */
  readonly fresh: boolean
  /** Sends the whole state; a port that is gone swallows it, the next connection sends it again. */
  state(body: State): void
  acked(got: number): void
  /** Whether somebody may be looking at the other end: whether its death must show within a second. */
  watched(watched: boolean): void
}

interface ServeDoors<Body, State> {
  port: Port
  schema: v.GenericSchema<unknown, Body>
  /** How far this link's messages were written, from the database. */
  written: (link: string) => Promise<number>
  /** Whether the other end shows at all times if the loop is there; a page does not while nothing is said. */
  shows: boolean
  /** The other end is there: send it the state. */
  joined: (served: ServedLink<State>) => void
  /** A message, for the first time and in order. */
  body: (body: Body, receipt: Receipt) => void
  /** A message that does not parse: only to be acknowledged. */
  nonsense: (receipt: Receipt) => void
  /** The port closed, or fell silent. */
  left: (served: ServedLink<State>) => void
}

/** What the ports of one link share: a new one can be there before the loop hears that the old one is gone. */
interface Taking {
  inbox: Inbox
  /** How far its messages are written. */
  written: number
  ports: number
}
/** Links that are open or have messages not yet written: one that comes back on a new port goes on where it was. */
export type Takings = Map<string, Taking>
const ofThisLoop: Takings = new Map()

/** So far the messages of these links are written; nothing more is known of one that closed before. */
export function forgetClosed(got: ReadonlyMap<string, number>, takings = ofThisLoop): void {
  for (const [link, seq] of got) {
    const taking = takings.get(link)
    if (taking?.ports === 0 && taking.inbox.got <= seq) takings.delete(link)
  }
}

/** The loop's end of one port. What does not parse is dropped: the other end may be hostile. */
export function serveLink<Body, State>(doors: ServeDoors<Body, State>, takings = ofThisLoop): void {
  const { port, schema } = doors
  let served: ServedLink<State> | null = null
  let taking: Taking | null = null
  let open = true
  let heardAt = performance.now()
  /** When anything was said to the other end: it tells as well as a beat that the loop is here. */
  let saidAt = heardAt
  /** When the other end said anything but that it is there. */
  let toldAt = heardAt
  let watched = true
  let pace = BEAT_MS
  let beats: ReturnType<typeof setTimeout> | undefined

  const send = (down: Down) => {
    saidAt = performance.now()
    if (open) port.postMessage(down)
  }

  async function greet(link: string, from: number): Promise<void> {
    // What is forgotten while the database is asked is newer than its answer.
    const known = takings.get(link)
    const written = await doors.written(link)
    if (!open || served !== null) return
    taking = takings.get(link) ?? known ?? { inbox: new Inbox(written), written, ports: 0 }
    takings.set(link, taking)
    taking.ports += 1
    taking.inbox.greeted(from)
    const shared = taking
    served = {
      link,
      fresh: from === 1 && written === 0,
      state: (body) => send({ t: 'state', body }),
      acked: (got) => {
        shared.written = got
        send({ t: 'ack', got })
      },
      watched: (now) => {
        watched = now
        if (open && pace !== paceNow()) beat()
      },
    }
    send({ t: 'welcome', got: written })
    doors.joined(served)
  }

  port.onMessage.addListener((message: unknown) => {
    const parsed = v.safeParse(UpSchema, message)
    if (!parsed.success) return
    heardAt = performance.now()
    const up = parsed.output
    if (up.t !== 'beat') {
      toldAt = heardAt
      if (pace === CALM_BEAT_MS) beat()
    }
    if (up.t === 'hello') greet(up.link, up.from).catch(refuse)
    if (up.t !== 'data' || served === null || taking === null || !taking.inbox.take(up.seq)) return
    const body = v.safeParse(schema, up.body)
    const receipt = { link: served.link, seq: up.seq }
    if (body.success) doors.body(body.output, receipt)
    else doors.nonsense(receipt)
  })
  port.onDisconnect.addListener(close)
  /** The first one invites the greeting: nothing is said to a loop that is not listening yet. */
  function beat(): void {
    clearTimeout(beats)
    const next = paceNow()
    // It owes an answer to this beat, not to one of the other pace.
    if (next !== pace) heardAt = performance.now()
    pace = next
    send({ t: 'beat', next })
    beats = setTimeout(again, pace)
  }

  function again(): void {
    const now = performance.now()
    if (now - heardAt > silenceOf(pace)) return refuse()
    const due = Math.min(saidAt, heardAt) + pace - now
    if (due <= 0 || pace !== paceNow()) beat()
    else beats = setTimeout(again, due)
  }

  function paceNow(): number {
    const calm = !doors.shows && performance.now() - toldAt > CALM_AFTER_MS
    return watched && !calm ? BEAT_MS : CALM_BEAT_MS
  }
  beat()

  function refuse(): void {
    port.disconnect()
    close()
  }

  function close(): void {
    if (!open) return
    open = false
    clearTimeout(beats)
    if (served === null || taking === null) return
    taking.ports -= 1
    if (taking.ports === 0 && taking.inbox.got === taking.written) takings.delete(served.link)
    doors.left(served)
  }
}
