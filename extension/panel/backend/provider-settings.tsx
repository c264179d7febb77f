import { type ConfigurationChange, PROVIDERS } from '../../../shared/thoughts/configuration.ts'
import type { Health } from '../../../shared/thoughts/meeting.ts'
import { backendMessages as texts } from '../messages.ts'
import type { Reached } from './backend-section.tsx'
import { EmbeddedSettings } from './embedded-settings.tsx'
import { How } from './how.tsx'
import { type Said, SaidLine, useSaid } from './said.tsx'
import { AddressForm, KeyForm, ModelForm } from './setting-form.tsx'

interface Props {
  reached: Reached
  change(change: ConfigurationChange): Promise<Said>
}

/** Who thinks now, who could, and how to get them. */
export function ProviderSettings({ reached: { health, configuration }, change }: Props) {
  const { model, providers } = health
  const { said, tell } = useSaid()
  return (
    <fieldset data-providers>
      <legend>{texts.model}</legend>
      <p data-model={model === null ? '' : model.provider}>
        {model === null ? texts.noModel : texts.thinks(model.name, model.local)}
      </p>
      <label class="kept-for">
        {texts.provider}
        <select
          name="provider"
          class="choice"
          value={configuration.provider ?? ''}
          disabled={configuration.fixed.includes('provider')}
          onChange={({ currentTarget }) => {
            const provider = PROVIDERS.find((id) => id === currentTarget.value) ?? null
            tell(change({ provider }))
          }}
        >
          <option value="">{texts.first}</option>
          {PROVIDERS.map((id) => (
            <option key={id} value={id}>
              {nameOf(providers.find((it) => it.id === id) ?? { id, name: id })}
            </option>
          ))}
        </select>
      </label>
      {configuration.fixed.includes('provider') && <p class="quietly">{texts.fixed}</p>}
      <SaidLine said={said} />
      <ul class="providers">
        {providers.map((provider) => (
          <li key={provider.id} data-provider={provider.id} data-state={provider.state}>
            <Provider provider={provider} configuration={configuration} change={change} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Makers have one name everywhere; what is no maker is called by what it is. */
function nameOf({ id, name }: { id: string; name: string }): string {
  return id === 'embedded' || id === 'compatible' ? texts.names[id] : name
}

interface ProviderProps {
  provider: Health['providers'][number]
  configuration: Reached['configuration']
  change: Props['change']
}

function Provider({ provider, configuration, change }: ProviderProps) {
  const { id, state, how, progress } = provider
  const name = nameOf(provider)
  const fixed = (field: string) => configuration.fixed.includes(`providers.${id}.${field}`)
  const known = PROVIDERS.find((each) => each === id)
  const set = (what: { key: string | null } | { address: string | null } | { model: string | null }) =>
    change({ providers: { [id]: what } })
  return (
    <details>
      <summary>
        {name} <span class="quietly">{texts.state[state]}</span>
      </summary>
      {how !== undefined && <How text={how} />}
      {progress !== undefined && state === 'downloading' && (
        <progress aria-label={texts.state.downloading} max={1} value={progress} />
      )}
      {known === 'embedded' && <EmbeddedSettings {...{ provider, configuration, change }} />}
      {known !== undefined && known !== 'embedded' && (
        <>
          {known !== 'ollama' && (
            <KeyForm
              name={`key-${known}`}
              label={texts.keyOf(name)}
              hasKey={configuration.providers[known].hasKey}
              fixed={fixed('key')}
              keep={(key) => set({ key })}
            />
          )}
          {(known === 'ollama' || known === 'compatible') && (
            <AddressForm
              name={`address-${known}`}
              label={texts.addressOf(name)}
              value={configuration.providers[known].address}
              fixed={fixed('address')}
              keep={(address) => set({ address })}
            />
          )}
          <ModelForm
            name={`model-${known}`}
            label={texts.modelOf(name)}
            value={configuration.providers[known].model}
            fixed={fixed('model')}
            keep={(model) => set({ model })}
          />
        </>
      )}
    </details>
  )
}
