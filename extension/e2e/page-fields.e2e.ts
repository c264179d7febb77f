import { expect, test } from './page-lab.ts'

const KINDS = {
  textarea: { html: '<textarea id=work aria-label="Your work"></textarea>', kind: 'textarea' },
  input: { html: '<label>Your work <input id=work></label>', kind: 'input' },
  contenteditable: {
    html: '<div id=work contenteditable=true aria-label="Your work" style="min-height:3em"></div>',
    kind: 'contenteditable',
  },
} as const

test('the language that the page says around a field is told with it, and nothing else', async ({ lab }) => {
  await lab.open(`<section lang="de-AT"><p id=host></p></section><p lang='"><b>'><input id=odd></p>`, {
    start: false,
  })
  await lab.page.evaluate(() => {
    const tree = document.querySelector('#host')?.attachShadow({ mode: 'open' })
    if (tree) tree.innerHTML = '<textarea id=work></textarea>'
  })
  await lab.start()
  await lab.page.locator('#work').pressSequentially('3,5')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('3,5')
  expect((await lab.last('text-changed'))?.field.lang).toBe('de-AT')
  await lab.page.locator('#odd').pressSequentially('1')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('1')
  expect((await lab.last('text-changed'))?.field).not.toHaveProperty('lang')
})

for (const [name, { html, kind }] of Object.entries(KINDS)) {
  test(`typing in a ${name} is noticed, with the times of the keys`, async ({ lab }) => {
    await lab.open(html)
    await lab.page.locator('#work').pressSequentially('2x+3=10', { delay: 20 })
    await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('2x+3=10')
    const changes = await lab.percepts('text-changed')
    const keys = changes.flatMap((each) => each.keys)
    expect(keys).toHaveLength(7)
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    expect(Math.abs((keys[0] ?? 0) - Date.now())).toBeLessThan(20_000)
    for (const each of changes) {
      expect(each.by).toBe('person')
      expect(each.field).toEqual({ path: '#work', kind, label: 'Your work', lang: 'en' })
    }
    const gaps = changes.map(({ at }) => at)
    for (let i = 1; i < gaps.length; i += 1)
      expect((gaps[i] ?? 0) - (gaps[i - 1] ?? 0)).toBeGreaterThanOrEqual(95)
  })

  test(`untrusted events in a ${name} are not the person's`, async ({ lab }) => {
    await lab.open(html)
    await lab.page.locator('#work').focus()
    await lab.page.evaluate(() => {
      const work = document.querySelector('#work')
      if (work instanceof HTMLTextAreaElement || work instanceof HTMLInputElement) work.value = 'forged'
      else if (work) work.textContent = 'forged'
      work?.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'd' }))
      work?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'd' }))
    })
    const [change] = await lab.wait('text-changed')
    expect(change).toMatchObject({ text: 'forged', by: 'page', keys: [] })
  })

  test(`what stands in a ${name} is read when it is focused, and leaving it is told`, async ({ lab }) => {
    await lab.open(`<button>elsewhere</button>${html}`, { start: false })
    await lab.page.evaluate(() => {
      const work = document.querySelector('#work')
      if (work instanceof HTMLTextAreaElement || work instanceof HTMLInputElement) work.value = 'x=3'
      else if (work) work.textContent = 'x=3'
    })
    await lab.start()
    await lab.page.locator('button').click()
    expect(await lab.percepts('text-changed')).toEqual([])
    await lab.page.locator('#work').click()
    expect(await lab.wait('text-changed')).toMatchObject([{ text: 'x=3', by: 'page', keys: [] }])
    await lab.page.keyboard.press('End')
    await lab.page.keyboard.type('0')
    await lab.page.locator('button').click()
    await lab.wait('field-left')
    const kinds = await lab.page.evaluate(() => window.lab.percepts.map((each) => each.kind))
    expect(kinds.indexOf('field-left')).toBeGreaterThan(kinds.lastIndexOf('text-changed'))
    expect((await lab.last('text-changed'))?.text).toBe('x=30')
  })

  test(`a ${name} taken away is told`, async ({ lab }) => {
    await lab.open(html)
    await lab.page.locator('#work').pressSequentially('x')
    await lab.wait('text-changed')
    await lab.page.locator('#work').evaluate((work) => work.remove())
    expect(await lab.wait('field-gone')).toMatchObject([{ path: '#work' }])
  })
}

for (const name of ['textarea', 'contenteditable'] as const) {
  test(`a newline in a ${name} is sent before the next task`, async ({ lab }) => {
    await lab.open(KINDS[name].html)
    await lab.page.locator('#work').pressSequentially('x=3')
    await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('x=3')
    await lab.page.evaluate(() => {
      document.querySelector('#work')?.addEventListener('input', () => {
        setTimeout(() => document.body.setAttribute('data-text', JSON.stringify(window.lab.percepts.at(-1))))
      })
    })
    await lab.page.keyboard.press('Enter')
    await expect(lab.page.locator('body')).toHaveAttribute('data-text', /"text":"x=3\\n".*"by":"person"/)
  })
}

test('a paste is sent at once, and told to be one, as an undo is', async ({ lab }) => {
  await lab.open(KINDS.textarea.html)
  const work = lab.page.locator('#work')
  await work.fill('2x=6')
  await work.press('Control+A')
  await work.press('Control+C')
  await work.press('End')
  await work.press('Control+V')
  expect(await lab.last('text-changed')).toMatchObject({ text: '2x=62x=6', how: 'put-in' })
  await work.press('Control+Z')
  await expect.poll(() => lab.last('text-changed')).toMatchObject({ text: '2x=6', how: 'undone' })
  await work.press('7')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toMatch(/7/)
  expect(await lab.last('text-changed')).not.toHaveProperty('how')
})

test('a newline that a script writes after a keydown is the editor carrying the key out', async ({ lab }) => {
  await lab.open('<div id=work contenteditable=true><p>x=3</p></div>')
  await lab.page.evaluate(() => {
    const work = document.querySelector('#work')
    work?.addEventListener('keydown', (event) => {
      event.preventDefault()
      work.append(Object.assign(document.createElement('p'), { textContent: 'y' }))
    })
  })
  await lab.page.locator('#work').click()
  await lab.page.keyboard.press('Enter')
  await expect
    .poll(async () => lab.last('text-changed'))
    .toMatchObject({ text: 'x=3\ny', by: 'person', keys: [expect.any(Number)] })
})

test('a key that waited in a busy page is still the person’s when an editor carries it out', async ({
  lab,
}) => {
  await lab.open('<div id=work contenteditable=true><p>x=3</p></div>')
  await lab.page.evaluate(() => {
    const work = document.querySelector('#work')
    work?.addEventListener('keydown', (event) => {
      event.preventDefault()
      if (!(event instanceof KeyboardEvent) || event.key === 'b')
        return work.append(Object.assign(document.createElement('p'), { textContent: 'y' }))
      const until = performance.now() + 300
      while (performance.now() < until);
    })
  })
  await lab.page.locator('#work').click()
  const devtools = await lab.page.context().newCDPSession(lab.page)
  const press = (key: string) => devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
  await Promise.all([press('a'), press('b')])
  await expect.poll(async () => lab.last('text-changed')).toMatchObject({ text: 'x=3\ny', by: 'person' })
})

test('an input method is waited for: that it composes is told, and not what', async ({ lab }) => {
  await lab.open(KINDS.textarea.html)
  await lab.page.locator('#work').pressSequentially('x')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('x')
  const devtools = await lab.page.context().newCDPSession(lab.page)
  for (const text of ['に', 'にほ', 'にほん'])
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await expect
    .poll(() => lab.last('text-changed'))
    .toMatchObject({ text: 'x', by: 'person', how: 'composing' })
  await devtools.send('Input.insertText', { text: '日本' })
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('x日本')
  expect(await lab.last('text-changed')).not.toHaveProperty('how')
  await devtools.send('Input.imeSetComposition', { text: 'n', selectionStart: 1, selectionEnd: 1 })
  await expect.poll(() => lab.last('text-changed')).toMatchObject({ text: 'x日本', how: 'composing' })
  await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await expect.poll(async () => (await lab.last('text-changed'))?.how).toBeUndefined()
  const texts = (await lab.percepts('text-changed')).map(({ text }) => text)
  expect(new Set(texts)).toEqual(new Set(['x', 'x日本']))
})

test('an editor is read as the person sees it', async ({ lab }) => {
  const cases = {
    'a<br>b': 'a\nb',
    '<p>a</p><p>b</p>': 'a\nb',
    '<div>a</div><div><br></div><div>b</div>': 'a\n\nb',
    '<div>a</div><div><br></div>': 'a\n',
    'a<br><br>': 'a\n',
    'x<sup>2</sup>+y<sub>10</sub>=1': 'x^{2}+y_{10}=1',
    '  <p>\n  two   words </p>\n <ul><li>one</li><li>two</li></ul>': 'two words\none\ntwo',
    '<p>a&nbsp; b</p>': 'a  b',
    '<pre>a\n  b\n</pre><p>c</p>': 'a\n  b\nc',
    '<p>a<b>b</b> <i>c</i><script>1</script></p>': 'ab c',
    '<p>a\u200b</p><p>\ufeff</p><p>b\u2060c</p>': 'a\n\nbc',
    '<div>a</div><div><span>\ufeff<br></span></div>': 'a\n',
    '<p>a<br><img alt=""><br class="ProseMirror-trailingBreak"></p><p>b</p>': 'a\n\nb',
    '<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol><blockquote><p>c</p></blockquote>': 'a\nb\nc',
    '<p>a<span contenteditable=false style="user-select:none">hint</span></p>': 'a',
    '<p>a<span contenteditable=false>\ufeff<b>@b</b>\ufeff</span> c</p>': 'a@b c',
    '<p>a</p><div contenteditable=false><button>Bold</button><svg><title>icon</title></svg></div><p>b</p>':
      'a\nb',
    '<p><span contenteditable=false style="user-select:none"><math><mi>x</mi><annotation encoding="application/x-tex">\\frac12</annotation></math></span>=y</p>':
      '\\frac12=y',
    '<div style="white-space:pre-wrap">a\ufeff\n\u200b\n</div><p>b</p>': 'a\n\nb',
  }
  for (const [html, text] of Object.entries(cases)) {
    await lab.open(`<div contenteditable=true id=work>${html}</div>`)
    await lab.page.locator('#work').focus()
    expect((await lab.wait('text-changed'))[0]?.text, html).toBe(text)
  }
})

test('a long text is cut and said to be cut', async ({ lab }) => {
  await lab.open(`<textarea id=work>${'x'.repeat(20_010)}</textarea>`)
  await lab.page.locator('#work').focus()
  const [change] = await lab.wait('text-changed')
  expect(change?.text).toHaveLength(20_000)
  expect(change?.cut).toBe(true)
})

test('the page is opened, scrolled, selected and left', async ({ lab }) => {
  await lab.open(
    '<p id=p>Some words to select</p><p id=q>y<sup>2</sup> = x<sup>2</sup> + a<sub>1</sub></p><div style="height:5000px"></div>',
  )
  expect(await lab.percepts('opened')).toMatchObject([{ title: 'Lab', address: 'http://lab.localhost/work' }])
  expect(await lab.percepts('shown')).toMatchObject([{ visible: true }])
  await lab.page.locator('#p').dblclick({ position: { x: 60, y: 8 } })
  expect((await lab.wait('selected'))[0]?.text).toBe('words')
  await lab.page.locator('#q').evaluate((line) => {
    const [raised, lowered] = [line.querySelector('sup'), line.querySelector('sub')]
    const [from, to] = [raised?.firstChild, lowered?.firstChild]
    if (from && to) getSelection()?.setBaseAndExtent(from, 1, to, 1)
  })
  expect((await lab.wait('selected', 2))[1]?.text).toBe(' = x^{2} + a_{1}')
  await lab.page.mouse.wheel(0, 300)
  await lab.wait('scrolled')
  await lab.page.evaluate(() => history.pushState({}, '', '/next?q=1'))
  expect((await lab.wait('opened', 2))[1]?.address).toBe('http://lab.localhost/next')
})

test('resync says everything again', async ({ lab }) => {
  await lab.open(KINDS.textarea.html)
  await lab.page.locator('#work').pressSequentially('x=3')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('x=3')
  await lab.forget()
  await lab.page.evaluate(() => window.lab.aside.resync())
  expect(await lab.page.evaluate(() => window.lab.percepts.map((each) => each.kind))).toEqual([
    'opened',
    'shown',
    'text-changed',
  ])
})

test('after the end nothing is noticed', async ({ lab }) => {
  await lab.open(KINDS.textarea.html)
  await lab.stop()
  await lab.forget()
  await lab.page.locator('#work').pressSequentially('x=3')
  await lab.page.locator('#work').blur()
  expect(await lab.page.evaluate(() => window.lab.percepts)).toEqual([])
})
