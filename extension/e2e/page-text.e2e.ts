import { expect, test } from './page-lab.ts'

test('words are found across inline elements and line breaks, where they can be seen', async ({ lab }) => {
  await lab.open(`
    <p>The quadratic <em>for</em>mula. QUADRATIC\n   formula!</p>
    <p hidden>quadratic formula</p><script>quadratic formula</script><textarea>quadratic formula</textarea>
    <div>quadratic</div><div>formula</div>
    <table><tr><td>a quadratic formula</td></tr></table>`)
  await lab.order({ finds: [{ id: 'f', text: 'Quadratic formula' }] })
  const [found] = await lab.wait('found')
  expect(found).toMatchObject({ id: 'f', count: 3 })
  expect(found?.places.map(({ quote, path }) => [path, quote.replace(/\s+/g, ' ')])).toEqual([
    ['html>body>p:nth-of-type(1)', 'quadratic formula'],
    ['html>body>p:nth-of-type(1)', 'QUADRATIC formula'],
    ['html>body>table>tbody>tr>td', 'quadratic formula'],
  ])
  const marks = (found?.places ?? []).map((anchor, i) => ({
    id: `m${i}`,
    anchor,
    tone: 'found' as const,
    label: 'Here.',
  }))
  await lab.order({ marks, finds: [{ id: 'f', text: 'Quadratic formula' }] })
  await lab.wait('mark-painted', 3)
  expect(
    await lab.page.evaluate(() =>
      [...(CSS.highlights.get('aside-found') ?? [])].map((each) =>
        String(each).toLowerCase().replace(/\s+/g, ' '),
      ),
    ),
  ).toEqual(['quadratic formula', 'quadratic formula', 'quadratic formula'])
  expect(await lab.percepts('found')).toHaveLength(1)
})

test('an editor is searched only once the person has used it', async ({ lab }) => {
  await lab.open('<div id=work contenteditable=true>2x = 9</div>')
  await lab.order({ finds: [{ id: 'f1', text: '2x' }] })
  expect((await lab.wait('found'))[0]?.count).toBe(0)
  await lab.page.locator('#work').click()
  await lab.order({ finds: [{ id: 'f2', text: '2x' }] })
  expect((await lab.wait('found', 2))[1]?.count).toBe(1)
})

test('words that appear, or are shown, are reported once', async ({ lab }) => {
  await lab.open(
    '<p id=p>Wait</p><p id=q hidden>Your order has shipped</p><div id=w contenteditable=true></div>',
  )
  await lab.order({
    watches: [
      { id: 'a', text: 'build passed' },
      { id: 'b', text: 'order has shipped' },
    ],
  })
  await lab.page.locator('#w').pressSequentially('build passed')
  await expect.poll(async () => (await lab.last('text-changed'))?.text).toBe('build passed')
  await lab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
  expect(await lab.percepts('watch-hit')).toEqual([])
  await lab.page
    .locator('#p')
    .evaluate((p) =>
      p.append(' for it: Build ', Object.assign(document.createElement('b'), { textContent: 'PASSED' })),
    )
  expect(await lab.wait('watch-hit')).toMatchObject([{ id: 'a', quote: 'Wait for it: Build PASSED' }])
  await lab.page.locator('#q').evaluate((q) => q.removeAttribute('hidden'))
  expect((await lab.wait('watch-hit', 2))[1]).toMatchObject({ id: 'b' })
})

test('50,000 nodes are searched and watched in slices', async ({ lab }) => {
  await lab.open('<main id=main></main>', { start: false })
  const breaths = await lab.page.evaluate(async () => {
    const main = document.querySelector('#main')
    let html = ''
    for (let i = 0; i < 12_500; i += 1) html += `<p>Paragraph <b>${i}</b> of many</p>`
    if (main) main.innerHTML = `${html}<p>the needle</p>`
    // However fast the machine: every look at the clock finds that 2 ms have passed.
    let clock = performance.now()
    performance.now = () => {
      clock += 2
      return clock
    }
    let breaths = 0
    const postTask = scheduler.postTask.bind(scheduler)
    scheduler.postTask = (...given) => {
      breaths += 1
      return postTask(...given)
    }
    const stop = new AbortController()
    const percepts: { kind: string }[] = []
    await new Promise<void>((resolve) => {
      const aside = window.startPage({
        document,
        send: (some) => {
          percepts.push(...some)
          if (percepts.filter(({ kind }) => kind === 'found' || kind === 'watch-hit').length === 2) resolve()
        },
        signal: stop.signal,
      })
      aside.carryOut({
        marks: [],
        show: null,
        finds: [{ id: 'f', text: 'needle' }],
        watches: [{ id: 'w', text: 'needle' }],
      })
    })
    stop.abort()
    return breaths
  })
  expect(breaths).toBeGreaterThan(200)
})

/** A card whose words lie in a shadow tree of its own, one of them in a tree within. */
const CARD = `
  <p>Before: the slope</p><x-card id=card>slope in a slot</x-card><p>After: the slope</p>
  <script>
    const card = document.querySelector('#card').attachShadow({ mode: 'open' })
    card.innerHTML = 'A bare slope <p>The <b>slo</b>pe</p><slot></slot><p hidden>slope</p><x-deep></x-deep>'
    card.querySelector('x-deep').attachShadow({ mode: 'open' }).innerHTML = '<span>Deep slope</span>'
  </script>`

test('words in shadow trees are found in the order of the page, and marked at their place', async ({
  lab,
}) => {
  await lab.open(CARD)
  await lab.order({ finds: [{ id: 'f', text: 'slope' }] })
  const [found] = await lab.wait('found')
  expect(found?.count).toBe(6)
  const places = found?.places ?? []
  expect(places.map(({ path }) => path)).toEqual([
    'html>body>p:nth-of-type(1)',
    '#card >>> p:nth-of-type(1)',
    '#card >>> x-deep >>> span',
    '#card',
    'html>body>p:nth-of-type(2)',
  ])
  await lab.order({
    marks: places.map((anchor, i) => ({ id: `m${i}`, anchor, tone: 'found', label: 'Here.' })),
  })
  await lab.wait('mark-painted', 5)
  const deep = await lab.page.locator('x-deep span').boundingBox()
  const lines = (await lab.drawn()).lines
  expect(lines).toHaveLength(5)
  expect(lines.some(({ top }) => Math.abs(top - (deep?.y ?? 0)) < 4)).toBe(true)
})

test('words that appear in a shadow tree are reported, also in one that comes later', async ({ lab }) => {
  await lab.open(`${CARD}<x-late>later</x-late>`)
  const watches = ['all done', 'quite done', 'at last'].map((text) => ({ id: text, text }))
  await lab.order({ watches })
  await lab.page.locator('x-deep span').evaluate((span) => {
    span.textContent = 'All done'
  })
  expect(await lab.wait('watch-hit')).toMatchObject([{ id: 'all done' }])
  await lab.page.evaluate(() => {
    const card = document.createElement('x-new')
    card.attachShadow({ mode: 'open' }).innerHTML = '<p>Not</p>'
    document.body.append(card)
  })
  await lab.page.locator('x-new p').evaluate((p) => p.replaceChildren('Quite done'))
  expect((await lab.wait('watch-hit', 2))[1]).toMatchObject({ id: 'quite done' })
  await lab.page.locator('x-late').evaluate((host) => {
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>At last</p>'
  })
  expect((await lab.wait('watch-hit', 3))[2]).toMatchObject({ id: 'at last' })
})
