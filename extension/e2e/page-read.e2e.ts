import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import katex from 'katex'
import type { PageText } from '../../shared/percepts/page-text.ts'
import { expect, test } from './page-lab.ts'

declare global {
  interface Window {
    pageText: { readPageText(document: Document): PageText }
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
  return page.evaluate(() => window.pageText.readPageText(document))
}

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
    '<p><img alt="hidden" title="hidden"></p><p title="hidden">Seen</p><!-- hidden -->',
    '<input value="hidden"><input type="password" value="hidden"><input type="hidden" value="hidden">',
    '<textarea>hidden</textarea><select><option>hidden</option></select><button>hidden</button>',
    '<div contenteditable>hidden</div><div role="textbox">hidden</div>',
    '<p>Seen <span contenteditable>hidden</span></p>',
    '<iframe srcdoc="<p>hidden</p>"></iframe>',
  ]
  await lab.open(`<main><h1>Seen</h1>${secrets.join('')}</main>`, { start: false })
  await lab.page.locator('textarea').fill('hidden and written')
  const said = await read(lab.page)
  expect(JSON.stringify(said)).not.toContain('written')
  expect(said.passages.map(({ text }) => text).join(' ')).not.toContain('hidden')
  expect(said.passages.map(({ text }) => text)).toEqual(['Seen', 'Seen', 'More', 'Seen', 'Seen'])
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
