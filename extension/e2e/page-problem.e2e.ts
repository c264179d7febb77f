import katex from 'katex'
import { test as extensionTest } from './aside-test.ts'
import { expect, type Lab, test } from './page-lab.ts'

const FIELD = '<textarea id=work></textarea>'
const tex = (latex: string) => katex.renderToString(latex)

/** The problem near the field, once something was written in it. */
async function problemOf(lab: Lab, body: string) {
  await lab.open(body)
  await lab.page.locator('#work').pressSequentially('x')
  await lab.wait('problem')
  const { text, formulas, path } = (await lab.last('problem')) ?? {}
  expect(path).toBe('#work')
  return { text, formulas }
}

test('the text before a field is its problem, up to the heading', async ({ lab }) => {
  const problem = await problemOf(
    lab,
    `<p>Other things = 5</p><h2>Exercise 3</h2><p>Solve for <i>x</i>:</p><p>x<sup>2</sup> + 3 = 12</p><label for=work>Your working</label>${FIELD}<p>Hint: x = 3</p>`,
  )
  expect(problem).toEqual({
    text: 'Exercise 3\nSolve for x:\nx^{2} + 3 = 12\nYour working',
    formulas: [],
  })
})

test('formulas of KaTeX and MathML are read as LaTeX, in their place', async ({ lab }) => {
  const problem = await problemOf(
    lab,
    `<p>Solve ${tex('\\frac{x}{2}+3=7')} and <math><msup><mi>y</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>9</mn><mn>4</mn></mfrac></math>.</p>${FIELD}`,
  )
  expect(problem).toEqual({
    text: 'Solve \uFFFC and \uFFFC.',
    formulas: ['\\frac{x}{2}+3=7', 'y^{2}=\\frac{9}{4}'],
  })
})

test('what stands before another field belongs to that one', async ({ lab }) => {
  const problem = await problemOf(
    lab,
    `<p>2x + 1 = 5</p><input id=first value="3a = 7"><p>3x − 2 = 7</p>${FIELD}`,
  )
  expect(problem.text).toBe('3x − 2 = 7')
})

test('the problem of a list of fields is what stands before the first', async ({ lab }) => {
  await lab.open(
    '<p>Solve 2x + 1 = 5</p><p><input id=one aria-label="Line 1"></p><p><input id=two aria-label="Line 2"></p>',
  )
  await lab.page.locator('#one').pressSequentially('2x=4')
  await lab.page.locator('#two').pressSequentially('x=2')
  await lab.wait('problem')
  expect((await lab.percepts('problem')).map(({ text }) => text)).toEqual(['Solve 2x + 1 = 5'])
})

test('nothing hidden, secret or editable is part of it', async ({ lab }) => {
  const problem = await problemOf(
    lab,
    `<h1>Work</h1><p>Solve 2x = 8</p><p style="display:none">3x = 9</p><p aria-hidden=true>4x = 8</p>
    <form autocomplete="current-password"><p>5x = 5</p></form><div contenteditable>6x = 6</div>
    <button>7x = 7</button><p>Give x.</p>${FIELD}`,
  )
  expect(problem.text).toBe('Give x.')
})

test('a picture without words leaves a gap, so that half a formula is not taken for a whole one', async ({
  lab,
}) => {
  const problem = await problemOf(lab, `<p>Solve <img src=p.png> = 10</p>${FIELD}`)
  expect(problem.text).toBe('Solve \uFFFD = 10')
})

test('it is told again when the page asks something else, and only then', async ({ lab }) => {
  await problemOf(lab, `<p id=ask>Solve 2x = 8</p><p id=clock>1</p>${FIELD}`)
  await lab.page.evaluate(() => {
    const ask = document.querySelector('#ask')
    if (ask) ask.textContent = 'Solve 3x = 9'
  })
  await lab.wait('problem', 2)
  expect((await lab.last('problem'))?.text).toBe('Solve 3x = 9\n1')
  await lab.page.evaluate(() => window.lab.aside.resync())
  await lab.wait('problem', 3)
  expect((await lab.last('problem'))?.text).toBe('Solve 3x = 9\n1')
})

test('a page of 50,000 nodes is looked at only near the field', async ({ lab }) => {
  await lab.open(`<div id=much></div>${FIELD}`, { start: false })
  await lab.page.evaluate(() => {
    const much = document.querySelector('#much')
    if (much) much.innerHTML = '<p>word <b>word</b></p>'.repeat(12_000)
  })
  await lab.start()
  await lab.page.locator('#work').pressSequentially('x')
  await lab.wait('problem')
  expect((await lab.last('problem'))?.text.length).toBeLessThanOrEqual(2000)
})

const PAGES = ['algebra.html', 'katex.html', 'mathjax-3.html', 'mathjax-4.html']

for (const path of PAGES) {
  extensionTest(
    `a miscopied problem is asked about on ${path}, and settled once corrected`,
    async ({ aside }) => {
      const page = await aside.openDemo(path)
      await page.waitForFunction(() => !document.querySelector('.problem')?.textContent?.includes('\\('))
      await aside.pressButton(page)
      const panel = await aside.panel()
      await expect(panel.locator('[data-eye=open]')).toBeVisible()
      await page.locator('#working').click()
      await page.keyboard.type('2(x+3)=16', { delay: 60 })
      await page.keyboard.press('Enter')
      const remark = panel.locator('[data-entry][data-kind=remark]')
      await expect(remark).toContainText('Is that what you meant to copy?')
      await remark.getByRole('button', { name: 'Evidence' }).click()
      await expect(remark.locator('[data-evidence]')).toContainText('The page has 10 where line 1 has 16.')
      await expect(remark.locator('[data-evidence]')).toContainText('On the page')
      await page.locator('#working').click()
      for (const key of ['Control+Home', 'End', 'Backspace']) await page.keyboard.press(key)
      await page.keyboard.type('0', { delay: 60 })
      await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText(
        'Line 1 is as on the page now.',
      )
    },
  )
}

extensionTest(
  'the problem of a field in a frame is what the page asks around the frame',
  async ({ aside }) => {
    const page = await aside.openDemo('frames.html')
    await aside.pressButton(page)
    const panel = await aside.panel()
    await expect(panel.locator('[data-eye=open]')).toBeVisible()
    await page.frameLocator('#srcdoc').locator('textarea').click()
    await page.keyboard.type('2(x+3)=16\n', { delay: 60 })
    const remark = panel.locator('[data-entry][data-kind=remark]')
    await expect(remark).toContainText('The page says 2(x + 3) = 10. Is that what you meant to copy?')
    for (const key of ['ArrowUp', 'End', 'Backspace']) await page.keyboard.press(key)
    await page.keyboard.type('0', { delay: 60 })
    await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText(
      'Line 1 is as on the page now.',
    )
  },
)
