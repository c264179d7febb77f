import type { Reading } from './parse-line.ts'
import { mayHavePointGroups } from './tokenize.ts'

const OTHER_READINGS: readonly Partial<Reading>[] = [
  { tightProducts: true },
  { decimalComma: true },
  { remark: true },
  { tightProducts: true, decimalComma: true },
  { decimalComma: 'always' },
]
const WITHOUT_COMMA: readonly Partial<Reading>[] = [{ tightProducts: true }, { remark: true }]
/** The same where the comma is first read as the decimal point, and as a separator too. */
const WITH_COMMA: readonly Partial<Reading>[] = [
  ...OTHER_READINGS,
  { decimalComma: false },
  { tightProducts: true, decimalComma: false },
]

/** Whether there may be other ways to read a line. */
export function isAmbiguous(written: string): boolean {
  if (mayHavePointGroups(written)) return true
  // The commas of [[1,2],[3,4]] part cells.
  const text = written.replace(/\[\s*\[[^[\]]*\](?:\s*,\s*\[[^[\]]*\])*\s*\]/g, 'M')
  return /[/÷]\s*\(?[\w.]+\)?\s*[a-zA-Z(√π]|\^\s*\d+\s*\/|\d,\d|[^\s(]\s+\([^()]*\)\s*$|:/.test(text)
}

/** All other ways to read a line whose first reading is this. */
export function otherReadings(
  text: string,
  first: Reading,
  sureCommas: boolean,
): readonly Partial<Reading>[] {
  const sure = sureCommas && first.decimalComma === 'always'
  const others = sure ? WITHOUT_COMMA : first.decimalComma ? WITH_COMMA : OTHER_READINGS
  if (!mayHavePointGroups(text)) return others
  const pointGroups = !first.pointGroups
  return [...others, ...[{}, ...others].map((other) => ({ ...other, pointGroups }))]
}
