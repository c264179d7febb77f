const BUILDER =
  /^\s*(?:[A-Z]\s*=\s*)?\\?\{\s*[a-z]\s*(?:(?:∈|\\in)\s*(?:[ℝℚℤℕ]|\\mathbb\s*\{?[RQZN]\}?)\s*)?(?:[:|∣]|\\mid)\s*([^{}]+?)\\?\}\s*$/u
const GOES_ON = /^\s*=\s*(?=\\?\{|[[\](])/

/** {x ∈ ℝ : x² = 9} and then = {3}: the claim x² = 9, and its solutions L = {3}. */
export function withSetBuilders(lines: readonly string[]): readonly string[] {
  let built = false
  return lines.map((line) => {
    const claim = BUILDER.exec(line)?.[1]
    if (claim !== undefined && /[=<>≤≥]/.test(claim)) {
      built = true
      return claim
    }
    return built ? line.replace(GOES_ON, 'L = ') : line
  })
}
