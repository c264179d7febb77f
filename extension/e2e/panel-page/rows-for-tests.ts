import type { Entry, PromiseRow, Remark, Rung, Tutoring } from '../../store/rows.ts'

/** 14:02:10 on a day in May, by the clock of the machine that runs the test. */
export const NOON = new Date(2026, 4, 7, 14, 2, 10).getTime()
export const TAB = 7

export function tutoring(changes: Partial<Tutoring> = {}): Tutoring {
  return {
    id: 't1',
    tab: TAB,
    origin: 'https://algebra.example',
    address: 'https://algebra.example/lessons/linear-equations',
    title: 'Linear equations, lesson 4: brackets',
    startedAt: NOON,
    endedAt: null,
    ...changes,
  }
}

/** An entry all said, `after` seconds after the start. */
export function entry(id: string, after: number, changes: Partial<Entry> & { text: string }): Entry {
  return {
    id,
    tutoring: 't1',
    at: NOON + after * 1000,
    who: 'tutor',
    kind: 'said',
    spoken: changes.text.length,
    state: 'done',
    remark: null,
    places: [],
    ...changes,
  }
}

export function remark(id: string, changes: Partial<Remark> = {}): Remark {
  return {
    id,
    tutoring: 't1',
    at: NOON,
    kind: 'step',
    text: 'Look at line 2: did both terms in the bracket get the 2?',
    evidence: {
      text: 'The two lines differ. At $x = 1$ the first gives $8$ and the second $5$.',
      lines: [
        { label: 'Line 1', text: '2(x+3) = \\frac{x}{2}' },
        { label: 'Line 2', text: '2x+3 = x/2' },
        { label: 'At x = 1', text: 'left 8, right 5' },
      ],
    },
    hint: 'A factor before a bracket multiplies every term inside: $a(b+c) = ab + ac$.',
    anchor: { path: '#work', quote: '2x+3', before: '', after: '' },
    urgency: 0.6,
    confidence: 0.98,
    expires: NOON + 60_000,
    state: 'said',
    hinted: false,
    ...changes,
  }
}

/** Every rung above the question, as it was climbed to by the button. */
export const RULE: Rung = {
  kind: 'rule',
  parts: [
    { text: 'Line 1 is right:', lines: ['2(x+3) = \\frac{x}{2}'] },
    { text: 'A factor before a bracket multiplies every term inside it.', lines: [] },
    { text: 'With other numbers:', lines: ['7(a + 4) = 7a + 28'] },
  ],
  said: false,
}
export const STEP: Rung = {
  kind: 'step',
  parts: [{ text: 'This is the step itself. Line 2 becomes:', lines: ['2x + 2·3 = x/2'] }],
  said: false,
}

export function promise(id: string, changes: Partial<PromiseRow> = {}): PromiseRow {
  return {
    id,
    tutoring: 't1',
    kind: 'remind',
    text: 'Stretch your back',
    madeAt: NOON,
    due: NOON + 247_000,
    every: 600_000,
    until: null,
    kept: 0,
    state: 'open',
    ...changes,
  }
}

/** A lesson with one of everything. */
export const LESSON: readonly Entry[] = [
  entry('e01', 0, { who: 'notice', kind: 'notice', text: 'Started on this page.' }),
  entry('e02', 41, {
    kind: 'remark',
    remark: 'r1',
    text: 'Look at line 2: did both terms in the bracket get the 2?',
  }),
  entry('e03', 66, { who: 'person', text: 'oh, so it should be 2x + 6?' }),
  entry('e04', 68, { text: 'Yes. The 2 goes to both: $2(x+3) = 2x + 6$. Carry on from there.' }),
  entry('e05', 130, {
    kind: 'remark',
    remark: 'r2',
    text: 'Line 4 loses a sign when 6 crosses over.',
  }),
  entry('e06', 170, { who: 'person', text: 'find “distributive” on this page' }),
  entry('e07', 171, {
    text: 'It stands in two places.',
    places: [
      { mark: 'm1', quote: 'The distributive law says that a factor multiplies each term' },
      { mark: 'm2', quote: 'distributive' },
    ],
  }),
  entry('e08', 600, { kind: 'reminder', text: 'Stretch your back.' }),
]

/** `count` entries called e10000, e10001, …; of every tenth, a remark with a card that is called r10000, …. */
export function longLesson(count: number): { entries: Entry[]; remarks: Remark[] } {
  const places = Array.from({ length: count }, (_, index) => index)
  const withCard = (index: number) => index % 10 === 0
  return {
    entries: places.map((index) =>
      withCard(index)
        ? entry(`e${10_000 + index}`, index, {
            kind: 'remark',
            remark: `r${10_000 + index}`,
            text: `Look at line ${index}: did both terms in the bracket get the 2?`,
          })
        : entry(`e${10_000 + index}`, index, {
            who: index % 3 === 0 ? 'person' : 'tutor',
            text: `Sentence ${index}. ${'It goes on for a while. '.repeat(index % 7)}`,
          }),
    ),
    remarks: places.filter(withCard).map((index) => remark(`r${10_000 + index}`)),
  }
}
