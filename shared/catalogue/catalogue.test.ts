import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogueOf } from './catalogue.ts'
import { LANGUAGES, type Language, languageOf } from './languages.ts'

/** What may well be the same in every language: names, keys, addresses, and what only puts words together. */
const SAME = new Set(['Aside', 'Markdown', 'JSON', 'Esc', 'chrome://extensions/shortcuts', 'quiz'])
const FORMULA = /^[\dx\s()+=−]+$/

interface Said {
  path: string
  /** undefined: a function of what it is told. */
  text: string | undefined
}

/** Every sentence of a part of the catalogue with its path; the compiler has seen to its shape already. */
function sentencesIn(part: unknown, path: string): Said[] {
  if (typeof part === 'string') return [{ path, text: part }]
  if (typeof part === 'function') return [{ path: `${path}()`, text: undefined }]
  if (typeof part !== 'object' || part === null) throw new Error(`${path} is nothing that can be said.`)
  return Object.entries(part).flatMap(([key, inner]) => sentencesIn(inner, `${path}.${key}`))
}

const saidIn = (language: Language) => sentencesIn(catalogueOf(language), '')
const english = new Map(saidIn('en').map(({ path, text }) => [path, text]))

test.each(LANGUAGES)('in %s nothing is empty, and nothing is missing from a list', (language) => {
  const said = saidIn(language)
  expect(said.map(({ path }) => path).sort()).toEqual([...english.keys()].sort())
  expect(said.filter(({ text }) => text?.trim() === '')).toEqual([])
})

test('nothing is left in English in another language', () => {
  const others = LANGUAGES.filter((language) => language !== 'en')
  const left = others.flatMap((language) =>
    saidIn(language).filter(
      ({ path, text }) =>
        text !== undefined && !SAME.has(text) && !FORMULA.test(text) && english.get(path) === text,
    ),
  )
  expect(left).toEqual([])
})

test.each(LANGUAGES)('what the manifest says is said in %s too, and fits the store', (language) => {
  const file = new URL(`../../extension/public/_locales/${language}/messages.json`, import.meta.url)
  const { name, description, button, ...more } = JSON.parse(readFileSync(file, 'utf8'))
  expect(more).toEqual({})
  expect(name.message).toBe(catalogueOf(language).panel.name)
  expect(button.message).toBe(catalogueOf(language).loop.eyeClosed)
  expect(description.message.length).toBeGreaterThan(20)
  expect(description.message.length).toBeLessThanOrEqual(132)
})

test.each(LANGUAGES)('in %s whoever is not paired is told the command that pairs', (language) => {
  const { backend, thoughts } = catalogueOf(language)
  const whys = ['no-code', 'not-paired', 'wrong-proof'] as const
  for (const sentence of [backend.start, ...whys.flatMap((why) => [backend.why[why], thoughts.errors[why]])])
    expect(sentence).toMatch(/npm run backend -- pair[”“]/u)
})

test('what is counted has its plural', () => {
  expect(catalogueOf('en').panel.promises(1)).toBe('1 promise')
  expect(catalogueOf('en').panel.places(5000)).toBe('5,000 places on this page')
  expect(catalogueOf('de').panel.places(1)).toBe('1 Stelle auf dieser Seite')
  expect(catalogueOf('de').settings.storedRows(2, 5000)).toBe('2 Gespräche mit 5.000 Einträgen')
})

test.each([
  [['de'], 'de'],
  [['de-AT', 'en'], 'de'],
  [['DE_ch'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['fr', 'de', 'en'], 'de'],
  [['den'], 'en'],
  [[], 'en'],
])('a person of the languages %j is spoken to in %s', (tags, language) => {
  expect(languageOf(tags)).toBe(language)
})
