import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from './browser.ts'
import { asideFolder, builtExtension, repositoryFolder } from './folders.ts'
import { playQuestions } from './play-questions.ts'
import { playStory } from './play-story.ts'
import { serveDemo } from './serve-demo.ts'
import { startBackend } from './start-backend.ts'

/** Without a screen there is nobody to look: the story is played instead, and measured. */
function hasScreen(): boolean {
  if (process.env.ASIDE_HEADLESS === '1') return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function buildExtension(): void {
  const wxt = join(repositoryFolder, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build'], {
    cwd: repositoryFolder,
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status === 0) return
  console.error(`${stdout}${stderr}\nThe extension could not be built; what is wrong stands above.`)
  process.exit(1)
}

/** Aside works without its backend: one that does not start is said, and no reason to stop. */
async function startSecondSystem(env: Record<string, string>): Promise<AsyncDisposable | undefined> {
  try {
    return await startBackend({ env, say: (line) => console.log(line) })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}

async function startForPerson(): Promise<void> {
  await using _backend = await startSecondSystem({})
  const demo = await serveDemo()
  const browser = await launchBrowser({
    extensionDir: builtExtension,
    profileDir: join(asideFolder, 'profile'),
    headless: false,
    viewport: null,
    debuggingPort: false,
    withoutArgs: ['--enable-automation'],
  })
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(`${demo.origin()}/algebra.html`)
  await page.bringToFront()
  console.log(
    [
      '',
      `Aside is in the browser that just opened, at ${page.url()}`,
      '  1. Press its button in the toolbar (under the puzzle piece).',
      '  2. Solve the exercise, one step on each line, and make a mistake.',
      'It works on any page of that browser. Ctrl-C here, or closing the browser, ends it.',
      'With the pairing code above, typed in its settings, it looks things up too.',
    ].join('\n'),
  )
  const closed = new Promise<void>((resolve) => browser.context.once('close', () => resolve()))
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await Promise.race([closed, interrupted])
  await browser.close().catch(() => {
    // It was the person who closed it.
  })
  await demo.close()
}

async function playForNobody(): Promise<void> {
  console.log('No screen here, so two stories are played in a headless browser.\n')
  const dataFolder = mkdtempSync(join(tmpdir(), 'aside-start-'))
  try {
    await using _backend = await startSecondSystem({ ASIDE_DATA: dataFolder })
    const milliseconds = await playStory()
    await playQuestions()
    console.log(`main job: wrong step marked after ${milliseconds} ms`)
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

try {
  buildExtension()
  await (hasScreen() ? startForPerson() : playForNobody())
  process.exit(0)
} catch (error) {
  console.error(`\nnpm start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
