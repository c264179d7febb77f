import { isMarked } from './agenda.ts'
import { type LoopState, type TutoringState, tutoringOf } from './loop-state.ts'

/** What the loop itself knows of a tab and a thought takes along, a sentence each. */
export interface ThoughtContext {
  /** What checkers have found and still stands. */
  facts: string[]
  /** What the person has written, as far as it is known. */
  noticed: string[]
}

/** Of the tab in which a question is asked. */
export function contextOf(state: LoopState, tutoring: TutoringState | undefined): ThoughtContext {
  return {
    facts: factsOf(state, tutoring, 'Line'),
    noticed: writtenIn(tutoring).map((text) => `The person has written: ${text}`),
  }
}

/** Of other tabs that go along: each sentence names its tab. */
export function contextOfTabs(state: LoopState, tabs: readonly string[]): ThoughtContext {
  const known = tabs.flatMap((id) => tutoringOf(state, id) ?? [])
  const nameOf = ({ row }: TutoringState) => `In the tab “${row.title.slice(0, 100)}”`
  return {
    facts: known.flatMap((each) => factsOf(state, each, `${nameOf(each)}, line`)),
    noticed: known.flatMap((each) =>
      writtenIn(each).map((text) => `${nameOf(each)} the person has written: ${text}`.slice(0, 500)),
    ),
  }
}

function factsOf(state: LoopState, tutoring: TutoringState | undefined, line: string): string[] {
  const items = tutoring?.agenda.filter((item) => isMarked(state, item)) ?? []
  return items
    .slice(-10)
    .map((item) => `${line} ${item.index + 1} (“${item.line}”): ${item.remark.evidence.text}`.slice(0, 1_000))
}

function writtenIn(tutoring: TutoringState | undefined): string[] {
  const fields = tutoring?.fields.filter(({ edited, text }) => edited && text.trim() !== '') ?? []
  return fields
    .toSorted((a, b) => b.editedAt - a.editedAt)
    .slice(0, 2)
    .map(({ text }) => text.slice(0, 450))
}
