import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { readRedacted } from '../store/read-redacted.ts'
import type { Remark } from '../store/rows.ts'
import { messages } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'
import { fileName, saveFile } from './save-file.ts'

/** Offers what led to a wrong remark as a file that may be shared: all that is in it is shown before it is saved. */
export function ShareTrace({ doors, remark }: { doors: ConversationDoors; remark: Remark }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const preview = useSignal<string | null>(null)
  const title = `share-${remark.id}`
  const open = async () => {
    const redacted = await readRedacted(doors.database, remark).catch(() => null)
    preview.value = redacted === null ? null : JSON.stringify(redacted, null, 2)
    dialog.current?.showModal()
  }
  const close = () => dialog.current?.close()
  const save = () => {
    if (preview.value !== null)
      saveFile(fileName('trace', doors.now(), 'json'), 'application/json', `${preview.value}\n`)
    close()
  }
  return (
    <>
      <button type="button" class="quiet-button" onClick={() => void open()}>
        {messages.shareTrace}
      </button>
      <dialog ref={dialog} class="share" aria-labelledby={title}>
        <p id={title}>
          {preview.value === null
            ? messages.shareGone
            : messages.shareWhat[remark.kind === 'copy' ? 'copy' : 'step']}
        </p>
        {preview.value !== null && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
          <section tabIndex={0} aria-label={messages.sharePreview}>
            <pre data-preview>{preview.value}</pre>
          </section>
        )}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={close}>
            {preview.value === null ? messages.close : messages.cancel}
          </button>
          {preview.value !== null && (
            <button type="button" class="button" onClick={save}>
              {messages.shareSave}
            </button>
          )}
        </div>
      </dialog>
    </>
  )
}
