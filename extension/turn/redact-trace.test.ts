import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOLD } from '../../shared/acts/act.ts'
import type { Percept } from '../../shared/percepts/percept.ts'
import type { Remark } from '../store/rows.ts'
import { PlayedLoop } from './played-loop.ts'
import { parseRedactedTrace, recheckRedacted, redactTrace } from './redact-trace.ts'

const BEFORE = '2(x+3)=10'
const WRONG = '2x+3=10'
const FORMULA = '2(x+3)=16'

async function played(): Promise<{ loop: PlayedLoop; remark: Remark }> {
  const loop = new PlayedLoop()
  loop.draft('my diary')
  await loop.type(`Dear diary\n${BEFORE}\n${WRONG}\n`)
  loop.send('remind me in 10 minutes to call Ada')
  await loop.pass(10_000)
  const [remark] = loop.remarks.values()
  if (remark === undefined) throw new Error('Nothing was remarked.')
  return { loop, remark }
}

test('the two lines, verdict, seed and times are kept; the rest is placeholders of the same length', async () => {
  const { loop, remark } = await played()
  const trace = redactTrace(loop.trace, remark)
  expect(trace?.check).toMatchObject({
    lines: ['▯▯▯▯▯▯▯▯▯▯', BEFORE, WRONG],
    line: 2,
    from: 1,
    verdict: 'does-not-follow',
    slip: 'distributes-to-first-term',
  })
  const json = JSON.stringify(trace)
  for (const word of ['diary', 'Ada', 'http', 'Page', 'Working', '#working', 'tutoring-1'])
    expect(json).not.toContain(word)
  const typed = trace?.events.filter(({ kind }) => kind === 'text-changed')
  expect(typed).toHaveLength(`Dear diary\n${BEFORE}\n${WRONG}\n`.length)
  expect(typed?.at(-1)?.text).toBe(`▯▯▯▯▯▯▯▯▯▯\n▯▯▯▯▯▯▯▯▯\n▯▯▯▯▯▯▯\n`)
  expect(parseRedactedTrace(json)).toEqual(trace)
})

test('working that was read with decimal commas is checked again with them', async () => {
  const loop = new PlayedLoop()
  loop.panel({ kind: 'manner', change: { decimal: 'comma' } })
  await loop.turn()
  await loop.type('1,5x = 3\nx = 3\n')
  await loop.pass(10_000)
  const [remark] = loop.remarks.values()
  const trace = remark === undefined ? null : redactTrace(loop.trace, remark)
  const kept = parseRedactedTrace(JSON.stringify(trace))
  expect(recheckRedacted(kept)).toMatchObject({ verdict: 'does-not-follow', line: 1 })
})

async function copied(): Promise<{ loop: PlayedLoop; remark: Remark }> {
  const loop = new PlayedLoop()
  const text = 'Ada asks: a diary has pages.\nSolve 2(x + 3) = 10'
  loop.page({ kind: 'problem', path: '#working', text, formulas: [] })
  await loop.type('2(x+3)=16\nmy x=5\n')
  await loop.pass(8000)
  const [remark] = loop.remarks.values()
  if (remark?.kind !== 'copy') throw new Error('Nothing was asked.')
  return { loop, remark }
}

test('of a miscopied problem its formula and the line are kept', async () => {
  const { loop, remark } = await copied()
  const trace = redactTrace(loop.trace, remark)
  expect(trace?.check).toEqual({
    formula: '2(x + 3) = 10',
    written: '2(x+3)=16',
    line: 0,
    seed: expect.any(Number),
    verdict: 'miscopied',
  })
  const json = JSON.stringify(trace)
  for (const word of ['diary', 'Ada', 'Solve', 'my', 'http', '#working', 'tutoring-1'])
    expect(json).not.toContain(word)
  const parsed = parseRedactedTrace(json)
  expect(parsed).toEqual(trace)
  expect(recheckRedacted(parsed)).toMatchObject({ verdict: 'miscopied', formula: '2(x + 3) = 10' })
})

test('a check that is not in the trace cannot be shared', async () => {
  const { loop, remark } = await played()
  expect(redactTrace([], remark)).toBeNull()
  expect(redactTrace(loop.trace, { ...remark, tutoring: 'another' })).toBeNull()
})

test('no other word that was written, by a person or a page, is in the file', () => {
  const word = fc.stringMatching(/^[a-z]{4,10}$/).map((letters) => `qz${letters}`)
  fc.assert(
    fc.property(fc.infiniteStream(word), fc.constantFrom('step', 'copy'), (stream, kind) => {
      const words: string[] = []
      const w = () => {
        const next = `${stream.next().value} ${stream.next().value}`
        words.push(...next.split(' '))
        return next
      }
      const at = 1000
      const anchor = () => ({ path: w(), quote: w(), before: w(), after: w() })
      const field = { path: w(), kind: 'textarea' as const, label: w() }
      const pages = [
        { kind: 'text-changed', at, field, text: w(), cut: false, by: 'person', keys: [at] },
        { kind: 'selected', at, text: w() },
        { kind: 'opened', at, title: w(), address: w() },
        { kind: 'watch-hit', at, id: w(), quote: w() },
        { kind: 'found', at, id: w(), count: 1, places: [anchor()] },
        { kind: 'out-of-reach', at, what: 'frame', site: w() },
        { kind: 'field-left', at, path: w() },
        { kind: 'mark-opened', at, id: w() },
      ] as const
      const panels = [
        { kind: 'draft', at, tutoring: 't', text: w() },
        { kind: 'send', at, tutoring: 't', id: w(), text: w() },
        { kind: 'edit-promise', at, promise: w(), text: w(), due: 1, every: null },
        { kind: 'site', at, pattern: w(), read: 'never' },
        { kind: 'mute', at, check: w(), rule: w(), muted: true },
      ] as const
      const page = { tab: 1, origin: w(), address: w(), title: w(), fresh: true }
      const lines = [w(), BEFORE, w(), WRONG, w()]
      const problem = { text: `${w()}\nSolve ${FORMULA}\n${w()}`, formulas: [w()] }
      const percepts: Percept[] = [
        { from: 'door', at, it: { kind: 'page-joined', tutoring: 't', ...page } },
        ...pages.map((it) => ({
          from: 'page' as const,
          at,
          tutoring: 't',
          it: {
            ...it,
            ...('places' in it ? { places: [...it.places] } : {}),
            ...('keys' in it ? { keys: [...it.keys] } : {}),
          } as never,
        })),
        ...panels.map((it) => ({ from: 'panel' as const, at, panel: w(), it })),
        {
          from: 'checker',
          at,
          it: {
            request: {
              id: w(),
              tutoring: 't',
              path: w(),
              text: lines.join('\n'),
              lines,
              lastUnfinished: false,
              paused: true,
              seed: 1,
              problem,
              asked: false,
            },
            verdicts: [
              {
                verdict: 'does-not-follow',
                line: 3,
                from: 1,
                proof: {
                  kind: 'solution-lost',
                  at: { [w()]: 1 },
                  values: [{ line: 1, side: 'left', text: w(), value: 1 }],
                },
                slip: null,
              },
            ],
            copy: {
              verdict: 'miscopied',
              line: 1,
              formula: FORMULA,
              written: w(),
              change: { kind: 'number', from: w(), to: w() },
            },
            failed: false,
          },
        },
      ]
      const remark = {
        tutoring: 't',
        kind,
        text: w(),
        evidence: {
          text: w(),
          lines: (kind === 'copy' ? [FORMULA, BEFORE] : [BEFORE, WRONG]).map((text) => ({
            label: w(),
            text,
          })),
        },
      } as unknown as Remark
      const rows = [
        { run: 1, turn: 1, tutorings: ['t'], percepts, act: HOLD, digest: w(), start: { secret: w() } },
      ]
      const json = JSON.stringify(redactTrace(rows, remark))
      expect(json).toContain(kind === 'copy' ? FORMULA : WRONG)
      expect(json.includes(FORMULA)).toBe(kind === 'copy')
      expect(json.includes(WRONG)).toBe(kind === 'step')
      expect(words.filter((each) => json.includes(each))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['a word in an event', (trace: string) => trace.replace('▯▯▯', 'Ada')],
  ['another version', (trace: string) => trace.replace('"version":1', '"version":2')],
  ['nonsense', () => '[]'],
])('a file with %s is no redacted trace', async (_, damage) => {
  const { loop, remark } = await played()
  expect(() => parseRedactedTrace(damage(JSON.stringify(redactTrace(loop.trace, remark))))).toThrow()
})

/** What the checker must say of the line in each shared file: what it said wrongly once, it never says again; null: nothing. */
const SHARED: Record<string, 'follows' | 'does-not-follow' | 'cannot-tell' | 'copied' | 'miscopied' | null> =
  {
    'factor-not-distributed.json': 'does-not-follow',
    'number-miscopied.json': 'miscopied',
  }

describe('redacted traces that were shared', () => {
  const folder = new URL('./redacted/', import.meta.url)

  test('are all here', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(SHARED).sort())
  })

  test.each(Object.entries(SHARED))('%s is checked again: %s', (file, verdict) => {
    const trace = parseRedactedTrace(readFileSync(new URL(file, folder), 'utf8'))
    expect(recheckRedacted(trace)?.verdict ?? null).toBe(verdict)
  })
})
