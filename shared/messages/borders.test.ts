import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { AnswerSchema } from '../../extension/page/main-world-answer.ts'
import { PairingSchema } from '../../extension/reasoner/backend-session.ts'
import { parseHistoryFile } from '../../extension/store/history-file.ts'
import { RetentionSchema } from '../../extension/store/retention.ts'
import {
  EntrySchema,
  PromiseSchema,
  RemarkSchema,
  RemovalSchema,
  SentSchema,
  TutoringSchema,
} from '../../extension/store/rows.ts'
import { parseRedactedTrace } from '../../extension/turn/redact-trace.ts'
import { parseSnapshot } from '../../extension/turn/snapshot.ts'
import { TraceRowSchema } from '../../extension/turn/trace.ts'
import { parseManner } from '../manner.ts'
import { ComputedSchema, ComputeRequestSchema } from '../percepts/computation.ts'
import { PageTextSchema } from '../percepts/page-text.ts'
import { CheckRequestSchema, FindingSchema, PerceptSchema } from '../percepts/percept.ts'
import { NotedSlipSchema } from '../practice/noted-slip.ts'
import { ConfigurationChangeSchema, ConfigurationShownSchema } from '../thoughts/configuration.ts'
import {
  HealthSchema,
  PairAskedSchema,
  PairAskSchema,
  PairedSchema,
  PairProofSchema,
  RefusalSchema,
  SessionAskSchema,
  SessionSchema,
} from '../thoughts/meeting.ts'
import { PartSchema } from '../thoughts/part.ts'
import { ThoughtRequestSchema, ToolResultSchema } from '../thoughts/thought-request.ts'
import {
  BackgroundToLoopSchema,
  ErasedSchema,
  FrameAnswerSchema,
  FramesAnswerSchema,
  ReadAnswerSchema,
  TabsAnswerSchema,
  ToBackgroundSchema,
  ToWelcomeSchema,
} from './background-message.ts'
import { DownSchema, UpSchema } from './link.ts'
import { LoopToPageSchema, PageToLoopSchema } from './page-message.ts'
import { LoopToPanelSchema, PanelToLoopSchema } from './panel-message.ts'

const SCHEMAS: Record<string, v.GenericSchema> = {
  PageToLoopSchema,
  LoopToPageSchema,
  PanelToLoopSchema,
  LoopToPanelSchema,
  UpSchema,
  DownSchema,
  ToBackgroundSchema,
  BackgroundToLoopSchema,
  ReadAnswerSchema,
  FrameAnswerSchema,
  FramesAnswerSchema,
  TabsAnswerSchema,
  AnswerSchema,
  PerceptSchema,
  CheckRequestSchema,
  FindingSchema,
  TraceRowSchema,
  TutoringSchema,
  EntrySchema,
  RemarkSchema,
  PromiseSchema,
  RemovalSchema,
  SentSchema,
  RetentionSchema,
  PairingSchema,
  NotedSlipSchema,
  ErasedSchema,
  ToWelcomeSchema,
  ComputeRequestSchema,
  ComputedSchema,
  PageTextSchema,
  ThoughtRequestSchema,
  ToolResultSchema,
  PartSchema,
  RefusalSchema,
  HealthSchema,
  ConfigurationChangeSchema,
  ConfigurationShownSchema,
  PairAskSchema,
  PairAskedSchema,
  PairProofSchema,
  PairedSchema,
  SessionAskSchema,
  SessionSchema,
}

const MEGABYTE = 1_000_000
const FIELD = { path: '#a', kind: 'textarea', label: '' }
/** Messages as they are meant, to be bent. */
const MEANT: readonly unknown[] = [
  {
    kind: 'percepts',
    percepts: [
      { kind: 'text-changed', at: 1, field: FIELD, text: 'x', cut: false, by: 'person', keys: [1] },
      { kind: 'problem', at: 1, path: '#a', text: 'Solve \uFFFC', formulas: ['x=1'] },
      {
        kind: 'found',
        at: 1,
        id: 'f',
        count: 1,
        places: [{ path: '#a', quote: 'q', before: '', after: '' }],
      },
    ],
  },
  { kind: 'orders', orders: { marks: [], watches: [{ id: 'w', text: 'word' }], finds: [], show: null } },
  { kind: 'send', tutoring: 't', id: 'i', at: 1, text: 'hello' },
  { t: 'data', seq: 1, body: { kind: 'draft' } },
  { t: 'hello', link: '6b6dfd41-0000-4000-8000-000000000000', from: 1 },
  { from: 'page', at: 1, tutoring: 't', it: { kind: 'scrolled', at: 1 } },
  {
    request: { id: 'm', tutoring: 't', path: null, text: 'x', lines: ['x'], seed: 1 },
    verdicts: [{ verdict: 'follows', line: 0, from: null }],
    failed: false,
  },
]

/** One part of a value replaced by nonsense; which one is told by a path of numbers. */
function bend(value: unknown, path: readonly number[], nonsense: unknown): unknown {
  const [at, ...rest] = path
  if (at === undefined || typeof value !== 'object' || value === null) return nonsense
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value }
  const keys = Object.keys(copy)
  const key = keys[at % Math.max(1, keys.length)]
  if (key === undefined) return nonsense
  return Object.assign(copy, { [key]: bend(Reflect.get(copy, key), rest, nonsense) })
}

const ODD = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom(NaN, -0, Infinity, -1, 2 ** 60, '', '__proto__', '\ud800', '\u0000', [], {}),
)
const BENT = fc
  .tuple(fc.constantFrom(...MEANT), fc.array(fc.nat(9), { maxLength: 4 }), ODD)
  .map(([meant, path, nonsense]) => bend(meant, path, nonsense))

describe.each(Object.entries(SCHEMAS))('%s', (_, schema) => {
  test('takes or refuses any nonsense without throwing, and what it takes it takes again', () => {
    fc.assert(
      fc.property(fc.oneof(ODD, BENT), (value) => {
        const parsed = v.safeParse(schema, value)
        if (parsed.success) expect(v.safeParse(schema, parsed.output).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['a text', 'x'.repeat(MEGABYTE)],
    ['a list of nothings', Array.from({ length: MEGABYTE / 20 }).fill(null)],
    ['a deep list', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['an object', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, index]))],
  ])('refuses a megabyte of it: %s', (_what, much) => {
    for (const meant of MEANT) {
      for (const path of [[0], [1], [1, 0], [1, 0, 2], [1, 0, 6], [1, 1, 4], [2], [3], [4]])
        v.safeParse(schema, bend(meant, path, much))
    }
    expect(v.safeParse(schema, { kind: much, t: much, from: much }).success).toBe(false)
  })
})

test('a page cannot make the loop look at more percepts, keys, places or formulas than it takes', () => {
  const looked = { count: 0 }
  const counting = new Proxy(
    {},
    {
      get() {
        looked.count += 1
      },
    },
  )
  const many = Array.from({ length: 5000 }).fill(counting)
  expect(v.safeParse(PageToLoopSchema, { kind: 'percepts', percepts: many }).success).toBe(false)
  expect(looked.count).toBe(0)
})

const HISTORY = { format: 'aside-history', version: 2, exportedAt: 1, tutorings: [], slips: [] }
const CHECK = { formula: 'x = 1', written: 'x = 2', line: 0, seed: 1, verdict: 'miscopied' }
const REDACTED = { format: 'aside-redacted-trace', version: 1, policy: null, check: CHECK, events: [] }

test.each([
  ['history', parseHistoryFile, HISTORY],
  ['redacted trace', parseRedactedTrace, REDACTED],
])('a file that is no %s is refused', (_, parse, meant) => {
  expect(parse(JSON.stringify(meant))).toEqual(meant)
  const bent = fc
    .tuple(fc.array(fc.nat(9), { minLength: 1, maxLength: 2 }), fc.jsonValue())
    .map(([path, nonsense]) => JSON.stringify(bend(meant, path, nonsense)))
  fc.assert(
    fc.property(fc.oneof(bent, fc.json(), fc.string({ unit: 'binary' })), (json) => {
      try {
        expect(parse(json)).toMatchObject({ format: meant.format })
      } catch (error) {
        expect([v.ValiError, SyntaxError].some((refusal) => error instanceof refusal)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a snapshot and a manner of nonsense are refused or replaced, never half taken', () => {
  fc.assert(
    fc.property(ODD, (value) => {
      expect(() => parseManner(value)).not.toThrow()
      expect(() => parseSnapshot(value)).toThrow(v.ValiError)
    }),
    { numRuns: 200 },
  )
})
