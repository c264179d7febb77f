import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkWorking } from './check-working.ts'

type Case = { id: string; lines: string[]; wrong: number | null }
type Variant = (lines: readonly string[]) => string[]

const FILES = ['steps', 'steps-apart', 'steps-apart-3', 'steps-apart-5', 'steps-apart-7', 'steps-apart-8']
const isTex = (line: string): boolean => /\\[a-z]/.test(line)
const hasWords = (line: string): boolean => /\p{L}{2}/u.test(line)
/** A line that goes on, has a label or an arrow of its own takes no word before it. */
const begins = (line: string): boolean => !/^\s*(?:[=≈⇒•*-]|\\|\(?\w{1,3}[).:])|[→⇒]|\p{L}{3}/u.test(line)
const plain =
  (change: (line: string) => string): Variant =>
  (lines) =>
    lines.map((line) => (isTex(line) ? line : change(line)))
const later =
  (change: (line: string) => string): Variant =>
  (lines) =>
    lines.map((line, i) => (i > 0 && begins(line) ? change(line) : line))

/** Other ways to write the same lines. */
const VARIANTS: Readonly<Record<string, Variant>> = {
  'other signs': plain((line) =>
    /->|\p{L}-|<-/u.test(line)
      ? line
      : line.replace(/[-−]/g, '–').replace(/[·*⋅]/g, '×').replaceAll('≥', '>=').replaceAll('≤', '<='),
  ),
  'no LaTeX': plain((line) => line.replace(/[²³]/g, (sign) => (sign === '²' ? '^{2}' : '^3'))),
  'other LaTeX': (lines) =>
    lines.map((line) =>
      isTex(line)
        ? line
            .replaceAll('\\frac', '\\dfrac')
            .replace(/\\(?:left|right)(?![a-z])/g, '')
            .replace(/=/g, '\\;=\\;')
        : line,
    ),
  'between the marks of TeX': (lines) =>
    lines.map((line) => (/[$€]/.test(line) || (!isTex(line) && hasWords(line)) ? line : `$${line}$`)),
  'with full stops': (lines) => lines.map((line) => (/[.?!…,;:]\s*$/.test(line) ? line : `${line}.`)),
  'ticked off': (lines) => lines.map((line, i) => (i > 0 ? `${line} ✓` : line)),
  'with a question before': ([first = '', ...lines]) => [isTex(first) ? first : `Q: ${first}`, ...lines],
  'with bullets': (lines) => lines.map((line) => (/^\s*[-=≈•*\\]/.test(line) ? line : `• ${line}`)),
  'with a remark': (lines) =>
    lines.map((line, i) => (i === 1 && !isTex(line) ? `${line} (same thing)` : line)),
  'with a connective': later((line) => `then ${line}`),
  'with an arrow': later((line) => (/[=<>≤≥]/.test(line) ? `=> ${line}` : line)),
  'with a crossed-out line': ([first = '', ...lines]) => [first, '~~3x + 7 = 1~~', ...lines],
  'copied once more': ([first = '', ...lines]) => [first, first, ...lines],
}

/** Every so many-th working of each file: some 40 of them in 13 ways. */
const STEP = 83
const cases = FILES.flatMap((file) =>
  readFileSync(`tools/eval/data/${file}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .filter((_, i) => i % STEP === 0)
    .map((line): Case => JSON.parse(line)),
)
const flagged = (lines: readonly string[]) =>
  checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null

describe('a right working stays right', () => {
  it.each(Object.entries(VARIANTS))('%s', (name, variant) => {
    // A system begins with two equations, not with one of them twice.
    const possible = (lines: readonly string[]) =>
      name !== 'copied once more' || !/[Iy(]/.test(lines[0] ?? '')
    const alarms = cases.filter(
      ({ lines, wrong }) => wrong === null && possible(lines) && flagged(variant(lines)) !== null,
    )
    expect(alarms.map(({ lines }) => variant(lines))).toEqual([])
  })
})

describe('a wrong working is not called wrong elsewhere', () => {
  it.each(Object.entries(VARIANTS).filter(([name]) => !/once more|crossed/.test(name)))(
    '%s',
    (_, variant) => {
      const elsewhere = cases.filter(({ lines, wrong }) => {
        const line = wrong === null ? null : flagged(variant(lines))
        return line !== null && line !== wrong && flagged(lines) === wrong
      })
      expect(elsewhere.map(({ lines }) => variant(lines))).toEqual([])
    },
  )
})
