import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { Language } from '../../../shared/catalogue/languages.ts'
import { isPaused } from '../../../shared/manner.ts'
import { type BackgroundToLoop, BackgroundToLoopSchema } from '../../../shared/messages/background-message.ts'
import { wayOf } from '../../ports/frame-way.ts'
import { serveGlimpses } from '../../ports/serve-glimpses.ts'
import { forgetClosed } from '../../ports/serve-link.ts'
import { Pages } from '../../ports/serve-pages.ts'
import { Panels } from '../../ports/serve-panels.ts'
import { BackgroundTeller, existingTabs } from '../../ports/tell-background.ts'
import { Reasoner } from '../../reasoner/reasoner.ts'
import { reasonerDoors } from '../../reasoner/reasoner-doors.ts'
import CheckWorker from '../../senses/check-worker.ts?worker'
import { Checker } from '../../senses/checker.ts'
import ComputeWorker from '../../senses/compute-worker.ts?worker'
import { Solver } from '../../senses/solver.ts'
import { readPairing } from '../../store/backend-pairing.ts'
import { Database } from '../../store/database.ts'
import { Erasure } from '../../store/erasure.ts'
import { followQuery } from '../../store/follow-query.ts'
import { followLanguage } from '../../store/language-choice.ts'
import { Pruning } from '../../store/prune-store.ts'
import { restoreState } from '../../store/restore-state.ts'
import NetworkWorker from '../../turn/interaction/network-worker.ts?worker'
import { ShippedPolicy } from '../../turn/interaction/shipped-policy.ts'
import { Loop } from '../../turn/loop.ts'
import type { LoopState } from '../../turn/loop-state.ts'
import { isPaired, thinkingOf } from '../../turn/thoughts.ts'

/** Wires the loop to its doors. Listeners are there at once; who connects early waits for the database. */
const now = Date.now
const timeZone = () => -new Date().getTimezoneOffset()
/** As long as the document. */
const life = new AbortController()
let language: Language = 'en'
const database = new Database()
const pruning = new Pruning(database)
const PRUNE_MS = 3_600_000
const AGAIN_MS = 2000

/** A database that does not open now may open later: nothing runs without it, and nothing is lost meanwhile. */
async function restored(): Promise<LoopState> {
  try {
    return await restoreState(database, now(), timeZone())
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    return restored()
  }
}

async function start() {
  const state = await restored()
  const tabs = await existingTabs()
  await followLanguage({
    database,
    preferred: () => navigator.languages,
    speak: (spoken) => {
      language = spoken
    },
    ended: life.signal,
  })
  let fault: string | null = null
  /** What panels were told of thoughts. */
  let thinking = '[]'
  const background = new BackgroundTeller()
  const written = async (link: string) => (await database.links.get(link))?.got ?? 0
  const loop = new Loop(state, {
    database,
    policy: new ShippedPolicy(() => new NetworkWorker(), now).policy,
    checker: new Checker(() => new CheckWorker()),
    solver: new Solver(() => new ComputeWorker()),
    reasoner: new Reasoner(reasonerDoors(database, now)),
    now,
    timeZone,
    language: () => language,
    committed: (after, notices, got) => {
      pages.publish(after, got)
      panels.acked(got)
      const thinks = JSON.stringify(thinkingOf(after))
      if (thinks !== thinking) panels.publish()
      thinking = thinks
      forgetClosed(got)
      background.committed(after, notices, now())
      background.eyes(eyes(), language)
    },
    fault: (sentence) => {
      if (sentence === fault) return
      fault = sentence
      panels.publish()
      if (sentence !== null) void prune()
    },
  })
  const pages = new Pages({
    loop,
    now,
    written,
    faced: (tab) => panels.faces(tab),
    changed: () => {
      panels.publish()
      background.eyes(eyes(), language)
    },
  })
  /** The tabs that are read now: none in a pause. */
  const eyes = () => (isPaused(loop.state.manner, now()) ? [] : pages.reading.map(({ tab }) => tab))
  const panels = new Panels({
    loop,
    now,
    written,
    presence: () => ({
      kind: 'presence',
      reading: pages.reading,
      beyond: pages.beyond,
      never: pages.never,
      thinking: thinkingOf(loop.state),
      fault,
    }),
  })
  if (tabs !== null) pages.keepOnly(tabs)
  const stopFollowing = followQuery(() => readPairing(database), {
    next: (pairing) => {
      const paired = pairing !== null
      if (paired !== isPaired(loop.state))
        loop.take({ from: 'door', at: now(), it: { kind: 'paired', paired } })
    },
    error: () => undefined,
  })
  life.signal.addEventListener('abort', stopFollowing)
  loop.run(life.signal)
  setInterval(prune, PRUNE_MS)
  void prune()
  // For the benchmark, which reads it through the debugger.
  Object.assign(globalThis, { turnTimings: loop.record.timings })
  serveGlimpses(loop.record.glimpses, life.signal)
  const erasure = new Erasure({
    database,
    now,
    end: () => pages.stopAll(),
    erase: async () => {
      await loop.erase()
      pages.endAll()
    },
    ended: life.signal,
  })
  await erasure.resume().catch(() => undefined)
  return { loop, pages, panels, erasure }
}

async function prune(): Promise<void> {
  const { usage = 0 } = await navigator.storage.estimate()
  await pruning.prune(now(), usage, life.signal).catch(() => undefined)
}

const ready = start()

browser.runtime.onConnect.addListener((port) => {
  const own = port.sender?.id === browser.runtime.id
  const fromPanel = isPage(port.sender?.url, '/sidepanel.html')
  const fromSettings = ['/settings.html', '/tutorings.html'].some((page) => isPage(port.sender?.url, page))
  // Of the extension's own pages only this one is read.
  const isRead = !isPage(port.sender?.url, '/') || isPage(port.sender?.url, '/welcome.html')
  let gone = false
  port.onDisconnect.addListener(() => {
    gone = true
  })
  void ready.then((doors) => {
    if (gone) return
    if (own && wayOf(port.name) !== null && port.sender?.tab !== undefined && isRead)
      doors.pages.connect(port)
    else if (own && port.name === 'panel' && fromPanel) doors.panels.connect(port, true)
    else if (own && port.name === 'settings' && fromSettings) doors.panels.connect(port, false)
    else port.disconnect()
  })
})

browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
  const parsed = v.safeParse(BackgroundToLoopSchema, message)
  if (!parsed.success || sender.id !== browser.runtime.id) return false
  const told = parsed.output
  const fromSettings = isPage(sender.url, '/settings.html')
  if (isErasure(told) ? !fromSettings : sender.tab !== undefined) return false
  if (told.kind === 'ping') {
    respond(true)
    return false
  }
  void ready.then(async ({ pages, erasure }) => {
    if (!isErasure(told)) return respond(pages.told(told))
    const answer = told.kind === 'erase' ? erasure.ask() : erasure.keep()
    await answer.then(respond, () => respond(null))
  })
  return true
})

function isErasure(told: BackgroundToLoop) {
  return told.kind === 'erase' || told.kind === 'keep-everything'
}

function isPage(url: string | undefined, path: string): boolean {
  return url?.startsWith(browser.runtime.getURL(path)) === true
}
