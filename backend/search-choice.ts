import type { Configuration } from './configuration.ts'
import type { SearchChoice } from './search/engines.ts'

/** The engine that is configured and has what it needs; else MediaWiki, which needs nothing. */
export function searchChoice({ engine, key, address }: Configuration['search']): SearchChoice {
  if (engine === 'searxng' && address !== null) return { engine, address }
  if ((engine === 'brave' || engine === 'tavily' || engine === 'exa') && key !== null) return { engine, key }
  const own = engine === 'mediawiki' || engine === null ? address : null
  return own === null ? { engine: 'mediawiki' } : { engine: 'mediawiki', address: own }
}
