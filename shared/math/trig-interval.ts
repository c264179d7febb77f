const EQUATION = /(?:\b|\\)(?:sin|cos|tan|cot)\s*(?:\^\{?2\}?|²)?\s*\(?\s*\d*\s*([a-zA-Zα-ωθφ])\b/u
/** The last words of a line: "auf [0; 2π[", "in the interval [0°, 360°)". */
const INTERVAL =
  /,?\s*(?:(?<!\\)\b(?:auf|on|in|im|over|for|für)\b|\\text\s*\{\s*(?:auf|on|in|im|for|für)\s*\})\s*(?:the |dem |das )?(?:[Ii]ntervall?\s*)?([[\](][^[\]();,=]+[;,][^[\]();,=]+[[\])])\s*[.:]?\s*$/

/** "cos x = 1/2 auf [0; 2π[" says in which interval x lies: as x ∈ [0; 2π[, which is read. */
export function withTrigInterval(line: string): string {
  const name = line.includes('=') && line.length < 300 ? EQUATION.exec(line)?.[1] : undefined
  return name === undefined ? line : line.replace(INTERVAL, (_, interval) => `, ${name} ∈ ${interval}`)
}
