const VALUES = String.raw`[a-zA-Z]\s*=\s*[-−]?[\d.,/]+(?:\s*(?:,|;|and|und|,\s*and)\s*[a-zA-Z]\s*=\s*[-−]?[\d.,/]+)*`
const WITH = new RegExp(
  String.raw`^([^=<>≤≥:]*[+\-−*·/^²³⁴][^=<>≤≥:]*?)\s*,?\s*\(?\b(?:for|with|when|if|at|where|für|mit|wenn|bei)\s+(${VALUES})\)?\s*$`,
  'u',
)

/** "Evaluate …", "value of …": the term after them is meant. */
const ASKED =
  /^\s*(?:(?:please\s+)?(?:evaluate|calculate|compute|work out|find|berechne|bestimme|gesucht(?: ist)?:?|what is)\s+)?(?:the\s+|den\s+|der\s+)?(?:(?:value of|wert von|wert des terms)\s+)?(?=[^a-z]|[a-z](?![a-z]))/iu
/** "Setze x = 3 in −x² + 2x ein" */
const PUT_IN = new RegExp(
  String.raw`^\s*(?:setze|put|substitute|plug|sub|set)\s+(${VALUES})\s+(?:in|into)\s+(?:den term\s+|the term\s+|y\s*=\s*)?([^=<>≤≥:]*?[+\-−*·/^²³⁴][^=<>≤≥:]*?)(?:\s+ein)?\s*[.:]?\s*$`,
  'iu',
)

const LED = new RegExp(String.raw`^\s*(${VALUES})\s*:\s*([^=<>≤≥:]*?[+\-−*·/^²³⁴][^=<>≤≥:]*?)\s*$`, 'u')

/** "x² − 2x for x = −4": the term, and what its letters are. */
export function termWithValues(line: string): { text: string; given?: string } {
  if (line.length >= 300) return { text: line }
  const put = PUT_IN.exec(line)
  const bare = line.replace(ASKED, '')
  // a = −2: a³ + 3a
  const led = LED.exec(line)
  const [, text, given] =
    (put ?? led) ? [null, (put ?? led)?.[2], (put ?? led)?.[1]] : (WITH.exec(bare) ?? WITH.exec(line) ?? [])
  return text !== undefined && given !== undefined && !/\p{L}{3}/u.test(text)
    ? { text, given }
    : { text: line }
}
