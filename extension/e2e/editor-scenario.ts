import type { Page } from '@playwright/test'
import { countMarks, markBoxes } from '../../tools/painted-marks.ts'
import { SITES } from '../page/all-sites.ts'
import { type Aside, expect } from './aside-test.ts'

/** How the shared scenario writes into one kind of editor. */
export interface EditorCase {
  /** As the test names it, with its article. */
  readonly name: string
  /** The page in `extension/demo` that is built with the real library. */
  readonly path: string
  /** Selector of what the person clicks to write: the one editor, or each field of the list. */
  readonly field: string
  /** A text holds a line for each step; in a list of fields each holds one line. */
  readonly holds: 'text' | 'list'
  /** What is 10 and looks odd, in a notation that is written there: see `typeNotation`. */
  readonly ten: string
  /** The language that the page says it is in, where that is another one than it was made in. */
  readonly lang?: string
}

/**
 * What a person and Aside do in every editor: the first wrong line is marked where it stands, asked about in the
 * panel, and when it is corrected, to a right line that looks odd, the mark goes and the panel says so. Real keys, the
 * whole ring.
 */
export async function playScenario(aside: Aside, editor: EditorCase): Promise<void> {
  const page = await aside.openDemo(editor.path)
  const site = Object.values(SITES).find(({ fixture }) => fixture === editor.path)
  if (site) await expect(page.locator(site.matches.selector)).toHaveCount(site.matches.expected)
  if (editor.lang)
    await page.evaluate((lang) => Object.assign(document.documentElement, { lang }), editor.lang)
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()

  await writeLine(page, editor, 0, '2(x+3)=10')
  await writeLine(page, editor, 1, '2x+3=10')
  await expect.poll(() => countMarks(page)).toBe(1)
  const remark = panel.locator('[data-entry][data-kind=remark]')
  await expect(remark).toContainText('What happens to the 3 when the bracket opens?')
  await expect(remark).toContainText('Line 2')
  await expect.poll(async () => (await markBoxes(page)).map(middle)).toHaveLength(1)
  const second = await secondLine(page, editor)
  for (const at of (await markBoxes(page)).map(middle)) {
    expect(at).toBeGreaterThan(second.top)
    expect(at).toBeLessThan(second.bottom)
  }

  await correctSecondLine(page, editor)
  await expect.poll(() => countMarks(page)).toBe(0)
  await expect(panel.locator('[data-entry][data-kind=notice]').last()).toContainText('Line 2 follows now.')
  await expect(remark).toHaveCount(1)
}

interface Extent {
  readonly top: number
  readonly bottom: number
}

const middle = ({ top, bottom }: Extent) => (top + bottom) / 2

/** Writes a line and finishes it: Enter in a text, on to the next field in a list. */
async function writeLine(page: Page, editor: EditorCase, index: number, line: string): Promise<void> {
  if (editor.holds === 'list' || index === 0) await enter(page, editor, index)
  await page.keyboard.type(line, { delay: 60 })
  await finishLine(page, editor, index)
}

async function finishLine(page: Page, editor: EditorCase, index: number): Promise<void> {
  if (editor.holds === 'text') await page.keyboard.press('Enter')
  else await enter(page, editor, index + 1)
}

/** A person types once they see the caret: some editors take the focus a moment after the click. */
async function enter(page: Page, editor: EditorCase, index: number): Promise<void> {
  const field = page.locator(editor.field).nth(index)
  await field.click()
  await expect.poll(() => field.evaluate((element) => element.contains(document.activeElement))).toBe(true)
}

/** The last four letters of `2x+3=10` become `6=10`, with the 10 as it is written there. */
async function correctSecondLine(page: Page, editor: EditorCase): Promise<void> {
  if (editor.holds === 'list') {
    await enter(page, editor, 1)
    await page.keyboard.press('End')
  } else {
    await enter(page, editor, 0)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Backspace')
  }
  for (const _ of '3=10') await page.keyboard.press('Backspace')
  await typeNotation(page, `6=${editor.ten}`)
  await finishLine(page, editor, 1)
}

/** Types; → is a press of that key, ↑ begins or ends raised letters, as the button of a text editor does. */
export async function typeNotation(page: Page, text: string): Promise<void> {
  for (const part of text.split(/([→↑])/)) {
    if (part === '→') await page.keyboard.press('ArrowRight')
    else if (part === '↑') await page.evaluate(() => document.execCommand('superscript'))
    else await page.keyboard.type(part, { delay: 60 })
  }
}

/** Where the second line stands in the window. The letters of a textarea are in no node: there its lines are counted. */
async function secondLine(page: Page, editor: EditorCase): Promise<Extent> {
  return page
    .locator(editor.field)
    .nth(editor.holds === 'list' ? 1 : 0)
    .evaluate((field, holds) => {
      const box = field.getBoundingClientRect()
      if (holds === 'list') return { top: box.top, bottom: box.bottom }
      if (field instanceof HTMLTextAreaElement) {
        const style = getComputedStyle(field)
        const height = Number.parseFloat(style.lineHeight)
        const top = box.top + Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth)
        return { top: top + height, bottom: top + 2 * height }
      }
      const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.textContent?.includes('2x+3')) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const { top, bottom } = range.getBoundingClientRect()
        return { top, bottom }
      }
      throw new Error('The second line is nowhere in the editor.')
    }, editor.holds)
}
