import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import katex from 'katex'
import type { PageText } from '../../shared/percepts/page-text.ts'
import { expect, test } from './page-lab.ts'

declare global {
  interface Window {
    pageText: { readPageText(document: Document, signal: AbortSignal): Promise<PageText> }
  }
}

let bundle: Promise<string> | undefined

/** `readPageText` with all it needs, as `window.pageText`. */
async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('../page/page-text.ts', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'pageText',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

async function read(page: Page): Promise<PageText> {
  bundle ??= bundled()
  await page.addScriptTag({ content: await bundle })
  return page.evaluate(() => window.pageText.readPageText(document, new AbortController().signal))
}

const PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='40'/%3E"

test('what is hidden, written in fields, or a menu is not read', async ({ lab }) => {
  const secrets = [
    '<p style="display:none">hidden</p>',
    '<p style="visibility:hidden">hidden</p>',
    '<p style="opacity:0">hidden</p>',
    '<p hidden>hidden</p>',
    '<p style="font-size:0">hidden</p>',
    '<p style="position:absolute;left:-9999px">hidden</p>',
    '<p style="position:absolute;top:-9999px">hidden</p>',
    '<p style="position:absolute;width:1px;height:1px;overflow:hidden">hidden</p>',
    '<div style="height:0;overflow:hidden"><section><p>hidden</p></section></div>',
    '<div style="display:none"><p style="display:contents">hidden</p></div>',
    '<p>Seen <span style="display:none">hidden</span> <b style="visibility:hidden">hidden</b></p>',
    '<p aria-hidden="true">hidden</p>',
    '<details><summary>More</summary><p>hidden</p></details>',
    '<template><p>hidden</p></template><noscript>hidden</noscript><script type="x">hidden</script>',
    '<nav><p>hidden</p></nav><aside><p>hidden</p></aside><footer>hidden</footer>',
    `<p><img src="${PICTURE}" alt="hidden" title="hidden" width=1 height=1><img alt="hidden" style="display:none"></p>`,
    '<p title="hidden">Seen</p><!-- hidden -->',
    '<p style="color:#fff">hidden</p><p style="color:rgb(250 250 250)">hidden</p>',
    '<div style="background:#123"><section><p style="color:#123">hidden</p></section></div>',
    '<p style="color:transparent">hidden</p><p>Seen <span style="color:white">hidden</span></p>',
    '<p style="position:relative;color:#fff">hidden</p>',
    '<div id=unslotted>hidden</div><div id=slotted>Seen</div>',
    '<input value="hidden"><input type="password" value="hidden"><input type="hidden" value="hidden">',
    '<textarea>hidden</textarea><select><option>hidden</option></select><button>hidden</button>',
    '<div contenteditable>hidden</div><div role="textbox">hidden</div>',
    '<p>Seen <span contenteditable>hidden</span></p>',
    '<iframe srcdoc="<p>hidden</p>"></iframe>',
  ]
  await lab.open(`<main><h1>Seen</h1>${secrets.join('')}</main>`, { start: false })
  await lab.page.locator('textarea').fill('hidden and written')
  await lab.page.evaluate(() => {
    const into = (id: string, html: string) => {
      const tree = document.getElementById(id)?.attachShadow({ mode: 'open' })
      if (tree) tree.innerHTML = html
    }
    into('unslotted', '<p>Seen</p><p style="display:none">hidden</p><textarea>hidden</textarea>')
    into(
      'slotted',
      '<slot>hidden</slot><nav>hidden</nav><slot name=other><b style="color:#fff">hidden</b></slot>',
    )
  })
  const said = await read(lab.page)
  expect(JSON.stringify(said)).not.toContain('written')
  expect(said.passages.map(({ text }) => text).join(' ')).not.toContain('hidden')
  expect(said.passages.map(({ text }) => text)).toEqual([
    ...['Seen', 'Seen', 'More', 'Seen', 'Seen', 'Seen', 'Seen', 'Seen'],
  ])
  // Nor is it kept to find a place again where somebody writes in it.
  expect(said.passages.at(-1)?.place).toBeNull()
})

test('words are read as they are seen, formulas as LaTeX, each with its place', async ({ lab }) => {
  const formula = katex.renderToString('x^2 = 9')
  await lab.open(
    `<main><p id=one>\n  Multiply <b>term\n by term</b>.<br>Then  gather.</p><p id=two>Solve ${formula} now.</p><pre>a\n  b</pre></main>`,
    { start: false },
  )
  const { origin, lang, passages } = await read(lab.page)
  expect(origin).toBe('http://lab.localhost')
  expect(lang).toBe('en')
  expect(passages.map(({ text }) => text)).toEqual([
    'Multiply term by term.\nThen gather.',
    'Solve $x^2 = 9$ now.',
    'a\n  b',
  ])
  expect(passages[0]?.place).toEqual({ path: '#one', text: '\n  Multiply term\n by term.Then  gather.' })
  expect(passages[1]?.place?.text).toContain('now.')
})

test('images near the view are read by their descriptions, and captions with them', async ({ lab }) => {
  await lab.open(
    `<main><figure><picture><img src="${PICTURE}" alt="A [right]  triangle"></picture><figcaption>Figure 1</figcaption></figure>
    <p>See <img src="${PICTURE}" alt="a circle"> here.</p><p><img src="${PICTURE}" alt=""></p>
    <div role=img aria-label="A plot of x²" style="width:90px;height:90px"><i>axis</i></div>
    <svg role=img aria-label="A square" width=40 height=40><text y=20>label</text></svg></main>`,
    { start: false },
  )
  const { passages } = await read(lab.page)
  expect(passages.map(({ text }) => text)).toEqual([
    '[image: A (right) triangle]',
    'Figure 1',
    'See [image: a circle] here.',
    '[image: A plot of x²] [image: A square]',
  ])
})

test('words in shadow trees are read with their place, and light words before something dark', async ({
  lab,
}) => {
  await lab.open(
    `<main><my-step></my-step><p>After</p><my-price></my-price>
    <section style="background:linear-gradient(#000,#111);color:#fff"><p>On a gradient</p></section>
    <div style="position:relative;height:60px"><div style="position:absolute;inset:0;background:#222"></div><p style="position:relative;color:#fff">On a box</p></div>
    <p style="background:linear-gradient(red,blue);background-clip:text;-webkit-text-fill-color:transparent">In colours</p></main>`,
    { start: false },
  )
  await lab.page.evaluate(() => {
    const into = (name: string, html: string) => {
      const tree = document.querySelector(name)?.attachShadow({ mode: 'open' })
      if (tree) tree.innerHTML = html
    }
    into('my-step', '<style>p{}</style><div><p>Multiply out.</p><my-inner></my-inner></div>')
    into('my-price', 'It costs <b>3 €</b>')
  })
  const { passages } = await read(lab.page)
  expect(passages.map(({ text }) => text)).toEqual([
    ...['Multiply out.', 'After', 'It costs 3 €', 'On a gradient', 'On a box', 'In colours'],
  ])
  expect(passages[0]?.place?.path).toContain('my-step >>> ')
})

test('of a long page what stands near the view is read', async ({ lab }) => {
  const lines = Array.from({ length: 6_000 }, (_, n) => `<p>Line ${n} says something of its own.</p>`)
  await lab.open(`<main>${lines.join('')}</main>`, { start: false })
  await lab.page.evaluate(() => document.querySelectorAll('p')[4_000]?.scrollIntoView({ block: 'center' }))
  const { passages, near = 0 } = await read(lab.page)
  expect(passages).toHaveLength(100)
  expect(passages[near]?.text).toContain('Line 4000 ')
  const numbers = passages.map(({ text }) => Number(/\d+/.exec(text)?.[0]))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(numbers[0]).toBeGreaterThan(3_900)
  expect(numbers.at(-1)).toBeLessThan(4_100)
})
