import { expect, test } from 'vitest'
import { GrowingAnswer } from './growing-answer.ts'
import { splitStruck, struckIn } from './strike.ts'
import { withTextFragment } from './text-fragment.ts'

const wrong = (text: string) => ({ text, why: 'left 4, right 5' })
const places = (markdown: string, text: string) =>
  new GrowingAnswer().blocks(markdown, false).map((block) => struckIn(block, [wrong(text)]).length)

test('a false equation is struck where it stands: as a formula, as one of its lines, as words', () => {
  expect(places('So\n\n$$2 + 2 =\n 5$$\n\nand $x$.', '2 + 2 = 5')).toEqual([0, 1, 0])
  expect(places('$$\\begin{aligned} a &= b \\\\ b &= 2 + 2 = 5 \\end{aligned}$$', 'b = 2 + 2 = 5')).toEqual([
    1,
  ])
  expect(places('Since **2 + 2 = 5** holds', '2 + 2 = 5')).toEqual([1])
  expect(places('`2 + 2 = 5` is code', '2 + 2 = 5')).toEqual([0])
  expect(splitStruck('Since 2 +\n2 = 5, x', [wrong('2 + 2 = 5')])).toEqual([
    { text: 'Since ', struck: null },
    { text: '2 +\n2 = 5', struck: wrong('2 + 2 = 5') },
    { text: ', x', struck: null },
  ])
})

test('signs of patterns in an equation are signs', () => {
  const line = '(a-b)*c = [1/2]^2 + $ | {x} . \\y?'
  expect(splitStruck(`so ${line}, and`, [wrong(line)])[1]).toEqual({ text: line, struck: wrong(line) })
  expect(splitStruck('so aab', [wrong('a*b')])).toEqual([{ text: 'so aab', struck: null }])
})

test('an address leads to the quoted sentence', () => {
  expect(withTextFragment('https://a.example/x#part', 'A well-known law, & more')).toBe(
    'https://a.example/x#part:~:text=A%20well%2Dknown%20law%2C%20%26%20more',
  )
  expect(withTextFragment('https://a.example/x', '')).toBe('https://a.example/x')
  const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
  expect(withTextFragment('https://a.example/x#:~:text=old', long)).toBe(
    'https://a.example/x#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
  )
  expect(withTextFragment('https://a.example/', 'half \ud800 pair')).toBe(
    'https://a.example/#:~:text=half%20%20pair',
  )
})
