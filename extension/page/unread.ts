import { isControl } from './field.ts'
import { isMasked } from './may-be-read.ts'
import { isSecretAutocomplete, isSecretName } from './secret-name.ts'

/** Tells which elements are never read: `isUnread(element)` holds for a secret and for all that lies inside one. */
export type Unread = (element: Element) => boolean

/**
 * Remembers what ever was a password field in this document. The `type` attribute is observed, so a "show
 * password" button cannot outrun us; and since such a button needs the person's hand, all password fields
 * there are get noted at every pointer or focus event before the page hears of it. A field that takes over a
 * password's id or name (frameworks swap the element) is one too.
 */
export function watchUnread(
  document: Document,
  signal: AbortSignal,
  onSecret: (element: Element) => void,
): Unread {
  const secrets = new WeakSet<Element>()
  const names = new Set<string>()
  const inputs = document.getElementsByTagName('input')

  const keep = (element: Element) => {
    secrets.add(element)
    for (const key of keysOf(element)) names.add(key)
    onSecret(element)
  }
  const sweep = (focused: EventTarget | null) => {
    for (const input of inputs) if (input.type === 'password' && !secrets.has(input)) keep(input)
    // Masked by style, which leaves no trace once it is "shown".
    if (focused instanceof Element && isControl(focused) && isMasked(focused)) keep(focused)
  }

  const observer = new MutationObserver((records) => {
    for (const { target, oldValue } of records) {
      if (!(target instanceof HTMLInputElement)) continue
      if (oldValue?.trim().toLowerCase() === 'password' || target.type === 'password') keep(target)
    }
  })
  observer.observe(document, { subtree: true, attributeFilter: ['type'], attributeOldValue: true })
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, ({ target }) => sweep(target), { capture: true, passive: true, signal })
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  sweep(document.activeElement)

  const isSecret = (element: Element): boolean => {
    if (secrets.has(element)) return true
    if (element instanceof HTMLInputElement && element.type === 'password') {
      keep(element)
      return true
    }
    if (isSecretAutocomplete(element.getAttribute('autocomplete') ?? '')) return true
    if (!isControl(element)) return false
    if (isSecretName(element.id) || isSecretName(element.name)) return true
    if (element instanceof HTMLTextAreaElement) return false
    if (keysOf(element).some((key) => names.has(key))) return true
    return isSecretName(element.getAttribute('aria-label') ?? '') || isSecretName(element.placeholder)
  }

  return (element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (isSecret(at)) return true
    return false
  }
}

function keysOf(element: Element): string[] {
  const name = element instanceof HTMLInputElement ? element.name : ''
  return [element.id && `#${element.id}`, name && `name=${name}`].filter((key) => key !== '')
}
