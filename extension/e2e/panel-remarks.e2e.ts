import { readFileSync } from 'node:fs'
import { PlayedLoop } from '../turn/played-loop.ts'
import { parseRedactedTrace, recheckRedacted } from '../turn/redact-trace.ts'
import { expect, type PanelHands, test } from './panel-page/panel-test.ts'
import { entry, LESSON, NOON, promise, RULE, remark, STEP } from './panel-page/rows-for-tests.ts'

const ENTRY = entry('e1', 0, { kind: 'remark', remark: 'r1', text: 'Look at line 2: both terms?' })

const told = async (panel: PanelHands) =>
  (await panel.posted()).flatMap((message) => (message.kind === 'remark' ? [message.what] : []))

test('each button of a card tells the loop', async ({ panel }) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1')] })
  const card = panel.entry('e1')
  for (const name of ['Evidence', 'Show me', 'Hint', 'Dismiss', 'You were wrong', 'Mute this kind'])
    await card.getByRole('button', { name }).click()
  expect(await told(panel)).toEqual(['evidence', 'show', 'hint', 'dismiss', 'wrong', 'mute'])
})

test('evidence unfolds with its lines as mathematics, or as written', async ({ panel }) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1')] })
  const card = panel.entry('e1')
  const button = card.getByRole('button', { name: 'Evidence' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(card.locator('[data-evidence]')).toBeHidden()
  await button.click()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(card.locator('dd math')).toHaveCount(2)
  await expect(card.locator('dd').last()).toHaveText('left 8, right 5')
  await button.click()
  await expect(card.locator('[data-evidence]')).toBeHidden()
  expect(await told(panel)).toEqual(['evidence'])
})

test('the ladder is climbed with the keyboard, a rung at each press, and each rung is read out once', async ({
  panel,
  page,
}) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1')] })
  const card = panel.entry('e1')
  const rungs = card.locator('[data-rung]')
  await expect(rungs).toHaveCount(0)
  await card.getByRole('button', { name: 'Hint' }).focus()
  await page.keyboard.press('Enter')
  await panel.write({ remarks: [remark('r1', { hinted: true, rungs: [RULE], offersStep: true })] })
  await expect(rungs).toHaveText([/^Rule.*Line 1 is right:.*every term inside it.*With other numbers:/])
  await expect(rungs.locator('math')).toHaveCount(2)
  await expect(panel.announcer).toHaveText(
    /^Rule: Line 1 is right: 2\(x\+3\) = .* With other numbers: 7\(a \+ 4\) = 7a \+ 28$/,
  )
  await expect(card.getByRole('button', { name: 'Show the step' })).toBeFocused()
  await page.keyboard.press('Enter')
  await panel.write({ remarks: [remark('r1', { hinted: true, rungs: [RULE, STEP], offersStep: true })] })
  await expect(rungs).toHaveText([/^Rule/, /^The step.*This is the step itself/])
  await expect(panel.announcer).toHaveText(/^The step: .* Line 2 becomes: 2x \+ 2·3 = x\/2$/)
  await expect(card.getByRole('button', { name: /Hint|step/ })).toHaveCount(0)
  await expect(card.getByRole('button', { name: 'Evidence' })).toBeFocused()
  expect(await told(panel)).toEqual(['hint', 'step'])
  await panel.expectAccessible()
})

test('a hint that was kept before there were rungs is shown alone', async ({ panel }) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1', { hinted: true })] })
  await expect(panel.entry('e1').locator('[data-rung]')).toContainText('A factor before a bracket')
  await expect(panel.entry('e1').getByRole('button', { name: 'Hint' })).toHaveCount(0)
})

test('outcomes are said, and two of them can be undone', async ({ panel, page }) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1')] })
  const outcome = panel.entry('e1').locator('[data-outcome]')
  await panel.write({ remarks: [remark('r1', { state: 'resolved' })] })
  await expect(outcome).toHaveText('Corrected')
  await panel.write({ remarks: [remark('r1', { state: 'outdated' })] })
  await expect(outcome).toHaveText('The text has changed since.')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await panel.write({ remarks: [remark('r1', { state: 'dismissed' })] })
  await expect(outcome).toContainText('Dismissed')
  await panel.write({ remarks: [remark('r1', { state: 'wrong' })] })
  await expect(outcome).toContainText('Taken back. I’ll stay quiet about this.')
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await told(panel)).toEqual(['undo'])
})

test('everything can be done with the keyboard, and the focus stays in the card', async ({ panel, page }) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1')] })
  const names: string[] = []
  await panel.entry('e1').waitFor()
  await panel.composer.waitFor()
  for (let step = 0; step < 16; step += 1) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    names.push(name)
    if (name === 'Send') break
  }
  expect(names).toEqual([
    'Pause for an hour',
    'Stop Aside on this tab',
    'History',
    'Settings',
    expect.stringContaining('Linear equations'),
    'Conversation',
    'Evidence',
    'Show me',
    'Hint',
    'Dismiss',
    'You were wrong',
    'Mute this kind',
    'Write to Aside',
    'Send',
  ])
  await panel.entry('e1').getByRole('button', { name: 'Dismiss' }).focus()
  await page.keyboard.press('Enter')
  await panel.write({ remarks: [remark('r1', { state: 'dismissed' })] })
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Space')
  expect(await told(panel)).toEqual(['dismiss', 'undo'])
  await panel.write({ remarks: [remark('r1')] })
  await expect(panel.entry('e1').getByRole('button', { name: 'Evidence' })).toBeFocused()
})

test('a card that changes takes no focus from the composer', async ({ panel }) => {
  await panel.open({ entries: [ENTRY], remarks: [remark('r1')] })
  await panel.composer.focus()
  await panel.write({ remarks: [remark('r1', { state: 'resolved' })] })
  await expect(panel.entry('e1').locator('[data-outcome]')).toBeVisible()
  await expect(panel.composer).toBeFocused()
})

test('places found are shown on the page', async ({ panel, page }) => {
  await panel.open({ entries: LESSON })
  await page.getByRole('button', { name: 'Show “distributive” on the page' }).click()
  expect(await panel.posted()).toContainEqual({ kind: 'show-mark', at: expect.any(Number), mark: 'm2' })
})

test('promises count down while they are unfolded, and can be ended', async ({ panel, page }) => {
  await panel.open({ promises: [promise('p1'), promise('p2', { due: null, every: null, text: 'Deployed' })] })
  await page.evaluate((now) => {
    window.panelPage.clock.now = now
  }, NOON)
  await page.getByRole('button', { name: /2 promises.*next at 14:06/ }).click()
  const countdown = page.locator('[data-promise=p1] [data-countdown]')
  await expect(countdown).toHaveText('in 4:07 min')
  await page.evaluate((now) => {
    window.panelPage.clock.now = now
  }, NOON + 60_000)
  await expect(countdown).toHaveText('in 3:07 min')
  await page.getByRole('button', { name: 'End “Stretch your back”' }).click()
  expect(await panel.posted()).toContainEqual({ kind: 'end-promise', at: NOON + 60_000, promise: 'p1' })
  await panel.write({ promises: [promise('p1', { state: 'ended' })] })
  await expect(page.locator('[data-promise=p1]')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
})

test('this site can be allowed from the page line', async ({ panel, page }) => {
  await panel.open()
  await page.getByRole('button', { name: /Linear equations/ }).click()
  await page.getByRole('button', { name: 'Always on algebra.example' }).click()
  await expect(
    page.getByText('Always on algebra.example. You can change this in the settings.'),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('While the eye is open')).toBeHidden()
  await page.getByRole('button', { name: 'Settings' }).click()
  expect(await page.evaluate(() => window.panelPage.opened)).toEqual(['settings'])
})

const SHARED = [
  {
    verdict: 'does-not-follow',
    problem: '',
    text: 'Dear diary\n2(x+3)=10\n2x+3=10\n',
    says: 'the two lines',
  },
  {
    verdict: 'miscopied',
    problem: 'Solve 2(x+3)=10',
    text: '2(x+3)=16\ndiary\n',
    says: 'the formula of the page',
  },
]
for (const { verdict, problem, text, says } of SHARED)
  test(`“You were wrong” about ${verdict} offers a file to share, with all that is in it in view before`, async ({
    panel,
    page,
  }) => {
    const loop = new PlayedLoop()
    loop.page({ kind: 'problem', path: '#working', text: problem, formulas: [] })
    await loop.type(text)
    await loop.pass(8000)
    const [found] = loop.remarks.values()
    if (found === undefined) throw new Error('Nothing was remarked.')
    const wrong = { ...found, tutoring: 't1', state: 'wrong' as const }
    const rows = JSON.parse(JSON.stringify(loop.trace).replaceAll(PlayedLoop.tutoring, 't1'))
    await panel.open({ entries: [{ ...ENTRY, remark: wrong.id }], remarks: [wrong] })
    await page.evaluate(
      (rows) =>
        window.panelPage.database.trace.bulkPut(
          rows.map((row: Parameters<typeof window.panelPage.database.trace.put>[0]) => ({
            ...row,
            tutorings: ['t1'],
          })),
        ),
      rows,
    )
    await page.getByRole('button', { name: 'Keep it as a file to share…' }).click()
    await expect(page.getByRole('dialog')).toContainText(says)
    const preview = await page.locator('[data-preview]').textContent()
    await panel.expectAccessible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the file' }).click(),
    ])
    const file = readFileSync(await download.path(), 'utf8')
    expect(file.trim()).toBe(preview)
    expect(file).not.toContain('diary')
    expect(recheckRedacted(parseRedactedTrace(file))?.verdict).toBe(verdict)
  })

test('an offer says why it is made and is answered yes or no, praise asks nothing; an exercise reads well at 360 px', async ({
  panel,
  page,
}, info) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const why = 'You slipped on its rule 2 times.'
  const offer = remark('r1', { kind: 'practice', anchor: null, hint: '', evidence: { text: why, lines: [] } })
  await panel.open({
    entries: [
      entry('e1', 0, { kind: 'remark', remark: 'r1', text: 'Shall I give you an exercise?' }),
      entry('e2', 9, { text: 'Expand 4(x − 3). Write your answer below, in one line or several.' }),
      entry('e3', 20, { who: 'person', text: '4x − 3' }),
      entry('e4', 21, { text: 'What happens to the 3 when the bracket opens?' }),
      entry('e5', 30, { who: 'person', text: '4x − 12' }),
      entry('e6', 31, { text: 'Right this time. I bring this rule back tomorrow.' }),
    ],
    remarks: [offer],
  })
  const card = panel.entry('e1')
  await expect(card.locator('[data-why]')).toHaveText(why)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await info.attach(`practice-${colorScheme}`, { body: await page.screenshot(), contentType: 'image/png' })
  }
  for (const name of ['Yes', 'No', 'Mute this kind']) await card.getByRole('button', { name }).click()
  expect(await told(panel)).toEqual(['hint', 'dismiss', 'mute'])
  await panel.write({ remarks: [{ ...offer, hinted: true }] })
  await expect(card.getByRole('button')).toHaveCount(0)
  await panel.write({ remarks: [{ ...offer, kind: 'praise' }] })
  await expect(card.getByRole('button')).toHaveText(['Mute this kind'])
})
