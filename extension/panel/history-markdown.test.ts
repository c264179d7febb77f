import { describe, expect, test } from 'vitest'
import { rate } from '../../shared/practice/schedule.ts'
import type { WholeTutoring } from '../store/history-file.ts'
import { historyFile, parseHistoryFile } from '../store/history-file.ts'
import type { Entry } from '../store/rows.ts'
import { historyMarkdown } from './history-markdown.ts'

const START = new Date(2026, 4, 7, 14, 2).getTime()

const said = (who: Entry['who'], text: string, changes: Partial<Entry> = {}): Entry => ({
  id: `e-${text}`,
  tutoring: 't1',
  at: START + 60_000,
  who,
  kind: 'said',
  text,
  spoken: text.length,
  state: 'done',
  remark: null,
  places: [],
  ...changes,
})

const whole = (entries: readonly Entry[], title = 'Brackets'): WholeTutoring => ({
  tutoring: {
    id: 't1',
    tab: 1,
    origin: 'https://algebra.example',
    address: 'https://algebra.example/a>b',
    title,
    startedAt: START,
    endedAt: START + 120_000,
  },
  entries: [...entries],
  remarks: [
    {
      id: 'r1',
      tutoring: 't1',
      at: START,
      kind: 'step',
      text: 'Line 2: both terms?',
      evidence: { text: 'At $x < 1$ they differ.', lines: [{ label: 'Line 2', text: '2x+3=10 `oh`' }] },
      hint: '',
      anchor: { path: '#a', quote: '2x', before: '', after: '' },
      urgency: 0.5,
      confidence: 0.9,
      expires: START,
      state: 'said',
      hinted: false,
    },
  ],
  promises: [],
})

test('a tutoring reads well as Markdown', () => {
  const markdown = historyMarkdown([
    whole([
      said('tutor', 'Line 2: both terms?', { kind: 'remark', remark: 'r1' }),
      said('person', 'why?\n- because'),
      said('tutor', 'A factor multiplies every term.', { spoken: 8, state: 'cut' }),
    ]),
  ])
  expect(markdown).toBe(`# Brackets

2026-05-07 14:02 (2 min) · <https://algebra.example/a%3Eb>

**14:03 Aside:** Line 2: both terms?

> At $x \\lt  1$ they differ.
> - Line 2: \`\` 2x+3=10 \`oh\` \`\`

**14:03 You:** why?\\
\\- because

**14:03 Aside:** A factor …
`)
})

test('a plot is its functions', () => {
  const plotted = said('tutor', 'Graph of x².', { plot: { of: ['y = x^2'], from: null, to: null } })
  expect(historyMarkdown([whole([plotted])])).toContain('Aside:** Graph of x².\n\n> - `y = x^2`\n')
})

describe('what was written stays text', () => {
  test.each([
    ['# no heading', '\\# no heading'],
    ['[no](https://link.example)', '\\[no\\](https://link.example)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['1. no list', '\\1. no list'],
    ['a_b*c', 'a\\_b\\*c'],
    ['$a_1 < b$', '$a_1 \\lt  b$'],
  ])('%s', (text, escaped) => {
    expect(historyMarkdown([whole([said('person', text)])])).toContain(`You:** ${escaped}\n`)
  })

  test('a title too', () => {
    expect(historyMarkdown([whole([], 'a\n# b')])).toContain('# a \\# b\n')
  })
})

test('the JSON parses again with its schema, one without a record too, and another version does not', () => {
  const card = rate(null, 'again', START)
  const slip = { id: 'square-of-sum', seen: 2, corrected: 1, lastSeen: START, practised: null, card } as const
  const file = historyFile([whole([said('person', 'why?')])], [slip], START)
  expect(parseHistoryFile(JSON.stringify(file))).toEqual(file)
  const { slips, ...older } = { ...file, version: 1 }
  expect(slips).toEqual([slip])
  expect(parseHistoryFile(JSON.stringify(older))).toEqual({ ...older, slips: [] })
  expect(() => parseHistoryFile(JSON.stringify({ ...file, slips: [{ ...slip, id: 'no-such' }] }))).toThrow()
  expect(() => parseHistoryFile(JSON.stringify({ ...file, version: 3 }))).toThrow()
  expect(() => parseHistoryFile('{')).toThrow()
})

test('an answer has its sources, whose words it is, and what was false in it', () => {
  const source = {
    n: 1,
    title: 'Ring [theory]',
    address: 'https://w.example/a>b',
    quote: 'A ring is *a* set.',
  }
  const answer = {
    thought: 't',
    by: 'model' as const,
    model: 'qwen3:8b',
    sources: [{ source: { ...source, passage: null }, mark: null }],
    struck: [{ text: '2 + 2 = 5', why: 'The left side is 4.' }],
  }
  expect(historyMarkdown([whole([said('tutor', 'A ring is a set [1].', { answer })])])).toContain(
    `**14:03 Aside:** A ring is a set \\[1\\].

> From qwen3:8b. What carries no number is the model’s own.
> - \\[1\\] Ring \\[theory\\], <https://w.example/a%3Eb>: “A ring is \\*a\\* set.”
> - Not right: \`2 + 2 = 5\` The left side is 4.
`,
  )
})
