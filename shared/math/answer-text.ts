/** 0,375: one number. */
export const isDecimal = (text: string): boolean => /^\s*[-−]?\d+,\d+\s*(?:[a-z%°€].*)?$/.test(text)

/** 1/2x: the half of x, or one over 2x. */
export const isTwofold = (text: string): boolean => /[/÷]\s*\d+[a-zA-Z(]/.test(text)

/** Amounts of money are not converted. */
export const currencies = (text: string): string =>
  (text.match(/[€$£¢]|\bct\b|\bcents?\b/gi) ?? []).sort().join()
