import { expect, test } from 'vitest'
import type { Percept } from '../../shared/percepts/percept.ts'
import { computedOf } from '../senses/computed-of.ts'
import { findingOf } from '../senses/finding-of.ts'
import { newAsks } from './ask-outside.ts'
import { perceiveAll } from './micro-turn.ts'
import { PlayedLoop } from './played-loop.ts'
import { replay } from './replay.ts'
import { rulePolicy } from './rule-policy.ts'

test('“solve 2x+3=7” is answered with checked steps, marked as the answer, and replays', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.send('solve 2x+3=7')
  await loop.turn()
  expect(loop.said).toEqual([])
  expect(loop.state.computations).toHaveLength(1)
  await loop.turn()
  expect(loop.said).toEqual([
    [
      'Step by step, each step checked:',
      '$2x + 3 = 7$',
      '$2x = 4$   (subtract $3$ on both sides)',
      '$x = 2$   (divide both sides by $2$)',
      'Answer: $x = 2$.',
    ].join('\n'),
  ])
  expect(loop.state.computations).toEqual([])
  const again = { mode: 'recomputed', policy: rulePolicy, check: findingOf, compute: computedOf } as const
  expect((await replay(loop.trace, again)).parting).toBeNull()
  const other = { ...again, compute: () => ({ ...computedOf, answer: null }) as never }
  expect((await replay(loop.trace, other)).parting).toMatchObject({ what: 'answer' })
})

test('“solve it” is about the last line of the field', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.write('x^2 = 9\n')
  await loop.turn()
  loop.send('solve it')
  await loop.pass(600)
  expect(loop.said.at(-1)).toContain('$x = -3 \\text{ or } x = 3$')
})

test('in German the comma is a decimal sign, read and written', async () => {
  const loop = new PlayedLoop()
  loop.door({ kind: 'language', language: 'de' })
  await loop.turn()
  loop.send('berechne 3,5*3')
  await loop.pass(600)
  expect(loop.said).toEqual(['Lösung: $3{,}5 \\cdot 3 = 10{,}5$.'])
})

const PLACE = '\uFFFC'
test.each<[asked: string, text: string | null, formulas: string[], written: string, answer: string]>([
  ['what is the answer?', null, [], '2(x+3) = 10\n2x+6 = 10\n', 'Answer: $x = 2$.'],
  ['what is x?', null, [], 'x + y = 3\nx - y = 1\n', 'Answer: $x = 2 \\text{ and } y = 1$.'],
  ['tell me the solution', `Differentiate ${PLACE}.`, ['f(x)=x^3'], 'f(x) = x^3\n', 'Answer: $\\frac{d}{dx}'],
  [
    'what is the answer?',
    `Solve the system ${PLACE} and ${PLACE}.`,
    ['x+y=3', 'x-y=1'],
    '',
    'Answer: $x = 2 \\text{ and } y = 1$.',
  ],
  ['what is the answer?', 'Factor it.', [], 'x^2+5x+6\n', '= \\left(x + 3\\right)\\left(x + 2\\right)'],
  ['what is the result?', null, [], '3+4*2 =', 'Answer: $3 + 4 \\cdot 2 = 11$.'],
])(
  '“%s” with nothing marked answers the problem in view (%s %j %s)',
  async (asked, text, formulas, written, answer) => {
    const loop = new PlayedLoop()
    await loop.turn()
    loop.write(written)
    if (text !== null) loop.page({ kind: 'problem', path: '#working', text, formulas })
    await loop.pass(3000)
    loop.send(asked)
    await loop.pass(600)
    expect(loop.said.at(-1)).toContain(answer)
    loop.panel({ kind: 'manner', change: { exam: true } })
    loop.send(asked)
    await loop.pass(600)
    expect(loop.said.at(-1)).toBe('In exam mode I do not solve.')
  },
)

test('the exercise that is selected goes before the one that was written', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.write('2(x+3) = 10\n')
  loop.page({ kind: 'selected', text: '3x = 15' })
  loop.send('what is the answer?')
  await loop.pass(600)
  expect(loop.said.at(-1)).toContain('Answer: $x = 5$.')
})

test('in exam mode nothing is solved', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.panel({ kind: 'manner', change: { exam: true } })
  loop.send('solve 2x+3=7')
  await loop.pass(600)
  expect(loop.said).toEqual(['In exam mode I do not solve.'])
  expect(loop.state.computations).toEqual([])
})

test('with nothing written, here or on the page, there is nothing to solve', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.send('solve it')
  await loop.turn()
  const id = loop.state.tutorings[PlayedLoop.tutoring]?.derivations?.[0]?.id ?? ''
  loop.page({ kind: 'derivation', id, lines: [] })
  await loop.pass(600)
  expect(loop.said[0]).toMatch(/no working/)
})

test('“explain line 2” names the rule, in exam mode too', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.panel({ kind: 'manner', change: { exam: true } })
  loop.write('2x + 3 = 7\n2x = 4\n')
  await loop.turn()
  loop.send('explain line 2')
  await loop.pass(600)
  expect(loop.said).toEqual(['From line 1 to line 2: subtract $3$ on both sides. I have checked it.'])
  loop.send('explain line 9')
  await loop.pass(600)
  expect(loop.said.at(-1)).toBe('I cannot tell how line 9 follows.')
})

test('“give me one like it” sets an exercise whose answer is checked', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.write('2x + 3 = 7\n2x = 4\n')
  await loop.turn()
  loop.send('give me one like it')
  await loop.pass(600)
  const { practice } = loop.state
  expect(practice).toMatchObject({ task: 'solve', slip: null })
  expect(loop.said.at(-1)).toContain(practice?.given)
  loop.send('x = 1000')
  await loop.pass(600)
  expect(loop.state.practice?.tries).toBe(1)
  loop.send(practice?.answer ?? '')
  await loop.pass(600)
  expect(loop.state.practice).toBeNull()
  expect(loop.said).toHaveLength(3)
  expect(
    (await replay(loop.trace, { mode: 'recomputed', policy: rulePolicy, check: findingOf })).parting,
  ).toBeNull()
})

test('what takes long is told of, “cancel” ends it, and an answer that comes after all is not said', async () => {
  const loop = new PlayedLoop()
  await loop.turn()
  loop.send('integrate x*e^x')
  await loop.turn()
  const [request] = loop.state.computations
  if (!request) throw new Error('nothing is being worked out')
  let { state } = loop
  const said: string[] = []
  const take = (percept: Percept) => {
    const { work } = perceiveAll(state, state.turn + 1, [percept])
    for (const { who, text } of work.writes.entries.values()) if (who === 'tutor') said.push(text)
    ;({ state } = work)
  }
  const at = state.now
  take({ from: 'solver', at, it: { request, answer: null, failed: false } })
  expect(said).toEqual(['I am still working on that. Say “cancel” if you no longer need it.'])
  expect(state.computations).toEqual([request])
  const send = {
    kind: 'send',
    id: 'later',
    text: 'Cancel that, please',
    tutoring: request.tutoring,
    at,
  } as const
  take({ from: 'panel', panel: 'p', at, it: send })
  expect(said.slice(1)).toEqual(['Cancelled: I no longer work on that.'])
  expect(newAsks(loop.state, state)).toMatchObject({ computations: [], ended: [request.id] })
  take({ from: 'solver', at, it: computedOf(request) })
  expect(said).toHaveLength(2)
})
