import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import fc from 'fast-check'
import katex from 'katex'
import { difference, expression, LATEX, RAISED_TEXT, write } from '../../shared/math/notations-for-tests.ts'
import { parseLine } from '../../shared/math/parse-line.ts'
import { serveDemo } from '../../tools/serve-demo.ts'
import { expect, test } from './page-lab.ts'

declare global {
  interface Window {
    reading: typeof import('../page/formula-text.ts') &
      typeof import('../page/editable-text.ts') &
      typeof import('../page/main-world-reader.ts') &
      typeof import('../page/drawn-mathquill.ts')
  }
}

/** The reading of formulas as `window.reading`, without an extension around it. */
async function withReading(page: Page): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './formula-text.ts'; export * from './editable-text.ts'; export * from './main-world-reader.ts'; export * from './drawn-mathquill.ts'`,
      resolveDir: fileURLToPath(new URL('../page', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'reading',
  })
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
}

const formulas = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(window.reading.FORMULA)]
      .filter((element) => !element.parentElement?.closest(window.reading.FORMULA))
      .map((element) => window.reading.formulaText(element)),
  )

const raisedBy = (tag: string) => (base: string, raised: string) => `${base}<${tag}>${raised}</${tag}>`

const PAGES = {
  katex: '2(x+3)=10',
  'mathjax-3': '2(x+3)=10',
  'mathjax-4': '2(x+3)=10',
  mathml: '2(x+3)=\\frac{20}{2}',
}

for (const [name, latex] of Object.entries(PAGES)) {
  test(`the formula on the page of ${name} is read as LaTeX`, async ({ page }) => {
    const demo = await serveDemo()
    try {
      await page.goto(`${demo.origin()}/${name}.html`)
      await page.locator('main :is(.katex, mjx-container, math)').first().waitFor()
      await withReading(page)
      await page.evaluate(() => window.reading.startMainWorldReader(document))
      expect(await formulas(page)).toEqual([latex])
    } finally {
      await demo.close()
    }
  })
}

test('without the main-world reader MathJax 3 is read from the MathML it keeps for screen readers', async ({
  page,
}) => {
  const demo = await serveDemo()
  try {
    await page.goto(`${demo.origin()}/mathjax-3.html`)
    await page.locator('mjx-assistive-mml math').waitFor({ state: 'attached' })
    await withReading(page)
    expect(await formulas(page)).toEqual(['2(x+3)=10'])
  } finally {
    await demo.close()
  }
})

test('MathML is read as the LaTeX of what it shows, or not at all', async ({ page }) => {
  const cases: Record<string, string | null> = {
    '<msup><mi>x</mi><mn>2</mn></msup><mo>−</mo><mn>5</mn><mi>x</mi><mo>=</mo><mn>0</mn>': 'x^{2}-5x=0',
    '<msup><mrow><mo>(</mo><mi>x</mi><mo>+</mo><mn>1</mn><mo>)</mo></mrow><mn>2</mn></msup>': '(x+1)^{2}',
    '<msup><mrow><mn>2</mn><mi>x</mi></mrow><mn>3</mn></msup>': '{2x}^{3}',
    '<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>': '\\sqrt{a+b}',
    '<mroot><mn>8</mn><mn>3</mn></mroot>': '\\sqrt[3]{8}',
    '<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>': '\\sin x',
    '<mfrac><mn>1</mn><mrow><mn>2</mn><mo>&#x2062;</mo><mi>x</mi></mrow></mfrac><mo>≤</mo><mn>3</mn>':
      '\\frac{1}{2x}\\le 3',
    '<msub><mi>x</mi><mn>1</mn></msub><mtext>or</mtext><mfenced><mi>a</mi><mi>b</mi></mfenced>':
      'x_{1} or (a,b)',
    '<mover><mi>x</mi><mo>^</mo></mover>': null,
    '<mfrac><mn>1</mn></mfrac>': null,
  }
  await page.setContent(
    Object.keys(cases)
      .map((inner) => `<p><math>${inner}</math></p>`)
      .join(''),
  )
  await withReading(page)
  expect(await formulas(page)).toEqual(Object.values(cases))

  const names = 'mi mn mo mtext mrow mfrac msqrt mroot msup msub msubsup mfenced mtable mtr mtd mover none b'
  const words = fc.constantFrom('x', '2', '−', '=', '(', ')', '|', '&amp;', '∫', '\\', '{', '}', '')
  const { math } = fc.letrec<{ math: string }>((tie) => ({
    math: fc.oneof(
      { depthSize: 'large' },
      words,
      fc
        .tuple(fc.constantFrom(...names.split(' ')), fc.array(tie('math'), { maxLength: 3 }))
        .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`),
    ),
  }))
  const deep = `${'<mrow>'.repeat(300)}x`
  const odd = [...fc.sample(math, { numRuns: 500, seed: 7 }), deep]
  await page.setContent(odd.map((inner) => `<p><math>${inner}</math></p>`).join(''))
  await withReading(page)
  const read = await formulas(page)
  expect(read).toHaveLength(odd.length)
  expect(read.at(-1)).toBeNull()
  const texts = read.filter((latex) => latex !== null)
  expect(texts.length).toBeGreaterThan(50)
  for (const latex of texts) expect(['statements', 'nothing'], latex).toContain(parseLine(latex).kind)
})

test('2,000 expressions in MathML, as KaTeX writes it, and in HTML keep their value', async ({ page }) => {
  const html = { ...RAISED_TEXT, raise: raisedBy('sup'), lower: raisedBy('sub') }
  const written = fc
    .sample(expression, { numRuns: 2400, seed: 7 })
    .filter((e) => write(e, LATEX).length < 200)
    .slice(0, 2000)
  const mathml = written.map((e) => katex.renderToString(write(e, LATEX), { output: 'mathml' }))
  await page.setContent(
    `<main>${mathml.join('')}</main><div contenteditable>${written.map((e) => `<p>${write(e, html)}`).join('')}</div>`,
  )
  await withReading(page)
  const text = await page.evaluate(() => {
    for (const each of document.querySelectorAll('annotation')) each.remove()
    const [editor] = document.querySelectorAll('[contenteditable]')
    return [...(editor?.children ?? [])].map((line) => window.reading.editableText(line).text)
  })
  for (const read of [await formulas(page), text]) {
    expect(read).toHaveLength(2000)
    expect(written.flatMap((e, index) => difference(e, read[index] ?? '') ?? [])).toEqual([])
  }
})

test('an answer that a page forges is parsed: what is no text of bearable length is no answer', async ({
  page,
}) => {
  await page.setContent('<mjx-container><math><mn>7</mn></math></mjx-container>')
  await withReading(page)
  for (const [forged, read] of [
    ['{"kind":"formula","latex":"6"}', '6'],
    ['{"kind":"formula","latex":6}', '7'],
    ['not json', '7'],
    [JSON.stringify({ kind: 'formula', latex: 'x'.repeat(30_000) }), '7'],
  ] as const) {
    await page.evaluate((detail) => {
      document.querySelector('mjx-container')?.addEventListener(
        'aside:ask',
        ({ target }) => {
          for (let i = 0; i < 3; i += 1) target?.dispatchEvent(new CustomEvent('aside:answer', { detail }))
        },
        { once: true },
      )
    }, forged)
    expect(await formulas(page)).toEqual([read])
  }
})

test('what MathQuill has drawn is read where a page keeps the library to itself', async ({ page }) => {
  const demo = await serveDemo()
  try {
    await page.goto(`${demo.origin()}/mathquill.html`)
    const field = page.locator('.mq-editable-field').first()
    await field.waitFor()
    await withReading(page)
    const read = () => field.evaluate((editor) => window.reading.drawnMathQuill(editor))
    for (const [keys, latex] of [
      ['2(x+3)=10', '2(x+3)=10'],
      ['x^2', 'x^{2}'],
      ['1/2+x_1', '\\frac{1}{2+x_{1}}'],
      ['3*x', '3\\cdot x'],
    ] as const) {
      await field.click()
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Backspace')
      await page.keyboard.type(keys)
      await expect.poll(read, { message: keys }).toBe(latex)
    }
    await field.evaluate((editor) =>
      editor.querySelector('.mq-root-block')?.insertAdjacentHTML('beforeend', '<span><b>?</b></span>'),
    )
    expect(await read()).toBe(null)
  } finally {
    await demo.close()
  }
})
