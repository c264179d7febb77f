import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import type { Language } from '../../shared/catalogue/languages.ts'
import { TabsAnswerSchema, type ToBackground } from '../../shared/messages/background-message.ts'
import type { LoopState } from '../turn/loop-state.ts'
import type { Notice } from '../turn/work.ts'

/** Chrome's shortest alarm from the store (ms). */
const SHORTEST_ALARM_MS = 30_000
/** An alarm is moved only when it would be off by more than this (ms). */
const ALARM_SLACK_MS = 10_000

/** Tells the background what it alone can show or set: eye, badge, alarm, notifications; only what changed. */
export class BackgroundTeller {
  #alarm: number | null = null
  #badge = 0
  #eyes = new Set<number>()

  /** After a micro-turn was written. */
  committed(state: LoopState, notices: readonly Notice[], now: number): void {
    const due = Math.min(...state.promises.map((promise) => promise.due ?? Infinity))
    const alarm = Number.isFinite(due) ? Math.max(due, now + SHORTEST_ALARM_MS) : null
    if (alarm === null ? this.#alarm !== null : Math.abs(alarm - (this.#alarm ?? 0)) > ALARM_SLACK_MS) {
      this.#alarm = alarm
      tell({ kind: 'alarm', at: alarm }, () => {
        this.#alarm = null
      })
    }
    if (state.unseen !== this.#badge) {
      this.#badge = state.unseen
      tell({ kind: 'badge', count: state.unseen }, () => {
        this.#badge = -1
      })
    }
    if (Object.keys(state.panels).length > 0) return
    for (const { id, text } of notices) tell({ kind: 'notify', id, text })
  }

  /** The tabs that can be read now; the eye's title is in this language. */
  eyes(tabs: readonly number[], language: Language): void {
    const { eyeOpen, eyeClosed } = catalogueOf(language).loop
    const open = new Set(tabs)
    for (const tab of this.#eyes.difference(open))
      tell({ kind: 'eye', tab, open: false, title: eyeClosed }, () => this.#eyes.add(tab))
    for (const tab of open.difference(this.#eyes))
      tell({ kind: 'eye', tab, open: true, title: eyeOpen }, () => this.#eyes.delete(tab))
    this.#eyes = open
  }
}

/** The background may be asleep (it wakes) or being replaced: then it is `lost`, and told with the next change. */
function tell(message: ToBackground, lost?: () => void): void {
  browser.runtime.sendMessage(message).then(
    (done) => {
      if (done === false) lost?.()
    },
    () => lost?.(),
  )
}

/** The tabs that exist, or null when the background does not say. */
export async function existingTabs(): Promise<number[] | null> {
  const question: ToBackground = { kind: 'tabs' }
  const answer = await browser.runtime.sendMessage(question).catch(() => null)
  const parsed = v.safeParse(TabsAnswerSchema, answer)
  return parsed.success ? parsed.output : null
}
