/** A line of mathematics within a sentence: LaTeX between dollars, which the panel sets; anything else as it stands. */
export const quoted = (line: string): string => (/[\\^_{]/.test(line) ? `$${line}$` : line)
