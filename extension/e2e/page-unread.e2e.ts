import { expect, test } from './page-lab.ts'

const SECRET = 'hunter2secret'

const SECRETS = {
  'a password': '<input id=s type=password>',
  'a card number': '<input id=s autocomplete="billing cc-number">',
  'a one-time code': '<input id=s inputmode=numeric autocomplete=one-time-code>',
  'a new password shown as text': '<input id=s autocomplete=new-password>',
  'a field named like a password': '<input id=s name=user_password>',
  'a masked text': '<input id=s style="-webkit-text-security:disc">',
  'an e-mail address': '<input id=s type=email>',
  'a hidden key catcher': '<textarea id=s style="opacity:0"></textarea>',
  'a textarea for a card': '<textarea id=s autocomplete=cc-csc></textarea>',
}

for (const [name, html] of Object.entries(SECRETS)) {
  test(`${name} is never read`, async ({ lab }) => {
    await lab.open(`<textarea id=work></textarea>${html}`)
    await lab.page.locator('#s').focus()
    await lab.page.keyboard.type(SECRET)
    await lab.page.keyboard.press('Control+A')
    await lab.order({
      finds: [{ id: 'f', text: SECRET }],
      watches: [{ id: 'w', text: SECRET }],
      marks: [
        { id: 'm', anchor: { path: '#s', quote: SECRET, before: '', after: '' }, tone: 'slip', label: 'x' },
      ],
    })
    await lab.wait('found')
    // The fields in use are looked at once more before this is told.
    await lab.page.locator('#work').pressSequentially('done')
    await lab.page.locator('#s').focus()
    await lab.wait('field-left')
    const told = await lab.page.evaluate(() => JSON.stringify(window.lab.percepts))
    expect(told).not.toContain(SECRET.slice(0, 4))
    expect(await lab.percepts('mark-painted')).toEqual([])
    expect((await lab.percepts('found'))[0]?.count).toBe(0)
  })
}

const TOGGLES = {
  'the attribute': () => document.querySelector('#s')?.setAttribute('type', 'text'),
  'the style that masks it': () => document.querySelector('#s')?.removeAttribute('style'),
  'another element in its place': () => {
    const old = document.querySelector('#s')
    if (old instanceof HTMLInputElement)
      old.replaceWith(Object.assign(document.createElement('input'), { id: 's', value: old.value }))
  },
}

for (const [way, toggle] of Object.entries(TOGGLES)) {
  test(`"show password" by ${way} shows it to the person only`, async ({ lab }) => {
    const hidden = way.startsWith('the style') ? 'style="-webkit-text-security:disc"' : 'type=password'
    await lab.open(`<textarea id=work></textarea><input id=s ${hidden}><button>show</button>`)
    await lab.page.locator('#s').fill(SECRET)
    await lab.page.evaluate(
      (source) =>
        document
          .querySelector('button')
          ?.addEventListener('click', new Function(`(${source})()`) as () => void),
      toggle.toString(),
    )
    await lab.page.locator('button').click()
    await expect(lab.page.locator('#s')).toHaveJSProperty('type', 'text')
    await lab.page.locator('#s').click()
    await lab.page.keyboard.type('more')
    await lab.page.locator('#s').selectText()
    await lab.page.locator('#work').pressSequentially('done')
    await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('done')
    expect(await lab.page.evaluate(() => JSON.stringify(window.lab.percepts))).not.toContain(
      SECRET.slice(0, 4),
    )
  })
}

test('a field in use that becomes a password is forgotten', async ({ lab }) => {
  await lab.open('<input id=s>')
  await lab.page.locator('#s').pressSequentially('ab')
  await lab.wait('text-changed')
  await lab.page.evaluate(() => document.querySelector('#s')?.setAttribute('type', 'password'))
  await lab.wait('field-gone')
  await lab.page.evaluate(() => document.querySelector('#s')?.setAttribute('type', 'text'))
  await lab.forget()
  await lab.page.locator('#s').pressSequentially(SECRET)
  await lab.page.locator('#s').blur()
  expect(await lab.percepts('text-changed')).toEqual([])
})
