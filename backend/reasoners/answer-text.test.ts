import fc from 'fast-check'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { AnswerText } from './answer-text.ts'
import { citablesOf } from './citable.ts'
import { requestOf, textOf } from './given-thought.ts'
import type { NewPart } from './reason.ts'

const KNOWN = 'https://school.example/brackets'
const citables = citablesOf(requestOf())

function shown(pieces: readonly string[]): NewPart[] {
  const answer = new AnswerText({
    citable: (n) => citables.find((citable) => citable.n === n),
    mayShow: (address) => address === KNOWN,
    cited: new Set(),
  })
  return [...pieces.flatMap((piece) => answer.push(piece)), ...answer.end()]
}

/** What is shown of a text, cut anyhow: the same as whole. */
function shownOf(text: string): { text: string; others: NewPart[] } {
  const whole = shown([text])
  const result = { text: textOf(whole), others: whole.filter(({ kind }) => kind !== 'text') }
  const letters = shown([...text])
  expect({ text: textOf(letters), others: letters.filter(({ kind }) => kind !== 'text') }).toEqual(result)
  return result
}

test('a citation with words that stand there becomes a source with their sentence', () => {
  const { text, others } = shownOf('Term by term [1: “multiplied out term by term”]. That is all.')
  expect(text).toBe('Term by term [1]. That is all.')
  expect(others).toMatchObject([
    { kind: 'source', source: { n: 1, quote: 'A bracket is multiplied out term by term.', passage: 'p1' } },
  ])
})

test.each([
  ['words that do not stand there', 'Term by term [1: “brackets are always dropped”].', 'Term by term .'],
  ['too few words', 'Term by term [1: “the”].', 'Term by term .'],
  ['a number that nothing has', 'Term by term [7].', 'Term by term .'],
  ['a claim that the passage does not bear', 'Paris lies on the Seine [1].', 'Paris lies on the Seine .'],
])('a citation is dropped for %s', (_, answer, text) => {
  expect(shownOf(answer)).toEqual({ text, others: [] })
})

test('a plain number is borne by a sentence that shares its words, once for each source', () => {
  const { text, others } = shownOf(
    'A bracket is multiplied term by term [1]. Gather like terms [2][1], [1, 2].',
  )
  expect(text).toBe('A bracket is multiplied term by term [1]. Gather like terms [2], [2].')
  expect(others).toHaveLength(2)
})

test.each([
  'x = `a[1]` and ``b`[2]`` in code',
  '```js\nfetch("https://api.example/x")[1]\n```\n',
  'the root $\\sqrt[3]{x}$ on $[1, 2]$ and \\[ y[1] \\] end',
  'the list a[1] is 5 < 6 and 7 > 3! Really!',
  'it costs $5 [here] [x](https://school.example/brackets)',
  'see https://school.example/brackets. And www',
  '- [ ] a task\n- [x] done\n\n| a | b |\n',
  'an open [bracket\nand more, an open `tick\n\nand $one',
])('%s is left as it is', (answer) => {
  expect(shownOf(answer)).toEqual({ text: answer, others: [] })
})

test.each([
  ['an image', 'a ![cat](https://evil.example/?q=1) b', 'a cat b', 'image'],
  ['an image by reference', 'a ![cat][r] b', 'a cat b', 'image'],
  ['an image tag', 'a <img src=//evil.example/x> b', 'a  b', 'image'],
  ['a link', 'a [cat](https://evil.example/?q=1) b', 'a cat b', 'address'],
  ['a link with a title', 'a [cat](https://evil.example/ "t") b', 'a cat b', 'address'],
  ['a link without a scheme', 'a [cat](//evil.example/x) b', 'a cat b', 'address'],
  ['a link in angle brackets', 'a [cat](<https://evil.example/x>) b', 'a cat b', 'address'],
  ['a link with an entity', 'a [cat](&#104;ttps://evil.example) b', 'a cat b', 'address'],
  ['a bare address', 'a https://evil.example/x?q=1 b', 'a evil.example b', 'address'],
  ['an address in capitals', 'a HTTPS://EVIL.EXAMPLE/x b', 'a evil.example b', 'address'],
  ['an autolink', 'a <https://evil.example/x> b', 'a <evil.example> b', 'address'],
  ['an address without a scheme', 'a www.evil.example/x b', 'a … b', 'address'],
  ['a letter', 'a mailto:a@evil.example?body=1 b', 'a  b', 'address'],
  ['an address in inline code', 'a `https://evil.example/x` b', 'a `evil.example` b', 'address'],
  ['an address in a cell', '| ` | https://evil.example/?q=1 ` |', '| ` | evil.example ` |', 'address'],
  ['a formula', 'a $\\href{https://evil.example/?q=1}{x}$ b', 'a $\\href{evil.example}{x}$ b', 'address'],
  ['a definition', '[r]: //evil.example/x\nb', 'b', 'address'],
  ['more after a known address', 'a https://school.example/brackets?q=1 b', 'a school.example b', 'address'],
])('%s is not shown', (_, answer, text, what) => {
  expect(shownOf(answer)).toEqual({ text, others: [{ kind: 'blocked', what }] })
})

test.each([
  ['a factorial and its source', 'It is n![1: "multiplied out term by term"].', 'It is n![1].', ['source']],
  ['the words of an image that is none', 'a ![cat] b', 'a cat b', []],
  ['brackets of a calculation', 'a f[g](x) b', 'a f g b', []],
  ['a scheme alone', 'It begins with `https://`.', 'It begins with `…`.', []],
])('where nothing could have been opened, nothing is said to be blocked: %s', (_, answer, text, kinds) => {
  const shown = shownOf(answer)
  expect(shown.text).toBe(text)
  expect(shown.others.map(({ kind }) => kind)).toEqual(kinds)
})

test('an image within a link, labels that are addresses or without end, let no address through', () => {
  const long = `[${'x'.repeat(3_000)}](https://evil.example/3)`
  for (const answer of [
    '[![a](https://evil.example/1)](https://evil.example/2)',
    '![https://evil.example/1](x) [https://evil.example/2](y)',
    'ht<img src=x>tps://evil.example/ ht![t](x)ps://evil.example/ http:[7]//evil.example/ ht[x](y)tps://evil.example/',
    '- a\n  ```\n  code\nhttps://evil.example/?q=1\n',
    `https://www.evil.example/ ${long}`,
  ]) {
    for (const pieces of [[answer], [...answer]]) {
      expect(textOf(shown(pieces))).not.toMatch(/(?:https?:\/\/|www\.|\]\()\S*evil/u)
    }
  }
})

test('code ends at the first marks that close it, also where more follow in the line', () => {
  const answer = '`[`[7]`'
  expect(textOf(shown([answer]))).toBe(textOf(shown([...answer])))
})

test('whatever comes, however it is cut: it is shown the same, and no strange address is left', () => {
  const piece = fc.constantFrom(
    ...['[', ']', '(', ')', '!', '`', '$', '\\', '<', '>', ' ', '\n', '1', ':', '"', 'a', '|', '- '],
    ...[
      'https://evil.example/q',
      'www.evil.example',
      'ht',
      'tp',
      's:/',
      '/evil.example',
      '<img>',
      '[7]',
      '![t](x)',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = textOf(shown(pieces))
      expect(text).toBe(textOf(shown([pieces.join('')])))
      expect(marked.parse(text, { async: false })).not.toMatch(/(?:href|src)="(?:https?:|\/\/|www)/u)
    }),
    { numRuns: 3_000 },
  )
})
