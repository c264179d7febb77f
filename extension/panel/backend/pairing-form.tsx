import { useSignal } from '@preact/signals'
import type { Backend, Unreached } from '../../reasoner/backend-door.ts'
import { backendMessages as texts } from '../messages.ts'

/** A field for the code that stands in the terminal. */
export function PairingForm({ pair }: Pick<Backend, 'pair'>) {
  const state = useSignal<'pairing' | Unreached | null>(null)
  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form).get('code')
    state.value = 'pairing'
    state.value = await pair(typeof typed === 'string' ? typed : '')
  }
  const { value } = state
  return (
    <form
      class="backend-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      <p>{texts.start}</p>
      <label>
        {texts.code}
        <input
          name="code"
          required
          maxLength={40}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={value === 'wrong-code'}
          aria-describedby="pairing-state"
        />
      </label>
      <button type="submit" class="button" disabled={value === 'pairing'}>
        {texts.pair}
      </button>
      <p role="status" id="pairing-state" data-pairing={value ?? ''}>
        {value === 'pairing' ? texts.pairing : value !== null && texts.why[value]}
      </p>
    </form>
  )
}
