import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { ToBackground } from '../../shared/messages/background-message.ts'
import { BEAT_MS, DownSchema, Outbox, SILENCE_MS, silenceOf, type Up } from '../../shared/messages/link.ts'

/** The sender's end of a link, from a page or a panel. */
export interface KeptLink<Body> {
  /** Numbered, kept, and sent again until the loop has written it. */
  post(body: Body): void
}

interface LinkDoors {
  /** Port name: tells the loop who is calling. */
  name: 'page' | `page ${string}` | 'panel' | 'settings'
  /** A new state from the loop, unparsed. */
  state: (body: unknown) => void
  /** The loop answers now (true), or has fallen silent (false). */
  live: (live: boolean) => void
  /** The extension was updated or removed: there is nobody to reach any more. */
  orphaned: () => void
  signal: AbortSignal
}

/** ms before the attempts to reach a loop that does not answer; the last one is repeated. */
const RETRIES_MS = [0, 250, 500, 1000, 2000, 5000]

/** ms between two looks for silence on a calm link: such a document is woken as seldom as can be. */
const CALM_WATCH_MS = 30_000

/*
 *  connect ──beat, hello──▶ waiting ──welcome──▶ live ──silence, or disconnect──▶ ensure ──▶ connect …
 *
 * Only the offscreen document listens to onConnect, so its death closes the port; silence tells a hang. The
 * background alone can create it again, and is asked to. Without a welcome each attempt waits longer.
 */
export function keepLink<Body>({ name, state, live, orphaned, signal }: LinkDoors): KeptLink<Body> {
  const outbox = new Outbox<Body>(crypto.randomUUID())
  let port: ReturnType<typeof browser.runtime.connect> | null = null
  let heardAt = performance.now()
  /** ms until the loop is heard again at the latest, by its own word. */
  let expected = BEAT_MS
  let greeted = false
  let saidAt = heardAt
  let attempts = 0

  /** A port can be dead before anybody is told (an update, a page that comes back): what is posted then waits. */
  const send = (up: Up) => {
    saidAt = performance.now()
    try {
      port?.postMessage(up)
    } catch {
      lose()
    }
  }

  function connect(): void {
    if (signal.aborted || port !== null) return
    if (!isAlive()) return orphaned()
    heardAt = performance.now()
    expected = BEAT_MS
    greeted = false
    const opened = browser.runtime.connect({ name })
    port = opened
    // What an older port still brings was meant for a greeting that is past.
    opened.onMessage.addListener((message: unknown) => port === opened && hear(message))
    opened.onDisconnect.addListener(() => {
      void browser.runtime.lastError
      if (port === opened) lose()
    })
  }

  function hear(message: unknown): void {
    const parsed = v.safeParse(DownSchema, message)
    if (!parsed.success) return
    heardAt = performance.now()
    if (!greeted) outbox.greet(send)
    greeted = true
    const down = parsed.output
    if (down.t === 'beat') {
      const before = expected
      expected = down.next ?? BEAT_MS
      if (expected !== before) watch()
      // Whatever was just said has told that somebody is here.
      if (heardAt - saidAt > BEAT_MS) send({ t: 'beat' })
    } else if (down.t === 'ack') outbox.acked(down.got)
    else if (down.t === 'state') state(down.body)
    else {
      attempts = 0
      live(true)
      outbox.welcomed(down.got, send)
    }
  }

  function lose(): void {
    const lost = port
    port = null
    outbox.cut()
    if (signal.aborted) return
    live(false)
    if (!isAlive()) return orphaned()
    lost?.disconnect()
    const ensure: ToBackground = { kind: 'ensure' }
    const wait = RETRIES_MS[Math.min(attempts, RETRIES_MS.length - 1)]
    attempts += 1
    const again = () => setTimeout(connect, wait)
    browser.runtime.sendMessage(ensure).then(again, again)
  }

  let watchdog: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    clearTimeout(watchdog)
    if (!isAlive()) return orphaned()
    if (port !== null && performance.now() - heardAt > silenceOf(expected)) lose()
    if (signal.aborted) return
    const seen = document.visibilityState === 'visible' && expected <= BEAT_MS
    watchdog = setTimeout(watch, seen ? SILENCE_MS / 2 : CALM_WATCH_MS)
  }
  document.addEventListener('visibilitychange', watch, { signal })
  document.defaultView?.addEventListener('focus', watch, { signal })
  watch()
  signal.addEventListener('abort', () => {
    clearTimeout(watchdog)
    if (isAlive()) port?.disconnect()
    port = null
    outbox.cut()
  })
  connect()
  return {
    post: (body) => {
      // A calm loop answers what it is told: if not within a second, it has died unnoticed.
      if (greeted && port !== null && expected > BEAT_MS) {
        heardAt = performance.now()
        expected = BEAT_MS
        watch()
      }
      outbox.post(body)
    },
  }
}

/** False in a content script whose extension was reloaded or removed: there is nobody to reach any more. */
const isAlive = () => browser.runtime?.id !== undefined
