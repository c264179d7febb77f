import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIELD_TEXT_LENGTH } from '../../shared/percepts/page-percept.ts'
import { demoFolder } from '../../tools/folders.ts'
import { EDITOR_CASES } from '../e2e/editor-cases.ts'
import { SITES } from './all-sites.ts'
import { ANSWER_LENGTH } from './main-world-events.ts'

const files = readdirSync(new URL('./sites', import.meta.url)).filter((name) => !name.includes('.test.'))
const sites = Object.entries(SITES)

test('every file of sites/ is one editor, registered under its name', () => {
  expect(sites.map(([name]) => `${name}.ts`).toSorted()).toEqual(files.toSorted())
})

test.each(sites)(
  '%s is described, has a page with the real library, and is played by the scenario',
  (_, site) => {
    expect(site.description.split(' ').length).toBeGreaterThan(8)
    expect(existsSync(join(demoFolder, site.fixture))).toBe(true)
    expect(existsSync(join(demoFolder, site.fixture.replace('.html', '.ts')))).toBe(true)
    const played = EDITOR_CASES.find(({ path }) => path === site.fixture)
    expect(played?.field).toBe(site.matches.selector)
    expect(played?.holds).toBe(site.holds === 'formula' ? 'list' : 'text')
  },
)

test('every page of the scenario is in the demo', () => {
  for (const { path } of EDITOR_CASES) expect(existsSync(join(demoFolder, path)), path).toBe(true)
})

test('an answer of the main world is long enough to tell that a field was cut', () => {
  expect(ANSWER_LENGTH).toBe(FIELD_TEXT_LENGTH + 1)
})
