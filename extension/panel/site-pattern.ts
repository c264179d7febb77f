/** The match pattern of an origin, every port of it; null for pages that can't be allowed. */
export function sitePattern(origin: string): string | null {
  if (!URL.canParse(origin)) return null
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null
}

/** The host that a pattern of `sitePattern` stands for. */
export const siteOf = (pattern: string) => pattern.replace(/^https?:\/\//, '').replace(/\/\*$/, '')
