import { expect, test } from './page-lab.ts'

test('in a pause the page tells nothing but that it is in view; afterwards all that must be known', async ({
  lab,
}) => {
  await lab.open('<textarea></textarea><p>Shipped</p>')
  await lab.page.locator('textarea').click()
  await lab.page.keyboard.type('a')
  await lab.wait('text-changed')
  await lab.order({ paused: true })
  const before = await lab.percepts('text-changed')
  await lab.page.keyboard.type('secret')
  await lab.page.evaluate(() => getSelection()?.selectAllChildren(document.body))
  await lab.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  expect(await lab.percepts('text-changed')).toEqual(before)
  await lab.order({ watches: [{ id: 'w', text: 'shipped' }] })
  await lab.wait('watch-hit')
  expect(await lab.percepts('selected')).toEqual([])
  expect((await lab.last('text-changed'))?.text).toBe('asecret')
})
