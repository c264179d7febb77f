import { bytesOf, CATALOGUE, DEFAULT_MODEL } from '../../../models/catalogue.ts'
import type { ConfigurationChange } from '../../../shared/thoughts/configuration.ts'
import type { Health } from '../../../shared/thoughts/meeting.ts'
import { backendMessages as texts } from '../messages.ts'
import { sizeOf } from '../size-of.ts'
import type { Reached } from './backend-section.tsx'
import { type Said, SaidLine, useSaid } from './said.tsx'

interface Props {
  provider: Health['providers'][number]
  configuration: Reached['configuration']
  change(change: ConfigurationChange): Promise<Said>
}

/** The model that comes with Aside: which, and its download, to which each one is agreed to by itself. */
export function EmbeddedSettings({ provider: { state, bytes }, configuration, change }: Props) {
  const { said, tell } = useSaid()
  const isFixed = configuration.fixed.includes('embedded.model')
  const chosen = configuration.embedded.model ?? DEFAULT_MODEL
  const model = CATALOGUE.find(({ id }) => id === chosen)
  const download = (download: boolean) => tell(change({ embedded: { download } }))
  return (
    <>
      <label class="kept-for">
        {texts.modelChoice}
        <select
          name="embedded-model"
          class="choice"
          value={chosen}
          disabled={isFixed}
          onChange={({ currentTarget }) => tell(change({ embedded: { model: currentTarget.value } }))}
        >
          {model === undefined && <option value={chosen}>{chosen}</option>}
          {CATALOGUE.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name} ({sizeOf(bytesOf(each))})
            </option>
          ))}
        </select>
      </label>
      {isFixed ? (
        <p class="quietly">{texts.fixed}</p>
      ) : (
        model !== undefined && <p class="quietly">{texts.modelUse[model.id]}</p>
      )}
      {state === 'not-downloaded' && bytes !== undefined && (
        <button type="button" class="button" onClick={() => download(true)}>
          {texts.download(sizeOf(bytes))}
        </button>
      )}
      {state === 'downloading' && (
        <button type="button" class="button" onClick={() => download(false)}>
          {texts.downloadStop}
        </button>
      )}
      <SaidLine said={said} />
    </>
  )
}
