import { expect, type Lab, quote, test } from './page-lab.ts'

const steps = (count: number, between = (index: number) => `<label for=s${index}>Step ${index}</label>`) =>
  `<form id=steps>${Array.from({ length: count }, (_, at) => `<div>${between(at + 1)}<input id=step${'abcdef'[at]}></div>`).join('')}</form>`

const field = (lab: Lab, index: number) => lab.page.locator('input').nth(index)
const texts = async (lab: Lab) => (await lab.percepts('text-changed')).map(({ text }) => text)

test('fields below one another are one working: a line for each, read when it is used', async ({ lab }) => {
  await lab.open(steps(3))
  await field(lab, 2).evaluate((input: HTMLInputElement) => {
    input.value = 'written before'
  })
  await field(lab, 0).pressSequentially('2x=6')
  await expect.poll(() => texts(lab)).toContain('2x=6')
  await field(lab, 1).click()
  await expect.poll(() => texts(lab)).toContain('2x=6\n')
  await field(lab, 1).pressSequentially('x=3')
  await expect.poll(() => texts(lab)).toContain('2x=6\nx=3')
  for (const { field } of await lab.percepts('text-changed'))
    expect(field).toMatchObject({ path: '#steps', kind: 'input' })
  expect((await texts(lab)).join()).not.toContain('written before')
  expect(await lab.percepts('field-left')).toEqual([])
  await field(lab, 2).click()
  await expect.poll(() => texts(lab)).toContain('2x=6\nx=3\nwritten before')
  await field(lab, 2).blur()
  expect(await lab.wait('field-left')).toMatchObject([{ path: '#steps' }])
})

test('the keys of a line are the person’s, going to the next line is nobody’s edit', async ({ lab }) => {
  await lab.open(steps(2))
  await field(lab, 0).pressSequentially('x=3')
  await field(lab, 1).click()
  await expect.poll(() => texts(lab)).toContain('x=3\n')
  const changes = await lab.percepts('text-changed')
  expect(changes.flatMap(({ keys }) => keys)).toHaveLength(3)
  expect(changes.at(-1)).toMatchObject({ text: 'x=3\n', by: 'page', keys: [] })
})

for (const [name, html] of Object.entries({
  'answers to two problems': steps(2, (index) => `<p>Solve ${index}x = 6</p>`),
  'a form about the person': `<form id=steps><p>Name <input id=a autocomplete=name></p><p>Town <input id=b></p></form>`,
  'fields beside one another': '<form id=steps><p>x <input id=a size=4> y <input id=b size=4></p></form>',
  'fields with a formula between them': steps(
    2,
    () => '<p>Solve <math><mi>x</mi><mo>=</mo><mn>3</mn></math></p>',
  ),
}))
  test(`${name} are no working`, async ({ lab }) => {
    await lab.open(html)
    await field(lab, 0).pressSequentially('x=3')
    await field(lab, 1).pressSequentially('x=4')
    await expect.poll(() => texts(lab)).toContain('x=4')
    const paths = new Set((await lab.percepts('text-changed')).map(({ field }) => field.path))
    expect(paths.size).toBe(2)
    expect(paths).not.toContain('#steps')
  })

test('a step that the page adds makes a working of it and the first', async ({ lab }) => {
  await lab.open(steps(1))
  await field(lab, 0).pressSequentially('2x=6')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('2x=6')
  expect((await lab.last('text-changed'))?.field.path).toBe('#stepa')
  await lab.page.evaluate(() =>
    document.querySelector('#steps')?.insertAdjacentHTML('beforeend', '<div>Step 2 <input id=stepb></div>'),
  )
  await field(lab, 1).pressSequentially('x=3')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('2x=6\nx=3')
  expect((await lab.last('text-changed'))?.field.path).toBe('#steps')
  expect(await lab.percepts('field-gone')).toMatchObject([{ path: '#stepa' }])
})

test('a mark stands on the field of its line, follows the line, and is lost with it', async ({ lab }) => {
  await lab.open(steps(4))
  for (const [index, line] of ['x=3', 'x=4', 'x=3'].entries()) await field(lab, index).fill(line)
  await field(lab, 3).click()
  const text = 'x=3\nx=4\nx=3\n'
  await expect.poll(() => texts(lab)).toContain(text)
  const anchor = { ...quote('#steps', text, 'x=3'), before: 'x=3\nx=4\n', after: '\n' }
  await lab.mark(anchor)
  const inside = async (index: number) => {
    const box = await field(lab, index).boundingBox()
    const [line] = (await lab.drawn()).lines
    return (
      box !== null && line !== undefined && line.top >= box.y - 1 && line.bottom <= box.y + box.height + 1
    )
  }
  expect(await inside(2)).toBe(true)
  await field(lab, 1).fill('x=5')
  await lab.frames()
  expect(await inside(2)).toBe(true)
  await lab.page.evaluate(() =>
    document.querySelector('#steps')?.insertAdjacentHTML('afterbegin', '<div>Step 0 <input></div>'),
  )
  await expect.poll(() => inside(3)).toBe(true)
  await field(lab, 3).fill('x=30')
  expect(await lab.wait('mark-lost')).toHaveLength(1)
  expect((await lab.drawn()).buttons).toEqual([])
})

test('a field that becomes secret is a line no more', async ({ lab }) => {
  await lab.open(steps(2))
  await field(lab, 0).pressSequentially('x=3')
  await field(lab, 1).pressSequentially('hunter2')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('x=3\nhunter2')
  await lab.forget()
  await field(lab, 1).evaluate((input: HTMLInputElement) => {
    input.type = 'password'
  })
  await expect.poll(() => texts(lab)).toEqual(['x=3'])
})

test('a mark is found again on a page that has just been loaded, before any field is used', async ({
  lab,
}) => {
  await lab.open(
    steps(3).replace('id=stepa', 'id=stepa value="x=3"').replace('id=stepb', 'id=stepb value="x=4"'),
  )
  const text = 'x=3\nx=4\n'
  await lab.mark(quote('#steps', text, 'x=4'))
  const box = await field(lab, 1).boundingBox()
  const [line] = (await lab.drawn()).lines
  expect(line?.top ?? 0).toBeGreaterThanOrEqual((box?.y ?? 0) - 1)
  expect(line?.bottom ?? 0).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1)
})

test('a formula that a page forges is the page’s, not the person’s, and no longer than a field may be', async ({
  lab,
}) => {
  await lab.open('<math-field id=work tabindex=0 style="display:block;height:2em"></math-field>')
  const say = (latex: string) =>
    lab.page.evaluate((latex) => {
      document.body.dataset.latex = latex
    }, latex)
  await lab.page.evaluate(() => {
    const answer = ({ target }: Event) => {
      const detail = JSON.stringify({ kind: 'formula', latex: document.body.dataset.latex ?? '' })
      target?.dispatchEvent(new CustomEvent('aside:answer', { detail }))
    }
    document.addEventListener('aside:ask', answer, { capture: true })
  })
  await say('x=3')
  await lab.page.locator('#work').focus()
  expect(await lab.wait('text-changed')).toMatchObject([
    { text: 'x=3', by: 'page', keys: [], field: { kind: 'formula' } },
  ])
  await say('x'.repeat(30_000))
  await lab.page.evaluate(() => {
    const work = document.querySelector('#work')
    work?.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'd' }))
  })
  await say('x=5')
  await expect.poll(() => texts(lab)).toEqual(['x=3', 'x=5'])
  expect((await lab.percepts('text-changed')).map(({ by }) => by)).toEqual(['page', 'page'])
})
