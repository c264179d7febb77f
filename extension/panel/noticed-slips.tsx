import { useSignal } from '@preact/signals'
import type { Manner } from '../../shared/manner.ts'
import { ruleText } from '../../shared/math/slip-text.ts'
import type { NotedSlip } from '../../shared/practice/noted-slip.ts'
import { useKeptFocus } from './kept-focus.ts'
import { language, practiceMessages as texts } from './messages.ts'
import { RichText } from './rich-text.tsx'
import { saveFile } from './save-file.ts'
import type { SettingsDoors } from './settings-page.tsx'
import { type Deed, UndoBar } from './undo-bar.tsx'

interface Props {
  doors: SettingsDoors
  manner: Manner
  /** The last seen first. */
  noticed: readonly NotedSlip[]
}

/** The record of slips in plain words: each can be forgotten, and none need be kept. */
export function NoticedSlips({ doors, manner, noticed }: Props) {
  const { loop, now } = doors
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const forget = (rows: readonly NotedSlip[], says: string) => {
    loop.post({ kind: 'forget-slips', at: now(), slips: rows.map(({ id }) => id) })
    deed.value = { says, undo: () => loop.post({ kind: 'keep-slips', at: now(), rows: [...rows] }) }
  }
  return (
    <section aria-labelledby="noticed" ref={container}>
      <h2 id="noticed">{texts.noticed}</h2>
      <label class="switch">
        <input
          type="checkbox"
          name="record"
          checked={manner.record}
          onChange={({ currentTarget }) =>
            loop.post({ kind: 'manner', at: now(), change: { record: currentTarget.checked } })
          }
        />
        {texts.keep}
      </label>
      <p class="quietly">{texts.keepHow}</p>
      {noticed.length === 0 && <p class="quietly">{texts.none}</p>}
      <ul class="sites">
        {noticed.map((row) => {
          const rule = ruleText(row.id, language.value, manner)
          return (
            <li key={row.id} data-slip={row.id}>
              <span dir="auto">
                <RichText text={rule} />
                <br />
                <small>{figuresOf(row)}</small>
              </span>
              <button
                type="button"
                class="quiet-button"
                aria-label={texts.forgetOf(rule)}
                onClick={() => forget([row], texts.forgotten(rule))}
              >
                {texts.forget}
              </button>
            </li>
          )
        })}
      </ul>
      {noticed.length > 0 && (
        <p class="record-deeds">
          <button type="button" class="quiet-button" onClick={() => forget(noticed, texts.allForgotten)}>
            {texts.forgetAll}
          </button>
          <button
            type="button"
            class="quiet-button"
            onClick={() =>
              saveFile(
                'aside-slips.json',
                'application/json',
                JSON.stringify(
                  { format: 'aside-slips', version: 1, exportedAt: now(), slips: noticed },
                  null,
                  2,
                ),
              )
            }
          >
            {texts.saveFile}
          </button>
        </p>
      )}
      <UndoBar deed={deed} />
    </section>
  )
}

function figuresOf({ seen, corrected, lastSeen, card }: NotedSlip): string {
  const day = new Intl.DateTimeFormat(language.value, { day: 'numeric', month: 'long' })
  return [
    texts.seen(seen),
    ...(corrected > 0 ? [texts.corrected(corrected)] : []),
    texts.last(day.format(lastSeen)),
    texts.due(day.format(card.due)),
  ].join(', ')
}
