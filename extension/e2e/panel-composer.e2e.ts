import { minuteBefore } from './panel-page/minute-for-tests.ts'
import { expect, type PanelHands, test } from './panel-page/panel-test.ts'
import { entry, NOON, tutoring } from './panel-page/rows-for-tests.ts'

const sendings = async (panel: PanelHands) =>
  (await panel.posted()).flatMap((message) => (message.kind === 'send' ? [message] : []))

test('every edit of the draft is told at once', async ({ panel }) => {
  await panel.open()
  await panel.composer.pressSequentially('hi!')
  const drafts = (await panel.posted()).flatMap((it) => (it.kind === 'draft' ? [it.text] : []))
  expect(drafts).toEqual(['h', 'hi', 'hi!'])
})

test('Enter sends, Shift+Enter does not', async ({ panel }) => {
  await panel.open()
  await panel.composer.pressSequentially('one')
  await panel.composer.press('Shift+Enter')
  await panel.composer.pressSequentially('two')
  await panel.composer.press('Enter')
  expect(await sendings(panel)).toMatchObject([{ tutoring: 't1', text: 'one\ntwo' }])
  await expect(panel.composer).toHaveValue('')
  await expect(panel.composer).toBeFocused()
  await panel.composer.press('Enter')
  expect(await sendings(panel)).toHaveLength(1)
})

test('what an input method composes is no draft before it is taken, and Enter that takes it does not send', async ({
  panel,
  page,
}) => {
  await panel.open()
  await panel.composer.pressSequentially('a ')
  const devtools = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  // As Chromium tells the keys that an input method takes: 229, and no text of their own.
  const press = async (key: string) => {
    const taken = { key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  }
  for (const text of ['n', 'に', 'にh', 'にほ', 'にほn', 'にほん']) {
    await press('Process')
    await compose(text)
  }
  await expect(panel.composer).toHaveValue('a にほん')
  await compose('日本')
  await press('Enter')
  await devtools.send('Input.insertText', { text: '日本' })
  await expect(panel.composer).toHaveValue('a 日本')
  const drafts = (await panel.posted()).flatMap((it) => (it.kind === 'draft' ? [it] : []))
  const composing = drafts.filter(({ how }) => how === 'composing')
  expect(composing.length).toBeGreaterThan(5)
  expect(new Set(composing.map(({ text }) => text))).toEqual(new Set(['a ']))
  expect(drafts.at(-1)).toMatchObject({ text: 'a 日本' })
  expect(drafts.at(-1)).not.toHaveProperty('how')
  expect(await sendings(panel)).toEqual([])
  await panel.composer.press('Enter')
  expect(await sendings(panel)).toMatchObject([{ text: 'a 日本' }])
})

test('what is pasted into the draft, and what is undone, is told to be so', async ({ panel }) => {
  await panel.open()
  await panel.composer.pressSequentially('ab')
  for (const key of ['Control+A', 'Control+C', 'End', 'Control+V', 'Control+Z'])
    await panel.composer.press(key)
  const drafts = (await panel.posted()).flatMap((it) => (it.kind === 'draft' ? [it] : []))
  expect(drafts.slice(-2)).toMatchObject([
    { text: 'abab', how: 'put-in' },
    { text: 'ab', how: 'undone' },
  ])
})

test('what is sent stays as "sending" until it is in the conversation', async ({ panel, page }) => {
  await panel.open()
  await panel.composer.fill('what is a term?')
  await panel.composer.press('Enter')
  await expect(page.locator('[data-outgoing]')).toHaveText('what is a term? Sending…')
  const [sent] = await sendings(panel)
  await panel.write({ entries: [entry(sent?.id ?? '', 1, { who: 'person', text: 'what is a term?' })] })
  await expect(page.locator('[data-outgoing]')).toHaveCount(0)
  await expect(page.locator('[data-entry]')).toHaveText([/what is a term\?/])
})

test('the draft outlives the panel', async ({ panel, page }) => {
  await panel.open()
  await panel.composer.fill('half a thou')
  await expect
    .poll(() => page.evaluate(() => window.panelPage.database.settings.get('draft:t1')))
    .toMatchObject({ value: { text: 'half a thou' } })
  await panel.reopen()
  await expect(panel.composer).toHaveValue('half a thou')
})

test('what was under way when the panel closed is said again, under the same id', async ({ panel, page }) => {
  await panel.open()
  await panel.composer.fill('are you there?')
  await panel.composer.press('Enter')
  const [sent] = await sendings(panel)
  await expect
    .poll(() => page.evaluate(() => window.panelPage.database.settings.get('draft:t1')))
    .toMatchObject({ value: { text: '', outgoing: [{ id: sent?.id }] } })
  await panel.reopen()
  await expect(page.locator('[data-outgoing]')).toHaveCount(1)
  await expect.poll(() => sendings(panel)).toEqual([sent])
  await panel.fallSilent()
  await panel.answer()
  await expect.poll(() => sendings(panel)).toEqual([sent, sent])
})

test('what arrived while the panel was closed is not shown twice', async ({ panel, page }) => {
  await panel.open()
  await panel.composer.fill('are you there?')
  await panel.composer.press('Enter')
  const [sent] = await sendings(panel)
  await panel.write({ entries: [entry(sent?.id ?? '', 1, { who: 'person', text: 'are you there?' })] })
  await panel.reopen()
  await expect(page.locator('[data-entry]')).toHaveCount(1)
  await expect(page.locator('[data-outgoing]')).toHaveCount(0)
  await expect(panel.composer).toHaveValue('')
})

test('each tab has its own draft', async ({ panel }) => {
  await panel.open({ tutorings: [tutoring(), tutoring({ id: 't2', tab: 8, startedAt: NOON + 1 })] })
  await panel.composer.fill('about algebra')
  await panel.face(8)
  await expect(panel.composer).toHaveValue('')
  await panel.composer.fill('about history')
  await panel.face(7)
  await expect(panel.composer).toHaveValue('about algebra')
})

test('the composer grows with the draft, up to its limit', async ({ panel }) => {
  await panel.open()
  const height = async () => (await panel.composer.boundingBox())?.height ?? 0
  const one = await height()
  await panel.composer.fill('1\n2\n3\n4')
  expect(await height()).toBeGreaterThan(one * 2)
  await panel.composer.fill('line\n'.repeat(200))
  expect(await height()).toBeLessThan(300)
})

test('“/” shows the commands, chosen with the keyboard while the focus stays in the field', async ({
  panel,
  page,
}, info) => {
  await panel.open()
  await panel.composer.press('/')
  const list = page.getByRole('listbox', { name: 'Commands' })
  await expect(list.getByRole('option')).toHaveCount(9)
  await panel.expectAccessible()
  await panel.expectNoSidewaysScroll()
  await info.attach('commands', { body: await page.screenshot(), contentType: 'image/png' })
  await panel.composer.press('ArrowDown')
  await expect(list.getByRole('option', { selected: true })).toContainText('/look-up')
  await expect(panel.composer).toHaveAttribute('aria-activedescendant', 'command-look-up')
  await panel.composer.press('Escape')
  await expect(list).toBeHidden()
  await panel.composer.press('q')
  await panel.composer.press('Tab')
  await expect(panel.composer).toHaveValue('/quiz ')
  await expect(panel.composer).toBeFocused()
  await expect(list).toBeHidden()
  await panel.composer.press('Enter')
  await expect.poll(async () => (await panel.posted()).at(-1)).toMatchObject({ kind: 'send', text: '/quiz ' })
})

test('“/debug” shows the last minute instead of being sent, and Escape or its button closes it', async ({
  panel,
  page,
}) => {
  await panel.open()
  const strip = page.getByRole('img', { name: 'The last minute' })
  await panel.composer.pressSequentially('/deb')
  await panel.composer.press('Enter')
  await expect(page.locator('[data-says]')).toHaveText('Aside does not answer just now.')
  await panel.lastMinute(minuteBefore(await page.evaluate(() => Date.now())))
  await expect(strip.locator('[data-act=yield]')).toHaveCount(1)
  await expect(page.getByRole('row', { name: 'interruptible 97%' })).toBeAttached()
  await expect(panel.composer).toBeFocused()
  await expect(panel.composer).toHaveValue('')
  await panel.composer.press('Escape')
  await expect(strip).toHaveCount(0)

  await panel.composer.fill('/debug')
  await panel.composer.press('Enter')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(strip).toHaveCount(0)
  await expect(panel.composer).toBeFocused()
  expect(await sendings(panel)).toEqual([])
})
