import type { ComponentChildren } from 'preact'
import { backendMessages as texts } from '../messages.ts'

interface Props {
  /** Of the field, unique on the page. */
  name: string
  label: string
  hasKey: boolean
  /** Whether the environment of the backend says it. */
  fixed: boolean
  /** null: the key is forgotten. */
  keep(key: string | null): void
}

/** A key goes in and is never shown again. */
export function KeyForm({ name, label, hasKey, fixed, keep }: Props) {
  return (
    <Field
      name={name}
      label={label}
      fixed={fixed}
      type="password"
      placeholder={hasKey ? texts.keyKept : texts.keyNone}
      keep={keep}
    >
      {hasKey && !fixed && (
        <button type="button" class="quiet-button" onClick={() => keep(null)}>
          {texts.forget}
        </button>
      )}
    </Field>
  )
}

interface AddressProps {
  name: string
  label: string
  value: string | null
  fixed: boolean
  /** null: the usual one again. */
  keep(address: string | null): void
}

export function AddressForm({ name, label, value, fixed, keep }: AddressProps) {
  return <Field name={name} label={label} fixed={fixed} type="url" value={value ?? ''} keep={keep} />
}

interface FieldProps {
  name: string
  label: string
  fixed: boolean
  type: 'password' | 'url'
  value?: string
  placeholder?: string
  keep(value: string | null): void
  children?: ComponentChildren
}

function Field({ name, label, fixed, type, value = '', placeholder = '', keep, children }: FieldProps) {
  const field = {
    id: name,
    name,
    defaultValue: value,
    placeholder,
    maxLength: 500,
    autocomplete: 'off',
    spellcheck: false,
    disabled: fixed,
  }
  return (
    <form
      class="backend-form"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get(name)
        const text = typeof typed === 'string' ? typed.trim() : ''
        // An empty field for a key changes nothing: "forget" is a button of its own.
        if (text !== '') keep(text)
        else if (type === 'url') keep(null)
        if (type === 'password') event.currentTarget.reset()
      }}
    >
      <label htmlFor={name}>
        {label}
        {type === 'password' ? <input type="password" {...field} /> : <input type="url" {...field} />}
      </label>
      {fixed ? (
        <p class="quietly">{texts.fixed}</p>
      ) : (
        <button type="submit" class="quiet-button" aria-label={`${texts.save}: ${label}`}>
          {texts.save}
        </button>
      )}
      {children}
    </form>
  )
}
