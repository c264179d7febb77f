import type { PlotWords } from '../plot.ts'
import { plainGerman } from './plain-german.ts'

const SURE =
  /^(?:plotte|(?:zeichne|zeig(?:e)?|skizziere|mal(?:e)?)(?: mir)?(?: bitte)? (?:den |einen )?(?:graph(?:en)?|plot|funktionsgraph(?:en)?)(?: (?:von|zu|der funktion|für))?)(?:\s+(?<of>.*))?$/i
const MAYBE = /^(?:zeichne|skizziere)(?: mir)?(?: bitte)?(?:\s+(?<of>.*))?$/i
const RANGE = /\s+(?:von|zwischen)\s+(?<from>\S+)\s+(?:bis|und)\s+(?<to>\S+)$/i
const THIS =
  /^(?:das|dies|es|diese (?:funktion|zeile|gleichung)|die (?:funktion|zeile|gleichung|markierung)|den graph(?:en)?)?$/i

/** A request to plot in German words; null when it is none. */
export function germanPlot(text: string): PlotWords | null {
  const plain = plainGerman(text)
  const sure = SURE.exec(plain)
  const match = sure ?? MAYBE.exec(plain)
  if (match === null) return null
  const range = RANGE.exec(match.groups?.of ?? '')
  const of = (match.groups?.of ?? '').replace(RANGE, '').trim()
  return {
    sure: sure !== null,
    of: THIS.test(of) ? null : of,
    from: range?.groups?.from,
    to: range?.groups?.to,
  }
}
