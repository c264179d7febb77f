import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sidePanelPage } from './browser.ts'
import { untilFound } from './deadline.ts'
import { countMarks } from './painted-marks.ts'
import { pairBrowser } from './pair-browser.ts'
import { pressToolbarButton } from './press-toolbar-button.ts'
import { serveWiki } from './serve-wiki.ts'
import { startBackend } from './start-backend.ts'
import {
  composer,
  correctLine,
  onStage,
  readConversation,
  STEP_WITHIN_MS,
  type Stage,
  type StoryOptions,
  send,
  typeLine,
} from './story-stage.ts'

const STORY_WITHIN_MS = 150_000
const PAGE_QUESTION = 'What does the distributive law do with the factor?'
const WEB_QUESTION = 'look up who Emmy Noether was'

/**
 * The second system, played: a question about the page, answered with its source marked there; a question for the
 * web, answered with its source while the person goes on working; the backend killed and started again in between.
 * No model is asked, neither a paid one nor one that runs on this machine: the answers are extracts.
 */
export async function playQuestions(options: StoryOptions = {}): Promise<void> {
  const wiki = await serveWiki()
  try {
    await onStage(STORY_WITHIN_MS, options, (stage) => act(stage, wiki.api))
  } finally {
    await wiki.close()
  }
}

/** The person's own settings are not for a story: it must cost nothing, and be the same everywhere. */
function ownSettingsAway(): Record<string, string> {
  const own = Object.keys(process.env).filter(
    (name) => name.startsWith('ASIDE_') && !/^ASIDE_(?:BROWSER|HEADLESS)$/.test(name),
  )
  return Object.fromEntries(own.map((name) => [name, '']))
}

async function act(stage: Stage, wiki: string): Promise<void> {
  const { browser, demo, tell, print, picture } = stage
  const env = {
    ...ownSettingsAway(),
    ASIDE_DATA: join(stage.folder, 'backend'),
    ASIDE_PROVIDER: 'embedded',
    ASIDE_SEARCH: 'mediawiki',
    ASIDE_SEARCH_ADDRESS: wiki,
  }
  let backend = await startBackend({ env })
  try {
    tell(`the backend runs at http://127.0.0.1:${backend.port}`)
    const page = browser.context.pages()[0] ?? (await browser.context.newPage())
    await page.goto(`${demo.origin()}/reading.html`)
    await pressToolbarButton(browser, page)
    const panel = await sidePanelPage(browser)
    await composer(panel).waitFor({ timeout: STEP_WITHIN_MS })
    await pairBrowser(browser, backend)
    tell('the browser is paired with it')

    await send(panel, PAGE_QUESTION)
    await answered(panel, 0, 'the factor in front goes to each term')
    await marks(page, (count) => count > 0, 'the source is marked on the page')
    const sources = await countMarks(page)
    tell(`the question about the page is answered, its source is marked on it (marks: ${sources})`)
    await picture(page, '6-page-source')
    await picture(panel, '6-panel-answered')

    const died = once(backend.child, 'exit')
    backend.child.kill('SIGKILL')
    await died
    backend = await startBackend({ env: { ...env, ASIDE_PORT: String(backend.port) } })
    tell('the backend was killed and started again')

    await send(panel, WEB_QUESTION)
    await page.locator('#working').click()
    await typeLine(page, '2(x+3)=10')
    await typeLine(page, '2x+3=10')
    await marks(page, (count) => count > sources, 'the wrong step is marked')
    tell('meanwhile the person works on; a wrong step is marked')
    await correctLine(page)
    await marks(page, (count) => count === sources, 'the mark goes away after the correction')
    tell('the line is corrected')
    await answered(panel, 1, 'Emmy Noether was a German mathematician')
    const cited = (await citedAddresses(panel)).find((address) => address.startsWith(new URL(wiki).origin))
    if (cited === undefined) throw new Error('The answer cites nothing of the wiki.')
    tell(`the question for the web is answered, its source is ${cited}`)
    await picture(panel, '7-panel-web')
    print('')
    for (const line of await readConversation(panel)) print(line)
    print('')
  } finally {
    await backend[Symbol.asyncDispose]()
  }
}

/** Until the last answer is whole; the rest of it is unfolded, and these words stand in it. */
async function answered(panel: Page, nth: number, words: string): Promise<void> {
  const answer = panel
    .locator('[data-entry][data-state=done]')
    .filter({ has: panel.locator('[data-answer]') })
    .nth(nth)
  await answer.waitFor({ timeout: 2 * STEP_WITHIN_MS })
  const rest = answer.locator('.unfolds[aria-expanded=false]')
  if (await rest.isVisible()) await rest.click()
  await answer.getByText(words).first().waitFor({ timeout: STEP_WITHIN_MS })
}

/** Addresses of the sources of all answers, as they are stored. */
function citedAddresses(panel: Page): Promise<string[]> {
  return panel.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        type Row = { answer?: { sources: { source: { address: string } }[] } }
        const opening = indexedDB.open('aside')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('entries').objectStore('entries').getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            const sources = (reading.result as Row[]).flatMap(({ answer }) => answer?.sources ?? [])
            resolve(sources.map(({ source }) => source.address))
          }
        }
      }),
  )
}

async function marks(page: Page, wanted: (count: number) => boolean, what: string): Promise<void> {
  await untilFound(async () => wanted(await countMarks(page)) || undefined, STEP_WITHIN_MS, what)
}

if (import.meta.main) await playQuestions()
