import { expect, test } from 'vitest'
import { anchorOf } from '../../shared/percepts/anchor.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { ordersOf } from './orders-of.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'

const orders = (loop: PlayedLoop) => ordersOf(loop.state, PlayedLoop.tutoring)

/** The page is asked, and answers with these lines. */
async function checked(
  lines: readonly string[],
  request = 'check this derivation',
  { line, lang }: { line?: number | undefined; lang?: string } = {},
): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.send(request)
  await loop.turn()
  const id = orders(loop).derivations?.[0]?.id ?? ''
  const told = lines.map((text, i) => ({
    text,
    anchor: anchorOf(`p:nth-of-type(${i + 1})`, text, 0, text.length),
  }))
  const selected = line !== undefined && { line }
  const answer = { kind: 'derivation' as const, id, lines: told, ...selected, ...(lang && { lang }) }
  loop.page(answer)
  loop.page(answer)
  await loop.pass(600)
  return loop
}

test('a wrong step of a worked solution is named, proven and marked; it replays', async () => {
  const loop = await checked(['2(x+3) = 10', '2x + 3 = 10', '2x = 7'])
  expect(loop.said).toHaveLength(1)
  expect(loop.said[0]).toMatch(/^I checked 2 steps\. Wrong: line 2\. .*x = /)
  expect(orders(loop)).not.toHaveProperty('derivations')
  expect(orders(loop).marks).toMatchObject([
    { tone: 'slip', label: 'Line 2 does not follow.', anchor: { quote: '2x + 3 = 10' } },
  ])
  const again = { mode: 'recomputed', policy: rulePolicy, check: findingOf, compute: computedOf } as const
  expect((await replay(loop.trace, again)).parting).toBeNull()
})

test('a right one is said to be right, in German too, and nothing is marked', async () => {
  const right = ['x^2 - 5x + 6 = 0', '(x-2)(x-3) = 0', 'x = 2 \\text{ or } x = 3']
  const loop = await checked(right, 'prüfe diese Herleitung')
  expect(loop.said).toEqual(['I checked 2 steps: all follow.'])
  expect(orders(loop).marks).toEqual([])
})

test('3,500 is read as the page writes numbers', async () => {
  const lines = ['2x = 3,500', 'x = 1,500']
  expect((await checked(lines)).said[0]).toContain('1750')
  expect((await checked(lines, undefined, { lang: 'de-AT' })).said[0]).toMatch(/1[.,]75\b/)
})

test('where the page has none, that is said', async () => {
  const loop = await checked(['x = 2'], 'is this worked example right?')
  expect(loop.said).toEqual([
    'I find no worked solution here. Select its lines on the page, then ask me again.',
  ])
  expect(orders(loop)).not.toHaveProperty('derivations')
})

test('without a page there is nothing to read', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.door({ kind: 'page-left', tutoring: PlayedLoop.tutoring })
  loop.send('check this derivation')
  await loop.pass(400)
  expect(loop.said[0]).toMatch(/cannot read a page/)
})

const SOLUTION = ['x^2 + 6x = 7', 'x^2 + 6x + 9 = 16', '(x+3)^2 = 16']

test.each([
  ['explain line 3', undefined, /^From line 2 to line 3: factor\./],
  ['explain this line', 1, /^From line 1 to line 2: add .*9.* on both sides\./],
  ['explain line 7', undefined, /^I cannot tell how line 7 follows/],
  ['solve this', 2, /^Step by step.*x = -7/s],
  ['solve this', undefined, /^Step by step.*-7/s],
])('where nothing is written, “%s” is about what stands on the page', async (request, line, said) => {
  const loop = await checked(SOLUTION, request, { line })
  expect(loop.said).toHaveLength(1)
  expect(loop.said[0]).toMatch(said)
  expect(orders(loop)).not.toHaveProperty('derivations')
  expect(orders(loop).marks).toEqual([])
})

test('an exercise is made like the one on the page; a page without mathematics has none', async () => {
  const loop = await checked(SOLUTION, 'give me one like it')
  expect(loop.said.at(-1)).toMatch(/x\^|x\^{?2/)
  const empty = await checked([], 'explain this line')
  expect(empty.said).toEqual([expect.stringMatching(/nothing|write|find/i)])
})

test('what was written is meant before what stands on the page', async () => {
  const loop = new PlayedLoop()
  await loop.type('2x = 4\nx = 2\n')
  loop.send('explain line 2')
  await loop.pass(600)
  expect(orders(loop)).not.toHaveProperty('derivations')
  expect(loop.said.at(-1)).toMatch(/^From line 1 to line 2: divide/)
})
