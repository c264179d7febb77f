import { type ReadonlySignal, signal, useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { ConfigurationChange, ConfigurationShown } from '../../../shared/thoughts/configuration.ts'
import type { Health } from '../../../shared/thoughts/meeting.ts'
import type { Unreached } from '../../reasoner/backend-door.ts'
import type { Pairing } from '../../reasoner/backend-session.ts'
import { writePairing } from '../../store/backend-pairing.ts'
import { useKeptFocus } from '../kept-focus.ts'
import { language, backendMessages as texts } from '../messages.ts'
import type { SettingsDoors } from '../settings-page.tsx'
import { type Deed, UndoBar } from '../undo-bar.tsx'
import { LimitSettings } from './limit-settings.tsx'
import { PairingForm } from './pairing-form.tsx'
import { ProviderSettings } from './provider-settings.tsx'
import type { Said } from './said.tsx'
import { SearchSettings } from './search-settings.tsx'

/** While a model is downloaded its progress is asked for so often (ms). */
const PROGRESS_MS = 1000

export interface Reached {
  health: Health
  configuration: ConfigurationShown
  port: number
}
export type Looked = 'looking' | Unreached | Reached

interface Props {
  doors: SettingsDoors
  /** undefined while it is read; null: not paired. */
  pairing: ReadonlySignal<Pairing | null | undefined>
}

/** The reasoner's backend: paired or not, what it has to think and to search with, and how that is changed. */
export function BackendSection({ doors, pairing }: Props) {
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const paired = pairing.value
  const unpair = () => {
    if (!paired) return
    void writePairing(doors.database, null)
    deed.value = { says: texts.unpaired, undo: () => void writePairing(doors.database, paired) }
  }
  return (
    <section aria-labelledby="backend" ref={container} data-backend={paired ? 'paired' : 'not-paired'}>
      <h2 id="backend">{texts.title}</h2>
      <p>{texts.how}</p>
      {paired === null && <PairingForm pair={doors.backend.pair} />}
      {paired && <Paired key={paired.token} doors={doors} />}
      {paired && (
        <button type="button" class="button" onClick={unpair}>
          {texts.unpair}
        </button>
      )}
      <UndoBar deed={deed} />
    </section>
  )
}

function Paired({ doors }: { doors: SettingsDoors }) {
  const [looked] = useState(() => signal<Looked>('looking'))
  const look = async () => {
    looked.value = await doors.backend.look(language.value)
  }
  const now = looked.value
  const downloading = typeof now !== 'string' && now.health.providers.some((it) => it.state === 'downloading')
  useEffect(() => {
    void look()
    const again = () => {
      if (document.visibilityState === 'visible') void look()
    }
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [language.value])
  useEffect(() => {
    if (!downloading) return
    const timer = setInterval(() => void look(), PROGRESS_MS)
    return () => clearInterval(timer)
  }, [downloading])
  const change = async (change: ConfigurationChange): Promise<Said> => {
    const why = await doors.backend.change(change)
    await look()
    return { says: () => (why === null ? texts.saved : texts.why[why]), failed: why !== null }
  }
  if (now === 'looking') return <p role="status">{texts.looking}</p>
  if (typeof now === 'string')
    return (
      <p role="status" data-unreached={now}>
        {texts.why[now]}
      </p>
    )
  return (
    <>
      <p role="status" data-reached>
        {texts.paired} {texts.at(now.port)}
      </p>
      <ProviderSettings reached={now} change={change} />
      <SearchSettings reached={now} change={change} />
      <LimitSettings configuration={now.configuration} change={change} />
    </>
  )
}
