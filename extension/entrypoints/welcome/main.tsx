import { signal } from '@preact/signals'
import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { ToWelcomeSchema } from '../../../shared/messages/background-message.ts'
import { paintAndWatch } from '../../page/paint-and-watch.ts'
import { welcomeMessages } from '../../panel/messages.ts'
import { speakOn } from '../../panel/speak.ts'
import { startKeys } from '../../panel/start-keys.ts'
import { mountWelcome } from '../../panel/welcome-page.tsx'
import { readPage } from '../../ports/read-page.ts'
import { Database } from '../../store/database.ts'

const reading = signal(false)
let started = false

/** No content script may run in a page of the extension: this one reads itself. */
function read(): void {
  if (started) return
  started = true
  const ended = new AbortController()
  ended.signal.addEventListener('abort', () => {
    started = false
    reading.value = false
  })
  readPage({
    name: 'page',
    painter: async () => paintAndWatch,
    live: (live) => {
      reading.value = live
    },
    ended,
  })
}

const here = browser.tabs.getCurrent()
browser.runtime.onMessage.addListener((message: unknown) => {
  if (!v.is(ToWelcomeSchema, message)) return
  void here.then((tab) => {
    if (tab?.id === message.tab) read()
  })
})

const root = document.querySelector<HTMLElement>('#welcome')
if (root !== null) {
  const [window, keys] = await Promise.all([
    browser.windows.getCurrent(),
    startKeys(),
    speakOn(new Database(), () => welcomeMessages.title, new AbortController().signal),
  ])
  mountWelcome(root, {
    reading,
    read,
    openPanel: () =>
      browser.sidePanel.open({ windowId: window.id ?? -1 }).then(
        () => true,
        () => false,
      ),
    keys,
  })
}
