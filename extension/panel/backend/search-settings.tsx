import { type ConfigurationChange, ENGINES, type EngineId } from '../../../shared/thoughts/configuration.ts'
import { backendMessages as texts } from '../messages.ts'
import type { Reached } from './backend-section.tsx'
import { How } from './how.tsx'
import { type Said, SaidLine, useSaid } from './said.tsx'
import { AddressForm, KeyForm } from './setting-form.tsx'

const NAMES: Readonly<Record<EngineId, string>> = {
  mediawiki: 'Wikipedia',
  brave: 'Brave Search',
  tavily: 'Tavily',
  exa: 'Exa',
  searxng: 'SearXNG',
}

/** Also while they have none yet: until then MediaWiki is asked. */
const WITH_KEY: ReadonlySet<EngineId> = new Set(['brave', 'tavily', 'exa'])

interface Props {
  reached: Reached
  change(change: ConfigurationChange): Promise<Said>
}

/** What the web is searched with. */
export function SearchSettings({ reached: { health, configuration }, change }: Props) {
  const { engine, hasKey, address } = configuration.search
  const { said, tell } = useSaid()
  const fixed = (field: string) => configuration.fixed.includes(`search.${field}`)
  const name = engine === null ? health.search.name : NAMES[engine]
  return (
    <fieldset data-search>
      <legend>{texts.search}</legend>
      <p>{texts.searches(health.search.name)}</p>
      <label class="kept-for">
        {texts.searchChoice}
        <select
          name="engine"
          class="choice"
          value={engine ?? 'mediawiki'}
          disabled={fixed('engine')}
          onChange={({ currentTarget }) => {
            const chosen = ENGINES.find((id) => id === currentTarget.value) ?? null
            tell(change({ search: { engine: chosen } }))
          }}
        >
          {ENGINES.map((id) => (
            <option key={id} value={id}>
              {NAMES[id]}
            </option>
          ))}
        </select>
      </label>
      <SaidLine said={said} />
      {health.search.how !== undefined && <How text={health.search.how} />}
      {((engine !== null && WITH_KEY.has(engine)) || hasKey) && (
        <KeyForm
          name="search-key"
          label={texts.keyOf(name)}
          hasKey={hasKey}
          fixed={fixed('key')}
          keep={(key) => change({ search: { key } })}
        />
      )}
      {(engine === 'searxng' || engine === 'mediawiki' || address !== null) && (
        <AddressForm
          name="search-address"
          label={texts.addressOf(name)}
          value={address}
          fixed={fixed('address')}
          keep={(to) => change({ search: { address: to } })}
        />
      )}
    </fieldset>
  )
}
