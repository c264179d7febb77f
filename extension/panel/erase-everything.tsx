import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages, settingsMessages as texts } from './messages.ts'
import type { SettingsDoors } from './settings-page.tsx'

interface Props {
  doors: Pick<SettingsDoors, 'erase' | 'keepEverything'>
  /** When everything is erased, ms since the epoch; null: it is not to be. */
  erasure: ReadonlySignal<number | null | undefined>
}

/** Erases everything after one question; for some seconds it can be kept after all, also from a page opened since. */
export function EraseEverything({ doors, erasure }: Props) {
  const question = useRef<HTMLDialogElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const outcome = useSignal<'erased' | 'eraseFailed' | 'eraseKept' | 'eraseTooLate' | null>(null)
  const soon = (erasure.value ?? null) !== null
  const was = useRef(soon)
  useLayoutEffect(() => {
    if (was.current && !soon) outcome.value ??= 'erased'
    was.current = soon
  }, [soon])
  const close = () => question.current?.close()
  const confirmed = async () => {
    close()
    outcome.value = null
    try {
      if ((await doors.erase()) === 'gone') outcome.value = 'erased'
    } catch {
      outcome.value = 'eraseFailed'
    }
  }
  const keep = async () => {
    button.current?.focus()
    // Not said before the database agrees, and then at once.
    outcome.value = 'eraseKept'
    if (!(await doors.keepEverything().catch(() => false))) outcome.value = 'eraseTooLate'
  }
  return (
    <>
      <button ref={button} type="button" class="button final" onClick={() => question.current?.showModal()}>
        {texts.erase}
      </button>
      <div role="status" class="undo">
        {soon && (
          <p data-undo data-erasing>
            {texts.erasing}{' '}
            <button type="button" class="quiet-button" onClick={() => void keep()}>
              {messages.undo}
            </button>
          </p>
        )}
        {!soon && outcome.value !== null && <p>{texts[outcome.value]}</p>}
      </div>
      <dialog ref={question} aria-labelledby="erase-question">
        <p id="erase-question">{texts.eraseSure}</p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={close}>
            {texts.eraseNo}
          </button>
          <button type="button" class="button final" onClick={confirmed}>
            {texts.eraseYes}
          </button>
        </div>
      </dialog>
    </>
  )
}
