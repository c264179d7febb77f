// Runs before any package is installed, on any Node from 20 on: no dependency, no TypeScript.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/** @typedef {import('./find-browser.d.mts').Browser} Browser */
/** @typedef {import('./find-browser.d.mts').BrowserKind} BrowserKind */
/** @typedef {import('./find-browser.d.mts').Machine} Machine */

/** From this major version on, branded Chrome and Edge ignore `--load-extension`. */
const LAST_VERSION_WITH_SIDE_LOADING = 136

/**
 * Where each kind lives, in the order of preference.
 * @type {Record<'linux' | 'darwin' | 'win32', readonly { kind: BrowserKind, names: string[], places: string[] }[]>}
 */
const usualPlaces = {
  linux: [
    {
      kind: 'chromium',
      names: ['chromium', 'chromium-browser'],
      places: [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/lib/chromium/chromium',
        '/snap/bin/chromium',
      ],
    },
    { kind: 'chrome-for-testing', names: ['chrome-for-testing'], places: ['/opt/chrome-for-testing/chrome'] },
    {
      kind: 'edge',
      names: ['microsoft-edge-stable', 'microsoft-edge'],
      places: ['/usr/bin/microsoft-edge', '/opt/microsoft/msedge/msedge'],
    },
    {
      kind: 'chrome',
      names: ['google-chrome-stable', 'google-chrome'],
      places: ['/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
    },
  ],
  darwin: [
    { kind: 'chromium', names: ['chromium'], places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'] },
    {
      kind: 'chrome-for-testing',
      names: [],
      places: ['/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
    },
    { kind: 'edge', names: [], places: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'] },
    { kind: 'chrome', names: [], places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] },
  ],
  win32: [
    { kind: 'chromium', names: ['chromium.exe'], places: ['Chromium\\Application\\chrome.exe'] },
    {
      kind: 'chrome-for-testing',
      names: [],
      places: ['Google\\Chrome for Testing\\Application\\chrome.exe'],
    },
    { kind: 'edge', names: ['msedge.exe'], places: ['Microsoft\\Edge\\Application\\msedge.exe'] },
    { kind: 'chrome', names: [], places: ['Google\\Chrome\\Application\\chrome.exe'] },
  ],
}

/** Where `@puppeteer/browsers install chrome --path .aside/browser` leaves the program, by platform. */
const downloadedProgram = {
  linux: ['chrome-linux64/chrome'],
  darwin: ['arm64', 'x64'].map(
    (cpu) => `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ),
  win32: ['chrome-win64\\chrome.exe', 'chrome-win32\\chrome.exe'],
}

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  ask: (program) => spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? '',
}

/**
 * The best browser of this machine: one that loads an unpacked extension wins over one that does not.
 * @param {string} asideFolder the repository's `.aside` folder
 * @param {Machine} [machine]
 * @returns {Browser | undefined}
 */
export function findBrowser(asideFolder, machine = thisMachine) {
  const chosen = machine.env.ASIDE_BROWSER
  if (chosen) {
    if (!machine.exists(chosen)) throw new Error(`ASIDE_BROWSER names ${chosen}, and there is no such file.`)
    return inspect(chosen, undefined, machine)
  }
  /** @type {Browser | undefined} */
  let secondBest
  for (const { path, kind } of candidates(asideFolder, machine)) {
    if (!machine.exists(path)) continue
    const browser = inspect(path, kind, machine)
    if (!browser) continue
    if (browser.loadsExtensions) return browser
    secondBest ??= browser
  }
  return secondBest
}

/**
 * @param {string} asideFolder
 * @param {Machine} machine
 * @returns {Iterable<{ path: string, kind: BrowserKind }>}
 */
function* candidates(asideFolder, machine) {
  const { platform, env } = machine
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') return
  const { join, delimiter } = platform === 'win32' ? win32 : posix
  const downloads = join(asideFolder, 'browser', 'chrome')
  // The folders are named after platform and version, "linux-156.0.8078.79": the newest comes first.
  const newestFirst = (/** @type {string} */ a, /** @type {string} */ b) =>
    b.localeCompare(a, 'en', { numeric: true })
  for (const build of [...machine.list(downloads)].sort(newestFirst))
    for (const program of downloadedProgram[platform])
      yield { path: join(downloads, build, program), kind: 'chrome-for-testing' }

  const searchPath = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  const roots = {
    linux: [''],
    darwin: ['', env.HOME ?? ''],
    win32: [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
      (root) => root !== undefined,
    ),
  }[platform]
  for (const { kind, names, places } of usualPlaces[platform]) {
    for (const root of roots) for (const place of places) yield { path: join(root, place), kind }
    for (const folder of searchPath) for (const name of names) yield { path: join(folder, name), kind }
  }
}

/**
 * @param {string} path
 * @param {BrowserKind | undefined} expected what its place says; undefined for a browser chosen by hand
 * @param {Machine} machine
 * @returns {Browser | undefined} undefined when the program does not say a version (Ubuntu's `chromium` without snap)
 */
function inspect(path, expected, machine) {
  const answer = machine.platform === 'win32' ? versionOnWindows(path, machine) : machine.ask(path)
  const version = /\d+(?:\.\d+){3}/.exec(answer)?.[0]
  if (!version && expected) return undefined
  const kind = expected ?? kindOf(answer, path)
  const branded = kind === 'chrome' || kind === 'edge'
  const major = Number.parseInt(version ?? '0', 10)
  return {
    path,
    kind,
    version: version ?? 'unknown',
    loadsExtensions: !branded || major <= LAST_VERSION_WITH_SIDE_LOADING,
  }
}

/**
 * `chrome.exe --version` opens a window; the version also names a folder or a file beside the program.
 * @param {string} path
 * @param {Machine} machine
 */
function versionOnWindows(path, machine) {
  return machine.list(win32.dirname(path)).find((name) => /^\d+(\.\d+){3}(\.manifest)?$/.test(name)) ?? ''
}

/**
 * @param {string} answer
 * @param {string} path
 * @returns {BrowserKind}
 */
function kindOf(answer, path) {
  if (/for testing/i.test(answer + path) || /chrome-(linux|mac|win)/.test(path)) return 'chrome-for-testing'
  if (/edge/i.test(answer + path)) return 'edge'
  if (/google.chrome/i.test(answer + path)) return 'chrome'
  return 'chromium'
}
