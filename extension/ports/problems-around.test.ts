import { expect, test } from 'vitest'
import type { PagePercept, Problem } from '../../shared/percepts/page-percept.ts'
import type { ConnectedPage } from './connected-page.ts'
import { withProblemsAround } from './problems-around.ts'

type Document = Pick<ConnectedPage, 'tutoring' | 'way' | 'around' | 'fields'>

const ASKED: Problem = { text: 'Solve 2(x + 3) = 10', formulas: [] }
const OWN: Problem = { text: 'Solve 3x + 4 = 19', formulas: [] }

const at = (way: string): Document => ({ tutoring: 't', way, around: new Map(), fields: new Map() })

function world(...ways: string[]) {
  const pages = ways.map(at)
  return (way: string, percept: PagePercept) => {
    const page = pages.find((each) => each.way === way)
    return page ? withProblemsAround(page, pages, percept) : []
  }
}

const typed = (path: string): PagePercept => ({
  kind: 'text-changed',
  at: 1,
  field: { path, kind: 'textarea', label: '' },
  text: 'x',
  cut: false,
  by: 'person',
  keys: [],
})
const own = (problem: Problem): PagePercept => ({ kind: 'problem', at: 1, path: '#work', ...problem })
const around = (step: string, problem = ASKED): PagePercept => ({
  kind: 'frame-problem',
  at: 1,
  step,
  ...problem,
})
const problems = (percepts: PagePercept[]) => percepts.filter(({ kind }) => kind === 'problem')

test('a frame that asks nothing is asked what the page asks around it, whichever is told first', () => {
  const told = { kind: 'problem', path: '#a |> #work', ...ASKED }
  const early = world('', '#a', '#b')
  expect(early('', around('#a'))).toEqual([])
  expect(problems(early('#b', typed('#work')))).toEqual([])
  expect(problems(early('#a', typed('#work')))).toMatchObject([told])
  expect(problems(early('#a', typed('#work')))).toEqual([])
  const late = world('', '#a', '#b')
  late('#a', typed('#work'))
  late('#a', own({ text: 'Step 1 of 3', formulas: [] }))
  late('#b', typed('#work'))
  expect(late('', around('#a'))).toMatchObject([told])
})

test('what a frame asks itself is its problem', () => {
  const take = world('', '#a')
  take('', around('#a'))
  take('#a', typed('#work'))
  expect(take('#a', own(OWN))).toMatchObject([{ path: '#a |> #work', ...OWN }])
  expect(take('', around('#a', { text: 'Solve 5x = 15', formulas: [] }))).toMatchObject([OWN])
  expect(take('#a', own({ text: '', formulas: [] }))).toMatchObject([{ text: 'Solve 5x = 15' }])
})

test('a frame in a frame is asked by the nearest document around it that asks something', () => {
  const take = world('', '#a |> #b')
  take('', around('#a'))
  expect(problems(take('#a |> #b', typed('#work')))).toMatchObject([ASKED])
  const near = world('', '#a', '#a |> #b')
  near('', around('#a'))
  near('#a', around('#b', OWN))
  expect(problems(near('#a |> #b', typed('#work')))).toMatchObject([OWN])
})

test('a frame of another site is told by its number', () => {
  const way = 'frame(1 http://other.localhost/sheet)'
  const take = world('', way, 'frame(11 http://other.localhost/sheet)')
  take('', around('frame(1)'))
  expect(problems(take(way, typed('#work')))).toMatchObject([ASKED])
  expect(problems(take('frame(11 http://other.localhost/sheet)', typed('#work')))).toEqual([])
})

test('fields of the top document are told as they are, and what lies around a frame goes no further', () => {
  const take = world('', '#a')
  expect(take('', own(OWN))).toEqual([own(OWN)])
  expect(take('', typed('#work'))).toEqual([typed('#work')])
  take('#a', typed('#work'))
  take('#a', { kind: 'field-gone', at: 1, path: '#work' })
  expect(take('', around('#a'))).toEqual([])
})
