import { expect, test } from 'vitest'
import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import { LANGUAGES } from '../../shared/catalogue/languages.ts'
import type { SkillContext } from '../../shared/skills/skill.ts'
import { think } from '../../shared/skills/think.ts'
import { TASKS } from '../../shared/thoughts/thought-request.ts'
import { asksToLook, commandsFor } from './commands.ts'

test.each(LANGUAGES)('every command that is shown in %s is understood as what it says', (language) => {
  const { all } = catalogueOf(language).commands
  const context: SkillContext = {
    now: 0,
    timeZone: 0,
    language,
    promises: [],
    activity: null,
    selection: '',
    remark: null,
  }
  for (const task of TASKS)
    expect(think.understand(`/${all[task].name} this`, context)).toMatchObject({ task, question: 'this' })
})

test('the commands are shown as a name is typed, and not within a sentence', () => {
  const all = Object.values(catalogueOf('en').commands.all)
  const names = (draft: string) => commandsFor(draft, all).map(({ name }) => name)
  expect(names('/')).toHaveLength(TASKS.length)
  expect(names('/S')).toEqual(['summarise'])
  expect(names('/x')).toEqual([])
  for (const draft of ['', 'a/', '/quiz ', '/ quiz', '//', '/2x', '1/2']) expect(names(draft)).toEqual([])
})

test.each(LANGUAGES)('the strip of the last minute is asked for in %s by a name of its own', (language) => {
  const { all, look } = catalogueOf(language).commands
  expect(asksToLook(`/${look.name}`)).toBe(true)
  expect(asksToLook(`/${look.name.toUpperCase()} `)).toBe(true)
  for (const other of [look.name, `/${look.name} this`, `/${look.name}s`, '/', ''])
    expect(asksToLook(other)).toBe(false)
  for (const { name } of Object.values(all)) expect(asksToLook(`/${name}`)).toBe(false)
})
