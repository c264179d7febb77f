import { expect, quote, test } from './page-lab.ts'

const WORK = 'Solve for x:\n2x + 3 = 11\n2x = 9\nx = 4.5'
const area = (style = '', text = WORK) =>
  `<style>body{margin:40px}textarea{font:16px/24px Arial;padding:10px 14px;border:3px solid #888;width:300px;height:140px;${style}}</style>` +
  `<p>Your work</p><textarea id=work spellcheck=false>${text}</textarea>`

/** Where the nth line of a textarea with these metrics stands: its line box, and its words' width. */
const LINE = { height: 24, left: 3 + 14, top: 3 + 10 }

test('a line of a textarea is marked where it stands', async ({ lab }) => {
  await lab.open(area())
  await lab.page.locator('#work').focus()
  await lab.mark(quote('#work', WORK, '2x = 9'))
  const box = await lab.page.locator('#work').boundingBox()
  const width = await lab.page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')
    if (!canvas) return 0
    canvas.font = '16px Arial'
    return canvas.measureText('2x = 9').width
  })
  const [line, ...more] = (await lab.drawn()).lines
  expect(more).toEqual([])
  expect(line?.left).toBeCloseTo((box?.x ?? 0) + LINE.left, 0)
  expect((line?.right ?? 0) - (line?.left ?? 0)).toBeCloseTo(width, 0)
  const middle = ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2
  expect(Math.abs(middle - ((box?.y ?? 0) + LINE.top + 2.5 * LINE.height))).toBeLessThan(3)
  expect(await lab.page.evaluate(() => performance.getEntriesByName('aside:mark-painted').length)).toBe(1)
})

test('a long line is marked through its soft wraps, as far as it can be seen', async ({ lab }) => {
  const long = `${'a very long line '.repeat(12)}ends`
  await lab.open(area('height:120px', `first\n${long}\nlast`))
  await lab.mark(quote('#work', `first\n${long}\nlast`, long))
  const { lines } = await lab.drawn()
  const box = await lab.page.locator('#work').boundingBox()
  // Four whole lines below the first, and the upper half of one in the padding, where fields show text too.
  expect(lines.length).toBe(5)
  for (const { bottom } of lines) expect(bottom).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) - 3)
})

test('the mark follows scrolling, moving and resizing', async ({ lab }) => {
  const text = `${'filler\n'.repeat(10)}2x = 9\n${'filler\n'.repeat(10)}`
  await lab.open(`${area('', text)}<div style="height:3000px"></div>`)
  await lab.mark(quote('#work', text, '2x = 9'))
  expect((await lab.drawn()).lines).toEqual([])
  await lab.page.locator('#work').evaluate((work) => work.scrollTo(0, 200))
  await lab.frames()
  const [seen] = (await lab.drawn()).lines
  const top = seen?.top ?? 0
  expect(top).toBeGreaterThan(0)
  await lab.page.locator('#work').evaluate((work) => work.scrollTo(0, 210))
  await lab.frames()
  expect((await lab.drawn()).lines[0]?.top).toBeCloseTo(top - 10, 0)
  await lab.page.evaluate(() => window.scrollTo(0, 30))
  await lab.frames()
  expect((await lab.drawn()).lines[0]?.top).toBeCloseTo(top - 40, 0)
  await lab.page.evaluate(() =>
    document.querySelector('p')?.append(document.createElement('br'), 'more', document.createElement('br')),
  )
  await lab.frames(3)
  expect((await lab.drawn()).lines[0]?.top).toBeGreaterThan(top - 35)
  await lab.page.locator('#work').evaluate((work) => work.setAttribute('style', 'height:40px'))
  await lab.frames(3)
  const box = await lab.page.locator('#work').boundingBox()
  for (const line of (await lab.drawn()).lines)
    expect(line.bottom).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0))
  await lab.page
    .locator('#work')
    .evaluate((work) => work.setAttribute('style', 'padding-left:60px;width:200px'))
  await lab.frames(3)
  const moved = await lab.page.locator('#work').boundingBox()
  expect((await lab.drawn()).spans[0]?.left).toBeCloseTo((moved?.x ?? 0) + 63, 0)
})

test('a mark in a scrolling box is cut where the box is', async ({ lab }) => {
  await lab.open(
    `<div id=box style="height:100px;overflow:auto;margin-top:50px">${area('height:300px')}</div>`,
  )
  await lab.mark(quote('#work', WORK, 'x = 4.5'))
  expect((await lab.drawn()).lines).toEqual([])
  await lab.page.locator('#box').evaluate((box) => box.scrollTo(0, 100))
  await lab.frames()
  expect((await lab.drawn()).lines).toHaveLength(1)
})

test('a mark does not lie over what the page puts over its field', async ({ lab }) => {
  await lab.open(
    `${area()}<div id=bar style="position:fixed;top:0;left:0;right:0;height:0;background:#ddd"></div>`,
  )
  await lab.mark(quote('#work', WORK, '2x = 9'))
  expect((await lab.drawn()).lines).toHaveLength(1)
  await lab.page
    .locator('#bar')
    .evaluate((bar) => bar.setAttribute('style', `${bar.getAttribute('style')};height:400px`))
  // What happens where no mark is may wait for its share of the time.
  await expect.poll(async () => (await lab.drawn()).lines).toEqual([])
})

test('a mark in a dialog lies above the dialog', async ({ lab }) => {
  await lab.open(`<dialog>${area()}</dialog>`)
  await lab.page.evaluate(() => document.querySelector('dialog')?.showModal())
  await lab.mark(quote('#work', WORK, '2x = 9'))
  expect((await lab.drawn()).lines).toHaveLength(1)
  expect(await lab.page.evaluate(() => document.querySelector('aside-marks')?.matches(':popover-open'))).toBe(
    true,
  )
  const box = await lab.page.locator('#work').boundingBox()
  expect(Math.abs(((await lab.drawn()).lines[0]?.left ?? 0) - ((box?.x ?? 0) + LINE.left))).toBeLessThan(2)
})

test('a mark keeps its place under zoom and transforms', async ({ lab }) => {
  for (const style of [
    'zoom:1.5',
    'transform:scale(1.3);transform-origin:0 0',
    'line-height:normal;font:20px Georgia',
  ]) {
    await lab.open(area(style))
    await lab.mark(quote('#work', WORK, '2x = 9'))
    const box = await lab.page.locator('#work').boundingBox()
    const scale = style.startsWith('zoom') ? 1.5 : style.startsWith('transform') ? 1.3 : 1
    const [line] = (await lab.drawn()).lines
    expect(Math.abs((line?.left ?? 0) - ((box?.x ?? 0) + LINE.left * scale)), style).toBeLessThan(2)
    if (scale !== 1) {
      const middle = ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2
      expect(Math.abs(middle - ((box?.y ?? 0) + (LINE.top + 2.5 * LINE.height) * scale)), style).toBeLessThan(
        3 * scale,
      )
    }
  }
})

test('a one-line input is marked, and its mark scrolls with it', async ({ lab }) => {
  await lab.open(
    '<input id=work value="2x = 9" style="font:18px Arial;padding:12px;width:200px;margin:30px;height:60px">',
  )
  await lab.mark(quote('#work', '2x = 9', '2x = 9'))
  const box = await lab.page.locator('#work').boundingBox()
  const [line] = (await lab.drawn()).lines
  expect(
    Math.abs(((line?.top ?? 0) + (line?.bottom ?? 0)) / 2 - ((box?.y ?? 0) + (box?.height ?? 0) / 2)),
  ).toBeLessThan(3)
  expect(Math.abs((line?.left ?? 0) - ((box?.x ?? 0) + 14))).toBeLessThan(2)
})

test('the mark vanishes in the very frame in which its line changes, and returns when that is undone', async ({
  lab,
}) => {
  await lab.open(area())
  await lab.page.locator('#work').focus()
  await lab.page.keyboard.press('Control+End')
  await lab.mark(quote('#work', WORK, 'x = 4.5'))
  await lab.page.keyboard.type(' ')
  await lab.frames()
  expect((await lab.drawn()).spans).toHaveLength(1)
  await lab.page.keyboard.type('+')
  await lab.frames(1)
  expect((await lab.drawn()).spans).toEqual([])
  expect(await lab.wait('mark-lost')).toMatchObject([{ id: 'm1' }])
  await lab.page.keyboard.press('Backspace')
  await lab.wait('mark-painted', 2)
})

test('the mark follows its line while the lines around it are written anew', async ({ lab }) => {
  await lab.open(area())
  await lab.mark(quote('#work', WORK, '2x = 9'))
  const before = (await lab.drawn()).lines[0]?.top ?? 0
  await lab.page.locator('#work').focus()
  await lab.page.keyboard.press('Control+Home')
  await lab.page.keyboard.type('Exercise 1\n')
  await lab.page.keyboard.press('Control+End')
  await lab.page.keyboard.type('\nso x is 4.5')
  await lab.page.locator('#work').evaluate((work) => work.scrollTo(0, 0))
  await lab.frames()
  expect((await lab.drawn()).lines[0]?.top).toBeCloseTo(before + LINE.height, 0)
  expect(await lab.percepts('mark-lost')).toEqual([])
})

test('an editor is marked by a highlight, under a strict policy', async ({ lab }) => {
  await lab.open('<div id=work contenteditable=true><p>2x + 3 = 11</p><p>2x = <b>9</b></p></div>', {
    headers: { 'content-security-policy': "style-src 'none'" },
  })
  const before = await lab.page.evaluate(() => document.body.outerHTML)
  await lab.page.locator('#work').focus()
  await lab.mark(quote('#work', '2x + 3 = 11\n2x = 9', '2x = 9'))
  const told = () =>
    lab.page.evaluate(() => [...(CSS.highlights.get('aside-slip') ?? [])].map((range) => range.toString()))
  expect(await told()).toEqual(['2x = 9'])
  expect((await lab.drawn()).lines).toHaveLength(1)
  expect(await lab.page.evaluate(() => document.body.outerHTML)).toBe(before)
  await lab.page.keyboard.press('Control+End')
  await lab.page.keyboard.type('0')
  await lab.frames()
  expect(await told()).toEqual([])
  await lab.wait('mark-lost')
})

test("a highlight and a mirror show from a content script's own world", async ({ lab }) => {
  await lab.open(`<div id=text>2x = 9</div>${area()}`, { start: false })
  const devtools = await lab.page.context().newCDPSession(lab.page)
  const { frameTree } = await devtools.send('Page.getFrameTree')
  const world = { frameId: frameTree.frame.id, worldName: 'aside' }
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', world)
  const marks = [
    { id: 'a', anchor: quote('#text', '2x = 9', '2x = 9'), tone: 'slip', label: 'Here.' },
    { id: 'b', anchor: quote('#work', WORK, '2x = 9'), tone: 'slip', label: 'There.' },
  ]
  const orders = JSON.stringify({ marks, watches: [], finds: [], show: null })
  const expression = `${lab.script};new Promise((resolve) => {
    const told = []
    const send = (percepts) => {
      for (const { kind, id } of percepts) if (kind === 'mark-painted') told.push(id)
      if (told.length === 2) resolve(told)
    }
    window.startPage({ document, send, signal: new AbortController().signal }).carryOut(${orders})
  })`
  const { result } = await devtools.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  expect(result.value).toEqual(['a', 'b'])
  const colour = await lab.page.evaluate(() => {
    const text = document.querySelector('#text')
    return text && getComputedStyle(text, '::highlight(aside-slip)').textDecorationLine
  })
  expect(colour).toBe('underline')
  expect(await lab.page.evaluate(() => typeof window.lab)).toBe('undefined')
})

test('a mark is found again when the page renders its editor anew', async ({ lab }) => {
  await lab.open('<div id=app><p>2x = 9</p></div>')
  await lab.mark({ path: '#app>p', quote: '2x = 9', before: '', after: '' }, 'm1', 'found')
  await lab.page.evaluate(() => {
    const app = document.querySelector('#app')
    if (app) app.innerHTML = '<p>2x = 9</p>'
  })
  await lab.frames(3)
  expect(await lab.page.evaluate(() => [...(CSS.highlights.get('aside-found') ?? [])].map(String))).toEqual([
    '2x = 9',
  ])
  expect(await lab.percepts('mark-lost')).toEqual([])
})

test('nothing of the page changes but for one element, which leaves with the end', async ({ lab }) => {
  await lab.open(area())
  const before = await lab.page.evaluate(() => document.documentElement.outerHTML)
  await lab.mark(quote('#work', WORK, '2x = 9'))
  const during = await lab.page.evaluate(() => document.documentElement.outerHTML)
  expect(during).toBe(before.replace('</body></html>', '</body><aside-marks></aside-marks></html>'))
  await lab.stop()
  expect(await lab.page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  expect(await lab.page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([
    0, 0,
  ])
})

test('a host that the page removes comes back, but not for ever', async ({ lab }) => {
  await lab.open(area())
  await lab.mark(quote('#work', WORK, '2x = 9'))
  await lab.page.evaluate(() => document.querySelector('aside-marks')?.remove())
  await lab.page.waitForSelector('aside-marks', { state: 'attached' })
  await lab.frames()
  expect((await lab.drawn()).lines).toHaveLength(1)
  const left = await lab.page.evaluate(async () => {
    for (let i = 0; i < 40; i += 1) {
      document.querySelector('aside-marks')?.remove()
      await new Promise((resolve) => setTimeout(resolve))
    }
    return document.querySelectorAll('aside-marks').length
  })
  expect(left).toBe(0)
})
