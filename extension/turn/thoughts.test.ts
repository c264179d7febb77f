import { describe, expect, test } from 'vitest'
import { en } from '../../shared/catalogue/en.ts'
import type { ThoughtPercept } from '../../shared/percepts/thought-percept.ts'
import type { Part } from '../../shared/thoughts/part.ts'
import { PlayedLoop } from './played-loop.ts'
import { thinkingOf, thoughtsOf } from './thoughts.ts'

const says = en.thoughts

async function paired(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(400)
  return loop
}

type Unnumbered<Each> = Each extends { seq: number } ? Omit<Each, 'seq'> : Each

/** The reasoner's side, by a script: parts are numbered as they are given. */
function reasoner(loop: PlayedLoop) {
  let seq = 0
  const current = () => {
    const thought = thoughtsOf(loop.state).at(-1)
    if (thought === undefined) throw new Error('nothing is being thought about')
    return thought
  }
  return {
    current,
    part(part: Unnumbered<Part>, id = current().id) {
      seq += 1
      loop.reasoner({ kind: 'part', thought: id, part: { seq, ...part } as Part })
      return seq
    },
    tell: (percept: ThoughtPercept) => loop.reasoner(percept),
  }
}
const done = { kind: 'done', by: 'model', model: 'm', tokens: null } as const
const last = (loop: PlayedLoop) => [...loop.entries.values()].filter(({ who }) => who === 'tutor').at(-1)

describe('a question', () => {
  test('is thought about where a backend is paired, and the answer comes as it is written', async () => {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    expect(loop.said.at(-1)).toBe(says.thinking)
    const { part, current } = reasoner(loop)
    expect(current()).toMatchObject({
      task: 'answer',
      question: 'Who was Emmy Noether?',
      web: true,
      ended: null,
    })
    part({ kind: 'text', text: 'A mathema' })
    await loop.pass(200)
    expect(last(loop)).toMatchObject({ text: 'A mathema', state: 'speaking', answer: { by: null } })
    part({ kind: 'text', text: 'tician.' })
    part(done)
    await loop.pass(200)
    expect(last(loop)).toMatchObject({
      text: 'A mathematician.',
      state: 'done',
      answer: { by: 'model', model: 'm' },
    })
    expect(thoughtsOf(loop.state)).toEqual([])
  })

  test('is not understood without a backend; what needs one says how to get it', async () => {
    const loop = new PlayedLoop()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    expect(loop.said.at(-1)).toBe(en.skills.unknown)
    loop.send('look up Emmy Noether')
    await loop.pass(200)
    expect(loop.said.at(-1)).toBe(says.noBackend)
    expect(thoughtsOf(loop.state)).toEqual([])
  })

  test('in exam mode is refused', async () => {
    const loop = await paired()
    loop.panel({ kind: 'manner', change: { exam: true } })
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    expect(loop.said.at(-1)).toBe(en.computing.exam)
  })

  test('that a skill understands stays here', async () => {
    const loop = await paired()
    loop.send('solve 2x + 3 = 7')
    await loop.pass(400)
    expect(thoughtsOf(loop.state)).toEqual([])
  })

  test('about a page that is never sent goes alone', async () => {
    const loop = await paired()
    loop.write('2(x+3)=10')
    loop.panel({ kind: 'send-site', pattern: 'http://page/*', sent: false })
    await loop.pass(200)
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    expect(loop.said.at(-1)).toBe(`${says.thinking} ${says.alone}`)
    expect(reasoner(loop).current()).toMatchObject({ alone: true, facts: [], noticed: [], selection: '' })
    loop.panel({ kind: 'send-site', pattern: 'http://page/*', sent: true })
    loop.send('And Hilbert?')
    await loop.pass(200)
    expect(reasoner(loop).current()).toMatchObject({
      alone: false,
      noticed: ['The person has written: 2(x+3)=10'],
    })
  })
})

describe('while words come', () => {
  test('nothing is said while the person writes, in the panel or on the page; then all of it', async () => {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    const { part } = reasoner(loop)
    part({ kind: 'text', text: 'One.' })
    await loop.pass(200)
    await loop.type('2x')
    part({ kind: 'text', text: ' Two.' })
    await loop.type('=4')
    expect(last(loop)).toMatchObject({ text: 'One.', state: 'held' })
    loop.draft('a')
    part({ kind: 'text', text: ' Three.' })
    await loop.pass(1_000)
    expect(last(loop)?.text).toBe('One.')
    loop.draft('')
    await loop.pass(800)
    expect(last(loop)).toMatchObject({ text: 'One. Two. Three.', state: 'speaking' })
  })

  test('stop holds the words and not the thought; go on says them', async () => {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    const { part } = reasoner(loop)
    part({ kind: 'text', text: 'One.' })
    await loop.pass(200)
    loop.send('stop')
    await loop.pass(200)
    part({ kind: 'text', text: ' Two.' })
    part(done)
    await loop.pass(2_000)
    const answer = () => [...loop.entries.values()].find((entry) => entry.answer !== undefined)
    expect(answer()).toMatchObject({ text: 'One.', state: 'cut' })
    loop.send('go on')
    await loop.pass(400)
    expect(answer()).toMatchObject({ text: 'One. Two.', state: 'done' })
  })

  test('never mind ends the thought', async () => {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    const { part, current } = reasoner(loop)
    const { id } = current()
    loop.send('never mind')
    await loop.pass(200)
    expect(loop.said.at(-1)).toBe(says.dropped)
    expect(thoughtsOf(loop.state)).toEqual([])
    part({ kind: 'text', text: 'Too late.' }, id)
    await loop.pass(400)
    expect(loop.said.at(-1)).toBe(says.dropped)
  })

  test('and so does the button beside what it is doing, before the first word; once is enough', async () => {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    expect(thinkingOf(loop.state)).toHaveLength(1)
    for (const _ of [1, 2]) {
      loop.panel({ kind: 'drop-thoughts', tutoring: PlayedLoop.tutoring })
      await loop.pass(200)
    }
    expect(thinkingOf(loop.state)).toEqual([])
    expect(thoughtsOf(loop.state)).toEqual([])
    expect(loop.said.filter((text) => text === says.dropped)).toHaveLength(1)
  })

  test('parts that come twice or out of order count once', async () => {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    const { current, tell } = reasoner(loop)
    const part = (seq: number, text: string) =>
      tell({ kind: 'part', thought: current().id, part: { seq, kind: 'text', text } })
    part(1, 'a')
    part(1, 'a')
    part(2, 'b')
    part(1, 'a')
    await loop.pass(200)
    expect(last(loop)?.text).toBe('ab')
  })
})

describe('an answer that comes late', () => {
  async function late(reply: string) {
    const loop = await paired()
    loop.send('Who was Emmy Noether?')
    await loop.pass(200)
    const { part } = reasoner(loop)
    const first = thoughtsOf(loop.state)[0]?.id
    loop.send('And who was Hilbert?')
    await loop.pass(21_000)
    part({ kind: 'text', text: 'She was one.' }, first)
    part(done, first)
    await loop.pass(400)
    expect(loop.said.at(-1)).toBe(says.late('Who was Emmy Noether?'))
    loop.send(reply)
    await loop.pass(400)
    return loop
  }

  test('is offered, and told when it is wanted', async () => {
    expect((await late('yes')).said.at(-1)).toBe('She was one.')
  })

  test('and not where it is not', async () => {
    const loop = await late('no')
    expect(loop.said.at(-1)).toBe(says.declined)
    expect(thoughtsOf(loop.state)).toHaveLength(1)
  })
})

describe('what is false', () => {
  test('in an answer is struck, and corrected', async () => {
    const loop = await paired()
    loop.send('How many tyres do three cars have?')
    await loop.pass(200)
    const { part } = reasoner(loop)
    part({ kind: 'text', text: 'They have $3 \\cdot 4 = 13$ tyres, as $x + 2 = 5$.' })
    part(done)
    await loop.pass(600)
    const answer = [...loop.entries.values()].find((entry) => entry.answer !== undefined)
    expect(answer?.answer?.struck).toMatchObject([{ text: '3 \\cdot 4 = 13' }])
    expect(loop.said.at(-1)).toContain('I have to correct myself')
  })

  test('is not what is right', async () => {
    const loop = await paired()
    loop.send('How many tyres do three cars have?')
    await loop.pass(200)
    const { part } = reasoner(loop)
    part({ kind: 'text', text: 'They have $3 \\cdot 4 = 12$ tyres.\n\n2x + 6 = 10\n2x = 4\nx = 2' })
    part(done)
    await loop.pass(600)
    expect(last(loop)?.answer?.struck).toEqual([])
  })
})

describe('a tool', () => {
  test.each([
    ['work_out', { request: 'solve 2x + 3 = 7' }, /x = 2/u],
    ['check_steps', { lines: ['2(x+3)=10', '2x+3=10'] }, /Line 2 does not follow/u],
    ['work_out', { request: 'open the door' }, /not understood/u],
    ['work_out', {}, /not understood/u],
    ['check_steps', { lines: 5 }, /not understood/u],
    ['send_mail', { to: 'a@b.example' }, /no such tool/u],
  ])('%s %j', async (name, args, result) => {
    const loop = await paired()
    loop.send('Who else found that?')
    await loop.pass(200)
    const { part, current } = reasoner(loop)
    part({ kind: 'tool-call', call: 'c1', name, arguments: args })
    await loop.pass(600)
    expect(current().results).toMatchObject([{ call: 'c1', name, arguments: args }])
    expect(current().results[0]?.result).toMatch(result)
    expect(current().call).toBeNull()
  })

  test('is not called for ever', async () => {
    const loop = await paired()
    loop.send('Who else found that?')
    await loop.pass(200)
    const { part, current } = reasoner(loop)
    for (let call = 0; call < 9; call += 1) {
      part({ kind: 'tool-call', call: `c${call}`, name: 'work_out', arguments: { request: 'expand 2(x+1)' } })
      await loop.pass(600)
    }
    expect(current().results.at(-1)?.result).toContain('No more calls')
  })
})

test('a quote from the page is marked where it stands', async () => {
  const loop = await paired()
  loop.send('Who found that rule?')
  await loop.pass(200)
  const { part, current, tell } = reasoner(loop)
  const text = 'First. Multiply each term. Last.'
  tell({ kind: 'sent', thought: current().id, places: [{ passage: 'p1', path: '#rule', text }] })
  const source = { n: 1, title: 'Page', address: 'http://page/', passage: 'p1' }
  part({ kind: 'source', source: { ...source, quote: 'Multiply each term.' } })
  part({ kind: 'source', source: { ...source, n: 2, quote: 'Made up.' } })
  part({ kind: 'text', text: 'Each term [1].' })
  part(done)
  await loop.pass(400)
  const places = loop.state.tutorings[PlayedLoop.tutoring]?.places
  expect(places).toMatchObject([
    { anchor: { path: '#rule', quote: 'Multiply each term.', before: 'First. ' } },
  ])
  expect(last(loop)?.answer?.sources.map(({ mark }) => mark !== null)).toEqual([true, false])
})

test.each([
  [{ kind: 'unanswered', why: 'absent' }, says.errors.absent],
  [{ kind: 'unanswered', why: 'stranger' }, says.errors.stranger],
] as const)('%j is said in one sentence', async (percept, sentence) => {
  const loop = await paired()
  loop.send('Who was Emmy Noether?')
  await loop.pass(200)
  const { tell, current } = reasoner(loop)
  tell({ ...percept, thought: current().id })
  await loop.pass(200)
  expect(loop.said.at(-1)).toBe(sentence)
  expect(thoughtsOf(loop.state)).toEqual([])
})

test('what breaks off keeps what was said', async () => {
  const loop = await paired()
  loop.send('Who was Emmy Noether?')
  await loop.pass(200)
  const { part } = reasoner(loop)
  part({ kind: 'text', text: 'She was' })
  await loop.pass(200)
  part({ kind: 'error', error: 'model-stopped' })
  await loop.pass(200)
  expect(last(loop)).toMatchObject({ text: 'She was', state: 'done' })
  expect([...loop.entries.values()].at(-1)).toMatchObject({
    who: 'notice',
    text: says.errors['model-stopped'],
  })
})
