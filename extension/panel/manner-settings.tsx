import { EarlySchema, type Manner } from '../../shared/manner.ts'
import type { PanelToLoop } from '../../shared/messages/panel-message.ts'
import { DecimalSchema, TimesSchema } from '../../shared/notation.ts'
import { settingsMessages as texts } from './messages.ts'
import type { SettingsDoors } from './settings-page.tsx'

type Change = Extract<PanelToLoop, { kind: 'manner' }>['change']

/** When Aside speaks, and how it writes numbers and products. The loop writes what is chosen here; the page shows what it wrote. */
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
      <Choice
        name="early"
        legend={texts.early}
        options={EarlySchema.options}
        labels={texts.earlyChoices}
        chosen={manner.early}
        choose={(early) => change({ early })}
      />
      <Choice
        name="decimal"
        legend={texts.decimal}
        options={DecimalSchema.options}
        labels={texts.decimalChoices}
        chosen={manner.decimal}
        choose={(decimal) => change({ decimal })}
      />
      <Choice
        name="times"
        legend={texts.times}
        options={TimesSchema.options}
        labels={texts.timesChoices}
        chosen={manner.times}
        choose={(times) => change({ times })}
      />
      <p class="quietly">{texts.notationHow}</p>
      <p role="status">{loop.presence.value === null && texts.silent}</p>
    </section>
  )
}

interface ChoiceProps<Option extends string> {
  name: string
  legend: string
  options: readonly Option[]
  labels: Readonly<Record<Option, string>>
  chosen: Option
  choose: (option: Option) => void
}

/** One of a few, as radio buttons. */
function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { name, legend, options, labels, chosen, choose } = props
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label class="switch" key={option}>
          <input type="radio" name={name} checked={chosen === option} onChange={() => choose(option)} />
          {labels[option]}
        </label>
      ))}
    </fieldset>
  )
}
