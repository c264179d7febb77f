import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { ToBackground } from '../../shared/messages/background-message.ts'
import { DownSchema, Outbox, SILENCE_MS, type Up } from '../../shared/messages/link.ts'

/** The sender's end of a link, from a page or a panel. */
export interface KeptLink<Body> {
  /** Numbered, kept, and sent again until the loop has written it. */
  post(body: Body): void
}

interface LinkDoors {
  /** Port name: tells the loop who is calling. */
  name: 'page' | 'panel'
  /** A new state from the loop, unparsed. */
  state: (body: unknown) => void
  /** The loop answers now (true), or has fallen silent (false). */
  live: (live: boolean) => void
  signal: AbortSignal
}

/** ms between attempts to reach a loop that does not answer. */
const RETRY_MS = 250

/*
 *  connect ──beat, hello──▶ waiting ──welcome──▶ live ──1 s of silence, or disconnect──▶ ensure ──▶ connect …
 *
 * Only the offscreen document listens to onConnect, so its death closes the port; silence catches a hang.
 * The background alone can create it again, and is asked to.
 */
export function keepLink<Body>({ name, state, live, signal }: LinkDoors): KeptLink<Body> {
  const outbox = new Outbox<Body>(crypto.randomUUID())
  let port: ReturnType<typeof browser.runtime.connect> | null = null
  let heardAt = Date.now()
  let greeted = false

  const send = (up: Up) => port?.postMessage(up)

  function connect(): void {
    if (signal.aborted || port !== null || !isAlive()) return
    heardAt = Date.now()
    greeted = false
    const opened = browser.runtime.connect({ name })
    port = opened
    opened.onMessage.addListener(hear)
    opened.onDisconnect.addListener(() => {
      void browser.runtime.lastError
      if (port === opened) lose()
    })
  }

  function hear(message: unknown): void {
    const parsed = v.safeParse(DownSchema, message)
    if (!parsed.success) return
    heardAt = Date.now()
    if (!greeted) outbox.greet(send)
    greeted = true
    const down = parsed.output
    if (down.t === 'beat') send({ t: 'beat' })
    else if (down.t === 'ack') outbox.acked(down.got)
    else if (down.t === 'state') state(down.body)
    else {
      live(true)
      outbox.welcomed(down.got, send)
    }
  }

  function lose(): void {
    const lost = port
    port = null
    outbox.cut()
    lost?.disconnect()
    if (signal.aborted) return
    live(false)
    const ensure: ToBackground = { kind: 'ensure' }
    const again = () => setTimeout(connect, RETRY_MS)
    if (isAlive()) browser.runtime.sendMessage(ensure).then(connect, again)
  }

  const watchdog = setInterval(() => {
    if (port === null) connect()
    else if (Date.now() - heardAt > SILENCE_MS) lose()
  }, SILENCE_MS / 2)
  signal.addEventListener('abort', () => {
    clearInterval(watchdog)
    port?.disconnect()
    port = null
  })
  connect()
  return { post: (body) => outbox.post(body) }
}

/** False in a content script whose extension was reloaded or removed: there is nobody to reach any more. */
const isAlive = () => browser.runtime?.id !== undefined
