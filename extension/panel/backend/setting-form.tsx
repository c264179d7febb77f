import type { ComponentChildren } from 'preact'
import * as v from 'valibot'
import { LIMITS, type LimitId, SETTING } from '../../../shared/thoughts/configuration.ts'
import { language, backendMessages as texts } from '../messages.ts'
import { type Said, SaidLine, useSaid } from './said.tsx'

interface Props {
  /** Of the field, unique on the page. */
  name: string
  label: string
  /** Whether the environment of the backend says it. */
  fixed: boolean
  /** null: without a setting again. */
  keep(text: string | null): Promise<Said>
}

/** A key goes in and is never shown again. */
export function KeyForm({ hasKey, ...props }: Props & { hasKey: boolean }) {
  const { fixed, keep } = props
  return (
    <Form
      {...props}
      type="password"
      placeholder={hasKey ? texts.keyKept : texts.keyNone}
      read={(text) => (v.is(SETTING.key, text) ? { value: text } : { wrong: () => texts.wrong.key })}
    >
      {(tell) =>
        hasKey &&
        !fixed && (
          <button type="button" class="quiet-button" onClick={() => tell(keep(null))}>
            {texts.forget}
          </button>
        )
      }
    </Form>
  )
}

export function AddressForm({ value, ...props }: Props & { value: string | null }) {
  return (
    <Form
      {...props}
      type="text"
      inputMode="url"
      value={value ?? ''}
      read={(text) => (v.is(SETTING.address, text) ? { value: text } : { wrong: () => texts.wrong.address })}
    />
  )
}

export function ModelForm({ value, ...props }: Props & { value: string | null }) {
  return (
    <Form
      {...props}
      type="text"
      value={value ?? ''}
      placeholder={texts.modelByItself}
      read={(text) => (v.is(SETTING.model, text) ? { value: text } : { wrong: () => texts.wrong.model })}
    />
  )
}

interface LimitProps extends Omit<Props, 'keep' | 'name' | 'label'> {
  id: LimitId
  value: number | null
  keep(value: number | null): Promise<Said>
}

export function LimitForm({ id, value, ...props }: LimitProps) {
  const { least, most, usual } = LIMITS[id]
  return (
    <Form
      {...props}
      name={`limit-${id}`}
      label={texts.limit[id]}
      type="text"
      inputMode="decimal"
      value={value === null ? '' : String(value).replace('.', decimalSign())}
      placeholder={usual === null ? texts.noBound : texts.usually(shown(usual))}
      read={(text) => readLimit(id, text) ?? { wrong: () => texts.wrong[id](shown(least), shown(most)) }}
    />
  )
}

/** A point or a comma, as either is typed; not more than two digits after it, which may have been meant as thousands. */
function readLimit(id: LimitId, text: string): { value: number } | null {
  const number = /^\d+(?:[.,]\d{1,2})?$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  const parsed = v.safeParse(SETTING[id], number)
  return parsed.success ? { value: parsed.output } : null
}

const shown = (value: number) => new Intl.NumberFormat(language.value).format(value)
const decimalSign = () => shown(0.5).charAt(1)

interface FormProps<Value> {
  name: string
  label: string
  fixed: boolean
  type: 'password' | 'text'
  inputMode?: 'url' | 'decimal'
  value?: string
  placeholder?: string
  /** What was typed, without spaces around it; never empty. */
  read(text: string): { value: Value } | { wrong(): string }
  keep(value: Value | null): Promise<Said>
  children?(tell: (deed: Promise<Said>) => void): ComponentChildren
}

/** One field with its button; what became of it is said below. */
function Form<Value>({
  name,
  label,
  fixed,
  type,
  value = '',
  read,
  keep,
  children,
  ...more
}: FormProps<Value>) {
  const { said, tell } = useSaid()
  const id = `${name}-said`
  const wrong = said.value?.failed === true
  const field = {
    ...more,
    id: name,
    name,
    defaultValue: value,
    maxLength: 500,
    autocomplete: 'off',
    spellcheck: false,
    disabled: fixed,
    'aria-invalid': wrong,
    'aria-describedby': id,
  }
  const submit = (form: HTMLFormElement) => {
    const typed = new FormData(form).get(name)
    const text = typeof typed === 'string' ? typed.trim() : ''
    // An empty field for a key changes nothing: "forget" is a button of its own.
    if (text === '' && type === 'password') return
    const result = text === '' ? { value: null } : read(text)
    if ('wrong' in result) {
      tell({ says: result.wrong, failed: true })
      form.querySelector('input')?.focus()
      return
    }
    tell(keep(result.value))
    if (type === 'password') form.reset()
  }
  return (
    <form
      class="backend-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      <label htmlFor={name}>
        {label}
        {type === 'password' ? <input type="password" {...field} /> : <input type="text" {...field} />}
      </label>
      {fixed ? (
        <p class="quietly">{texts.fixed}</p>
      ) : (
        <button type="submit" class="quiet-button" aria-label={`${texts.save}: ${label}`}>
          {texts.save}
        </button>
      )}
      {children?.(tell)}
      <SaidLine id={id} said={said} />
    </form>
  )
}
