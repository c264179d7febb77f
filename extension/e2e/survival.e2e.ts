import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

/** What dies. Each is really ended, by the browser's own means; nobody is told. */
const DEATHS: Record<string, (aside: Aside, page: Page) => Promise<unknown>> = {
  'the service worker is stopped': (aside) => aside.killServiceWorker(),
  'the offscreen document is closed': (aside) => aside.closeOffscreen(),
  'the checking worker is gone': (aside) => endCheckingWorker(aside),
  'the panel is closed and opened': async (aside, page) => {
    await aside.closePanel()
    await aside.pressButton(page)
  },
  'the tab is reloaded': (_aside, page) => page.reload(),
}

/** Ends the dedicated worker of the offscreen document from within, without an error event: as a crash does. */
async function endCheckingWorker(aside: Aside): Promise<void> {
  const offscreen = await aside.offscreen()
  try {
    const attached = offscreen.nextEvent('Target.attachedToTarget')
    await offscreen.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    })
    const { sessionId } = (await attached) as { sessionId: string }
    const message = JSON.stringify({
      id: 1,
      method: 'Runtime.evaluate',
      params: { expression: 'self.close()' },
    })
    await offscreen.send('Target.sendMessageToTarget', { sessionId, message })
  } finally {
    await offscreen.detach()
  }
}

async function begin(aside: Aside): Promise<Page> {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  return page
}

async function type(page: Page, text: string): Promise<void> {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line, { delay: 40 })
  }
}

async function send(aside: Aside, text: string): Promise<void> {
  const panel = await aside.panel()
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill(text)
  await composer.press('Enter')
  await expect(panel.locator('[data-entry][data-who=person]').last()).toContainText(text)
}

/** Working goes on: one mark, one remark, said whole, and the eye is open because the tab is read. */
async function expectOneRemark(aside: Aside, page: Page): Promise<void> {
  const panel = await aside.panel()
  const remarks = panel.locator('[data-entry][data-kind=remark]')
  await expect(remarks.first()).toHaveAttribute('data-state', 'done', { timeout: 20_000 })
  await expect(remarks).toHaveCount(1)
  await expect(remarks).toContainText('What happens to the 3 when the bracket opens?')
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
}

for (const [death, strike] of Object.entries(DEATHS)) {
  test.describe(death, () => {
    test('while typing', async ({ aside }) => {
      const page = await begin(aside)
      await type(page, '2(x+3)=10\n2x+')
      await strike(aside, page)
      await page.locator('textarea').click()
      await page.keyboard.press('Control+End')
      // A reload empties the field: the person writes it again.
      const kept = await page.locator('textarea').inputValue()
      await type(page, kept === '' ? '2(x+3)=10\n2x+3=10\n' : '3=10\n')
      await expectOneRemark(aside, page)
    })

    test('while Aside speaks', async ({ aside }) => {
      const page = await begin(aside)
      await type(page, '2(x+3)=10\n2x+3=10\n')
      const panel = await aside.panel()
      await expect(panel.locator('[data-entry][data-state=speaking]')).toBeVisible()
      await strike(aside, page)
      if (death === 'the tab is reloaded') {
        await page.locator('textarea').click()
        if ((await page.locator('textarea').inputValue()) === '') await type(page, '2(x+3)=10\n2x+3=10\n')
      }
      await expectOneRemark(aside, page)
    })

    test('with a reminder due', async ({ aside }) => {
      const page = await begin(aside)
      await send(aside, 'remind me in 3 seconds to breathe')
      await strike(aside, page)
      const panel = await aside.panel()
      const reminders = panel.locator('[data-entry][data-kind=reminder]')
      await expect(reminders).toHaveCount(1, { timeout: 8000 })
      await expect(reminders).toContainText('breathe')
      await send(aside, 'how long have I been working?')
      await expect(panel.locator('[data-entry][data-who=tutor][data-kind=said]').last()).toBeVisible()
      await expect(reminders).toHaveCount(1)
    })
  })
}

test('repeated reminders go on with the service worker dead, until stop', async ({ aside }) => {
  await begin(aside)
  await send(aside, 'remind me every 4 seconds to breathe until I say stop')
  await aside.killServiceWorker()
  const panel = await aside.panel()
  const reminders = panel.locator('[data-entry][data-kind=reminder]')
  await expect(reminders).toHaveCount(2, { timeout: 12_000 })
  await send(aside, 'stop')
  const count = await reminders.count()
  await expect(panel.locator('[data-entry][data-who=tutor][data-kind=said]').last()).toContainText(/breathe/)
  await send(aside, 'remind me in 5 seconds to look up')
  await expect(reminders.last()).toContainText('look up', { timeout: 10_000 })
  await expect(reminders).toHaveCount(count + 1)
})

test('the eye closes when the tab goes to another site, and the panel says why', async ({ aside }) => {
  const page = await begin(aside)
  await page.goto(`${aside.demo.origin('other')}/algebra.html`)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText('may not read')
})

test('a navigation within the site keeps the tutoring going', async ({ aside }) => {
  const page = await begin(aside)
  await page.goto(`${aside.demo.origin()}/input.html`)
  await page.goto(`${aside.demo.origin()}/algebra.html`)
  await page.locator('textarea').click()
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await type(page, '2(x+3)=10\n2x+3=10\n')
  await expectOneRemark(aside, page)
  await expect(panel.locator('[data-entry][data-kind=notice]')).toHaveCount(1)
})

test('pressed again, the button stops: the eye closes and nothing is read any more', async ({ aside }) => {
  const page = await begin(aside)
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await type(page, '2(x+3)=10\n2x+3=10\n')
  expect(await countMarks(page)).toBe(0)
  await expect(panel.locator('[data-entry][data-kind=remark]')).toHaveCount(0)
})

test('typing in the panel holds the next word at once', async ({ aside }) => {
  const page = await begin(aside)
  await type(page, '2(x+3)=10\n2x+3=10\n')
  const panel = await aside.panel()
  const remark = panel.locator('[data-entry][data-kind=remark]')
  await expect(remark).toHaveAttribute('data-state', 'speaking')
  await panel.locator('textarea[name=draft]').pressSequentially('m')
  await expect(remark).toHaveAttribute('data-state', 'held')
  await panel.locator('textarea[name=draft]').pressSequentially('hm')
  await panel.locator('textarea[name=draft]').press('Enter')
  await expect(remark).toHaveAttribute('data-state', 'done')
})
