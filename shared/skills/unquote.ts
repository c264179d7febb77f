/** The text inside one pair of quotation marks that encloses all of it. */
export function unquote(text: string): string {
  const trimmed = text.trim()
  const inside = /^(["'“‘`])([^"“”]+)["'”’`][.!?,]?$/.exec(trimmed)
  return (inside?.[2] ?? trimmed).trim()
}
