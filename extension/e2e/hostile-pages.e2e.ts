import type { Page } from '@playwright/test'
import { countMarks } from '../../tools/painted-marks.ts'
import { type Aside, expect, test } from './aside-test.ts'

const WRONG = '2(x+3)=10\n2x+3=10\n'
const remarks = (panel: Page) => panel.locator('[data-entry][data-kind=remark]')

/** A page of the demo's own origin with this body, policy included. */
async function openHostile(aside: Aside, body: string, headers: Record<string, string> = {}): Promise<Page> {
  const page = aside.browser.context.pages()[0] ?? (await aside.browser.context.newPage())
  const url = `${aside.demo.origin()}/hostile`
  const html = `<!doctype html><html lang=en><title>Hostile</title><textarea id=working aria-label=Working></textarea>${body}`
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }),
  )
  await page.goto(url)
  await aside.pressButton(page)
  await expect((await aside.panel()).locator('[data-eye=open]')).toBeVisible()
  return page
}

test('forged messages, events and keys are nobody’s: only what the person types counts', async ({
  aside,
}) => {
  const page = await openHostile(aside, '<script>/* its own scripts run here */</script>')
  const panel = await aside.panel()
  await page.locator('textarea').click()
  await page.evaluate((text) => {
    const field = document.querySelector('textarea')
    if (field === null) throw new Error('There is no field.')
    const percept = {
      kind: 'text-changed',
      at: Date.now(),
      text,
      cut: false,
      by: 'person',
      keys: [Date.now()],
    }
    for (const message of [percept, { t: 'data', seq: 1, body: { kind: 'percepts', percepts: [percept] } }]) {
      window.postMessage(message, '*')
      document.dispatchEvent(new CustomEvent('aside', { detail: message }))
      window.dispatchEvent(new MessageEvent('message', { data: message }))
    }
    for (const character of text) {
      const key = character === '\n' ? 'Enter' : character
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      field.value += character
      field.dispatchEvent(
        new InputEvent('beforeinput', { data: character, inputType: 'insertText', bubbles: true }),
      )
      field.dispatchEvent(
        new InputEvent('input', { data: character, inputType: 'insertText', bubbles: true }),
      )
    }
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }, WRONG)
  // What is asked and answered after it shows that the loop has taken it in.
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('how long have I been working?')
  await composer.press('Enter')
  await expect(panel.locator('[data-entry][data-who=tutor][data-kind=said]')).toHaveCount(1)
  expect(await countMarks(page)).toBe(0)
  await page.locator('textarea').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('x')
  await expect.poll(() => countMarks(page)).toBe(1)
})

test('under a policy that allows nothing, the mark is painted all the same', async ({ aside }) => {
  const page = await openHostile(aside, '', {
    'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  })
  await page.locator('textarea').click()
  await page.keyboard.type(WRONG)
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(remarks(await aside.panel())).toHaveAttribute('data-state', 'done')
})

test('a page that hides our host for all it is worth does not hide the mark', async ({ aside }) => {
  const page = await openHostile(
    aside,
    '<style>aside-marks { opacity: 0 !important; transform: scale(0) !important; clip-path: inset(50%) !important } aside-marks { display: none !important; visibility: hidden !important }</style>',
  )
  await page.locator('textarea').click()
  await page.keyboard.type(WRONG)
  await expect.poll(() => countMarks(page)).toBe(1)
  const look = await page.evaluate(() => {
    const host = document.querySelector('aside-marks')
    if (!(host instanceof HTMLElement)) return null
    host.style.setProperty('display', 'none', 'important')
    const { display, visibility, opacity, transform, clipPath } = getComputedStyle(host)
    return { display, visibility, opacity, transform, clipPath }
  })
  expect(look).toEqual({
    display: 'block',
    visibility: 'visible',
    opacity: '1',
    transform: 'none',
    clipPath: 'none',
  })
})

test('a page that writes itself anew a hundred times a second is watched, and the person is heard', async ({
  aside,
}) => {
  const page = await openHostile(
    aside,
    '<main></main><script>let n = 0; setInterval(() => { document.querySelector("main").innerHTML = ("<p>" + n++ + "</p>").repeat(200) }, 10)</script>',
  )
  const panel = await aside.panel()
  const composer = panel.locator('textarea[name=draft]')
  await composer.fill('tell me when the page says "all done"')
  await composer.press('Enter')
  await expect(panel.locator('[data-promises]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.type(WRONG)
  await expect.poll(() => countMarks(page)).toBe(1)
  await page.evaluate(() => document.body.append('It is all done.'))
  await expect(panel.locator('[data-entry][data-kind=reminder]')).toHaveCount(1)
})

test('a megabyte that is pasted is cut, said to be cut, and the next line is heard', async ({ aside }) => {
  const page = await openHostile(aside, '')
  const panel = await aside.panel()
  await aside.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText(`${'1 + '.repeat(250)}1\n`.repeat(1000)))
  await page.locator('textarea').click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(panel.getByText(/longer than/)).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(WRONG)
  await expect.poll(() => countMarks(page)).toBe(1)
  await expect(remarks(panel)).toHaveAttribute('data-state', 'done')
})
