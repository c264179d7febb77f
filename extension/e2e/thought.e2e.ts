import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { promptTextOf, ScriptedModel, type ScriptLine } from '../../backend/reasoners/scripted-model.ts'
import { en } from '../../shared/catalogue/en.ts'
import { countMarks } from '../../tools/painted-marks.ts'
import { pairBrowser } from '../../tools/pair-browser.ts'
import { type BackendProcess, startBackend } from '../../tools/start-backend.ts'
import { type Aside, test as base, expect } from './aside-test.ts'

interface Mind {
  readonly model: ScriptedModel
  readonly env: Readonly<Record<string, string>>
  backend: BackendProcess
}

/** A backend with a scripted model; its process is ended with the test. */
const test = base.extend<{ mind: Mind }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
  mind: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'aside-backend-'))
    await using model = new ScriptedModel()
    const env = {
      ASIDE_DATA: folder,
      ASIDE_PROVIDER: 'compatible',
      ASIDE_COMPATIBLE_ADDRESS: await model.listen(),
      ASIDE_COMPATIBLE_MODEL: 'scripted',
      // Nobody there: the web is not reached from a test.
      ASIDE_SEARCH: 'searxng',
      ASIDE_SEARCH_ADDRESS: 'http://127.0.0.1:9/',
    }
    const mind: Mind = { model, env, backend: await startBackend({ env }) }
    await use(mind)
    await mind.backend[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  },
})

const QUESTION = 'Why does the factor go to each term?'
const tutor = (panel: Page) => panel.locator('[data-entry][data-who=tutor]')
const notices = (panel: Page) => panel.locator('[data-entry][data-kind=notice]')

/** The article is open and read, the browser paired. */
async function begin(aside: Aside, { backend }: Mind): Promise<{ page: Page; panel: Page }> {
  const page = await aside.openDemo('reading.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await pairBrowser(aside.browser, backend)
  return { page, panel }
}

async function ask(panel: Page, question: string): Promise<void> {
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill(question)
  await composer.press('Enter')
}

/** Says where the article has the rule, in the number that it was given. */
function citing(before: string, ...after: ScriptLine[]) {
  return (asked: Parameters<typeof promptTextOf>[0]): ScriptLine[] => {
    const n = /\[(\d+)\] A bracket is multiplied out/.exec(promptTextOf(asked))?.[1] ?? '99'
    return [{ text: `${before} [${n}: "multiplied out term by term"]. ` }, ...after]
  }
}

test('an answer streams between the words of somebody who works, marks its source, and is corrected', async ({
  aside,
  mind,
}) => {
  const { page, panel } = await begin(aside, mind)
  const rest = Promise.withResolvers<void>()
  mind.model.say(
    citing('By the distributive law', { until: rest.promise }, { text: 'So $2 \\cdot (3 + 4) = 13$.' }),
  )
  await ask(panel, QUESTION)
  await expect(tutor(panel).nth(0)).toContainText(en.thoughts.thinking)
  await expect(tutor(panel).nth(1)).toContainText('By the distributive law')
  await expect.poll(() => countMarks(page)).toBe(1)

  // The person goes on, makes a mistake, and corrects it.
  await page.locator('#working').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n', { delay: 30 })
  await expect.poll(() => countMarks(page)).toBe(2)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  for (const _ of '3=10') await page.keyboard.press('Backspace')
  await page.keyboard.type('6=10', { delay: 30 })
  rest.resolve()
  await expect.poll(() => countMarks(page)).toBe(1)

  await expect(tutor(panel).filter({ hasText: 'I have to correct myself' })).toContainText('14')
  await expect(tutor(panel).filter({ hasText: 'By the distributive law' })).toHaveAttribute(
    'data-state',
    'done',
  )
  expect(mind.model.asked).toHaveLength(1)
})

test('service worker and offscreen document die while an answer comes: it goes on, nothing is doubled', async ({
  aside,
  mind,
}) => {
  const { panel } = await begin(aside, mind)
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  mind.model.say([
    { text: 'One. ' },
    { until: gates[0]?.promise ?? Promise.resolve() },
    { text: 'Two. ' },
    { until: gates[1]?.promise ?? Promise.resolve() },
    { text: 'Three.' },
  ])
  await ask(panel, QUESTION)
  const answer = tutor(panel).nth(1)
  await expect(answer).toContainText('One.')
  await aside.killServiceWorker()
  await aside.closeOffscreen()
  gates[0]?.resolve()
  await expect(answer).toContainText('Two.')
  await aside.closeOffscreen()
  gates[1]?.resolve()
  await expect(answer).toHaveAttribute('data-state', 'done')
  await expect(answer.locator('[data-said]')).toContainText('One. Two. Three.')
  await expect(tutor(panel)).toHaveCount(2)
  expect(mind.model.asked).toHaveLength(1)
})

test('another tab is read where it is asked for, behind the one in front; its source is named, and the thought can be given up', async ({
  aside,
  mind,
}) => {
  await begin(aside, mind)
  const front = await aside.openDemo('input.html', { newTab: true, origin: 'other' })
  await aside.pressButton(front)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  mind.model.say(citing('My other tab says'))
  await ask(panel, 'What does my other tab say about terms?')
  await expect(tutor(panel).first()).toContainText(en.thoughts.tabsToo(['Brackets · an article']))
  await expect(tutor(panel).last()).toContainText('My other tab says')
  await expect(tutor(panel).last().locator('[data-source]').first()).toBeVisible()

  mind.model.say(['hang'])
  await ask(panel, QUESTION)
  await panel.getByRole('button', { name: en.answers.neverMind }).click()
  await expect(tutor(panel).last()).toContainText(en.thoughts.dropped)
  const [both, alone] = mind.model.asked.map(promptTextOf)
  expect(both).toContain('page that is open in another tab\nBrackets · an article')
  expect(alone).not.toContain('multiplied out')
})

test('a backend that dies, comes back, is gone, or is not wanted: a sentence each', async ({
  aside,
  mind,
}) => {
  const { panel } = await begin(aside, mind)
  mind.model.say([{ text: 'One. ' }, 'hang'])
  await ask(panel, QUESTION)
  await expect(tutor(panel).nth(1)).toContainText('One.')
  const died = once(mind.backend.child, 'exit')
  mind.backend.child.kill('SIGKILL')
  await died
  mind.backend = await startBackend({ env: { ...mind.env, ASIDE_PORT: String(mind.backend.port) } })
  await expect(notices(panel).last()).toContainText(en.thoughts.errors.lost)

  mind.model.say([{ text: 'Again. ' }, 'hang'])
  await ask(panel, QUESTION)
  await expect(tutor(panel).last()).toContainText('Again.')
  await ask(panel, 'never mind')
  await expect(tutor(panel).last()).toContainText(en.thoughts.dropped)
  await expect.poll(() => mind.model.leftEarly).toBe(2)

  await mind.backend[Symbol.asyncDispose]()
  await ask(panel, QUESTION)
  await expect(tutor(panel).last()).toContainText(en.thoughts.errors.absent)
})
