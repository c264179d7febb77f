import { expect, test } from './page-lab.ts'

const lines = (count: number) => 'A long line of text. '.repeat(count)
const PAGE = `
  <nav><p>Home</p></nav>
  <main>
    <h1>Straight lines</h1>
    <p>${lines(500)}</p>
    <p hidden>Not seen</p>
    <p>${lines(500)}</p>
    <h2>About slopes</h2>
    <p id="third">${lines(800)}</p>
    <p>${lines(800)}</p>
  </main>`

test('a place is reached once it comes to where one reads, and again when it does again', async ({ lab }) => {
  await lab.open(PAGE)
  await lab.order({
    reaches: [
      { id: 'second', place: { at: 'paragraph', number: 2 } },
      { id: 'slopes', place: { at: 'words', text: 'about  slopes' } },
      { id: 'end', place: { at: 'end' } },
      { id: 'first', place: { at: 'paragraph', number: 1 } },
    ],
  })
  await lab.frames(3)
  expect(await lab.percepts('reached')).toEqual([])
  const readAt = (selector: string) =>
    lab.page.locator(selector).evaluate((element) => {
      window.scrollBy(0, element.getBoundingClientRect().top - window.innerHeight * 0.3)
    })
  await readAt('main > p:nth-of-type(3)')
  expect((await lab.wait('reached')).map(({ id }) => id)).toEqual(['second'])
  await readAt('h2')
  expect((await lab.wait('reached', 2)).at(-1)?.id).toBe('slopes')
  await lab.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  expect((await lab.wait('reached', 3)).at(-1)?.id).toBe('end')
  await lab.page.evaluate(() => window.scrollTo(0, 0))
  const again = await lab.wait('reached', 4)
  expect(again.map(({ id }) => id)).toContain('first')
  await lab.order({ reaches: [{ id: 'first', place: { at: 'paragraph', number: 1 } }] })
  await lab.forget()
  await lab.page
    .locator('main > p')
    .first()
    .click({ position: { x: 5, y: 5 } })
  expect((await lab.wait('reached')).map(({ id }) => id)).toEqual(['first'])
})
