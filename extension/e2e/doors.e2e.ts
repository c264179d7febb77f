import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtExtension } from '../../tools/folders.ts'
import { countMarks } from '../../tools/painted-marks.ts'
import { expect, test } from './aside-test.ts'

const manifest = () => JSON.parse(readFileSync(join(builtExtension, 'manifest.json'), 'utf8'))

test('the built manifest asks for these permissions and no others', () => {
  const { permissions, optional_permissions, host_permissions, optional_host_permissions, incognito } =
    manifest()
  expect(permissions.toSorted()).toEqual(['activeTab', 'alarms', 'offscreen', 'scripting', 'sidePanel'])
  expect(optional_permissions).toEqual(['notifications'])
  expect(host_permissions).toEqual(['http://127.0.0.1/*'])
  expect(optional_host_permissions).toEqual(['http://*/*', 'https://*/*'])
  expect(incognito).toBe('not_allowed')
  expect(manifest().content_scripts ?? []).toEqual([])
  // A page called history or newtab would take the place of the browser's own.
  expect(manifest().chrome_url_overrides).toBeUndefined()
})

test('pages of the extension load nothing from outside and run no strings', () => {
  const csp: string = manifest().content_security_policy.extension_pages
  expect(csp).toContain("default-src 'none'")
  expect(csp).toContain("img-src 'self' data: blob:")
  // Only the backend, on this machine, is ever asked for anything.
  const backend = "connect-src 'self' http://127.0.0.1:*"
  expect(csp).toContain(`${backend};`)
  expect(csp.replace(backend, '')).not.toMatch(/(?<!wasm-)unsafe-eval|https?:|\*/)
})

test('an application that changes its address without loading keeps the tutoring going', async ({
  aside,
}) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await page.locator('textarea').click()
  await page.keyboard.type('2(x+3)=10\n')
  await page.evaluate(() => {
    history.pushState({}, '', '/algebra/step-2')
    document.title = 'Step 2'
  })
  await page.keyboard.type('2x+3=10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Step 2' })).toBeVisible()
})

test('a content script cannot pass for the panel, and what it sends must parse', async ({ aside }) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  const worker = await aside.serviceWorker()
  const outcome = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true })
    const [injected] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const link = crypto.randomUUID()
        const open = (name: string) => {
          const port = chrome.runtime.connect({ name })
          const gone = new Promise<string>((resolve) =>
            port.onDisconnect.addListener(() => resolve('refused')),
          )
          return { port, gone }
        }
        const asPanel = open('panel')
        asPanel.port.postMessage({ t: 'hello', link, from: 1 })
        const asPage = open('page')
        const welcomed = new Promise<string>((resolve) =>
          asPage.port.onMessage.addListener((message: { t: string }) => {
            if (message.t === 'welcome') resolve('welcome')
          }),
        )
        for (const nonsense of [null, 7, 'x'.repeat(1_000_000), { t: 'data', seq: -1 }, [], { t: 'hello' }])
          asPage.port.postMessage(nonsense)
        asPage.port.postMessage({ t: 'hello', link, from: 1 })
        await welcomed
        const send = {
          kind: 'send',
          at: 1,
          tutoring: 't',
          id: 'forged',
          text: 'remind me in 1 second to forge',
        }
        asPage.port.postMessage({ t: 'data', seq: 1, body: send })
        asPage.port.postMessage({
          t: 'data',
          seq: 2,
          body: { kind: 'percepts', percepts: [{ kind: 'text-changed' }] },
        })
        const told = await chrome.runtime.sendMessage({ kind: 'badge', count: 99 }).catch(() => 'refused')
        return [await asPanel.gone, told === true]
      },
    })
    return injected?.result
  })
  expect(outcome).toEqual(['refused', false])
  const badge = await worker.evaluate(() => chrome.action.getBadgeText({}))
  expect(badge).not.toBe('99')
  await page.locator('textarea').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(panel.getByText('forge')).toHaveCount(0)
})

test('a reminder that comes while the panel is closed shows on the badge until it is opened', async ({
  aside,
}) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('remind me in 3 seconds to breathe')
  await composer.press('Enter')
  await expect(panel.locator('[data-promises]')).toBeVisible()
  await aside.closePanel()
  const worker = await aside.serviceWorker()
  const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}))
  await expect.poll(badge).toBe('1')
  await aside.pressButton(page)
  await expect((await aside.panel()).locator('[data-entry][data-kind=reminder]')).toContainText('breathe')
  await expect.poll(badge).toBe('')
})

test('find and watch answer from the page, and the strip of the last minute shows it', async ({ aside }) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('find "brackets on one side" on this page')
  await composer.press('Enter')
  await expect(panel.locator('[data-entry][data-who=tutor]').last()).toContainText('once')
  await expect.poll(() => countMarks(page)).toBe(1)
  await composer.fill('tell me when the page says "all done"')
  await composer.press('Enter')
  await expect(panel.locator('[data-promises]')).toBeVisible()
  await page.evaluate(() => {
    const line = document.createElement('p')
    line.textContent = 'You are ALL  done now.'
    document.querySelector('main')?.append(line)
  })
  await expect(panel.locator('[data-entry][data-kind=reminder]')).toContainText(/all\s+done/i)
  await expect(panel.locator('[data-promises]')).toBeHidden()
  await composer.fill('/debug')
  await composer.press('Enter')
  await composer.pressSequentially('so that is done', { delay: 30 })
  await expect(panel.locator('[data-voice=person] rect')).not.toHaveCount(0)
  await expect(panel.locator('[data-act=reply]')).not.toHaveCount(0)
  await composer.press('Escape')
  await expect(panel.locator('[data-minute]')).toHaveCount(0)
})

test.describe('a site that is always on', () => {
  test.use({ sites: ['http://demo.localhost/*'] })

  test('is read without the button; the panel and the trace know it', async ({ aside }) => {
    const page = await aside.openDemo('algebra.html')
    await page.locator('textarea').click()
    await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
    await expect.poll(() => countMarks(page)).toBe(1)
    await aside.pressButton(page)
    const panel = await aside.panel()
    await expect(panel.locator('[data-entry][data-kind=remark]')).toContainText('Line 2')
  })
})

test('erasing everything ends what is going on and leaves nothing', async ({ aside }) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  await expect.poll(() => countMarks(page)).toBe(1)
  const settings = await aside.browser.context.newPage()
  await settings.goto(aside.browser.panelUrl.replace('sidepanel', 'settings'))
  await settings.getByRole('button', { name: /erase everything/i }).click()
  await settings.getByRole('button', { name: /erase/i }).last().click()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await expect.poll(() => countMarks(page)).toBe(0)
  await settings.getByRole('button', { name: 'Undo' }).click()
  await expect(settings.getByText('Everything is kept.')).toBeVisible()
  await expect(settings.locator('[data-stored]')).toContainText('1 conversation')
  await settings.getByRole('button', { name: /erase everything/i }).click()
  await settings.getByRole('button', { name: /erase/i }).last().click()
  await expect(settings.locator('[data-erasing]')).toBeVisible()
  await settings.close()
  // What died in between is erased at the next start.
  await aside.closeOffscreen()
  await expect(panel.locator('[data-entry]')).toHaveCount(0, { timeout: 40_000 })
  await page.locator('textarea').fill('3(x+1)=6\n3x+1=6\n')
  await aside.pressButton(page)
  await expect(panel.locator('[data-entry]')).toHaveCount(1)
})

test.describe('with the back/forward cache', () => {
  test.use({ launch: { withoutArgs: ['--disable-back-forward-cache'] } })

  test('a page that slept while its tutoring was stopped is not read again', async ({ aside }) => {
    const page = await aside.openDemo('algebra.html')
    await aside.pressButton(page)
    const panel = await aside.panel()
    await page.locator('textarea').click()
    await page.keyboard.type('2(x+3)=10\n')
    await page.goto(`${aside.demo.origin()}/input.html`)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await panel.getByRole('button', { name: /stop/i }).first().click()
    await expect(panel.locator('[data-eye=closed]')).toBeVisible()
    await page.goBack({ waitUntil: 'commit' })
    await page.locator('textarea').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('2x+3=10\n')
    await expect(panel.locator('[data-eye=open]')).toHaveCount(0)
    expect(await countMarks(page)).toBe(0)
  })
})
