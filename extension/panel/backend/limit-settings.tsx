import type { ConfigurationChange, LimitId } from '../../../shared/thoughts/configuration.ts'
import { backendMessages as texts } from '../messages.ts'
import type { Reached } from './backend-section.tsx'
import type { Said } from './said.tsx'
import { LimitForm } from './setting-form.tsx'

const LIMIT_IDS: readonly LimitId[] = ['seconds', 'tokens', 'cents']

interface Props {
  configuration: Reached['configuration']
  change(change: ConfigurationChange): Promise<Said>
}

/** What one answer may cost. */
export function LimitSettings({ configuration: { limits, fixed }, change }: Props) {
  return (
    <fieldset data-limits>
      <legend>{texts.limits}</legend>
      {LIMIT_IDS.map((id) => (
        <LimitForm
          key={id}
          id={id}
          value={limits[id]}
          fixed={fixed.includes(`limits.${id}`)}
          keep={(value) => change({ limits: { [id]: value } })}
        />
      ))}
      <p class="quietly">{texts.limitsHow}</p>
    </fieldset>
  )
}
