import type { Page } from '@playwright/test'
import { minuteBefore } from './minute-for-tests.ts'
import { expect, type PanelHands } from './panel-test.ts'
import {
  entry,
  LESSON,
  longLesson,
  NOON,
  promise,
  RULE,
  remark,
  STEP,
  TAB,
  tutoring,
} from './rows-for-tests.ts'

/** One state of the panel that a person can come to see. */
interface Look {
  name: string
  /** Brings the panel into it, and waits until it is there. */
  open(panel: PanelHands, page: Page): Promise<void>
}

export const REMARKS = [
  remark('r1', { state: 'resolved' }),
  remark('r2', { hinted: true, rungs: [RULE, STEP] }),
]
const OUTCOMES = (['said', 'resolved', 'dismissed', 'wrong', 'outdated'] as const).map((state, index) => ({
  entry: entry(`e${index}`, index * 60, {
    kind: 'remark',
    remark: `r-${state}`,
    text: 'Line 3 loses a sign.',
  }),
  remark: remark(`r-${state}`, { state }),
}))
const BREAK = 'A draft line that is long enough to be broken in a narrow panel.\n'

const stopClock = (page: Page) =>
  page.evaluate((now) => {
    window.panelPage.clock.now = now
  }, NOON)

export const LESSON_LOOK: Look = {
  name: 'lesson',
  open: async (panel) => {
    await panel.open({ entries: LESSON, remarks: REMARKS, promises: [promise('p1')] })
    await panel.entry('e05').getByRole('button', { name: 'Evidence' }).click()
    await panel.composer.fill('so x = 3, and then I divide by 2?')
  },
}

export const LOOKS: readonly Look[] = [
  {
    name: 'nothing started yet',
    open: async (panel, page) => {
      await panel.open({}, 99)
      await panel.answer(null)
      await page.locator('[data-empty]').waitFor()
    },
  },
  {
    name: 'reading along in silence, with the page described',
    open: async (panel, page) => {
      await panel.open()
      await page.locator('[data-quiet]').waitFor()
      await page.getByRole('button', { name: /Linear equations/ }).click()
    },
  },
  {
    name: 'a page that cannot be read',
    open: async (panel, page) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await panel.answer(TAB + 1)
      await page.getByText(/cannot read this page right now/).waitFor()
    },
  },
  {
    name: 'a page of the browser, which nothing may read',
    open: async (panel, page) => {
      await panel.open({ tutorings: [] })
      await panel.beyond('closed')
      await page.locator('[data-beyond=closed]').waitFor()
    },
  },
  {
    name: 'every outcome of a remark',
    open: async (panel) => {
      await panel.open({ entries: OUTCOMES.map((it) => it.entry), remarks: OUTCOMES.map((it) => it.remark) })
      await panel.entry('e4').waitFor()
      await panel.entry('e0').getByRole('button', { name: 'Evidence' }).click()
    },
  },
  {
    name: 'speaking, with something being sent and promises unfolded',
    open: async (panel, page) => {
      await panel.open({
        entries: [
          entry('e1', 0, { who: 'person', text: 'why?' }),
          entry('e2', 4, { text: 'Well, as I was', state: 'cut', spoken: 4 }),
          entry('e3', 9, { text: 'Because a factor multiplies every term.', state: 'speaking', spoken: 16 }),
        ],
        promises: [
          promise('p1'),
          promise('p2', { kind: 'watch', due: null, every: null, text: 'Deploy succeeded' }),
        ],
      })
      await stopClock(page)
      await page.getByRole('button', { name: /2 promises/ }).click()
      await panel.composer.fill('wait, and if there is a minus?')
      await panel.composer.press('Enter')
      await page.getByText('Sending…').waitFor()
    },
  },
  {
    name: 'a promise being edited, after another was ended',
    open: async (panel, page) => {
      await panel.open({ promises: [promise('p1'), promise('p2', { text: 'Drink a glass of water' })] })
      await stopClock(page)
      await page.getByRole('button', { name: /2 promises/ }).click()
      await page.getByRole('button', { name: 'End “Drink a glass of water”' }).click()
      await panel.write({ promises: [promise('p2', { state: 'ended' })] })
      await page.locator('[data-undo]').waitFor()
      await page.getByRole('button', { name: 'Edit “Stretch your back”' }).click()
    },
  },
  {
    name: 'the last minute as a strip',
    open: async (panel, page) => {
      await panel.open({ entries: LESSON, remarks: REMARKS, promises: [promise('p1')] })
      await stopClock(page)
      await panel.lastMinute(minuteBefore(NOON))
      await panel.composer.fill('/debug')
      await panel.composer.press('Enter')
      await page.locator('[data-belief=stuck]').waitFor()
    },
  },
  {
    name: 'held',
    open: async (panel, page) => {
      const text = 'Because a factor multiplies every term.'
      await panel.open({ entries: [entry('e3', 9, { text, state: 'held', spoken: 16 })] })
      await page.getByRole('button', { name: 'Go on', exact: true }).waitFor()
    },
  },
  {
    name: 'exam mode in a pause',
    open: async (panel, page) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await stopClock(page)
      await panel.write({
        settings: [{ key: 'manner', value: { exam: true, pausedUntil: NOON + 3_600_000 } }],
      })
      await page.locator('[data-manner=exam]').waitFor()
      await page.locator('[data-eye=paused]').waitFor()
    },
  },
  {
    name: 'stopped, with a draft that was not sent',
    open: async (panel, page) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await panel.composer.fill('one more thing')
      await panel.write({ tutorings: [tutoring({ endedAt: NOON + 700_000 })] })
      await panel.answer(null)
      await page.locator('[data-not-sent]').waitFor()
    },
  },
  {
    name: 'the loop is silent',
    open: async (panel, page) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await panel.fallSilent()
      await page.getByText('Reconnecting…').waitFor()
    },
  },
  {
    name: 'trouble with the disk',
    open: async (panel, page) => {
      await panel.open({ entries: LESSON, remarks: REMARKS })
      await panel.answer(TAB, 'There is no room left on this disk, so nothing new is kept. Free some space.')
      await page.locator('[data-status]').waitFor()
    },
  },
  {
    name: 'a long draft',
    open: async (panel) => {
      await panel.open({ entries: LESSON, remarks: REMARKS, promises: [promise('p1')] })
      await panel.composer.fill(BREAK.repeat(30))
    },
  },
  {
    name: '5,000 entries, in the middle, with something new below',
    open: async (panel, page) => {
      await panel.open(longLesson(5000))
      await panel.entry('e14999').waitFor()
      await panel.conversation.evaluate((view) => view.scrollTo(0, view.scrollHeight / 2))
      await expect.poll(async () => Object.keys(await panel.places()).length).toBeGreaterThan(3)
      await panel.write({ entries: [entry('e90000', 5000, { text: 'Below.' })] })
      await page.getByRole('button', { name: 'New below' }).waitFor()
    },
  },
]
