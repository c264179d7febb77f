import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { BackgroundToLoopSchema } from '../../../shared/messages/background-message.ts'
import { Pages } from '../../ports/serve-pages.ts'
import { Panels } from '../../ports/serve-panels.ts'
import { BackgroundTeller, existingTabs } from '../../ports/tell-background.ts'
import CheckWorker from '../../senses/check-worker.ts?worker'
import { Checker } from '../../senses/checker.ts'
import { Database } from '../../store/database.ts'
import { pruneStore } from '../../store/prune-store.ts'
import { restoreState } from '../../store/restore-state.ts'
import { Loop } from '../../turn/loop.ts'
import { rulePolicy } from '../../turn/rule-policy.ts'

/** Wires the loop to its doors. Listeners are there at once; who connects early waits for the database. */
const now = Date.now
const database = new Database()
const started = restoreState(database, now(), -new Date().getTimezoneOffset()).catch(() => null)

const ready = started.then(async (state) => {
  if (state === null) return null
  const tabs = await existingTabs()
  let fault: string | null = null
  const background = new BackgroundTeller()
  const written = async (link: string) => (await database.links.get(link))?.got ?? 0
  const loop = new Loop(state, {
    database,
    policy: rulePolicy,
    checker: new Checker(() => new CheckWorker()),
    now,
    committed: (after, notices, got) => {
      pages.publish(after, got)
      panels.acked(got)
      background.committed(after, notices, now())
    },
    fault: (sentence) => {
      if (sentence === fault) return
      fault = sentence
      panels.publish()
    },
  })
  const pages = new Pages({
    loop,
    now,
    written,
    faced: (tab) => panels.faces(tab),
    changed: () => {
      panels.publish()
      background.eyes(pages.reading.map(({ tab }) => tab))
    },
  })
  const panels = new Panels({
    loop,
    now,
    written,
    presence: () => ({ kind: 'presence', reading: pages.reading, fault }),
  })
  if (tabs !== null) pages.keepOnly(tabs)
  loop.run(new AbortController().signal)
  const usage = async () => (await navigator.storage.estimate()).usage ?? 0
  void pruneStore(database, now(), usage)
  // For the benchmark, which reads it through the debugger.
  Object.assign(globalThis, { turnTimings: loop.timings })
  return { loop, pages, panels }
})

browser.runtime.onConnect.addListener((port) => {
  const own = port.sender?.id === browser.runtime.id
  const fromPanel = port.sender?.url?.startsWith(browser.runtime.getURL('/sidepanel.html')) === true
  let gone = false
  port.onDisconnect.addListener(() => {
    gone = true
  })
  void ready.then((doors) => {
    if (gone) return
    if (!own || doors === null) port.disconnect()
    else if (port.name === 'page' && port.sender?.tab !== undefined) doors.pages.connect(port)
    else if (port.name === 'panel' && fromPanel) doors.panels.connect(port)
    else port.disconnect()
  })
})

browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
  const parsed = v.safeParse(BackgroundToLoopSchema, message)
  if (!parsed.success || sender.tab !== undefined || sender.id !== browser.runtime.id) return false
  const told = parsed.output
  void ready.then(async (doors) => {
    if (told.kind === 'erase') await doors?.loop.erase()
    respond(told.kind === 'erase' ? doors !== null : doors?.pages.told(told))
  })
  return true
})
