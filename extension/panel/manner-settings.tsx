import type { Early, Manner } from '../../shared/manner.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { settingsMessages as texts } from './messages.ts'
import type { SettingsDoors } from './settings-page.tsx'

type Change = Extract<PanelToLoop, { kind: 'manner' }>['change']

const EARLY: readonly Early[] = ['at-once', 'pause', 'long']

/** When Aside speaks. The loop writes what is chosen here; the page shows what it wrote. */
export function MannerSettings({ doors, manner }: { doors: SettingsDoors; manner: Manner }) {
  const { loop, now } = doors
  const change = (change: Change) => loop.post({ kind: 'manner', at: now(), change })
  return (
    <section aria-labelledby="manner">
      <h2 id="manner">{texts.manner}</h2>
      <label class="switch">
        <input
          type="checkbox"
          name="exam"
          checked={manner.exam}
          onChange={({ currentTarget }) => change({ exam: currentTarget.checked })}
        />
        {texts.exam}
      </label>
      <p class="quietly">{texts.examHow}</p>
      <fieldset>
        <legend>{texts.early}</legend>
        {EARLY.map((early) => (
          <label class="switch" key={early}>
            <input
              type="radio"
              name="early"
              checked={manner.early === early}
              onChange={() => change({ early })}
            />
            {texts.earlyChoices[early]}
          </label>
        ))}
      </fieldset>
      <p role="status">{loop.presence.value === null && texts.silent}</p>
    </section>
  )
}
