import type { Configuration } from './configuration.ts'
import type { Lack } from './lack.ts'
import type { SearchChoice } from './search/engines.ts'

/** The engine that is configured and has what it needs; else MediaWiki, which needs nothing. */
export function searchChoice({ engine, key, address }: Configuration['search']): SearchChoice {
  if (engine === 'searxng' && address !== null) return { engine, address }
  if ((engine === 'brave' || engine === 'tavily' || engine === 'exa') && key !== null) return { engine, key }
  const own = engine === 'mediawiki' || engine === null ? address : null
  return own === null ? { engine: 'mediawiki' } : { engine: 'mediawiki', address: own }
}

/** What the engine lacks that is chosen; null: nothing. */
export function searchLack({ engine, key, address }: Configuration['search']): Lack | null {
  if (engine === 'searxng') return address === null ? { kind: 'searxng' } : null
  if (engine === null || engine === 'mediawiki') return null
  return key === null ? { kind: 'key', of: engine } : null
}
