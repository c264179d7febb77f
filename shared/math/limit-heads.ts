/** What stands under a limit: x→1, _{x \\to 1}, _(n -> oo). */
const HEAD =
  /^\s*(?:_\s*)?(?:\{[^{}]*\}|\([^()]*(?:→|->|\\to)[^()]*\)|[a-zA-Z]\s*(?:→|->|\\to)\s*[-−+]?\s*(?:\\infty|[\w.∞π]+))/

/** "lim (x + 2)" on a later line is the limit that was written out before. */
export function withLimits(lines: readonly string[]): readonly string[] {
  let head: string | null = null
  return lines.map((line) => {
    if (!line.includes('lim') || line.length > 400) return line
    return line.replace(/(\\?)\blim\b(?![a-z])/g, (name, _, at: number) => {
      const own = HEAD.exec(line.slice(at + name.length))?.[0]
      if (own !== undefined) head = own
      return own === undefined && head !== null ? `${name}${head} ` : name
    })
  })
}
