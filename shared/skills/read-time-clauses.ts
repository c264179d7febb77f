import { ClauseReader, type PlacedClause, type ReadClause } from './clause-reader.ts'
import { readCue } from './cues/read-cue.ts'
import { readLimit, readUntil } from './read-limit.ts'
import { readEvery, readTimes } from './read-repetition.ts'
import { readAfter, readAt, readBare, readIdle, readRelative, readShown, readStart } from './read-start.ts'
import type { SkillContext } from './skill.ts'

/** In this order: what comes first would be read as a part of something else later. */
const READERS: readonly ReadClause[] = [
  readRelative,
  readCue,
  readIdle,
  readShown,
  readTimes,
  readEvery,
  readUntil,
  readStart,
  readLimit,
  readAfter,
  readBare,
  readAt,
]

/** Every expression of time in a text, from left to right, none overlapping. */
export function readTimeClauses(
  text: string,
  clock: Pick<SkillContext, 'now' | 'timeZone'>,
  quotes: readonly string[] = [],
): PlacedClause[] {
  const reader = new ClauseReader(text, clock, quotes)
  const clauses: PlacedClause[] = []
  for (let at = 0; at < reader.words.length; ) {
    const read = READERS.values()
      .map((readClause) => readClause(reader, at))
      .find((found) => found !== null)
    const start = reader.words[at]?.start
    const end = reader.words[(read?.next ?? 0) - 1]?.end
    if (!read || start === undefined || end === undefined) at++
    else {
      clauses.push({ ...read.value, start, end })
      at = Math.max(read.next, at + 1)
    }
  }
  return clauses
}
