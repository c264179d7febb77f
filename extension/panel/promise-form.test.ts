import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PromiseRow } from '../store/rows.ts'
import { formOf, readForm } from './promise-form.ts'

const NOW = new Date(2026, 4, 7, 14, 2, 10).getTime()

const promise = (changes: Partial<PromiseRow> = {}): PromiseRow => ({
  id: 'p',
  tutoring: 't',
  kind: 'remind',
  text: 'stretch',
  madeAt: NOW,
  due: NOW + 60_500,
  every: 600_000,
  until: null,
  kept: 0,
  state: 'open',
  ...changes,
})

test('a form that nobody touched asks for what is there already', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 366 * 86_400_000 }),
      fc.option(fc.integer({ min: 1, max: 366 * 86_400 }), { nil: null }),
      (after, seconds) => {
        const row = promise({ due: NOW + after, every: seconds === null ? null : seconds * 1000 })
        expect(readForm(formOf(row), row, NOW)).toEqual({ text: row.text, due: row.due, every: row.every })
      },
    ),
  )
})

test('an interval is shown in its largest whole unit', () => {
  const shown = (every: number | null) => [formOf(promise({ every })).every, formOf(promise({ every })).unit]
  expect([7_200_000, 5_400_000, 90_000, null].map(shown)).toEqual([
    ['2', 'hours'],
    ['90', 'minutes'],
    ['90', 'seconds'],
    ['', 'minutes'],
  ])
})

test('what is typed is read on this computer’s clock', () => {
  const form = {
    text: ' drink ',
    due: '2026-05-07T15:30',
    every: '1.5',
    unit: 'minutes' as const,
    again: false,
  }
  expect(readForm(form, promise(), NOW)).toEqual({
    text: 'drink',
    due: new Date(2026, 4, 7, 15, 30).getTime(),
    every: 90_000,
  })
})

test.each([
  [{ text: ' ' }, /text/i],
  [{ due: '' }, /time/i],
  [{ due: '2026-05-07T14:00' }, /time/i],
  [{ every: '0.5', unit: 'seconds' as const }, /second/i],
  [{ every: '-3' }, /second/i],
  [{ every: 'often' }, /second/i],
])('%j is refused with a sentence', (change, sentence) => {
  expect(readForm({ ...formOf(promise()), ...change }, promise(), NOW)).toMatch(sentence)
})

test('a watch has a text only', () => {
  const watch = promise({ kind: 'watch', due: null, every: null, text: 'in stock' })
  expect(readForm(formOf(watch), watch, NOW)).toEqual({ text: 'in stock', due: null, every: null })
})

test('of a cue its text and whether it repeats are edited; what it waits for stays', () => {
  const moment = { when: 'did', deed: 'returned' } as const
  const cue = promise({ kind: 'cue', due: null, every: null, cue: { moment, again: false, seen: 0 } })
  expect(formOf(cue)).toMatchObject({ text: 'stretch', due: '', again: false })
  expect(readForm({ ...formOf(cue), again: true }, cue, NOW)).toEqual({
    text: 'stretch',
    due: null,
    every: null,
    again: true,
  })
})
