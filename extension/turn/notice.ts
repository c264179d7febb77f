import type { Deed } from '../../shared/percepts/cue.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import type { DiaryItem } from '../../shared/skills/skill.ts'
import type { TutoringState } from './loop-state.ts'
import type { Work } from './work.ts'

/** Something that a cue may wait for, as this micro-turn noticed it. Line numbers count from 1 within their field. */
export type Noticed =
  | { what: 'lines'; before: number; after: number }
  | { what: 'judged'; right: boolean; line: number }
  | { what: 'written'; before: string; after: string }
  | { what: 'said'; text: string }
  /** The page says that the place of this cue has come into view. */
  | { what: 'reached'; promise: string }
  | { what: 'did'; deed: Deed }

/** What is remembered of the person's doings: so many, for so long (ms), in so many UTF-16 units each. */
const DIARY = 200
const DIARY_MS = 86_400_000
const DIARY_TEXT = 80
/** Doings of one kind that are no further apart are one (ms). */
const ONE_MS = 60_000
/** Verdicts on lines that are remembered, so that each line counts once. */
const JUDGED = 200

/** Puts one doing into the diary; what goes on is one item that grows. */
export function note(
  { state }: Work,
  { row }: TutoringState,
  what: DiaryItem['what'],
  at: number,
  text = '',
): void {
  const item = { tutoring: row.id, at, to: at, what, text: text.trim().slice(0, DIARY_TEXT) }
  const diary = (state.diary ?? []).filter((each) => each.to > state.now - DIARY_MS)
  const last = diary.findLast((each) => each.tutoring === row.id)
  const goesOn =
    (what === 'wrote' || what === 'scrolled') &&
    last?.what === what &&
    last.text === item.text &&
    at - last.to < ONE_MS
  state.diary = goesOn
    ? diary.map((each) => (each === last ? { ...each, to: Math.max(each.to, at) } : each))
    : [...diary.slice(-DIARY + 1), item]
}

/** Notices what the person did: counted, put into the diary where `what` is given, and told to the cues. */
export function noticeDeed(work: Work, tutoring: TutoringState, deed: Deed, at: number, text = ''): void {
  work.noticed.push({ what: 'did', deed })
  const noted = notedOf(tutoring)
  const { count = 0 } = noted.deeds[deed] ?? {}
  tutoring.noted = { ...noted, deeds: { ...noted.deeds, [deed]: { count: count + 1, at } } }
  if (deed !== 'began-writing' && deed !== 'cleared') note(work, tutoring, deed, at, text)
}

export function notedOf(tutoring: TutoringState | undefined): NonNullable<TutoringState['noted']> {
  return tutoring?.noted ?? { right: 0, wrong: 0, deeds: {} }
}

/** Counts the verdicts of a finding: each line once for each verdict, as often as it stands there. */
export function noticeJudged(work: Work, tutoring: TutoringState, finding: Finding, path: string): void {
  const { request, verdicts } = finding
  const stands = new Map<string, number>()
  for (const { verdict, line } of verdicts) {
    if (verdict === 'cannot-tell') continue
    const text = (request.lines[line] ?? '').trim().slice(0, DIARY_TEXT)
    const right = verdict === 'follows'
    const key = JSON.stringify([right, text])
    const here = (stands.get(key) ?? 0) + 1
    stands.set(key, here)
    const judged = tutoring.judged ?? []
    const known = judged.filter((each) => each.path === path && each.text === text && each.right === right)
    if (known.length >= here) continue
    tutoring.judged = [...judged.slice(-JUDGED + 1), { path, text, right }]
    const noted = notedOf(tutoring)
    tutoring.noted = right ? { ...noted, right: noted.right + 1 } : { ...noted, wrong: noted.wrong + 1 }
    work.noticed.push({ what: 'judged', right, line: line + 1 })
    note(work, tutoring, right ? 'right' : 'wrong', work.state.now, text)
  }
}
