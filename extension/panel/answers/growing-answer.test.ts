import { expect, test } from 'vitest'
import { blockText } from './block-text.ts'
import { GrowingAnswer } from './growing-answer.ts'
import { shortForm } from './short-form.ts'

const ANSWER = `## The law

A factor before a bracket **multiplies *every* term**: $a(b+c) = ab + ac$ [1]. It costs \\(2x\\) more, see
[the lesson](https://algebra.example/lessons) and \`a * b\`, or ~~not~~.

$$
\\begin{aligned} 2(x+3) &= 2x + 6 \\\\ &= 12 \\end{aligned}
$$

| term | times 2 |
|------|---------|
| $x$  | $2x$    |
| 3    | 6       |

1. First *one*.
   - within **it** [2]
2. Then \`two\`.

\`\`\`js
const price = '$5' // **not bold**
\`\`\`

> A word at the end, \\[ x = 3 \\] and done.`

/** Signs that a reader would see only where a half was drawn as it stands. */
const RAW = /\$(?!5)|\\[([a-z]|\*\*(?!not|bold)|\]\(|~~|\||^#|`/m

test('however an answer is cut while it comes, nothing half is drawn', () => {
  for (let end = 0; end <= ANSWER.length; end += 1) {
    const blocks = new GrowingAnswer().blocks(ANSWER.slice(0, end), true)
    const text = blocks
      .filter(({ kind }) => kind !== 'code')
      .map(blockText)
      .join('\n')
    expect(
      RAW.exec(text)?.[0],
      `${JSON.stringify(ANSWER.slice(0, end).slice(-40))} → ${text.slice(-40)}`,
    ).toBe(undefined)
  }
})

test('read as it grows it is what it is when read at once', () => {
  for (const step of [1, 3, 7, 50]) {
    const growing = new GrowingAnswer()
    for (let end = 0; end < ANSWER.length; end += step) growing.blocks(ANSWER.slice(0, end), true)
    expect(growing.blocks(ANSWER, false)).toEqual(new GrowingAnswer().blocks(ANSWER, false))
  }
})

test('what stands before the last blocks is read once, however long the answer is', () => {
  const growing = new GrowingAnswer()
  const long = Array.from({ length: 500 }, (_, index) => `Paragraph ${index}, with $x_{${index}}$.`).join(
    '\n\n',
  )
  const before = growing.blocks(long, true)
  const after = growing.blocks(`${long}\n\nOne more.`, true)
  expect(after).toHaveLength(501)
  expect(after.slice(0, 497).every((block, index) => block === before[index])).toBe(true)
})

test('another text in its place is read anew', () => {
  const growing = new GrowingAnswer()
  growing.blocks('One.\n\nTwo.\n\nThree.\n\nFour.', true)
  expect(growing.blocks('Something else.', false).map(blockText)).toEqual(['Something else.'])
})

test('a short answer is whole, of a long one its first lines are', () => {
  const blocks = (text: string) => new GrowingAnswer().blocks(text, false)
  expect(shortForm(blocks('Yes.\n\nIt is.'), 'model')).toMatchObject({ more: false, first: [{}, {}] })
  const line = 'A sentence that fills about one line of it. '
  const paragraphs = Array.from({ length: 8 }, () => line.repeat(2)).join('\n\n')
  expect(shortForm(blocks(paragraphs), 'model')).toMatchObject({ more: true, first: [{}, {}, {}] })
  expect(shortForm(blocks(`# Title\n\n${line.repeat(9)}\n\n${line.repeat(9)}`), 'model').first).toHaveLength(
    2,
  )
  const list = shortForm(blocks(Array.from({ length: 30 }, (_, n) => `- item ${n}`).join('\n')), 'model')
  expect(list.more).toBe(true)
  expect(list.first.map(blockText)[0]?.split('\n')).toHaveLength(6)
  expect(shortForm([], null)).toEqual({ first: [], more: false })
})

test('what is quoted is never folded away: extracts whole, and quotes that an answer goes on with', () => {
  const line = 'A sentence that fills about one line of it. '
  const quotes = Array.from({ length: 8 }, (_, n) => `> ${n}: ${line.repeat(5)}[${n + 1}]`).join('\n\n')
  const facts = Array.from({ length: 3 }, () => `- ${line.repeat(4)}`).join('\n\n')
  const of = (text: string) => new GrowingAnswer().blocks(text, false)
  const kinds = (blocks: ReturnType<typeof of>) => blocks.map(({ kind }) => kind)
  const extracts = of(`No model is set up, so I quote:\n\n${facts}\n\n${quotes}`)
  expect(shortForm(extracts, 'extracts')).toEqual({ first: extracts, more: false })
  // While they come nobody has said yet that these are extracts.
  const coming = of(`No model is set up, so I quote:\n\n${quotes}`)
  expect(shortForm(coming, null)).toEqual({ first: coming, more: false })
  const answer = of(`${line.repeat(3)}\n\n> ${line.repeat(9)}\n\n${line}\n\n> ${line}`)
  expect(kinds([...shortForm(answer, 'model').first])).toEqual(['paragraph', 'quote'])
  expect(shortForm(answer, 'model').more).toBe(true)
})
