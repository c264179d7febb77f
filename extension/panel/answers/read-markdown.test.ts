import { expect, test } from 'vitest'
import { blockText } from './block-text.ts'
import { GrowingAnswer } from './growing-answer.ts'
import { type Block, type Inline, readMarkdown } from './read-markdown.ts'

const blocksOf = (text: string): Block[] =>
  readMarkdown(text).flatMap(({ block }) => (block === null ? [] : [block]))

/** Every stretch, however deep. */
function stretches(block: Block): Inline[] {
  const deep = (inside: readonly Inline[]): Inline[] =>
    inside.flatMap((each) => ('inside' in each ? [each, ...deep(each.inside)] : [each]))
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return deep(block.inside)
    case 'quote':
      return block.blocks.flatMap(stretches)
    case 'list':
      return block.items.flat().flatMap(stretches)
    case 'table':
      return deep([block.head, ...block.rows].flat(2))
    default:
      return []
  }
}
const linksOf = (text: string) =>
  blocksOf(text)
    .flatMap(stretches)
    .flatMap((each) => (each.kind === 'link' ? [each] : []))

test('formulas and numbers of sources stand among emphasis, code, lists and tables', () => {
  expect(blocksOf('A **bold $x^2$** `c` \\(y_1\\) [1] and [2, 3].')).toEqual([
    {
      kind: 'paragraph',
      inside: [
        { kind: 'words', text: 'A ' },
        {
          kind: 'strong',
          inside: [
            { kind: 'words', text: 'bold ' },
            { kind: 'formula', latex: 'x^2', source: '$x^2$', display: false },
          ],
        },
        { kind: 'words', text: ' ' },
        { kind: 'code', text: 'c' },
        { kind: 'words', text: ' ' },
        { kind: 'formula', latex: 'y_1', source: '\\(y_1\\)', display: false },
        { kind: 'words', text: ' ' },
        { kind: 'cite', ns: [1], source: '[1]' },
        { kind: 'words', text: ' and ' },
        { kind: 'cite', ns: [2, 3], source: '[2, 3]' },
        { kind: 'words', text: '.' },
      ],
    },
  ])
  const [formula, list, table] = blocksOf(
    '$$\na = b\n$$\n\n1. [x] done\n2. open\n\n| a | $b$ |\n|---|---|\n| 1 | 2 |',
  )
  expect(formula).toMatchObject({ inside: [{ kind: 'formula', latex: 'a = b', display: true }] })
  expect(list).toMatchObject({ kind: 'list', start: 1, items: [[{ kind: 'paragraph' }], [{}]] })
  expect(list && blockText(list)).toBe('☑ done\nopen')
  expect(table).toMatchObject({ kind: 'table', head: [[{ text: 'a' }], [{ kind: 'formula' }]] })
})

test('five dollars are money', () => {
  expect(blocksOf('It costs $5 and then $6 more.').map(blockText)).toEqual(['It costs $5 and then $6 more.'])
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<div>block</div>',
  '<!-- hidden -->',
  'a <b onclick=x>b</b>',
])('HTML is words: %s', (text) => {
  expect(blocksOf(text).map(blockText)).toEqual([text])
})

test('an image is its description, and nothing else of it is left', () => {
  const text = '![a cat](https://evil.example/leak.png "t") and ![][ref]\n\n[ref]: https://evil.example/x.png'
  expect(JSON.stringify(blocksOf('![a cat](https://evil.example/leak.png "t")'))).not.toContain('evil')
  expect(
    blocksOf(text)
      .flatMap(stretches)
      .every(({ kind }) => kind === 'words' || kind === 'link'),
  ).toBe(true)
})

test('only web addresses are links, under the host they lead to', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'chrome://settings',
    'chrome-extension://abc/x.html',
    'blob:https://a.example/1',
    '//evil.example',
    '/local',
    '#x',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
  ])
    expect(linksOf(`[x](${address})`), address).toEqual([])
  expect(linksOf('[bank.example](https://bank.example@evil.example/a)')).toMatchObject([
    { address: 'https://evil.example/a', host: 'evil.example' },
  ])
  expect(linksOf('see https://a.example/b')).toMatchObject([{ host: 'a.example' }])
})

test.each(
  Object.entries({
    quotes: '>'.repeat(60_000),
    lists: '- '.repeat(30_000),
    brackets: '['.repeat(60_000),
    stars: `${'*a'.repeat(1900)}\n\n`.repeat(15),
    lines: `${'_a '.repeat(1300)}\n\n`.repeat(15),
    links: `${'[a]('.repeat(900)}\n\n`.repeat(15),
    dollars: '$$\n'.repeat(20_000),
    displays: '\\[\n'.repeat(20_000),
    fences: '```\n'.repeat(15_000),
    tables: `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(9000)}`,
    nested: Array.from({ length: 240 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
    ampersands: '&'.repeat(60_000),
    ticks: Array.from({ length: 340 }, (_, length) => `${'`'.repeat(length)}a`).join(''),
  }),
)('60,000 hostile signs are read to their end: %s', (_, text) => {
  for (const more of [false, true]) {
    const blocks = new GrowingAnswer().blocks(text, more)
    expect(blocks.map(blockText).join('').length).toBeLessThanOrEqual(text.length + 400)
  }
  expect(depthOf(new GrowingAnswer().blocks(text, false))).toBeLessThanOrEqual(9)
})

function depthOf(blocks: readonly Block[]): number {
  const inner = (block: Block) =>
    block.kind === 'quote'
      ? depthOf(block.blocks)
      : block.kind === 'list'
        ? Math.max(0, ...block.items.map(depthOf))
        : 0
  return 1 + Math.max(0, ...blocks.map(inner))
}
