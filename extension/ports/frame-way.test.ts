import { expect, test } from 'vitest'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import { NO_ORDERS } from '../../shared/percepts/orders.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import { forFrame, fromFrame, portName, wayOf } from './frame-way.ts'

const text = (path: string): PagePercept => ({
  kind: 'text-changed',
  at: 1,
  field: { path, kind: 'textarea', label: '' },
  text: 'x',
  cut: false,
  by: 'person',
  keys: [],
})

test('a port’s name tells where its page stands, and other ports are no pages', () => {
  expect(portName('')).toBe('page')
  expect(wayOf('page')).toBe('')
  expect(wayOf(portName('#a |> iframe') ?? '')).toBe('#a |> iframe')
  expect(portName('a'.repeat(300))).toBeNull()
  for (const name of ['panel', 'pages', 'page ', `page ${'a'.repeat(300)}`, ''])
    expect(wayOf(name)).toBeNull()
})

test('fields of a frame have the way to it in their paths, those of the top document have not', () => {
  expect(fromFrame('#a', text('#work'))).toMatchObject({ field: { path: '#a |> #work' } })
  expect(fromFrame('#a', { kind: 'field-left', at: 1, path: '#work' })).toMatchObject({ path: '#a |> #work' })
  expect(fromFrame('', text('#work'))).toEqual(text('#work'))
})

test('of address, sight and scrolling only the top document speaks', () => {
  const opened: PagePercept = { kind: 'opened', at: 1, title: 'Forged', address: 'https://bank.example/' }
  expect(fromFrame('#a', opened)).toBeNull()
  expect(fromFrame('', opened)).toEqual(opened)
  expect(fromFrame('#a', { kind: 'shown', at: 1, visible: true, focused: true })).toBeNull()
  expect(fromFrame('#a', { kind: 'scrolled', at: 1 })).toBeNull()
})

test('each document gets the marks of its own lines, with paths as it knows them', () => {
  const paths = ['#work', '#a |> #work', '#a |> #b |> #work', '#a |> #host >>> #work']
  const marks = paths.map((path, index) => ({
    id: `m${index}`,
    anchor: anchorOf(path, 'x=1', 0, 3),
    tone: 'slip' as const,
    label: 'Look here',
  }))
  const orders = {
    ...NO_ORDERS,
    marks,
    watches: [{ id: 'w', text: 'done' }],
    show: { id: 'm1', nonce: 1 },
    paused: false,
  }
  const seen = (way: string) => forFrame(way, orders).marks.map(({ id, anchor }) => [id, anchor.path])
  expect(seen('')).toEqual([['m0', '#work']])
  expect(seen('#a')).toEqual([
    ['m1', '#work'],
    ['m3', '#host >>> #work'],
  ])
  expect(seen('#a |> #b')).toEqual([['m2', '#work']])
  expect(seen('#b')).toEqual([])
  expect(forFrame('', orders)).toMatchObject({ watches: orders.watches, show: null, paused: false })
  expect(forFrame('#a', orders)).toMatchObject({ watches: orders.watches, show: orders.show, paused: false })
})

test('a mark in a frame is shown by each document around it: the frame that leads to it', () => {
  const anchor = anchorOf('#a |> frame(0 http://b/) |> p', 'x=1', 0, 3)
  const marks = [{ id: 'm', anchor, tone: 'found' as const, label: 'Found' }]
  const orders = { ...NO_ORDERS, marks, show: { id: 'm', nonce: 7 } }
  expect(forFrame('', orders)).toMatchObject({ show: null, showFrame: { step: '#a', nonce: 7 } })
  expect(forFrame('#a', orders)).toMatchObject({ showFrame: { step: 'frame(0 http://b/)', nonce: 7 } })
  const innermost = forFrame('#a |> frame(0 http://b/)', orders)
  expect(innermost.show).toEqual(orders.show)
  for (const way of ['#a |> frame(0 http://b/)', '#other', '#a |> #b'])
    expect(forFrame(way, orders)).not.toHaveProperty('showFrame')
})

test('what a frame answers to a find leads into that frame; no page says for another', () => {
  const found: PagePercept = {
    kind: 'found',
    at: 1,
    id: 'f',
    count: 1,
    places: [anchorOf('p', 'x', 0, 1)],
    frame: '#forged',
  }
  expect(fromFrame('#a', found)).toMatchObject({ frame: '#a', places: [{ path: '#a |> p' }] })
  expect(fromFrame('', found)).toMatchObject({ frame: '', places: [{ path: 'p' }] })
})
