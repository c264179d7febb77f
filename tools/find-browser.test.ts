import { describe, expect, test } from 'vitest'
import { findBrowser, type Machine } from './find-browser.mjs'

/** A machine on which these programs answer `--version` so; other files can be listed too. */
function machine(
  platform: NodeJS.Platform,
  programs: Record<string, string>,
  env: Machine['env'] = {},
): Machine {
  const separator = platform === 'win32' ? '\\' : '/'
  return {
    platform,
    env,
    exists: (path) => path in programs,
    list: (folder) => {
      const inside = Object.keys(programs).filter((path) => path.startsWith(folder + separator))
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split(separator)[0] ?? ''))]
    },
    ask: (program) => programs[program] ?? '',
  }
}

describe('the browser that tools use', () => {
  test('is the one the person chose', () => {
    const found = findBrowser(
      '/aside',
      machine(
        'linux',
        { '/opt/mine': 'Google Chrome for Testing 156.0.1.2', '/usr/bin/chromium': 'Chromium 150.0.0.1' },
        { ASIDE_BROWSER: '/opt/mine' },
      ),
    )
    expect(found).toEqual({
      path: '/opt/mine',
      kind: 'chrome-for-testing',
      version: '156.0.1.2',
      loadsExtensions: true,
    })
  })

  test('a choice that does not exist is an error, not a search', () => {
    const chosen = machine('linux', { '/usr/bin/chromium': 'Chromium 150.0.0.1' }, { ASIDE_BROWSER: '/gone' })
    expect(() => findBrowser('/aside', chosen)).toThrow('/gone')
  })

  test('is the newest downloaded one before an installed one', () => {
    const program = (build: string) => `/aside/browser/chrome/${build}/chrome-linux64/chrome`
    const found = findBrowser(
      '/aside',
      machine('linux', {
        [program('linux-99.0.0.0')]: 'Google Chrome for Testing 99.0.0.0',
        [program('linux-156.0.0.0')]: 'Google Chrome for Testing 156.0.0.0',
        '/usr/bin/chromium': 'Chromium 150.0.0.1',
      }),
    )
    expect(found?.version).toBe('156.0.0.0')
  })

  test('is Chromium before Chrome, wherever on the PATH it lies', () => {
    const found = findBrowser(
      '/aside',
      machine(
        'linux',
        { '/usr/bin/google-chrome': 'Google Chrome 120.0.0.1', '/nix/bin/chromium': 'Chromium 150.0.0.1' },
        { PATH: '/bin:/nix/bin' },
      ),
    )
    expect(found).toMatchObject({ path: '/nix/bin/chromium', kind: 'chromium', loadsExtensions: true })
  })

  test.each([
    ['Google Chrome 136.0.0.1', true],
    ['Google Chrome 137.0.0.1', false],
  ])('%s alone loads unpacked extensions: %s', (answer, loadsExtensions) => {
    const found = findBrowser('/aside', machine('linux', { '/usr/bin/google-chrome': answer }))
    expect(found).toMatchObject({ kind: 'chrome', loadsExtensions })
  })

  test('an old Chrome that loads extensions wins over a new Edge that does not', () => {
    const found = findBrowser(
      '/aside',
      machine('linux', {
        '/usr/bin/microsoft-edge': 'Microsoft Edge 140.0.0.1',
        '/usr/bin/google-chrome': 'Google Chrome 130.0.0.1',
      }),
    )
    expect(found?.kind).toBe('chrome')
  })

  test('a stub that answers no version is passed over', () => {
    const stub = machine('linux', { '/usr/bin/chromium-browser': 'requires the chromium snap' })
    expect(findBrowser('/aside', stub)).toBeUndefined()
  })

  test('on macOS is looked for in the applications of the machine and of the person', () => {
    const path = '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'
    const found = findBrowser(
      '/aside',
      machine('darwin', { [path]: 'Chromium 150.0.0.1' }, { HOME: '/Users/ada' }),
    )
    expect(found?.path).toBe(path)
  })

  test('on Windows the version is read from the files: asking would open a window', () => {
    const folder = 'C:\\Programs\\Google\\Chrome\\Application'
    const found = findBrowser(
      'C:\\aside\\.aside',
      machine(
        'win32',
        { [`${folder}\\chrome.exe`]: 'never asked', [`${folder}\\140.0.7339.81\\chrome.dll`]: '' },
        { PROGRAMFILES: 'C:\\Programs' },
      ),
    )
    expect(found).toEqual({
      path: `${folder}\\chrome.exe`,
      kind: 'chrome',
      version: '140.0.7339.81',
      loadsExtensions: false,
    })
  })

  test('is none on an empty machine', () => {
    expect(findBrowser('/aside', machine('linux', {}))).toBeUndefined()
  })
})
