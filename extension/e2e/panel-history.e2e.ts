import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { rate } from '../../shared/practice/schedule.ts'
import { parseHistoryFile } from '../store/history-file.ts'
import type { Entry, Remark, Tutoring } from '../store/rows.ts'
import type {} from './panel-page/history-page.ts'
import { expect, test } from './panel-page/panel-test.ts'
import { entry, LESSON, NOON, remark, tutoring } from './panel-page/rows-for-tests.ts'

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const
const DAY = 86_400_000
const MINUTE = 60_000

const TUTORINGS = [
  tutoring({ endedAt: NOON + 23 * MINUTE }),
  tutoring({ id: 't2', startedAt: NOON + 30 * MINUTE, title: 'Quadratics', origin: 'https://maths.example' }),
  tutoring({ id: 't3', startedAt: NOON - DAY, endedAt: NOON - DAY + 40_000, title: '' }),
  tutoring({ id: 't4', startedAt: NOON - 40 * DAY, endedAt: NOON - 40 * DAY + 3_660_000, title: 'Slopes' }),
]
const ENTRIES = [
  ...LESSON,
  entry('s1', 0, {
    tutoring: 't4',
    at: NOON - 40 * DAY,
    who: 'person',
    text: 'Is the SLOPE of 3x+1 the  number 3?',
  }),
  entry('s3', 0, {
    tutoring: 't4',
    at: NOON - 40 * DAY + 2,
    text: 'Then both sides are halves: $\\sqrt{x} = \\frac{1}{2}$ so $x^{2}$.',
  }),
  entry('s2', 0, { tutoring: 't4', at: NOON - 40 * DAY + 1, text: 'Yes.' }),
]

interface Rows {
  tutorings: readonly Tutoring[]
  entries: readonly Entry[]
  remarks: readonly Remark[]
}

async function write(page: Page, rows: Rows): Promise<void> {
  await page.evaluate(
    async ({ rows, now }) => {
      const { database, clock } = window.historyPage
      clock.now = now
      await database.tutorings.bulkPut([...rows.tutorings])
      await database.remarks.bulkPut([...rows.remarks])
      await database.entries.bulkPut([...rows.entries])
    },
    { rows, now: NOON + 40 * MINUTE },
  )
}

async function expectWell(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
}

test.beforeEach(async ({ page, address }) => {
  await page.goto(`${address}/history.html`)
})

test.describe('with some tutorings', () => {
  test.beforeEach(async ({ page }) => {
    await write(page, { tutorings: TUTORINGS, entries: ENTRIES, remarks: [remark('r1'), remark('r2')] })
    await expect(page.locator('[data-tutoring]')).toHaveCount(4)
  })

  test('they stand by day, with site, length and remarks', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'Today',
      'Yesterday',
      /Saturday, March 28, 2026/,
    ])
    await expect(page.locator('[data-tutoring]')).toHaveText([
      /14:32.*Quadratics.*maths\.example.*still going on$/,
      /14:02.*Linear equations.*algebra\.example.*23 min.*2 remarks/,
      /Untitled page.*40 s$/,
      /Slopes.*1 h 1 min/,
    ])
  })

  test('all words of a search must stand in one entry, in any case; parts of formulas count', async ({
    page,
  }) => {
    const search = page.getByRole('searchbox', { name: 'Search all conversations' })
    await search.fill('3X+1 slope')
    await expect(page.locator('[data-tutoring]')).toHaveCount(1)
    await expect(page.locator('[data-tutoring=t4] mark')).toHaveText(['SLOPE', '3x+1'])
    await expect(page.locator('search [role=status]')).toHaveText('Found in 1 conversation.')
    await search.fill('slope yes')
    await expect(page.locator('search [role=status]')).toHaveText('No conversation holds “slope yes”.')
    await search.fill('maths.example')
    await expect(page.locator('[data-tutoring]')).toHaveCount(0)
    await search.fill('both sides halves')
    await expect(page.locator('[data-tutoring=t4] .excerpt')).toHaveText(
      /Then both sides are halves: √x = 1\/2 so x²/,
    )
    await search.fill('QUADRATICS')
    await expect(page.locator('[data-tutoring=t2]')).toBeVisible()
    await search.fill('')
    await expect(page.locator('[data-tutoring]')).toHaveCount(4)
  })

  test('what comes in while the page is open is found', async ({ page }) => {
    const search = page.getByRole('searchbox')
    await search.fill('newcomer')
    await expect(page.locator('search [role=status]')).toHaveText('No conversation holds “newcomer”.')
    await write(page, {
      tutorings: [tutoring({ id: 't2', title: 'Quadratics!', startedAt: NOON + 30 * MINUTE })],
      entries: [entry('n', 9, { tutoring: 't2', text: 'A newcomer.' })],
      remarks: [],
    })
    await expect(page.locator('[data-tutoring=t2] mark')).toHaveText('newcomer')
  })

  test('one is opened with the keyboard, read only, and “back” closes it', async ({ page }) => {
    await page.getByRole('searchbox').focus()
    // Past both files, deleting, and the tutoring above.
    for (let tabs = 0; tabs < 5; tabs += 1) await page.keyboard.press('Tab')
    await expect(page.locator('[data-tutoring=t1] a')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Linear equations/ })).toBeFocused()
    await expect(page.locator('[data-entry]')).toHaveCount(LESSON.length)
    await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0)
    await page.locator('[data-id=e02]').getByRole('button', { name: 'Evidence' }).click()
    await expect(page.locator('[data-id=e02] [data-evidence]')).toContainText('The two lines differ')
    expect(await page.evaluate(() => window.historyPage.posted)).toEqual([])
    await page.goBack()
    await expect(page.locator('[data-opened]')).toHaveCount(0)
    await expect(page.locator('[data-tutoring=t1]')).toBeVisible()
  })

  test('one that still goes on is read only too', async ({ page }) => {
    await page.locator('[data-tutoring=t2] a').click()
    await expect(page.locator('[data-opened=t2]')).toBeVisible()
    await expect(page.locator('[data-ended]')).toHaveCount(0)
    await page.getByRole('button', { name: 'All conversations' }).click()
    await expect(page.locator('[data-tutoring=t2]')).toBeVisible()
  })

  test('one is saved as Markdown, all as JSON that parses again', async ({ page }) => {
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
    }
    const card = rate(null, 'again', NOON)
    const slip = {
      id: 'square-of-sum',
      seen: 2,
      corrected: 1,
      lastSeen: NOON,
      practised: null,
      card,
    } as const
    await page.evaluate((row) => window.historyPage.database.slips.put(row), slip)
    const all = await save('Save all: JSON')
    expect(all.name).toBe('aside-2026-05-07.json')
    const { tutorings, slips } = parseHistoryFile(all.text)
    expect(slips).toEqual([slip])
    expect(tutorings.map(({ tutoring }) => tutoring.id)).toEqual(['t2', 't1', 't3', 't4'])
    expect(tutorings[1]?.entries).toEqual(LESSON)
    await page.locator('[data-tutoring=t1] a').click()
    await page.setViewportSize({ width: 360, height: 720 })
    const one = await save('Save this conversation: Markdown')
    expect(one.name).toBe('aside-2026-05-07-Linear-equations-lesson-4-brackets.md')
    expect(one.text).toMatch(
      /^# Linear equations, lesson 4: brackets\n[\s\S]*You:\*\* oh, so it should be 2x \\?\+ 6\?/,
    )
  })

  test('one is deleted from where it is read, all from the list; the bar undoes it', async ({ page }) => {
    const removals = (tutorings: readonly string[], stopped: readonly string[] = []) =>
      page.evaluate(
        async ({ tutorings, stopped }) => {
          const removal = { tutorings: [...tutorings], at: Date.now() + 1e6, stopped: [...stopped] }
          const value = tutorings.length === 0 ? [] : [removal]
          await window.historyPage.database.settings.put({ key: 'removals', value })
        },
        { tutorings, stopped },
      )
    const posted = () => page.evaluate(() => window.historyPage.posted.at(-1))
    await page.locator('[data-tutoring=t1] a').click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    expect(await posted()).toMatchObject({ kind: 'remove-tutorings', tutorings: ['t1'] })
    await removals(['t1'])
    await expect(page.locator('[data-opened]')).toHaveCount(0)
    await expect(page.locator('[data-tutoring]')).toHaveCount(3)
    await page.reload()
    await expect(page.locator('[data-undo]')).toHaveText(/^1 conversation deleted. +Undo$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await posted()).toMatchObject({ kind: 'keep-tutorings', tutorings: ['t1'] })
    await removals([])
    await expect(page.locator('[data-undo]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Delete 3 ended conversations' }).click()
    expect(await posted()).toMatchObject({ kind: 'remove-tutorings', tutorings: ['t1', 't3', 't4'] })
    await page.locator('[data-tutoring=t2] a').click()
    await page.getByRole('button', { name: 'Stop and delete' }).click()
    expect(await posted()).toMatchObject({ kind: 'remove-tutorings', tutorings: ['t2'] })
    await removals(['t2'], ['t2'])
    await expect(page.locator('[data-undo]')).toContainText(/stopped for it; “Undo” does not start it again/)
  })

  test('what was found is opened at its entry, in view and marked, with the focus on the title', async ({
    page,
  }) => {
    const long = Array.from({ length: 400 }, (_, index) =>
      entry(`l${String(index).padStart(3, '0')}`, index, {
        tutoring: 't3',
        text: index === 150 ? 'The needle is here.' : 'Hay. '.repeat(1 + (index % 60)),
      }),
    )
    await write(page, { tutorings: [], entries: long, remarks: [] })
    await page.getByRole('searchbox').fill('needle')
    await expect(page.locator('[data-tutoring=t3] mark')).toHaveText('needle')
    await page.locator('[data-tutoring=t3] a').click()
    const found = page.locator('[data-id=l150]')
    await expect(found).toBeInViewport({ ratio: 1 })
    await expect(found).toHaveAttribute('aria-current', 'true')
    await expect(page.locator('.entries [aria-current]')).toHaveCount(1)
    await expect(page.getByRole('heading', { name: 'Untitled page' })).toBeFocused()
    await page.reload()
    await expect(found).toBeInViewport({ ratio: 1 })
    await page.goBack()
    await expect(page.locator('[data-opened]')).toHaveCount(0)
  })

  for (const [mode, media] of Object.entries(MODES))
    for (const width of [320, 360, 1100])
      test(`it fits ${width} px and is accessible in ${mode} colours`, async ({ page }, info) => {
        await page.emulateMedia(media)
        await page.setViewportSize({ width, height: 800 })
        await page.getByRole('searchbox').fill('2x')
        await expect(page.locator('mark').first()).toBeVisible()
        await expectWell(page)
        await info.attach('list', { body: await page.screenshot(), contentType: 'image/png' })
        await page.locator('[data-tutoring=t1] a').click()
        await expect(page.locator('[data-entry]')).toHaveCount(LESSON.length)
        await expectWell(page)
        await info.attach('opened', { body: await page.screenshot(), contentType: 'image/png' })
      })
})

test('what is found in many tutorings appears as it is found; the next key ends the search before', async ({
  page,
}) => {
  const many = Array.from({ length: 300 }, (_, index) =>
    tutoring({ id: `m${index}`, startedAt: NOON - index * MINUTE, endedAt: NOON, title: `M ${index}` }),
  )
  const entries = many.flatMap(({ id }) =>
    ['the slope', 'a root', 'both slope and root'].map((text, at) =>
      entry(`${id}-${at}`, at, { tutoring: id, text }),
    ),
  )
  await write(page, { tutorings: many, entries, remarks: [] })
  await expect(page.locator('[data-tutoring]')).toHaveCount(300)
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const marked = document.querySelectorAll('[data-tutoring] mark')
      const words = [...new Set([...marked].map((mark) => mark.textContent))].join()
      const progress = document.querySelector('progress')
      const now = `${words} ${document.querySelectorAll('[data-tutoring]').length} ${progress ? 'more' : 'all'}`
      if (seen.at(-1) !== now) seen.push(now)
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  const search = page.getByRole('searchbox')
  await search.fill('slope')
  // The first of what is found, while the rest is still looked for.
  await page.locator('[data-tutoring] mark').first().waitFor()
  await search.fill('root')
  await expect(page.locator('search [role=status]')).toHaveText('Found in 300 conversations.')
  await expect(page.locator('[data-tutoring] mark')).toHaveText(many.map(() => 'root'))
  const seen = await page.evaluate(() => ('seen' in window ? (window.seen as string[]) : []))
  expect(seen.find((now) => now.startsWith('slope'))).toBe('slope 25 more')
  expect(seen.filter((now) => now.startsWith('root')).slice(0, 2)).toEqual(['root 25 more', 'root 50 more'])
  const firstRoot = seen.findIndex((now) => now.startsWith('root'))
  expect(seen.slice(firstRoot).filter((now) => now.startsWith('slope'))).toEqual([])
})

test('with nothing in it, it says what will stand there', async ({ page }) => {
  await expect(page.locator('[data-none]')).toBeVisible()
  await expectWell(page)
})
