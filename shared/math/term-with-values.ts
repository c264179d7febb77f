const VALUES = String.raw`[a-zA-Z]\s*=\s*[-−]?[\d.,/]+(?:\s*(?:,|;|and|und|,\s*and)\s*[a-zA-Z]\s*=\s*[-−]?[\d.,/]+)*`
const WITH = new RegExp(
  String.raw`^([^=<>≤≥:]*[+\-−*·/^²³⁴][^=<>≤≥:]*?)\s*,?\s*\(?\b(?:for|with|when|if|at|where|für|mit|wenn|bei)\s+(${VALUES})\)?\s*$`,
  'u',
)

/** "x² − 2x for x = −4": the term, and what its letters are. */
export function termWithValues(line: string): { text: string; given?: string } {
  const [, text, given] = line.length < 300 ? (WITH.exec(line) ?? []) : []
  return text !== undefined && given !== undefined && !/\p{L}{3}/u.test(text)
    ? { text, given }
    : { text: line }
}
