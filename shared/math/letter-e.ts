/** e = 3, e = ±2: no value of the number e. */
const SOLVED = /(?:^|[^\p{L}\\])e(?:_?\d|[₁₂])?\s*=\s*[-−±]?\d+(?![.,]?\d)/mu
/** eˣ, e^{2x}, e^(−1): powers of the number e. */
const POWER = /e\s*\^\s*[{(]?\s*[-−]?\d*\s*[-−a-zA-Z(\\]|e[⁻ˣ]/

/** e is a variable in a working that names it and has no power of the number e and no logarithm. */
export function usesLetterE(lines: readonly string[]): boolean {
  const text = lines.join('\n').slice(0, 4000)
  const named = /(?:^|[^\p{L}\\])e\s*=|\de\s*[-+−=]|[-+−=]\s*\d*e\s*[-+−=]|\be\s*[,:]/mu.test(text)
  const powers = SOLVED.test(text) ? POWER : /e\s*\^|e[⁰¹²³⁴-⁹ˣ⁻]/
  return named && !powers.test(text) && !/\\?ln|\\?log|\\?exp|∫|\\int|2[.,]718/.test(text)
}
