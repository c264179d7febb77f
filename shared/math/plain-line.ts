/** ~~3x = 5~~, \cancel{3x = 5}, and letters with a stroke through each. */
const STRUCK = /~~(?=\S)[^~]+~~|<(s|del|strike)>.*?<\/\1>|(?:\S\u0336\s?)+/gu
const ALL_STRUCK = /^\s*\\(?:[bx]?cancel|sout|st)\s*\{(.*)\}\s*$/
/** $3x = 5$, \(3x = 5\): the whole line between the marks of TeX. */
const FRAMED = /^\s*(?:\$\$?([^$]+)\$\$?|\\\(((?:(?!\\\)).)+)\\\)|\\\[((?:(?!\\\]).)+)\\\])\s*[.,;]?\s*$/
/** A bullet, "Q:", "Ans:", which say nothing of the mathematics after them. */
const LEAD = /^\s*(?:[•▪◦‣►▸➤]\s*)?(?:(?:Q|A|Ans|Sol|Lsg|Frage|Antwort)\s*[:.]\s+(?=\S))?/
/** "back in (1):", "from (A):": the line that this one comes from. */
const SOURCE =
  /^\s*(?:(?:so|also|now|then|and|back|put|sub|insert|substitute|dann|zurück)\s+)*(?:in|into|from|in|aus|using)\s+\(?(?:[1-9]|[A-D]|I{1,3})\)?\s*:\s+(?=\S)/i
/** What ends a sentence or ticks it off, but no dots. */
const END = /(?:(?<![\s.…])[.,;])?[\s✓✔☑]*$/u
/** x1,2 = −3 ± 5, x_{1/2} = …: both values of x at once. */
const BOTH =
  /(?<![\p{L}\\_])([a-zA-Z])(?:_?\{1\s*[,;/]\s*2\}|_?1\s?[,;/]\s?_?2|₁\s?[,;/]\s?₂)(?=\s*(?:=|\\approx|≈).*(?:±|\\pm|\+\s?[/-]))/gu
const LONGEST = 2000
/** A word of which nothing follows; an empty line would part two exercises. */
const NOTHING = 'crossed out'

/** The line without its frame, its bullet and its full stop, and without what was crossed out. */
export function plainLine(line: string): string {
  if (line.length > LONGEST) return line
  const rest = STRUCK.test(line) ? line.replace(STRUCK, ' ') : line
  STRUCK.lastIndex = 0
  if (line.trim() !== '' && rest.trim() === '') return NOTHING
  const framed = FRAMED.exec(rest)
  const inner = framed ? (framed[1] ?? framed[2] ?? framed[3] ?? '') : rest
  const struck = ALL_STRUCK.exec(inner)?.[1]
  if (struck !== undefined && isBalanced(struck)) return NOTHING
  const plain = inner.replace(LEAD, '').replace(SOURCE, '')
  return (plain.slice(0, plain.search(END)) || plain).replace(BOTH, '$1')
}

/** Not \cancel{2}x + \cancel{2}. */
function isBalanced(inner: string): boolean {
  let depth = 0
  for (const char of inner) {
    if (char === '{') depth++
    if (char === '}' && --depth < 0) return false
  }
  return depth === 0
}
