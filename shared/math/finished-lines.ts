import { PLAIN_READING, parseLine, type Reading } from './parse-line.ts'

/** Milliseconds since the last key, and between keys in the person's own rhythm (median). */
export type Typing = { sinceKeyMs: number; medianGapMs: number }

/** Shorter pauses happen inside a line. */
const SHORTEST_PAUSE_MS = 1200

/** Every line of a text, the empty rest after a last newline too. */
export const splitLines = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/)

/**
 * Splits text into lines and says whether the last one is done: by a newline after it, or by a pause after
 * something that parses whole. The empty rest after a last newline is no line.
 */
export function finishedLines(text: string, typing: Typing): { lines: string[]; lastFinished: boolean } {
  const lines = splitLines(text)
  const rest = lines.at(-1) ?? ''
  if (rest.trim() === '') {
    if (lines.length > 1) lines.pop()
    return { lines, lastFinished: lines.length > 0 && text.trim() !== '' }
  }
  return { lines, lastFinished: isPause(typing) && parsesWhole(rest) }
}

/** Whether the person has stopped writing for now. */
export function isPause({ sinceKeyMs, medianGapMs }: Typing): boolean {
  return sinceKeyMs >= Math.max(SHORTEST_PAUSE_MS, 2 * medianGapMs)
}

/** (2, −2) and (3, −3): points, which are no statement that can be parsed. */
const POINTS = /^(?:[LS]\s*=\s*\{?)?\s*(?:\([^()=]+[,;|][^()=]+\)[\s,;]*(?:and|und|or|oder)?\s*)+\}?$/

function parsesWhole(line: string): boolean {
  if (/\b(?:and|und|or|oder)\s*$/i.test(line)) return false
  const readings: Reading[] = /\d,\d/.test(line)
    ? [PLAIN_READING, { ...PLAIN_READING, decimalComma: 'always' }]
    : [PLAIN_READING]
  const whole = readings.some((reading) => {
    const parsed = parseLine(line, reading)
    return parsed.kind === 'statements' || parsed.why === 'prose'
  })
  return whole || (POINTS.test(line) && !/[,;]\s*$/.test(line))
}
