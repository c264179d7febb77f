import { expect, quote, test } from './page-lab.ts'

/** A field in an open shadow tree within another one. */
const NESTED = (field: string) => `
  <x-form id=form></x-form>
  <script>
    const form = document.querySelector('#form').attachShadow({ mode: 'open' })
    form.innerHTML = '<style>main { height: 300px; overflow: auto }</style><main><p>One step on each line</p><x-field></x-field><p style="height: 900px"></p></main>'
    const inner = form.querySelector('x-field').attachShadow({ mode: 'open' })
    inner.innerHTML = ${JSON.stringify(`<label id=name>Your work</label>${field}`)}
  </script>`

const FIELDS = {
  textarea: '<textarea aria-labelledby=name rows=6></textarea>',
  contenteditable: '<div aria-labelledby=name contenteditable style="min-height: 6em"></div>',
} as const

for (const [kind, html] of Object.entries(FIELDS)) {
  test(`a ${kind} in shadow trees is read, and its mark stays at its line`, async ({ lab }) => {
    await lab.open(NESTED(html))
    const field = lab.page.locator('x-field [aria-labelledby]')
    await field.click()
    await lab.page.keyboard.type('2(x+3)=10')
    await lab.page.keyboard.press('Enter')
    await lab.page.keyboard.type('2x+3=10')
    await lab.page.keyboard.press('Enter')
    const text = '2(x+3)=10\n2x+3=10\n'
    await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe(text)
    const change = await lab.last('text-changed')
    const path = `#form >>> main>x-field >>> ${kind === 'textarea' ? 'textarea' : 'div'}`
    expect(change).toMatchObject({ field: { path, kind, label: 'Your work' }, by: 'person' })

    await lab.mark(quote(path, text, '2x+3=10'))
    const [line] = (await lab.drawn()).lines
    const box = await field.boundingBox()
    expect(line?.top).toBeGreaterThan(box?.y ?? Infinity)
    expect(line?.bottom).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0))
    await lab.page.locator('x-form main').evaluate((main) => main.scrollBy(0, 20))
    await expect.poll(async () => (await lab.drawn()).lines[0]?.top).toBeCloseTo((line?.top ?? 0) - 20, 0)
    await lab.page.locator('x-form main').evaluate((main) => main.scrollBy(0, 500))
    await expect.poll(async () => (await lab.drawn()).lines).toEqual([])
    await lab.page.locator('x-form main').evaluate((main) => main.scrollTo(0, 0))

    await lab.page.keyboard.press('ArrowUp')
    await lab.page.keyboard.press('Home')
    await lab.page.keyboard.type('0')
    await lab.wait('mark-lost')
  })
}

test('a step from field to field within a shadow tree is told', async ({ lab }) => {
  await lab.open(NESTED('<input aria-label=one><input aria-label=two>'))
  await lab.page.getByLabel('one').click()
  await lab.page.keyboard.type('x=3')
  await lab.page.keyboard.press('Tab')
  expect(await lab.wait('field-left')).toMatchObject([
    { path: '#form >>> main>x-field >>> input:nth-of-type(1)' },
  ])
  await lab.page.keyboard.type('y=4')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('y=4')
  expect(await lab.percepts('field-left')).toHaveLength(1)
})

test('a password in a shadow tree stays unread when a button beside it shows it', async ({ lab }) => {
  await lab.open(`
    <p><x-field></x-field><x-toggle></x-toggle></p><textarea></textarea>
    <script>
      const field = document.querySelector('x-field').attachShadow({ mode: 'open' })
      field.innerHTML = '<input type=password aria-label=field value=s3cret>'
      const toggle = document.querySelector('x-toggle').attachShadow({ mode: 'open' })
      toggle.innerHTML = '<button>Show</button>'
      toggle.firstChild.addEventListener('pointerdown', () => { field.firstChild.type = 'text' })
    </script>`)
  await lab.page.getByRole('button').click()
  await lab.page.getByLabel('field').click()
  await lab.page.keyboard.type('more')
  await lab.page.locator('textarea').click()
  await lab.page.keyboard.type('x')
  await lab.wait('text-changed')
  expect(JSON.stringify(await lab.percepts('text-changed'))).not.toContain('s3cret')
})

test('a field inside a secret host, or hidden with it, is not read', async ({ lab }) => {
  for (const attribute of ['autocomplete=cc-number', 'aria-hidden=true']) {
    await lab.open(`
      <x-field ${attribute}></x-field><textarea></textarea>
      <script>
        const field = document.querySelector('x-field').attachShadow({ mode: 'open' })
        field.innerHTML = '<input aria-label=number>'
      </script>`)
    await lab.page.locator('input').click()
    await lab.page.keyboard.type('4111')
    await lab.page.locator('textarea').click()
    await lab.page.keyboard.type('x')
    await lab.wait('text-changed')
    expect(
      (await lab.percepts('text-changed')).map(({ text }) => text),
      attribute,
    ).toEqual(['x'])
  }
})
