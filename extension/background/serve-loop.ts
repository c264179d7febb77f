import * as v from 'valibot'
import { type Browser, browser } from 'wxt/browser'
import { type ToBackground, ToBackgroundSchema } from '../../shared/messages/background-message.ts'
import { readWhereAlwaysOn } from './always-on.ts'
import { enterFrame, enterFrames } from './enter-frame.ts'
import { injectPainter, injectReader, readPageText } from './inject.ts'
import { isTutored } from './keep-reading.ts'
import { reviveOffscreen } from './offscreen.ts'
import { tellLoop } from './tell-loop.ts'

const ALARM = 'promise'
const EYE = {
  open: { 16: '/icon/open-16.png', 32: '/icon/open-32.png' },
  closed: { 16: '/icon/closed-16.png', 32: '/icon/closed-32.png' },
}

/** What pages and panels may ask; all else only the loop. */
const FROM_PAGES: readonly ToBackground['kind'][] = [
  'ensure',
  'enter-frame',
  'enter-frames',
  'pdf',
  'main-world',
  'mark-painter',
  'came-back',
]

/** Answers "ensure" from pages and panels, and does for the loop what only the background can do. */
export function serveLoop(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const parsed = v.safeParse(ToBackgroundSchema, message)
    if (!parsed.success || sender.id !== browser.runtime.id) return false
    const fromLoop = sender.url?.startsWith(browser.runtime.getURL('/offscreen.html')) === true
    const said = parsed.output
    if (!FROM_PAGES.includes(said.kind) && !fromLoop) return false
    carryOut(said, sender).then(
      (answer) => respond(answer ?? true),
      () => respond(false),
    )
    return true
  })
}

/** A further script, for a page that is tutored and asks for itself. */
async function put(inject: typeof injectReader, sender: Browser.runtime.MessageSender): Promise<boolean> {
  const { tab, documentId } = sender
  if (tab?.id === undefined || documentId === undefined || !(await isTutored(tab.id))) return false
  await inject(tab.id, documentId)
  return true
}

async function carryOut(message: ToBackground, sender: Browser.runtime.MessageSender): Promise<unknown> {
  switch (message.kind) {
    case 'ensure':
      return reviveOffscreen()
    case 'enter-frame':
      return sender.tab?.id === undefined ? false : enterFrame(sender.tab.id, message.site)
    case 'enter-frames': {
      const tab = sender.tab?.id
      return tab === undefined || !(await isTutored(tab)) ? false : enterFrames(tab)
    }
    case 'pdf': {
      const tab = sender.tab?.id
      return tab === undefined || sender.frameId !== 0
        ? false
        : tellLoop({ kind: 'tab-unreadable', tab, why: 'pdf' })
    }
    case 'main-world':
      return put(injectReader, sender)
    case 'mark-painter':
      return put(injectPainter, sender)
    case 'came-back':
      return sender.tab?.id === undefined ? undefined : readWhereAlwaysOn(sender.tab.id)
    case 'page-text':
      return readPageText(message.tab)
    case 'tabs':
      return (await browser.tabs.query({})).map((tab) => tab.id)
    case 'eye':
      await browser.action.setIcon({ tabId: message.tab, path: message.open ? EYE.open : EYE.closed })
      await browser.action.setTitle({ tabId: message.tab, title: message.title })
      return
    case 'alarm':
      if (message.at === null) await browser.alarms.clear(ALARM)
      else await browser.alarms.create(ALARM, { when: message.at })
      return
    case 'badge':
      return browser.action.setBadgeText({ text: message.count === 0 ? '' : String(message.count) })
    case 'notify': {
      if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
      const { id, text } = message
      const iconUrl = browser.runtime.getURL('/icon/128.png')
      await browser.notifications.create(id, { type: 'basic', iconUrl, title: 'Aside', message: text })
      return
    }
  }
}
