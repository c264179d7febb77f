/** e is a variable in a working that names it and has no power of e and no logarithm. */
export function usesLetterE(lines: readonly string[]): boolean {
  const text = lines.join('\n').slice(0, 4000)
  const named = /(?:^|[^\p{L}\\])e\s*=|\de\s*[-+−=]|[-+−=]\s*\d*e\s*[-+−=]|\be\s*[,:]/mu.test(text)
  return named && !/e\s*\^|e[⁰¹²³⁴-⁹ˣ⁻]|\\?ln|\\?log|\\?exp|∫|\\int|2[.,]718/.test(text)
}
