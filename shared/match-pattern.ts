/**
 * Whether an origin is covered by one of Chrome's match patterns (scheme://host/path). Patterns know no port,
 * so any port of the host counts.
 */
export function matchesPattern(origin: string, pattern: string): boolean {
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? []
  if (scheme === undefined || host === undefined || !URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  if (scheme !== '*' && protocol !== `${scheme}:`) return false
  if (host === '*') return true
  const domain = host.startsWith('*.') ? host.slice(2) : null
  return domain === null ? hostname === host : hostname === domain || hostname.endsWith(`.${domain}`)
}
