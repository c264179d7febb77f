import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { settingsMessages as texts } from './messages.ts'

/** Erases everything after one question. */
export function EraseEverything({ erase }: { erase(): Promise<void> }) {
  const question = useRef<HTMLDialogElement>(null)
  const outcome = useSignal<'erased' | 'failed' | null>(null)
  const close = () => question.current?.close()
  const confirmed = async () => {
    close()
    try {
      await erase()
      outcome.value = 'erased'
    } catch {
      outcome.value = 'failed'
    }
  }
  return (
    <>
      <button type="button" class="button final" onClick={() => question.current?.showModal()}>
        {texts.erase}
      </button>
      <p role="status">
        {outcome.value === 'erased' && texts.erased}
        {outcome.value === 'failed' && texts.eraseFailed}
      </p>
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
