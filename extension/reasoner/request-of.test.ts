import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ThoughtRequestSchema } from '../../shared/thoughts/thought-request.ts'
import type { Tutoring } from '../store/rows.ts'
import type { ThoughtState } from '../turn/thought-state.ts'
import { type ReadTab, requestOf } from './request-of.ts'

const thought: ThoughtState = {
  id: 't1',
  tutoring: 'front',
  task: 'answer',
  question: 'Do both pages agree?',
  at: 0,
  web: false,
  alone: false,
  selection: '',
  facts: [],
  noticed: ['written'],
  results: [],
  call: null,
  seq: 0,
  places: [],
  entry: null,
  text: '',
  sources: [],
  hushed: false,
  overtaken: false,
  offered: false,
  ended: null,
}
const rowOf = (title: string): Tutoring => ({
  id: title,
  tab: 1,
  origin: 'https://a.example',
  address: `https://a.example/${title}`,
  title,
  startedAt: 0,
  endedAt: null,
})
const tab = (title: string, texts: string[] | null, near = 0, origin = 'https://a.example'): ReadTab => ({
  row: rowOf(title),
  page: texts && {
    origin,
    near,
    passages: texts.map((text) => ({ text, place: { path: '#p', text } })),
  },
})
const known = (front: ReadTab | null, ...others: ReadTab[]) =>
  requestOf({ thought, language: 'en', conversation: [], front, others })

test('the tab in front comes first; passages are numbered through, and only its own are marked', () => {
  const { request, places, unread } = known(tab('One', ['a', 'b']), tab('Two', ['c']))
  expect(v.is(ThoughtRequestSchema, request)).toBe(true)
  expect(request.pages.map(({ title, passages }) => [title, passages.map(({ id }) => id)])).toEqual([
    ['One', ['p1', 'p2']],
    ['Two', ['p3']],
  ])
  expect(places.map(({ passage }) => passage)).toEqual(['p1', 'p2'])
  expect(unread).toEqual([])
})

test('of another tab a short text around the place that was looked at is sent', () => {
  const texts = Array.from({ length: 100 }, (_, at) => `Passage ${at}. ${'word '.repeat(100)}`)
  const [, other] = known(tab('One', ['a']), tab('Two', texts, 50)).request.pages
  const numbers = other?.passages.map(({ text }) => Number(/\d+/u.exec(text)?.[0])) ?? []
  expect(numbers).toEqual([45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55])
  const [, long] = known(tab('One', ['a']), tab('Two', ['x'.repeat(20_000)])).request.pages
  expect(long?.passages[0]?.text).toHaveLength(6_000)
})

test('of a tab that cannot be read, or is elsewhere now, no more than title and address is sent, and it says so', () => {
  for (const other of [tab('Two', null), tab('Two', ['secret'], 0, 'https://b.example')]) {
    const { request, unread } = known(tab('One', ['a']), other)
    expect(request.pages[1]).toEqual({ title: 'Two', address: 'https://a.example/Two', passages: [] })
    expect(request.noticed.at(-1)).toMatch(/“Two”.*could not be read/u)
    expect(unread).toEqual(['Two'])
  }
})

test('where nothing of the page in front is sent, the tabs that were asked about still are, without secrets', () => {
  const { request, redacted } = known(null, tab('Two', ['Write to a@b.example']))
  expect(request.pages.map(({ title }) => title)).toEqual(['Two'])
  expect(request.pages[0]?.passages[0]?.text).toBe('Write to [email]')
  expect(redacted).toEqual({ email: 1 })
})

test('of several images the one next to the middle of the view is named to a question about "this picture"', () => {
  const front = tab('One', ['[image: a cat]', 'Words.', 'See [image: a circle].', 'More.'], 3)
  const asked = (question: string) =>
    requestOf({
      thought: { ...thought, question },
      language: 'en',
      conversation: [],
      front,
      others: [],
    }).request.noticed
  expect(asked('What does this picture show?').at(-1)).toMatch(/described as: a circle$/u)
  expect(asked('What is a circle?')).toEqual(['written'])
})
