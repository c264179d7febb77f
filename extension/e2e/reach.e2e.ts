import type { Page } from '@playwright/test'
import { type Aside, expect, test } from './aside-test.ts'

const beyond = (panel: Page) => panel.locator('[data-beyond]')

async function press(aside: Aside, page: Page): Promise<Page> {
  await aside.pressButton(page)
  return aside.panel()
}

async function openAddress(aside: Aside, address: string): Promise<Page> {
  const page = aside.browser.context.pages()[0] ?? (await aside.browser.context.newPage())
  // An address at which nothing answers shows the browser's own page.
  await page.goto(address).catch(() => undefined)
  return page
}

const CLOSED = {
  'a page of the browser': 'chrome://version',
  'the source of a page': 'view-source:about:blank',
}

for (const [name, address] of Object.entries(CLOSED)) {
  test(`on ${name} the panel says that no extension may read it`, async ({ aside }) => {
    const page = await openAddress(aside, address)
    const panel = await press(aside, page)
    await expect(beyond(panel)).toContainText('no extension may read it')
    await expect(panel.locator('[data-empty]')).toHaveCount(0)
    await page.goto(`${aside.demo.origin()}/algebra.html`)
    await expect(beyond(panel)).toHaveCount(0)
    await expect(panel.locator('[data-empty]')).toBeVisible()
    await aside.pressButton(page)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await expect(beyond(panel)).toHaveCount(0)
  })
}

test('on a page that did not load the panel says so', async ({ aside }) => {
  // The browser refuses this port before it asks anybody.
  const page = await openAddress(aside, 'http://nobody.localhost:9/')
  const panel = await press(aside, page)
  await expect(beyond(panel)).toContainText('did not load')
  await expect(panel.locator('[data-empty], [data-entry], [data-quiet]')).toHaveCount(0)
})

test('on a PDF the panel says that nobody can look into the viewer, and nothing else', async ({ aside }) => {
  const page = await openAddress(aside, `${aside.demo.origin()}/sheet.pdf`)
  const panel = await press(aside, page)
  await expect(beyond(panel)).toContainText('This is a PDF')
  await expect(panel.getByRole('heading', { name: 'Aside cannot read here' })).toBeVisible()
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await expect(panel.locator('[data-empty], [data-entry], [data-quiet]')).toHaveCount(0)
})

for (const tag of ['embed', 'iframe'])
  test(`in a PDF that a page shows in its ${tag} the panel says so, until the person goes elsewhere`, async ({
    aside,
  }) => {
    const page = await aside.openDemo('algebra.html')
    await page.evaluate((name) => {
      const viewer = document.createElement(name)
      viewer.setAttribute('src', '/sheet.pdf')
      viewer.setAttribute('style', 'width: 300px; height: 200px')
      viewer.id = 'sheet'
      document.body.prepend(viewer)
    }, tag)
    const panel = await press(aside, page)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await expect(beyond(panel)).toHaveCount(0)
    await page.locator('#sheet').click()
    await expect(beyond(panel)).toContainText('This is a PDF')
    await page.locator('textarea').first().click()
    await expect(beyond(panel)).toHaveCount(0)
  })

test('a tutoring goes on after a look at a PDF', async ({ aside }) => {
  const page = await aside.openDemo('algebra.html')
  const panel = await press(aside, page)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.goto(`${aside.demo.origin()}/sheet.pdf`)
  await expect(beyond(panel)).toContainText('This is a PDF')
  await expect(panel.locator('[data-eye=closed]')).toBeVisible()
  await page.goBack()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await expect(beyond(panel)).toHaveCount(0)
  await expect(panel.locator('[data-entry]')).toHaveCount(1)
})

test('in an editor that draws its letters the panel says so, until the person goes elsewhere', async ({
  aside,
}) => {
  const page = await aside.openDemo('canvas.html')
  const panel = await press(aside, page)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await expect(beyond(panel)).toHaveCount(0)
  await page.locator('#sheet').click()
  await page.keyboard.type('2(x+3)=10')
  await expect(beyond(panel)).toContainText('draws its letters')
  await expect(panel.locator('[data-empty], [data-entry], [data-quiet]')).toHaveCount(0)
  await page.locator('#notes').click()
  await expect(beyond(panel)).toHaveCount(0)
  await expect(panel.locator('[data-entry]')).toHaveCount(1)
})

test('in a frame of another site the panel names it and offers to allow it', async ({ aside }) => {
  const page = await aside.openDemo('other-frame.html')
  const panel = await press(aside, page)
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.frameLocator('#other').locator('textarea').click()
  await expect(beyond(panel)).toContainText('belongs to other.localhost')
  await expect(panel.getByRole('button', { name: 'Allow this site' })).toBeVisible()
  await page.locator('#notes').click()
  await expect(beyond(panel)).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Allow this site' })).toHaveCount(0)
})

test('a frame of another site that fills the window is named at once', async ({ aside }) => {
  const page = await aside.openDemo('other-frame.html')
  await page.addStyleTag({ content: '#other { position: fixed; inset: 0; height: 100% }' })
  const panel = await press(aside, page)
  await expect(beyond(panel)).toContainText('belongs to other.localhost')
})

test.describe('with the other site allowed', () => {
  test.use({ sites: ['http://demo.localhost/*', 'http://other.localhost/*'] })

  test('its frame is read and marked as a part of the page around it', async ({ aside }) => {
    const page = await aside.openDemo('other-frame.html')
    const panel = await press(aside, page)
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    const frame = page.frameLocator('#other')
    await frame.locator('textarea').click()
    await page.keyboard.type('2(x+3)=10\n2x+3=10\n', { delay: 40 })
    await expect(panel.locator('[data-entry][data-kind=remark]')).toContainText('Line 2')
    await expect(frame.locator('aside-marks')).toHaveCount(1)
    await expect(page.locator('aside-marks')).toHaveCount(0)
    await expect(beyond(panel)).toHaveCount(0)
    await expect(panel.getByRole('button', { name: 'frame of another site' })).toBeVisible()
  })
})
