import { type ConfigurationChange, PROVIDERS } from '../../../shared/thoughts/configuration.ts'
import type { Health } from '../../../shared/thoughts/meeting.ts'
import { backendMessages as texts } from '../messages.ts'
import { sizeOf } from '../size-of.ts'
import type { Reached } from './backend-section.tsx'
import { AddressForm, KeyForm } from './key-form.tsx'

interface Props {
  reached: Reached
  change(change: ConfigurationChange): Promise<void>
}

/** Who thinks now, who could, and how to get them. */
export function ProviderSettings({ reached: { health, configuration }, change }: Props) {
  const { model, providers } = health
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
            void change({ provider })
          }}
        >
          <option value="">{texts.first}</option>
          {PROVIDERS.map((id) => (
            <option key={id} value={id}>
              {providers.find((it) => it.id === id)?.name ?? id}
            </option>
          ))}
        </select>
      </label>
      {configuration.fixed.includes('provider') && <p class="quietly">{texts.fixed}</p>}
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

interface ProviderProps {
  provider: Health['providers'][number]
  configuration: Reached['configuration']
  change: Props['change']
}

function Provider({
  provider: { id, name, state, how, progress, bytes },
  configuration,
  change,
}: ProviderProps) {
  const fixed = (field: string) => configuration.fixed.includes(`providers.${id}.${field}`)
  const known = PROVIDERS.find((each) => each === id)
  return (
    <details>
      <summary>
        {name} <span class="quietly">{texts.state[state]}</span>
      </summary>
      {how !== undefined && (
        <p class="quietly" dir="auto">
          {how}
        </p>
      )}
      {progress !== undefined && state === 'downloading' && (
        <progress aria-label={texts.state.downloading} max={1} value={progress} />
      )}
      {known === 'embedded' && state === 'not-downloaded' && (
        <button type="button" class="button" onClick={() => void change({ embedded: { download: true } })}>
          {texts.download(bytes === undefined ? '?' : sizeOf(bytes))}
        </button>
      )}
      {known === 'embedded' && state === 'downloading' && (
        <button type="button" class="button" onClick={() => void change({ embedded: { download: false } })}>
          {texts.downloadStop}
        </button>
      )}
      {known !== undefined && known !== 'embedded' && (
        <>
          {known !== 'ollama' && (
            <KeyForm
              name={`key-${known}`}
              label={texts.keyOf(name)}
              hasKey={configuration.providers[known].hasKey}
              fixed={fixed('key')}
              keep={(key) => void change({ providers: { [known]: { key } } })}
            />
          )}
          {(known === 'ollama' || known === 'compatible') && (
            <AddressForm
              name={`address-${known}`}
              label={texts.addressOf(name)}
              value={configuration.providers[known].address}
              fixed={fixed('address')}
              keep={(address) => void change({ providers: { [known]: { address } } })}
            />
          )}
        </>
      )}
    </details>
  )
}
