import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { type ToBackground, ToBackgroundSchema } from '../../shared/messages/background-message.ts'
import { enterFrame } from './enter-frame.ts'
import { reviveOffscreen } from './offscreen.ts'

const ALARM = 'promise'
const EYE = {
  open: { 16: '/icon/open-16.png', 32: '/icon/open-32.png' },
  closed: { 16: '/icon/closed-16.png', 32: '/icon/closed-32.png' },
}

/** Answers "ensure" from pages and panels, and does for the loop what only the background can do. */
export function serveLoop(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const parsed = v.safeParse(ToBackgroundSchema, message)
    if (!parsed.success || sender.id !== browser.runtime.id) return false
    const fromLoop = sender.url?.startsWith(browser.runtime.getURL('/offscreen.html')) === true
    const said = parsed.output
    if (said.kind !== 'ensure' && said.kind !== 'enter-frame' && !fromLoop) return false
    carryOut(said, sender.tab?.id).then(
      (answer) => respond(answer ?? true),
      () => respond(false),
    )
    return true
  })
}

async function carryOut(message: ToBackground, tab: number | undefined): Promise<unknown> {
  switch (message.kind) {
    case 'ensure':
      return reviveOffscreen()
    case 'enter-frame':
      return tab === undefined ? false : enterFrame(tab, message.site)
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
