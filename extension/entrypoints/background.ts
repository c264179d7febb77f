import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { alwaysOn } from '../background/always-on.ts'
import { firstRun } from '../background/first-run.ts'
import { keepPromised } from '../background/keep-promised.ts'
import { keepReading } from '../background/keep-reading.ts'
import { ensureOffscreen } from '../background/offscreen.ts'
import { serveLoop } from '../background/serve-loop.ts'
import { startReading } from '../background/start-reading.ts'

/** Starts things only: it may die at any instant, and every event finds all it needs again. */
export default defineBackground(() => {
  browser.action.onClicked.addListener(startReading)
  firstRun()
  serveLoop()
  keepReading()
  alwaysOn()
  browser.alarms.onAlarm.addListener(ensureOffscreen)
  keepPromised()
})
