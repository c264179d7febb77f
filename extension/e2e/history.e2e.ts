import { expect, test } from './aside-test.ts'

test('a tutoring is found again, deleted, kept after all, and deleted for good though the page is closed', async ({
  aside,
}) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  await page.locator('textarea').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  await expect(panel.locator('[data-kind=remark]')).toContainText('Line 2')
  await panel.getByRole('button', { name: 'Stop Aside on this tab' }).click()
  await expect(panel.locator('[data-ended]')).toBeVisible()
  const opening = aside.browser.context.waitForEvent('page')
  await panel.getByRole('button', { name: 'History' }).click()
  const history = await opening
  await history.getByRole('searchbox').fill('line 2')
  await expect(history.locator('[data-tutoring] mark').first()).toBeVisible()
  await expect(history.locator('[data-tutoring]')).toContainText('1 remark')
  await history.locator('[data-tutoring] a').click()
  await expect(history.locator('[data-kind=remark]')).toContainText('Line 2')
  const remove = history.getByRole('button', { name: 'Delete', exact: true })
  await remove.click()
  await history.getByRole('button', { name: 'Undo' }).click()
  await history.locator('[data-tutoring] a').click()
  await remove.click()
  await expect(history.locator('[data-undo]')).toContainText('1 conversation deleted.')
  await history.close()
  await aside.closeOffscreen()
  const rows = () =>
    panel.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('aside')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => resolve(opening.result)
      })
      const all = (name: string) =>
        new Promise<unknown[]>((resolve) => {
          const rows = database.transaction(name).objectStore(name).getAll()
          rows.onsuccess = () => resolve(rows.result)
        })
      const tables = await Promise.all(['tutorings', 'entries', 'remarks'].map(all))
      const text = JSON.stringify(await Promise.all(['trace', 'snapshots'].map(all)))
      database.close()
      return { left: tables.flat().length, written: text.includes('2x+3') }
    })
  await expect.poll(rows, { timeout: 30_000 }).toEqual({ left: 0, written: false })
  await expect(panel.locator('[data-empty]')).toBeVisible()
})

test('one that still goes on is stopped and deleted; undone, it is back and stays stopped', async ({
  aside,
}) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  const opening = aside.browser.context.waitForEvent('page')
  await panel.getByRole('button', { name: 'History' }).click()
  const history = await opening
  await history.locator('[data-tutoring] a').click()
  await history.getByRole('button', { name: 'Stop and delete' }).click()
  await expect(history.locator('[data-undo]')).toContainText('does not start it again')
  await expect(history.locator('[data-tutoring]')).toHaveCount(0)
  await expect(panel.locator('[data-eye=open]')).toHaveCount(0)
  await history.getByRole('button', { name: 'Undo' }).click()
  await history.locator('[data-tutoring] a').click()
  await expect(history.locator('[data-kind=notice]').last()).toContainText('Stopped')
  await expect(history.getByRole('button', { name: 'Delete', exact: true })).toBeVisible()
  await expect(panel.locator('[data-eye=open]')).toHaveCount(0)
})
